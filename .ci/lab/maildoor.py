"""mailcheck serve with its mail door, in a namespace."""

import json
import re
import subprocess
import threading
import time
import urllib.request

import namespace

DOOR = "198.51.100.40"
CHECK = "check@check.test"
PATIENCE = 60


class Service:
    """mailcheck serve with its mail door."""

    def __init__(self, data, zone, smarthost, door=f"{DOOR}:25"):
        self.data, self.said = data, []
        self.words = [
            namespace.PROJECT / "mailcheck", "serve", "--data", self.data, "--listen", "127.0.0.1:0", "--open",
            "--zone", zone, "--smtp", door, "--mail-domain", "check.test", "--smarthost", smarthost]

    def __enter__(self):
        self.process = subprocess.Popen(
            self.words, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            self.said.append(line)
            found = re.search(r"open (http://\S+?)/ ", line)
            if found:
                self.root = found.group(1)
                threading.Thread(target=lambda: self.said.extend(self.process.stderr), daemon=True).start()
                return self
        raise RuntimeError("mailcheck serve does not start")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)

    def complaints(self):
        """What it said, but for what it says of itself when it starts."""
        usual = ("mailcheck: open ", "mailcheck: results are kept", "mailcheck: test mails to")
        return [line for line in list(self.said) if not line.startswith(usual)]

    def killed(self):
        """As by a loss of power."""
        self.process.kill()
        self.process.wait(20)

    def counts(self):
        """What the operator sees of the mails of today."""
        out = subprocess.run(
            [namespace.PROJECT / "mailcheck", "serve", "--counts", "--data", self.data],
            check=True, capture_output=True, text=True).stdout
        return {line.split()[1]: int(line.split()[2]) for line in out.splitlines()}

    def opened(self):
        request = urllib.request.Request(
            self.root + "/mail-checks", b"{}", {"content-type": "application/json"})
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)

    @staticmethod
    def report(url):
        """The report behind a link, once it is there."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with urllib.request.urlopen(url, timeout=20) as answer:
                if answer.status == 200:
                    return json.load(answer)
            time.sleep(0.2)
        raise RuntimeError("the check does not end")
