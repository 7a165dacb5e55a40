"""docs/recovery.md: its commands, as they stand, read all there is without this program."""

from __future__ import annotations

import os
import re
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import apsw
import pytest
from sqlcipher3 import dbapi2

from tests import age
from tests.support import FakeClock
from tests.terminal.terminal import Terminal
from tracejournal import places
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock, NewLock, new_lock
from tracejournal.model.entry import Draft, Moment
from tracejournal.store import keys, letterbox
from tracejournal.store.engine import APPLICATION_ID, SCHEMA_VERSION
from tracejournal.store.slots import PASSPHRASE, found

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = Path(__file__).parents[2] / "docs" / "recovery.md"
PASS = "three small böats"
WORDS = "Tea with @Priya, thanking her"
NOTE = "left at night"
BEFORE_NEW_KEY = "the passphrase of then"


def blocks() -> dict[tuple[str, str], str]:
    """Return the code of the page by language and name."""
    page = PAGE.read_text("utf-8")
    named = re.findall(r"^```(\w+) ?(\S*)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return {(language, name): code for language, name, code in named}


class Shell(Terminal):
    """Commands typed into a terminal, with one answer to whatever they ask."""

    DOOR: ClassVar[tuple[str, ...]] = (
        "-c",
        "import os, sys; os.execv('/bin/bash', ['bash', '-euc', sys.argv[1]])",
    )


def run(code: str, *answers: str) -> str:
    """Run commands of the page, and return what they show."""
    with Shell([code], {"HOME": str(Path.home())}, size=(250, 60)) as shell:
        for answer in answers:
            shell.wait_for("assphrase")
            shell.type(f"{answer}\r")
        assert shell.wait_for_end() == 0, shell.raw.decode()
        return shell.raw.decode()


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> NewLock:
    """A journal where the page says it is: with another key before, backups, and a note."""
    monkeypatch.delenv("TRACEJOURNAL_HOME")
    clock = FakeClock()
    with Journal.open(clock=clock, create=True) as journal:
        journal.entries.keep(Draft(Moment(WORDS)))
    lock = Lock(clock)
    lock.lock(new_lock(BEFORE_NEW_KEY))
    clock.pass_time(days=1)
    with Journal.open(clock=clock) as journal:
        journal.entries.keep(Draft(Moment("Another day")))
    new = new_lock(PASS)
    lock.lock(new)
    letterbox.drop(lock.path, NOTE.encode(), 1)
    keys.forget()
    return new


def without(program: str) -> bool:
    """Whether a program is missing here; never so where every check is run."""
    missing = shutil.which(program) is None
    assert not (missing and os.environ.get("TRACEJOURNAL_ALL_CHECKS")), f"{program} is missing"
    return missing


needs_age = pytest.mark.skipif(
    without("age"), reason="there is no `age` here: the package of that name"
)


@needs_age
@pytest.mark.parametrize("way", ["passphrase", "recovery"])
def test_the_commands_read_everything(kept: NewLock, way: str) -> None:
    code = blocks()
    run(code["sh", ""])
    rescue = Path.home() / "rescue"
    python = rescue / "env" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')  # as if it had been installed
    python.chmod(0o700)
    (rescue / "read.py").write_text(code["python", "read.py"])
    (rescue / "recovery.txt").write_text(f"{kept.recovery_key}\n")

    def there(name: str, *answers: str) -> str:
        return run(f"umask 077; cd ~/rescue\n{code['sh', name]}", *answers)  # one shell goes on

    there(way, *([PASS] if way == "passphrase" else []))
    assert (rescue / "key.txt").stat().st_mode & 0o777 == 0o600
    assert f"2026-11-23 | {WORDS}" in there("read")
    searched = there("search")
    assert WORDS in searched
    assert "Another day" not in searched
    assert NOTE in there("notes")
    there("plain")
    plain(rescue / "plain.db")
    if way == "passphrase":
        names = sorted(slot.key for slot in found(str(rescue / "backups" / "lock"), PASSPHRASE))
        (mine,) = found(str(rescue / "lock"), PASSPHRASE)
        answers = [PASS if name == mine.key else BEFORE_NEW_KEY for name in names]
        told = run_backups(code["sh", "backups"], answers)
        backups = sorted(path.name for path in (rescue / "backups").glob("*.db"))
        assert len(backups) > 1
        assert [name for name in backups if f"backups/{name} | " not in told] == []
    run(code["sh", "clean"])
    assert not rescue.exists()


def asked_so_often(shell: Shell, number: int) -> bool:
    return shell.raw.count(b"Enter passphrase") >= number


def run_backups(code: str, answers: Sequence[str]) -> str:
    with Shell([f"cd ~/rescue\n{code}"], {"HOME": str(Path.home())}, size=(250, 60)) as shell:
        for number, answer in enumerate(answers, 1):
            asked = partial(asked_so_often, shell, number)
            shell._read_until(asked, "age does not ask")
            shell.type(f"{answer}\r")
        shell.wait_for_end()
        return shell.raw.decode()


def plain(path: Path) -> None:
    """See that a file is an ordinary one which tracejournal itself opens."""
    assert path.read_bytes().startswith(b"SQLite format 3\0")
    keys.forget()
    path.chmod(0o600)
    with Journal.open(str(path)) as journal:
        assert len(journal.history.find("tea")) == 1
        assert {entry.content.text for entry in journal.history.entries()} == {WORDS, "Another day"}


def test_the_statements_for_the_sqlcipher_shell_do_so_too(
    kept: NewLock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (slot,) = found(Lock(FakeClock()).folder, PASSPHRASE)
    key = age.decrypt(slot.read(), kept.passphrase).decode().strip()
    shown = typed(places.journal_file(), blocks()["sql", "read"], key)
    assert shown == [("2026-11-23", WORDS), ("2026-11-24", "Another day")]
    lines = blocks()["sql", "plain"].splitlines()
    lines.insert(-1, f"PRAGMA plain.user_version = {SCHEMA_VERSION};")
    assert (SCHEMA_VERSION,) in typed(places.journal_file(), "\n".join(lines), key)
    assert f"application_id = {APPLICATION_ID};" in blocks()["sql", "plain"]
    plain(tmp_path / "plain.db")


def typed(path: str, statements: str, key: str) -> list[tuple[object, ...]]:
    connection = dbapi2.connect(path)
    try:
        return [
            row
            for statement in statements.replace("KEY'", f"{key}'", 1).splitlines()
            for row in connection.execute(statement)
            if row != ("ok",)
        ]
    finally:
        connection.close()


def test_another_engine_reads_and_searches_it_from_the_passphrase_alone(kept: NewLock) -> None:
    """Not one line of this program, and none of the libraries it seals and stores with."""
    (slot,) = Path(places.lock_folder(places.journal_file())).glob("*-passphrase.age")
    key = age.decrypt(slot.read_bytes(), kept.passphrase).decode().strip()
    journal = apsw.Connection(places.journal_file())
    for name, value in (("cipher", "sqlcipher"), ("legacy", 4), ("key", f"x'{key}'")):
        journal.pragma(name, value)
    match = "SELECT rowid FROM entries_search WHERE entries_search MATCH 'thank*'"
    query = f"SELECT text FROM entries WHERE id IN ({match})"  # noqa: S608 - our own words
    assert journal.execute(query).fetchall() == [(WORDS,)]
    assert journal.pragma("integrity_check") == "ok"
    journal.close()
