"""Journals with something to lose."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.cli.support import process
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import Draft, Moment

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from tests.faults.tally import Fault

KEPT = tuple(
    f"moment {number} with @Priya, some words to fill a page or two" for number in range(150)
)


def begin(path: Path) -> set[str]:
    """Begin a journal with a hundred and fifty moments, and return their words."""
    template = path.parents[2] / "template.db"
    if not template.exists():
        with Journal.open(str(template), create=True) as journal:
            journal.entries.keep_all(Draft(Moment(text)) for text in KEPT)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.parent.chmod(0o700)
    shutil.copyfile(template, path)
    path.chmod(0o600)
    return set(KEPT)


def log(fault: Fault, words: str) -> subprocess.CompletedProcess[bytes]:
    """Keep a moment with the command, its words on standard input."""
    return process("log", environment=fault.environment, piped=words.encode())


def keep(journal: Journal, words: str) -> str:
    """Keep a moment, and return its words as they were kept."""
    return journal.entries.keep(Draft(Moment(words))).content.text
