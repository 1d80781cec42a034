"""One execution environment of a Java function: a child process with AWS's runtime interface client.

The process asks our side of the Lambda Runtime API for events and posts its answers there. Unlike on
AWS there is no sandbox, no limit of memory but the heap's, layers are not at /opt, and the hooks of
SnapStart are not called.
"""

import json
import logging
import os
import shutil
import subprocess
import tempfile
import threading
import time
import zipfile
from pathlib import Path

from localstack import config
from localstack.services.lambda_.invocation.lambda_models import FunctionVersion, InvocationResult
from localstack.services.lambda_.invocation.runtime_executor import LambdaRuntimeException, RuntimeExecutor

from . import usage
from .runtime_api import Answer, Posted, RuntimeApi

LOG = logging.getLogger(__name__)
JNI_PROPERTY = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI"
MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
MOST_LOG = 200_000
_unpacking = threading.Lock()


class ProcessExecutor(RuntimeExecutor):
    def __init__(self, id: str, function_version: FunctionVersion) -> None:
        super().__init__(id=id, function_version=function_version)
        self._folder = Path(tempfile.mkdtemp(prefix="lambda-environment-"))
        self._variables: dict[str, str] = {}
        self._process: subprocess.Popen | None = None
        self._api: RuntimeApi | None = None
        self._log = self._folder / "log"

    def start(self, env_vars: dict[str, str]) -> None:
        self._variables = {name: str(value) for name, value in env_vars.items()}
        for layer in self.function_version.config.layers or []:
            layer.code.prepare_for_execution()
            shutil.copytree(layer.code.get_unzipped_code_location(), self._folder / "opt", dirs_exist_ok=True)
        self._spawn()

    def _spawn(self) -> None:
        self._end()
        self._api = RuntimeApi()
        with open(self._log, "ab") as log:
            self._process = subprocess.Popen(
                self._command(),
                env=self._environment(),
                cwd=self.function_version.config.code.get_unzipped_code_location(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        failure = self._api.wait_until_ready(self._process, config.LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT)
        if failure:
            self._end()
            raise LambdaRuntimeException(f"{failure}\n{self.get_logs()}")

    def _command(self) -> list[str]:
        code = Path(self.function_version.config.code.get_unzipped_code_location())
        tools = Path(os.environ["LAMBDA_PROCESS_RIC_DIR"])
        class_path = [
            f"{code}/",
            f"{code}/lib/*",
            f"{self._folder}/opt/java/lib/*",
            f"{tools}/*",
            *filter(None, [os.environ.get("LAMBDA_PROCESS_EXTRA_CLASS_PATH")]),
        ]
        heap = max(64, int(self.function_version.config.memory_size * 0.8))
        return [
            os.path.join(os.environ["LAMBDA_PROCESS_JAVA_HOME"], "bin", "java"),
            f"-Xmx{heap}m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            f"-D{JNI_PROPERTY}={native_library(tools)}",
            "-cp",
            ":".join(class_path),
            MAIN,
            self.function_version.config.handler,
        ]

    def _environment(self) -> dict[str, str]:
        passed = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
        lab = {name: value for name, value in os.environ.items() if name.startswith("MAILCHECK_LAB")}
        return {**passed, **self._variables, **lab, "AWS_LAMBDA_RUNTIME_API": self._api.address}

    def invoke(self, payload: dict[str, str]) -> InvocationResult:
        begin = self._log.stat().st_size if self._log.exists() else 0
        timeout = self.function_version.config.timeout
        try:
            answer = self._answer(payload, timeout)
        except LambdaRuntimeException as failed:
            return self._failed(payload, "Runtime.ExitError", str(failed), begin)
        if answer is Answer.TIMED_OUT:
            self._end()
            return self._failed(payload, "Sandbox.Timedout", f"Task timed out after {timeout}.00 seconds", begin)
        if isinstance(answer, Answer):
            self._end()
            return self._failed(payload, "Runtime.ExitError", "Runtime exited", begin)
        return InvocationResult(payload["invoke-id"], answer.body, answer.is_error, self._log_since(payload, begin))

    def _answer(self, payload: dict[str, str], timeout: int) -> Posted | Answer:
        """Of a new process where the one before ends just now: whoever has answered may take a while to end."""
        if self._process is None or self._process.poll() is not None:
            self._spawn()
        answer = self._measured(payload, timeout)
        if answer is Answer.NOT_TAKEN:
            self._spawn()
            answer = self._measured(payload, timeout)
        return answer

    def _measured(self, payload: dict[str, str], timeout: int) -> Posted | Answer:
        """Leaves a line in the log, as AWS does in that of the function."""
        pid = self._process.pid
        before, began = usage.cpu(pid), time.monotonic()
        answer = self._api.invoke(payload, self._process, timeout)
        took = time.monotonic() - began
        if isinstance(answer, Posted):
            line = {
                "function": self.function_version.id.function_name,
                "ms": round(took * 1000),
                "cpu_ms": round((usage.cpu(pid) - before) * 1000),
                "peak_mib": round(usage.peak(pid)),
                "memory_mb": self.function_version.config.memory_size,
            }
            LOG.info("REPORT %s", json.dumps(line))
        return answer

    def _failed(self, payload, kind: str, message: str, begin: int) -> InvocationResult:
        body = json.dumps({"errorType": kind, "errorMessage": message}).encode()
        return InvocationResult(payload["invoke-id"], body, True, self._log_since(payload, begin))

    def _log_since(self, payload, begin: int) -> str:
        with open(self._log, "rb") as log:
            log.seek(begin)
            lines = log.read(MOST_LOG).decode("utf-8", "replace")
        request = payload["invoke-id"]
        return f"START RequestId: {request} Version: {self.function_version.id.qualifier}\n{lines}END RequestId: {request}\n"

    def _end(self) -> None:
        process, self._process = self._process, None
        if process and process.poll() is None:
            process.kill()
            process.wait()
        api, self._api = self._api, None
        if api:
            api.close()

    def stop(self) -> None:
        self._end()
        shutil.rmtree(self._folder, ignore_errors=True)

    def get_logs(self) -> str:
        return self._log.read_text("utf-8", "replace")[-MOST_LOG:] if self._log.exists() else ""

    def get_address(self) -> str:
        return "127.0.0.1"

    def get_endpoint_from_executor(self) -> str:
        return "127.0.0.1"

    def get_runtime_endpoint(self) -> str:
        return "http://127.0.0.1"

    @classmethod
    def prepare_version(cls, function_version: FunctionVersion) -> None:
        if not (function_version.config.runtime or "").startswith("java"):
            raise LambdaRuntimeException(f"only Java runs here, not {function_version.config.runtime}")
        function_version.config.code.prepare_for_execution()

    @classmethod
    def cleanup_version(cls, function_version: FunctionVersion) -> None:
        pass


def native_library(tools: Path) -> Path:
    """The client unpacks its library to one file for all processes: two that start at once crash."""
    library = tools / "libaws-lambda-jni.so"
    with _unpacking:
        if not library.exists():
            client = next(tools.glob("aws-lambda-java-runtime-interface-client-*.jar"))
            name = f"jni/libaws-lambda-jni.linux-{_architecture()}.so"
            unpacked = library.with_suffix(f".{os.getpid()}.{time.monotonic_ns()}")
            with zipfile.ZipFile(client) as jar:
                unpacked.write_bytes(jar.read(name))
            unpacked.rename(library)
    return library


def _architecture() -> str:
    return "aarch_64" if os.uname().machine in ("aarch64", "arm64") else "x86_64"
