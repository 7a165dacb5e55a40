"""Where is my data: every path, its size, who can read it, and what erasing cannot reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.support import Shell
from tests.support import FakeClock
from tracejournal import places
from tracejournal.journal import leftovers
from tracejournal.journal.backups import Backups
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock, new_lock
from tracejournal.journal.whereabouts import told, whereabouts
from tracejournal.model.entry import Draft, Moment
from tracejournal.store import keys
from tracejournal.words import backups as words


@pytest.fixture
def shell(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, clock: FakeClock
) -> Shell:
    return Shell(capsys, monkeypatch, clock)


def said_of(title: str) -> list[str]:
    """Return what is said of the places of a kind."""
    found = whereabouts(Backups.of_home(), is_locked=Lock(FakeClock()).is_locked())
    return [said for name, _, said in told(found) if name == title]


def test_rule_19_every_path_is_named_with_size_readers_lock_and_newest_backup(
    journal: Journal, home: Path, shell: Shell
) -> None:
    journal.backups.make()
    shell.done("config", "set", "motion", "on")
    (home / "state").mkdir(mode=0o700, exist_ok=True)
    path = leftovers.put_draft_aside("moment::1a", {"text": "half a line"})
    printed = shell.done("path", "--all").out
    for place in (
        home / "data" / "journal.db",
        home / "data" / "backups",
        home / "config" / "config.toml",
        home / "state",
        path,
    ):
        assert f"\n{place}\n" in printed
    assert printed.count("only you can read it") == 5
    assert printed.count("not encrypted") == 3
    assert "1 copy, the newest of Mon 23 Nov 2026, 08:42, checked: 0 entries" in printed
    for beyond in (
        "exports",
        "copies elsewhere",
        "synced folders",
        "snapshots",
        "what a disk keeps",
    ):
        assert beyond in printed
    assert "SQLite 3." in printed
    assert "half a line" not in printed
    logs = next(line for line in printed.splitlines() if line.startswith(words.STATE))
    assert words.WITHOUT_WORDS not in logs, "unfinished words are in there"


def test_rule_19_of_a_locked_journal_every_place_is_named_with_its_state(
    home: Path, shell: Shell, clock: FakeClock
) -> None:
    with Journal.open(clock=clock, create=True) as journal:
        journal.entries.keep(Draft(Moment("Tea")))
        journal.backups.make()
    Lock(clock).lock(new_lock("three small boats"))
    printed = shell.done("path", "--all").out
    for place in ("lock", "letterbox", "backups", "journal.db"):
        assert f"\n{home / 'data' / place}\n" in printed
    assert "locked · 1 entry" in said_of(words.JOURNAL)[0]
    assert said_of(words.BACKUPS)[0].count("locked · ") == 1
    assert "sealed files for your passphrase and recovery key" in said_of(words.LOCK)[0]
    assert words.UNLOCKED not in printed
    assert "SQLCipher" in printed
    assert "without both, nobody can open it" in printed


def test_without_its_key_it_is_said_to_be_locked_and_not_to_be_damaged(
    shell: Shell, clock: FakeClock
) -> None:
    with Journal.open(clock=clock, create=True) as journal:
        journal.backups.make()
    Lock(clock).lock(new_lock("three small boats"))
    keys.forget()
    assert words.NOT_READABLE not in shell.done("path", "--all").out
    assert words.LOCKED_AWAY in said_of(words.JOURNAL)[0]
    assert words.LOCKED_AWAY in said_of(words.BACKUPS)[0]


@pytest.mark.parametrize(
    ("waiting", "aside", "said"),
    [
        (0, 0, "empty"),
        (1, 0, "1 note waits, sealed"),
        (2, 1, "2 notes wait, sealed; 1 could not be read and is kept"),
        (0, 2, "empty; 2 could not be read and are kept"),
    ],
)
def test_notes_that_wait_are_counted(
    waiting: int, aside: int, said: str, home: Path, clock: FakeClock
) -> None:
    Journal.open(clock=clock, create=True).close()
    Lock(clock).lock(new_lock("three small boats"))
    letterbox, damaged = home / "data" / "letterbox", home / "data" / "letterbox" / "damaged"
    damaged.mkdir(parents=True, mode=0o700)
    for folder, count in ((letterbox, waiting), (damaged, aside)):
        for number in range(count):
            (folder / f"{number:017d}-0000.age").write_bytes(b"sealed")
    assert said in said_of(words.LETTERBOX)[0]


def test_backups_that_are_not_locked_with_the_others_are_counted(
    home: Path, clock: FakeClock
) -> None:
    with Journal.open(clock=clock, create=True) as journal:
        plain = Path(journal.backups.make().path).read_bytes()
    Lock(clock).lock(new_lock("three small boats"))
    (home / "data" / "backups" / "journal-2026-11-01T080000Z.db").write_bytes(plain)
    assert "1 of them not encrypted" in said_of(words.BACKUPS)[0]


@pytest.mark.usefixtures("journal")
def test_what_others_may_read_is_said_with_what_closes_it(home: Path) -> None:
    assert "only you can read it" in said_of(words.JOURNAL)[0]
    (home / "data").chmod(0o755)
    (home / "data" / "journal.db").chmod(0o644)
    assert "others on this machine may read it · `tracejournal doctor" in said_of(words.JOURNAL)[0]
    (home / "data").chmod(0o700)
    assert "only you can read it" in said_of(words.JOURNAL)[0], "the folder is closed"


def test_without_anything_there_every_place_is_still_named(shell: Shell) -> None:
    printed = shell.done("path", "--all").out
    assert places.journal_file() in printed
    assert printed.count(words.NOT_THERE_YET) == 4


@pytest.mark.usefixtures("journal")
def test_unfinished_words_of_another_journal_are_not_ours(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert leftovers.put_draft_aside("moment::1a", {"text": "mine"})
    assert len(said_of(words.UNFINISHED)) == 1
    monkeypatch.setattr(places, "journal_file", lambda: "/elsewhere/journal.db")
    assert leftovers.ours() == []


@pytest.mark.usefixtures("journal")
def test_looking_changes_nothing(home: Path) -> None:
    leftovers.put_draft_aside("moment::1a", {"text": "half a line"})
    before = sorted((path, path.stat().st_mtime_ns) for path in home.rglob("*.json"))
    list(told(whereabouts(Backups.of_home(), is_locked=False)))
    assert sorted((path, path.stat().st_mtime_ns) for path in home.rglob("*.json")) == before
    assert len(leftovers.find()) == 1, "they can still be taken in"
