#!/usr/bin/env python3
"""A small AWS on loopback for tests: LocalStack, our functions as Java processes, our template deployed.

    lab.py --java-home DIR --runtime DIR [--class-path PATH] [--log FILE]

It says {"endpoint": ...} when it is up. Then it answers each line of input with a line of JSON:

    deploy STACK [PARAMETER=VALUE...]   deploys template.yaml, and tells outputs and resources
    function HANDLER SECONDS            makes a function of a class in --class-path, and tells its ARN
    call SERVICE METHOD JSON            any call of AWS, named as in boto3, and tells its answer

At the end of the input all ends. What LocalStack and the functions say goes to --log; a signal USR1
adds where each of its threads is.
"""

import argparse
import atexit
import json
import os
import pathlib
import re
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
START = 120
DEPLOY = 300


def main():
    options = parse()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mailcheck-localstack-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    lab = Lab(options, folder)
    try:
        lab.start()
        signal.signal(signal.SIGUSR1, lambda *_: lab.process.send_signal(signal.SIGUSR1))
        tell({"endpoint": lab.endpoint})
        for line in sys.stdin:
            command, name, *rest = line.split(maxsplit=3 if line.startswith("call") else -1)
            if command == "deploy":
                tell(lab.deploy(name, dict(each.split("=", 1) for each in rest)))
            elif command == "function":
                tell(lab.function(name, int(rest[0])))
            elif command == "call":
                answer = getattr(lab.client(name), rest[0])(**json.loads(rest[1]))
                tell({name: each for name, each in answer.items() if name != "ResponseMetadata"})
            else:
                sys.exit(f"what is {line}?")
    finally:
        lab.stop()


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--java-home", required=True)
    parser.add_argument("--runtime", required=True, help="folder with AWS's runtime interface client")
    parser.add_argument("--class-path", default="", help="what functions find besides what is deployed")
    parser.add_argument("--log", default=os.devnull)
    parser.add_argument("--template", default=str(PROJECT / "template.yaml"))
    return parser.parse_args()


def tell(answer):
    print(json.dumps(answer, default=str), flush=True)


class Lab:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.port = free_port()
        self.endpoint = f"http://127.0.0.1:{self.port}"
        self.process = None

    def start(self):
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
            "AWS_DISABLE_HOST_PREFIX_INJECTION": "true",
            "PROVIDER_OVERRIDE_DYNAMODB": "memory",
            "LAMBDA_RUNTIME_EXECUTOR": "process",
            "LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT": "120",
            "LAMBDA_KEEPALIVE_MS": "600000",
            "LAMBDA_PROCESS_JAVA_HOME": self.options.java_home,
            "LAMBDA_PROCESS_RIC_DIR": os.path.abspath(self.options.runtime),
            "LAMBDA_PROCESS_EXTRA_CLASS_PATH": ":".join(map(os.path.abspath, filter(None, self.options.class_path.split(":")))),
        }

    def is_up(self):
        try:
            with urllib.request.urlopen(self.endpoint + "/_localstack/health", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    def client(self, service):
        import boto3
        from botocore.config import Config

        aws = boto3.Session(region_name=REGION, aws_access_key_id="test", aws_secret_access_key="test")
        # On a busy machine the first call of a service takes a while, and nothing may be asked twice.
        patient = Config(connect_timeout=60, read_timeout=300, retries={"max_attempts": 0})
        return aws.client(service, endpoint_url=self.endpoint, config=patient)

    def function(self, handler, seconds):
        made = self.client("lambda").create_function(
            FunctionName=handler.rpartition(".")[2].replace("$", "-"),
            Runtime="java25",
            Handler=handler,
            Timeout=seconds,
            MemorySize=512,
            Role="arn:aws:iam::000000000000:role/none",
            Code={"ZipFile": (PROJECT / "functions/target/deploy/functions.zip").read_bytes()},
        )
        self.client("lambda").get_waiter("function_active_v2").wait(FunctionName=made["FunctionName"])
        return {"arn": made["FunctionArn"]}

    def deploy(self, stack, parameters):
        client = self.client("cloudformation")
        bucket = f"artifacts-{stack}"
        s3 = self.client("s3")
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
        body = json.dumps(expand.expanded(self.packaged(bucket, s3)))
        # As a text of the call it would be too long.
        s3.put_object(Bucket=bucket, Key="template.json", Body=body.encode())
        client.create_change_set(
            StackName=stack,
            ChangeSetName="deploy",
            ChangeSetType="CREATE",
            TemplateURL=f"{self.endpoint}/{bucket}/template.json",
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

    def packaged(self, bucket, s3):
        """The template with its artefacts in a bucket, each once, as "aws cloudformation package" does it."""
        template = self.folder / f"{bucket}.yaml"
        text = pathlib.Path(self.options.template).read_text("utf-8")
        for artefact in set(re.findall(r"(?:CodeUri|ContentUri|DefinitionUri): (\S+)", text)):
            key = artefact.replace("/", "-")
            s3.upload_file(str(PROJECT / artefact), bucket, key)
            text = re.sub(rf"Uri: {re.escape(artefact)}$", f"Uri: s3://{bucket}/{key}", text, flags=re.MULTILINE)
        template.write_text(text, "utf-8")
        return template

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


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    main()
