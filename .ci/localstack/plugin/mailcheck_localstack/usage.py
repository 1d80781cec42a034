"""What a process has used, by Linux."""

import os
import re
from pathlib import Path


def cpu(pid: int) -> float:
    """Seconds that all its threads have had; a busy machine does not change it much."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak(pid: int) -> float:
    """MiB of memory that it had at most."""
    return int(re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text()).group(1)) / 1024
