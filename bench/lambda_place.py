"""What the benchmarks of the functions share: what "mvn package" made, run by AWS's runtime interface
client, with the DNS and an account of AWS on this host."""

import json
import os
import pathlib
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PROJECT = pathlib.Path(__file__).resolve().parent.parent
FUNCTIONS = PROJECT / "functions" / "target"
sys.path.insert(0, str(PROJECT / ".ci" / "localstack" / "plugin" / "mailcheck_localstack"))

import runtime_api  # noqa: E402
import usage  # noqa: E402

PACKAGE = "dev.mailcheck.functions."
MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
JNI = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI"
SECONDS = 120
FULL_CORE = 1769  # MB; memory and share of a core go together
LAB = ["world/target/classes", "layers/core/target/test-classes", "functions/target/test-classes"]


class Place:
    """Everything unpacked, and the stubs."""

    def __init__(self, folder):
        self.folder = folder
        subprocess.run([PROJECT / "mailcheck", "--version"], check=True, stdout=subprocess.DEVNULL)
        self.java = pathlib.Path((PROJECT / "cli/target/mailcheck/jdk").read_text().strip()) / "bin"
        for name in ("functions", "core-layer", "aws-layer", "slack-layer"):
            with zipfile.ZipFile(FUNCTIONS / "deploy" / f"{name}.zip") as zipped:
                zipped.extractall(folder / name)
        self.library = folder / "jni.so"
        client = next((FUNCTIONS / "ric").glob("aws-lambda-java-runtime-interface-client-*.jar"))
        with zipfile.ZipFile(client) as jar:
            machine = "aarch_64" if os.uname().machine in ("aarch64", "arm64") else "x86_64"
            self.library.write_bytes(jar.read(f"jni/libaws-lambda-jni.linux-{machine}.so"))
        (folder / "classes").mkdir()
        self.dns = NoNames()
        self.account = Account(self.certificate())

    def compile(self, name, source, *path):
        """A handler to compare with."""
        (self.folder / f"{name}.java").write_text(source)
        path = [f"{FUNCTIONS}/ric/*", *path]
        command = [self.java / "javac", "-nowarn", "-cp", ":".join(path), "-d", self.folder / "classes"]
        subprocess.run([*command, self.folder / f"{name}.java"], check=True)

    def certificate(self):
        """Of an authority that the processes trust, for TLS as AWS has it."""
        key = self.folder / "key.pem"
        subprocess.run(
            [
                "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", self.folder / "cert.pem",
            ],
            check=True, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        subprocess.run(
            [
                self.java / "keytool", "-importcert", "-noprompt", "-alias", "a", "-file", self.folder / "cert.pem",
                "-keystore", self.folder / "trust", "-storepass", "changeit",
            ],
            check=True, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        return self.folder / "cert.pem", key

    def layer(self, name):
        return f"{self.folder}/{name}-layer/java/lib/*"

    def command(self, handler, path, snapshot, memory=1769):
        # Without a snapshot Lambda takes the first compiler only. The heap as it is on a host of that size.
        flags = [] if snapshot else ["-XX:TieredStopAtLevel=1"]
        return [
            self.java / "java", f"-Xmx{memory * 85 // 100}m", f"-Xms{max(8, memory // 64)}m", "-XX:+UseSerialGC", *flags,
            "-XX:-UsePerfData", "-Djava.net.preferIPv4Stack=true", "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "--enable-native-access=ALL-UNNAMED", f"-D{JNI}={self.library}", f"-Djavax.net.ssl.trustStore={self.folder}/trust", "-Djavax.net.ssl.trustStorePassword=changeit",
            "-cp", ":".join([*path, f"{FUNCTIONS}/ric/*"]), MAIN, handler,
        ]  # fmt: skip

    def ours(self, *layers):
        return [f"{self.folder}/functions/", f"{self.folder}/functions/lib/*", *map(self.layer, layers)]

    def environment(self, api):
        return {
            "PATH": os.environ["PATH"],
            "AWS_LAMBDA_RUNTIME_API": api.address,
            "AWS_REGION": "eu-central-1",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_ENDPOINT_URL": self.account.address,
            "MAILCHECK_TABLE": "table",
            "MAILCHECK_BUCKET": "bucket",
            "MAILCHECK_STATE_MACHINE": "arn:aws:states:eu-central-1:000000000000:stateMachine:check",
            "MAILCHECK_OPEN": "true",
            "MAILCHECK_RESOLVER": self.dns.address,
        }


class Process:
    """A function's process, from its start or from a snapshot that is taken as soon as its hooks have run.

    With a snapshot and CRIU (4.2 or newer) the process is dumped and ended, and time counts from the
    beginning of its restoration; without CRIU from when it would have been restored.
    """

    def __init__(self, place, command, environment, snapshot=False, criu=None):
        self.log = place.folder / "log"
        self.api = runtime_api.RuntimeApi()
        restoring = type("Restoring", (Restoring,), {"asked": threading.Event(), "restored": threading.Event()})
        self.api._server.RequestHandlerClass.__bases__ = (restoring,)
        self.api._server.handle_error = lambda *_: None
        environment = place.environment(self.api) | environment
        if snapshot:
            environment["AWS_LAMBDA_INITIALIZATION_TYPE"] = "snap-start"
        self.group = self.restored = None
        self.began = time.monotonic()
        with open(self.log, "wb") as out:
            self.process = subprocess.Popen(
                command, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True
            )
        self.pid = self.process.pid
        if snapshot:
            if not restoring.asked.wait(SECONDS):
                self.fail("it does not ask to be restored")
            if "Rehearsal" in self.log.read_text():
                self.fail("its rehearsal failed")
            time.sleep(0.3)
            if criu:
                self.dump_and_restore(criu, place.folder / "image")
            else:
                self.began = time.monotonic()
            restoring.restored.set()
        elif failure := self.api.wait_until_ready(self, SECONDS):
            self.fail(failure)
        self.ready = time.monotonic() - self.began

    def dump_and_restore(self, criu, image):
        shutil.rmtree(image, ignore_errors=True)
        image.mkdir()
        common = ["-D", image, "--tcp-established", "--network-lock", "skip", "-v1"]
        subprocess.run([*criu, "dump", "-t", str(self.pid), *common], check=True, stderr=subprocess.DEVNULL)
        self.process.wait()
        self.process = None
        self.image = sum(file.stat().st_size for file in image.iterdir()) / 1e6
        self.began = time.monotonic()
        subprocess.run([*criu, "restore", "-d", *common], check=True, stderr=subprocess.DEVNULL)
        self.restored = time.monotonic() - self.began

    def poll(self):
        if self.process:
            return self.process.poll()
        return None if pathlib.Path(f"/proc/{self.pid}").exists() else 1

    def answer(self, payload):
        event = {"payload": payload, "invoke-id": "1", "invoked-function-arn": "arn:aws:lambda:eu-central-1:0:function:f"}
        answer = self.api.invoke(event, self, SECONDS)
        if not isinstance(answer, runtime_api.Posted) or answer.is_error:
            self.fail(answer)
        return answer.body.decode()

    def limit(self, memory):
        """Gives it from now on the share of a core that Lambda gives a function of so many MB."""
        group = self.group = pathlib.Path("/sys/fs/cgroup/cpu/mailcheck-bench")
        group.mkdir(exist_ok=True)
        (group / "cpu.cfs_period_us").write_text("20000")  # as Lambda has it
        (group / "cpu.cfs_quota_us").write_text(str(20000 * memory // FULL_CORE))
        (group / "cgroup.procs").write_text(str(self.pid))

    def cpu(self):
        return usage.cpu(self.pid)

    def peak(self):
        return usage.peak(self.pid)

    def fail(self, why):
        self.close()
        raise SystemExit(f"{why}\n{self.log.read_text()}")

    def close(self):
        if self.poll() is None:
            os.kill(self.pid, 9)
        if self.process:
            self.process.wait()
        if self.group:
            self.group.rmdir()
        self.api.close()


class Restoring(runtime_api._Handler):
    """Says that the snapshot was restored, when it is."""

    def do_GET(self):
        if self.path.endswith("/restore/next"):
            self.asked.set()
            self.restored.wait()
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            super().do_GET()


class NoNames:
    """A resolver that has never heard of anything."""

    def __init__(self):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.address = "127.0.0.1:%d" % self.socket.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            query, peer = self.socket.recvfrom(4096)
            end = 12
            while query[end]:
                end += query[end] + 1
            header = query[:2] + b"\x81\x83" + b"\x00\x01" + bytes(6)
            self.socket.sendto(header + query[12 : end + 5], peer)


class Account:
    """DynamoDB, S3 and Step Functions, as far as the functions call them: items and objects are kept as they
    are put, updates change nothing."""

    def __init__(self, certificate):
        self.items = {}
        self.objects = {}
        self.inputs = []
        account = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_POST(self):
                body = json.loads(self.body())
                action = self.headers["X-Amz-Target"].rpartition(".")[2]
                answer = {}
                if action == "StartExecution":
                    account.inputs.append(body["input"])
                    answer = {"executionArn": "arn", "startDate": 1}
                elif action == "UpdateItem":
                    answer = {"Attributes": {"count": {"N": "1"}}}
                elif action == "PutItem":
                    account.items[body["Item"]["key"]["S"]] = body["Item"]
                elif action == "GetItem" and (item := account.items.get(body["Key"]["key"]["S"])):
                    answer = {"Item": item}
                self.say(200, json.dumps(answer).encode(), "application/x-amz-json-1.0")

            def do_PUT(self):
                account.objects[self.path.partition("/runs/")[2]] = self.body()
                self.say(200, b"", "text/plain")

            def do_GET(self):
                found = account.objects.get(self.path.partition("/runs/")[2].partition("?")[0])
                if found:
                    self.say(200, found, "application/json")
                else:
                    self.say(404, b"<Error><Code>NoSuchKey</Code><Message>none</Message></Error>", "application/xml")

            def body(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if "aws-chunked" not in self.headers.get("Content-Encoding", ""):
                    return body
                parts = []
                while size := int(body.partition(b"\r\n")[0].split(b";")[0], 16):
                    body = body.partition(b"\r\n")[2]
                    parts.append(body[:size])
                    body = body[size + 2 :]
                return b"".join(parts)

            def say(self, status, body, kind):
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        self.address = "https://127.0.0.1:%d" % server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
