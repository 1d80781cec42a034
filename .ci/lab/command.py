"""Runs ./mailcheck."""

import dataclasses
import json
import os
import pty
import subprocess
import time

import places

HARD_LIMIT = 150


@dataclasses.dataclass(frozen=True)
class Result:
    """What a run left behind."""

    words: tuple
    code: int
    out: str
    err: str
    seconds: float

    def reports(self):
        """The reports, which follow one another; each may have several lines."""
        reports, at = [], 0
        while at < len(self.out.rstrip()):
            report, at = json.JSONDecoder().raw_decode(self.out, at + _blank(self.out, at))
            reports.append(report)
        return reports

    def wrong(self):
        """What no run may do, whatever it is asked."""
        wrong = [f"exit code {self.code}: {self.err.strip()[-600:]}"] if self.code not in (0, 1, 2, 3, 4) else []
        if "Exception" in self.err or "OutOfMemory" in self.err or "\tat " in self.err:
            wrong.append(f"standard error: {self.err.strip()[-600:]}")
        return wrong


class Mailcheck:
    """The command with the options of the lab, and without anything of the user's."""

    def __init__(self, folder, arguments):
        self.arguments = list(arguments)
        home = folder / "home"
        home.mkdir()
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8",
            **{name: os.environ[name] for name in ("JAVA_HOME",) if name in os.environ}}

    def run(self, *words, before=(), lab=True):
        """A run with the lab's options in front, so that those of the case win."""
        command = self._command(words, before, lab)
        began = time.monotonic()
        done = subprocess.run(
            command, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=HARD_LIMIT)
        return Result(
            words, done.returncode, done.stdout.decode("utf-8", "surrogateescape"),
            done.stderr.decode("utf-8", "surrogateescape"), time.monotonic() - began)

    def on_terminal(self, *words):
        """All that a terminal of 80 columns gets, progress and report."""
        command = self._command(words, (), True)
        master, slave = pty.openpty()
        environment = {**self.environment, "TERM": "xterm-256color", "COLUMNS": "80"}
        with subprocess.Popen(command, env=environment, stdin=slave, stdout=slave, stderr=slave) as process:
            os.close(slave)
            shown = b"".join(_until_end(master))
            process.wait(HARD_LIMIT)
        os.close(master)
        return shown.decode("utf-8", "surrogateescape")

    def _command(self, words, before, lab):
        return [*before, str(places.PROJECT / "mailcheck"), *(self.arguments if lab else ()), *words]


def _blank(text, at):
    return len(text[at:]) - len(text[at:].lstrip())


def _until_end(descriptor):
    while True:
        try:
            data = os.read(descriptor, 65536)
        except OSError:
            return
        if not data:
            return
        yield data
