"""What a process holds of the machine's memory."""

from __future__ import annotations

from pathlib import Path

__all__ = ["rollup"]


def rollup(pid: int | None) -> tuple[float, float]:
    """A process's share of all memory, and what it shares with no other; in megabytes.

    Zeros where the system does not tell.
    """
    file = Path(f"/proc/{pid}/smaps_rollup")
    if not file.exists():
        return 0.0, 0.0
    lines = [line.split() for line in file.read_text().splitlines()]
    sizes = {line[0]: int(line[1]) / 1024 for line in lines if line[-1] == "kB"}
    return sizes["Pss:"], sum(size for name, size in sizes.items() if name.startswith("Private_"))
