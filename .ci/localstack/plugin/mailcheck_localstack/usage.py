"""What a process has used, by Linux; nothing is known of one that has ended."""

import os
import re
from pathlib import Path


def cpu(pid: int) -> float:
    """Seconds that all its threads have had; a busy machine does not change it much."""
    fields = _told(pid, "stat").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else 0


def peak(pid: int) -> float:
    """MiB of memory that it had at most."""
    found = re.search(r"VmHWM:\s+(\d+)", _told(pid, "status"))
    return int(found.group(1)) / 1024 if found else 0


def _told(pid: int, name: str) -> str:
    try:
        return Path(f"/proc/{pid}/{name}").read_text()
    except OSError:
        return ""
