"""The processes of the lab: started here, ended here, each by its id."""

import os
import pathlib
import signal
import subprocess
import time


class Processes:
    """Starts programs with their output in files, and ends them all."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True)
        self.running = {}

    def start(self, name, command):
        log = (self.folder / f"{name}.log").open("wb")
        self.running[name] = subprocess.Popen(
            list(map(str, command)), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            start_new_session=True)

    def complain(self):
        """Raises with the last words of what has ended on its own."""
        for name, process in self.running.items():
            if process.poll() is not None:
                said = (self.folder / f"{name}.log").read_text(errors="replace")[-2000:]
                raise RuntimeError(f"{name} ended with {process.returncode}:\n{said}")

    def wait(self, what, ready, seconds=20):
        """Until ready() is true."""
        end = time.monotonic() + seconds
        while not ready():
            self.complain()
            if time.monotonic() > end:
                raise RuntimeError(f"{what}: not ready after {seconds} s")
            time.sleep(0.05)

    def stop(self):
        for process in self.running.values():
            if process.poll() is None:
                _signal_session(process.pid, signal.SIGTERM)
        for process in self.running.values():
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                _signal_session(process.pid, signal.SIGKILL)
                process.wait()


def _signal_session(pid, number):
    try:
        os.killpg(pid, number)
    except ProcessLookupError:
        pass
