"""A small AWS on loopback for tests: LocalStack, our functions as Java processes, our template deployed.

    lab.py --java-home DIR --runtime DIR [--class-path PATH] [--dynamodb-local DIR]

It says {"endpoint": ...} when it is up. Then each line of input, "deploy STACK [PARAMETER=VALUE...]", deploys
template.yaml and is answered by a line of JSON with outputs and resources. At the end of the input all ends.
What LocalStack and the functions say goes to --log.
"""

import argparse
import atexit
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import expand  # noqa: E402

PROJECT = HERE.parent.parent
REGION = "eu-central-1"
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": REGION}
START = 90
DEPLOY = 180


def main():
    options = parse()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mailcheck-localstack-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    lab = Lab(options, folder)
    try:
        lab.start()
        tell({"endpoint": lab.endpoint})
        for line in sys.stdin:
            command, stack, *parameters = line.split()
            assert command == "deploy", line
            tell(lab.deploy(stack, dict(each.split("=", 1) for each in parameters)))
    finally:
        lab.stop()


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--java-home", required=True)
    parser.add_argument("--runtime", required=True, help="folder with AWS's runtime interface client")
    parser.add_argument("--class-path", default="", help="what functions find besides what is deployed")
    parser.add_argument("--dynamodb-local", help="folder with DynamoDB Local, in place of tables in memory")
    parser.add_argument("--log", default=os.devnull)
    parser.add_argument("--template", default=str(PROJECT / "template.yaml"))
    return parser.parse_args()


def tell(answer):
    print(json.dumps(answer), flush=True)


class Lab:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.port = free_port()
        self.endpoint = f"http://127.0.0.1:{self.port}"
        self.process = None

    def start(self):
        if self.options.dynamodb_local:
            self.seed_dynamodb()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "localstack.runtime.main"],
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=open(self.options.log, "ab"),
            stderr=subprocess.STDOUT,
        )
        end = time.monotonic() + START
        while not self.is_up():
            if self.process.poll() is not None or time.monotonic() > end:
                sys.exit(f"LocalStack did not start, see {self.options.log}")
            time.sleep(0.1)

    def environment(self):
        home = os.environ.get("HOME", str(self.folder))
        passed = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        lab = {name: value for name, value in os.environ.items() if name.startswith("MAILCHECK_LAB")}
        return {
            **passed,
            **lab,
            **CREDENTIALS,
            "HOME": home,
            "PYTHONPATH": str(HERE / "plugin"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "GATEWAY_LISTEN": f"127.0.0.1:{self.port}",
            "GATEWAY_SERVER": "loopback",
            "LOCALSTACK_HOST": f"localhost:{self.port}",
            "OVERRIDE_IN_DOCKER": "0",
            "DISABLE_EVENTS": "1",
            "SKIP_SSL_CERT_DOWNLOAD": "1",
            "DNS_ADDRESS": "0",
            "FILESYSTEM_ROOT": str(self.folder),
            "TMPDIR": str(self.folder),
            "SQS_ENDPOINT_STRATEGY": "path",
            "PROVIDER_OVERRIDE_DYNAMODB": "" if self.options.dynamodb_local else "memory",
            "LAMBDA_RUNTIME_EXECUTOR": "process",
            "LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT": "60",
            "LAMBDA_KEEPALIVE_MS": "600000",
            "LAMBDA_PROCESS_JAVA_HOME": self.options.java_home,
            "LAMBDA_PROCESS_RIC_DIR": self.options.runtime,
            "LAMBDA_PROCESS_EXTRA_CLASS_PATH": self.options.class_path,
        }

    def is_up(self):
        try:
            with urllib.request.urlopen(self.endpoint + "/_localstack/health", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    def seed_dynamodb(self):
        """Where LocalStack looks for its own download, with the jars that Maven fetched."""
        lib = self.folder / "var/lib/localstack/lib"
        (lib / "java").mkdir(parents=True)
        (lib / "java/21").symlink_to(self.options.java_home)
        home = lib / "dynamodb-local/2"
        home.mkdir(parents=True)
        (home / "DynamoDBLocal_lib").symlink_to(pathlib.Path(self.options.dynamodb_local).resolve())
        jars = sorted(each.name for each in pathlib.Path(self.options.dynamodb_local).glob("*.jar"))
        manifest_jar(
            self.options.java_home,
            home / "DynamoDBLocal.jar",
            "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
            " ".join(f"DynamoDBLocal_lib/{jar}" for jar in jars),
        )

    def deploy(self, stack, parameters):
        import boto3

        aws = boto3.Session(region_name=REGION, aws_access_key_id="test", aws_secret_access_key="test")
        client = aws.client("cloudformation", endpoint_url=self.endpoint)
        bucket = f"artifacts-{stack}"
        aws.client("s3", endpoint_url=self.endpoint).create_bucket(
            Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION}
        )
        client.create_change_set(
            StackName=stack,
            ChangeSetName="deploy",
            ChangeSetType="CREATE",
            TemplateBody=json.dumps(expand.expanded(self.packaged(bucket))),
            Parameters=[{"ParameterKey": name, "ParameterValue": value} for name, value in parameters.items()],
            Capabilities=["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
        )
        wait(lambda: client.describe_change_set(StackName=stack, ChangeSetName="deploy")["Status"], "CREATE_COMPLETE")
        client.execute_change_set(StackName=stack, ChangeSetName="deploy")
        wait(lambda: client.describe_stacks(StackName=stack)["Stacks"][0]["StackStatus"], "CREATE_COMPLETE")
        found = client.describe_stacks(StackName=stack)["Stacks"][0]
        resources = client.describe_stack_resources(StackName=stack)["StackResources"]
        return {
            "outputs": {each["OutputKey"]: each["OutputValue"] for each in found.get("Outputs", [])},
            "resources": {each["LogicalResourceId"]: each.get("PhysicalResourceId", "") for each in resources},
            "fallbacks": [
                each["LogicalResourceId"]
                for each in resources
                if "fallback" in each.get("ResourceStatusReason", "") or each.get("PhysicalResourceId") == "unknown"
            ],
        }

    def packaged(self, bucket):
        """As a person would, by the AWS CLI: the artefacts go to a bucket."""
        packaged = self.folder / f"{bucket}.yaml"
        subprocess.run(
            [
                *(sys.executable, "-m", "awscli", "cloudformation", "package"),
                *("--template-file", self.options.template, "--s3-bucket", bucket),
                *("--output-template-file", str(packaged)),
            ],
            env={**os.environ, **CREDENTIALS, "AWS_ENDPOINT_URL": self.endpoint},
            check=True,
            capture_output=True,
        )
        return packaged

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def wait(status, wanted):
    end = time.monotonic() + DEPLOY
    while (seen := status()) != wanted:
        if "FAILED" in seen or "ROLLBACK" in seen or time.monotonic() > end:
            raise RuntimeError(f"{seen}, not {wanted}")
        time.sleep(0.1)


def manifest_jar(java_home, jar, main, class_path):
    """A jar with nothing but a manifest, whose lines have 72 bytes at most."""
    lines = f"Main-Class: {main}\nClass-Path: {class_path}"
    folded = "\n".join(
        "\n ".join([line[:70], *(line[at : at + 69] for at in range(70, len(line), 69))]) for line in lines.split("\n")
    )
    import zipfile

    with zipfile.ZipFile(jar, "w") as out:
        out.writestr("META-INF/MANIFEST.MF", f"Manifest-Version: 1.0\n{folded}\n")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    main()
