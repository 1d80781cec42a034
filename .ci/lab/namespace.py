"""A suite in a network namespace and a folder of its own, which are gone when it ends."""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
INSIDE = "MAILCHECK_LAB"


def run(script, programs, files, inside):
    """Calls inside(folder, words) in the namespace; here it does what needs the network outside."""
    # Those of a server's package are often not on an ordinary PATH.
    os.environ["PATH"] += ":/usr/sbin:/sbin"
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if INSIDE in os.environ:
        return inside(pathlib.Path(os.environ[INSIDE]), sys.argv[1:])
    missing = _obstacle(programs, files)
    if missing:
        return skip(missing)
    return _outside(script, sys.argv[1:])


def _obstacle(programs, files):
    """Why the lab cannot be here."""
    missing = [program for program in programs if not shutil.which(program)]
    missing += [str(file) for file in files if not os.path.exists(file)]
    if missing:
        return f"missing: {', '.join(missing)}"
    return "not root" if os.geteuid() else None


def skip(why):
    if os.environ.get("CI") == "true":
        print(f"FAILED: the lab cannot be set up here: {why}")
        print("0 passed, 1 failed")
        return 1
    print(f"SKIPPED, nothing was tested: {why}", file=sys.stderr)
    return 0


def _outside(script, words):
    """Builds what has to be built, while there is a network; then goes on in the namespace."""
    subprocess.run([PROJECT / "mailcheck", "--version"], check=True, stdout=subprocess.DEVNULL)
    name = f"mailcheck-ci-{os.getpid()}"
    made = subprocess.run(
        f"ip netns add {name} && ip -n {name} link set lo up && ip netns exec {name} true",
        shell=True, capture_output=True, text=True)
    if made.returncode:
        _end(name)
        return skip(f"no network namespace: {made.stderr.strip()}")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mailcheck-ci-"))
    folder.chmod(0o755)
    try:
        return _in_namespace(script, name, folder, words)
    finally:
        _end(name)
        if "--keep" in words:
            print(f"kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)


def _in_namespace(script, name, folder, words):
    child = subprocess.Popen(
        ["ip", "netns", "exec", name, sys.executable, script, *words],
        env={**os.environ, INSIDE: str(folder)})
    try:
        return child.wait()
    except BaseException:
        child.terminate()
        raise


def _end(name):
    """Whatever still runs in our namespace is ours; it is ended by its id."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        pids = subprocess.run(["ip", "netns", "pids", name], capture_output=True, text=True).stdout.split()
        for pid in map(int, pids):
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                pass
        if not pids:
            break
        subprocess.run(["sleep", "0.5"])
    subprocess.run(["ip", "netns", "delete", name], capture_output=True)
