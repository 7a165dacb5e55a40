"""Environments: ours as a user has it, each peer in one of its own. Kept in the cache."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bench.timing import FailedError

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[1]
_PIP = ("-q", "--disable-pip-version-check", "--no-input")


def install_ours(cache: Path) -> Path:
    """Return the folder of programs of an environment made by the README's own steps.

    Not editable: a wheel of the present source, its bytecode compiled, as a user has it. What it
    depends on is installed once for each lock; the program itself again for each run.

    Raises:
        FailedError: the package index is out of reach, or the source cannot be built.
    """
    lock = ROOT / "requirements" / "app.lock"
    kept_by = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()[:12]
    programs = _environment(cache / f"ours-{kept_by}", ["--require-hashes", "-r", str(lock)])
    again = ["--no-deps", "--no-build-isolation", "--no-cache-dir", "--force-reinstall", str(ROOT)]
    _pip(programs, again)
    return programs


def install_peer(cache: Path, requirements: Sequence[str]) -> Path:
    """Return the folder of programs of an environment with one peer, such as `("jrnl==4.6",)`.

    Raises:
        FailedError: it cannot be installed here.
    """
    return _environment(cache / "peers" / requirements[0], requirements)


def _environment(folder: Path, packages: Sequence[str]) -> Path:
    """Make an environment, all or nothing, where there is none."""
    programs = folder / "bin"
    complete = folder / "complete"
    if not complete.exists():
        _run([sys.executable, "-m", "venv", "--clear", str(folder)])
        _pip(programs, packages)
        complete.touch()
    return programs


def _pip(programs: Path, packages: Sequence[str]) -> None:
    _run([str(programs / "python"), "-m", "pip", "install", *_PIP, *packages])


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        message = f"{' '.join(command)}: {done.stderr.strip()[-500:]}"
        raise FailedError(message)
