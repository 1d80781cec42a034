#!/usr/bin/env python3
"""The plugin alone: processes that ask, answer, drop their connection, answer late or end.

    test_plugin.py [INVOCATIONS]      run in the environment that ".ci/localstack/python" prints

In place of Java a small program speaks the Runtime API; what is sent tells it how to behave.
"""

import http.client
import json
import os
import pathlib
import sys
import tempfile
import threading
import time
import types
import unittest

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
PREFIX = "/2018-06-01/runtime/"
MANY = 400
AT_ONCE = 8


def runtime():
    """The program in Java's place: one that asks for events and does as they say."""
    host, port = os.environ["AWS_LAMBDA_RUNTIME_API"].split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=60)
    while True:
        connection.request("GET", PREFIX + "invocation/next")
        answer = connection.getresponse()
        event = json.loads(answer.read())
        request = answer.getheader("Lambda-Runtime-Aws-Request-Id")
        does = event["does"]
        if does == "end":
            os._exit(3)
        if does == "hang":
            time.sleep(60)
        if does == "drop":
            gone = http.client.HTTPConnection(host, int(port), timeout=60)
            gone.request("GET", PREFIX + "invocation/next")
            time.sleep(0.05)
            gone.close()
        if does == "answer late":
            connection.request("POST", f"{PREFIX}invocation/of-before/response", b'"late"')
            connection.getresponse().read()
        connection.request("POST", f"{PREFIX}invocation/{request}/response", json.dumps(event["number"]).encode())
        if does == "answer and end":
            os._exit(0)
        connection.getresponse().read()


class RuntimeApiTest(unittest.TestCase):
    """Without LocalStack."""

    def setUp(self):
        from mailcheck_localstack.runtime_api import RuntimeApi

        self.api = RuntimeApi()
        self.addCleanup(self.api.close)
        self.alive = types.SimpleNamespace(poll=lambda: None)
        self.ended = types.SimpleNamespace(poll=lambda: 0)

    def connection(self):
        host, port = self.api.address.split(":")
        made = http.client.HTTPConnection(host, int(port), timeout=10)
        self.addCleanup(made.close)
        return made

    def asks(self):
        asking = self.connection()
        asking.request("GET", PREFIX + "invocation/next")
        self.assertIsNone(self.api.wait_until_ready(self.alive, 10))
        time.sleep(0.1)
        return asking

    def posts(self, request, body):
        posting = self.connection()
        posting.request("POST", f"{PREFIX}invocation/{request}/response", body)
        return posting.getresponse().status

    def invoked(self, request, process=None, timeout=10):
        """The answer, in a list once it is there, and the thread that waits for it."""
        answers = []
        waiting = threading.Thread(
            target=lambda: answers.append(self.api.invoke(payload(request, {}), process or self.alive, timeout))
        )
        waiting.start()
        return answers, waiting

    def test_an_event_is_not_given_to_a_connection_that_is_gone(self):
        self.asks().close()
        answers, waiting = self.invoked("a")
        asking = self.asks()

        self.assertEqual("a", asking.getresponse().getheader("Lambda-Runtime-Aws-Request-Id"))
        self.assertEqual(202, self.posts("a", b"1"))
        waiting.join(10)
        self.assertEqual(b"1", answers[0].body)

    def test_an_answer_to_another_request_is_refused(self):
        self.asks()
        answers, waiting = self.invoked("a")
        time.sleep(0.1)

        self.assertEqual(400, self.posts("before", b"0"))
        self.assertEqual(202, self.posts("a", b"1"))
        waiting.join(10)
        self.assertEqual(b"1", answers[0].body)
        self.assertEqual(400, self.posts("a", b"2"))

    def test_an_event_that_nobody_took_in_time_is_not_left_for_later(self):
        from mailcheck_localstack.runtime_api import Answer

        self.assertIs(Answer.TIMED_OUT, self.api.invoke(payload("a", {}), self.alive, 0.1))
        asking = self.asks()
        self.invoked("b")

        self.assertEqual("b", asking.getresponse().getheader("Lambda-Runtime-Aws-Request-Id"))
        self.posts("b", b"1")

    def test_whether_a_process_that_ended_had_the_event_is_told(self):
        from mailcheck_localstack.runtime_api import Answer

        self.assertIs(Answer.NOT_TAKEN, self.api.invoke(payload("a", {}), self.ended, 10))
        self.asks()
        self.assertIs(Answer.EXITED, self.api.invoke(payload("b", {}), self.ended, 10))


class ExecutorTest(unittest.TestCase):
    """With LocalStack's classes, and processes."""

    def setUp(self):
        from mailcheck_localstack import executor

        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        (self.folder / "bin").mkdir()
        java = self.folder / "bin/java"
        java.write_text(f"#!/bin/sh\nexec {sys.executable} -S {HERE / 'test_plugin.py'} runtime\n")
        java.chmod(0o755)
        (self.folder / "libaws-lambda-jni.so").touch()
        os.environ["LAMBDA_PROCESS_JAVA_HOME"] = os.environ["LAMBDA_PROCESS_RIC_DIR"] = str(self.folder)
        self.made = executor.ProcessExecutor

    def executor(self, timeout=20):
        code = types.SimpleNamespace(get_unzipped_code_location=lambda: str(self.folder))
        config = types.SimpleNamespace(layers=[], code=code, memory_size=128, timeout=timeout, handler="none")
        version = types.SimpleNamespace(config=config, id=types.SimpleNamespace(qualifier="1", function_name="f"))
        executor = self.made("id", version)
        self.addCleanup(executor.stop)
        executor.start({})
        return executor

    def test_a_process_that_ended_after_its_answer_is_started_again(self):
        executor = self.executor()
        for number in range(5):
            result = executor.invoke(payload(f"r{number}", {"does": "answer and end", "number": number}))
            self.assertEqual((str(number).encode(), False), (result.payload, result.is_error))

    def test_one_that_hangs_is_ended_in_time_and_the_next_event_is_answered(self):
        executor = self.executor(timeout=1)
        hung = executor.invoke(payload("a", {"does": "hang"}))
        self.assertEqual("Sandbox.Timedout", json.loads(hung.payload)["errorType"])
        self.assertEqual(b"2", executor.invoke(payload("b", {"does": "answer", "number": 2})).payload)

    def test_many_invocations_are_each_answered_by_their_own_answer(self):
        ways = ["answer"] * 40 + ["drop", "answer late", "end", "answer and end"]
        wrong, slowest = [], 0.0

        def work(executor, numbers):
            nonlocal slowest
            for number in numbers:
                does = ways[number * 7919 % len(ways)]
                begun = time.monotonic()
                result = executor.invoke(payload(f"r{number}", {"does": does, "number": number}))
                slowest = max(slowest, time.monotonic() - begun)
                right = b"Runtime.ExitError" in result.payload if does == "end" else result.payload == str(number).encode()
                if not right:
                    wrong.append((does, number, result.payload))

        workers = [
            threading.Thread(target=work, args=(self.executor(), range(worker, MANY, AT_ONCE)))
            for worker in range(AT_ONCE)
        ]
        [worker.start() for worker in workers]
        [worker.join() for worker in workers]
        print(f"{MANY} invocations, the slowest {slowest:.1f} s")
        self.assertEqual([], wrong)


def payload(request, event):
    return {"invoke-id": request, "invoked-function-arn": "arn:none", "payload": json.dumps(event)}


if __name__ == "__main__":
    if sys.argv[1:] == ["runtime"]:
        runtime()
    else:
        if len(sys.argv) > 1:
            MANY = int(sys.argv.pop())
        unittest.main()
