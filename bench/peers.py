"""Programs that people use for the same: jrnl, ripgrep over Markdown files, the sqlite3 shell.

Each gets the same entries and is asked the same question in the way its own manual shows.
"""

from __future__ import annotations

import shutil
import subprocess
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bench.install import install_peer
from bench.timing import FailedError
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.setting import Setting
    from bench.timing import Process

JRNL = ("jrnl==4.6",)
POSTING = ("posting==2.11.1", "tree-sitter==0.25.2")  # with a later one it crashes at its start
HARLEQUIN = ("harlequin==2.17.0",)

SEARCHED = "interpreter"
"""What is searched for: in two or three of a hundred entries, early and late."""

LINE = "Thanked Priya for covering the late intake"


_JRNL_CONFIG = """\
version: "{version}"
journals:
  default:
    journal: {text}
editor: ""
encrypt: false
template: false
default_hour: 9
default_minute: 0
timeformat: "%F %r"
tagsymbols: "#@"
highlight: true
linewrap: 79
indent_character: "|"
colors: {{body: none, date: none, tags: none, title: none}}
"""
"""What jrnl writes by itself at its first start."""


class MissingError(Exception):
    """A peer that is not there, with the reason."""


class Told(NamedTuple):
    """An entry as plain text holds it."""

    at: datetime
    text: str


def told(journal: Path) -> Iterator[Told]:
    """Yield the entries of a journal in sight, oldest first; numbers without words as words."""
    sql = (
        "SELECT happened_at, text, energy, load FROM entries"
        " WHERE sealed = 0 AND trashed_at IS NULL ORDER BY id"
    )
    with open_store(str(journal)) as store:
        for at, text, energy, load in store.run(sql):
            yield Told(datetime.fromisoformat(at), text or f"Energy {energy}, load {load}.")


class Jrnl:
    """jrnl, with its usual settings, on a journal of so many entries.

    Raises:
        MissingError: it is not wanted or cannot be installed.
    """

    def __init__(self, setting: Setting, number: int) -> None:
        """Write its journal: one text file."""
        self._setting = setting
        self._program = _installed(setting, JRNL) / "jrnl"
        self._home = setting.scratch / f"jrnl-{number}"
        self._home.mkdir(exist_ok=True)
        text = self._home / "journal.txt"
        if not text.exists():
            with text.open("w", encoding="utf-8") as file:
                for entry in told(setting.journal(number)) if number else ():
                    file.write(f"[{entry.at:%F %r}] {entry.text}\n\n")
        self._config = self._home / "jrnl.yaml"
        self._config.write_text(
            _JRNL_CONFIG.format(text=text, version=JRNL[0].partition("==")[2]), "utf-8"
        )

    def keep(self) -> Process:
        """Keep one line."""
        return self._run(LINE)

    def today(self) -> Process:
        """Show today, one line an entry."""
        return self._run("-on", "today", "--short")

    def search(self) -> Process:
        """Find a word, the newest 20."""
        return self._run("-contains", SEARCHED, "-n", "20")

    def _run(self, *words: str) -> Process:
        command: list[str | Path] = [self._program, "--config-file", self._config, *words]
        return self._setting.process(command, self._home)


def ripgrep(setting: Setting, number: int, *, by_day: bool) -> Process:
    """Return ripgrep looking for a word in Markdown files, one a day or one an entry.

    Raises:
        MissingError: it is not wanted or not installed.
    """
    program = _on_path(setting, "rg")
    source = setting.journal(number)
    folder = source.parent / f"{number}-{'days' if by_day else 'entries'}"
    if not folder.exists():
        unfinished = folder.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        for place, entry in enumerate(told(source)):
            name = f"{entry.at:%F}" if by_day else f"{entry.at:%F}-{place:07}"
            file = unfinished / f"{entry.at:%Y}" / f"{name}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("a", encoding="utf-8") as page:
                page.write(f"## {entry.at:%F %H:%M}\n\n{entry.text}\n\n")
        unfinished.rename(folder)
    command: list[str | Path] = [program, "--ignore-case", "--no-heading", SEARCHED, folder]
    return setting.process(command, setting.scratch)


def sqlite_shell(setting: Setting, number: int) -> Process:
    """Return the sqlite3 shell asking the index of words of our own file.

    Raises:
        MissingError: it is not wanted or not installed.
    """
    sql = (
        "SELECT happened_on, substr(entries.text, 1, 240) FROM entries_search"  # noqa: S608 - our own word
        " CROSS JOIN entries ON entries.id = entries_search.rowid"
        f" WHERE entries_search MATCH '{SEARCHED} *'"
        " ORDER BY entries_search.rowid DESC LIMIT 20;"
    )
    home = setting.home(number)
    journal = home / "data" / "journal.db"
    return setting.process([_on_path(setting, "sqlite3"), "-readonly", journal, sql], home)


def full_screen(setting: Setting, requirements: tuple[str, ...]) -> list[str | Path]:
    """Return the command of a peer with a full screen.

    Raises:
        MissingError: it is not wanted or cannot be installed.
    """
    if setting.peers != "all":
        message = "measured with --peers all"
        raise MissingError(message)
    return [_installed(setting, requirements) / requirements[0].partition("==")[0]]


def versions(setting: Setting) -> dict[str, str]:
    """Return what the shell's own peers say they are."""
    found = {}
    for name in ("rg", "sqlite3"):
        program = shutil.which(name)
        if program and setting.peers != "none":
            said = subprocess.run(
                [program, "--version"], capture_output=True, text=True, check=True
            )
            found[name] = " ".join(said.stdout.splitlines()[0].split()[:2])
    return found


def _on_path(setting: Setting, name: str) -> str:
    found = shutil.which(name)
    if setting.peers == "none" or found is None:
        message = "without peers" if found else f"{name} is not installed"
        raise MissingError(message)
    return found


def name_of(requirements: tuple[str, ...]) -> str:
    """Return what a peer is called in the table: `jrnl 4.6`."""
    return requirements[0].replace("==", " ")


def _installed(setting: Setting, requirements: tuple[str, ...]) -> Path:
    if setting.peers == "none":
        message = "without peers"
        raise MissingError(message)
    try:
        return _install_once(setting.cache, requirements)
    except FailedError as failure:
        message = f"{requirements[0]} cannot be installed: {failure}"
        raise MissingError(message) from None


@cache
def _install_once(folder: Path, requirements: tuple[str, ...]) -> Path:
    return install_peer(folder, requirements)
