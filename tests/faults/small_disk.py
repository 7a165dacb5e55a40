"""A disk that is really full, where one can be mounted."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.faults.tally import NotHereError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[None]:
    """Put a file system of a few kilobytes in the place of a folder."""
    folder.mkdir(parents=True)
    if os.geteuid() != 0 or not sys.platform.startswith("linux"):
        message = "mounting a small file system needs root on Linux; row 23 fills a file instead"
        raise NotHereError(message)
    mount = ["/bin/mount", "-t", "tmpfs", "-o", f"size={kilobytes}k,mode=0700", "none", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        message = "nothing can be mounted here; row 23 fills a file instead"
        raise NotHereError(message)
    try:
        yield
    finally:
        subprocess.run(["/bin/umount", "-l", str(folder)], check=True)


def fill(path: Path) -> None:
    """Let a file take all the room that is left."""
    with path.open("wb", buffering=0) as file:
        for size in (65_536, 4_096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue
