"""`tracejournal doctor` as a person meets it: a sentence and an honest code, whatever is wrong."""

from __future__ import annotations

import json
import os
import random
import re
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.store import damage
from tests.store.support import bytes_below, wal_of, without_privileges
from tracejournal.words.doctor import CHECKS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.support import Shell

OF_PLAIN_ONES = CHECKS.keys() - {"lock", "letterbox", "unlocked"}

SECRET = "Nobody else reads what Oisín said"


@pytest.fixture
def path(home: Path, shell: Shell) -> Path:
    """A journal with a few hundred moments."""
    shell.done("log", "Thanked @Priya for covering")
    shell.done("log", SECRET, "--with", "Oisín")
    with closing(sqlite3.connect(home / "data" / "journal.db")) as theirs:
        theirs.execute("PRAGMA journal_mode = DELETE")
    journal = home / "data" / "journal.db"
    for number in range(30):
        shell.done("log", f"Moment {number} " + "and so on " * 60)
    return journal


def copies_of(path: Path) -> list[Path]:
    return sorted((path.parent / "backups").glob("journal-*.db"))


def verdicts(shell: Shell, *options: str) -> dict[str, str]:
    done = shell("doctor", "--json", *options)
    found = {each["check"]: each["verdict"] for each in done.objects}
    assert done.code == ("act" in found.values())
    return found


def test_where_all_is_well_it_says_so_and_changes_nothing(
    shell: Shell, path: Path, home: Path
) -> None:
    shell.done("backup")
    (copy,) = copies_of(path)
    before, copied_of = bytes_below(home), copy.stat().st_mtime_ns
    done = shell("doctor")
    assert copy.stat().st_mtime_ns == copied_of
    assert (done.code, done.err) == (0, "")
    assert done.lines[-1] == "All is well."
    for title in (CHECKS[check] for check in OF_PLAIN_ONES):
        assert any(line.startswith(title) for line in done.lines), title
    assert bytes_below(home) == before
    assert set(verdicts(shell).values()) == {"fine"}
    assert str(path) in done.lines[0]


def test_without_a_journal_it_begins_none(shell: Shell, home: Path) -> None:
    done = shell("doctor")
    assert done.code == 0
    assert "There is no journal yet." in done.out
    assert not home.exists()


def test_what_is_said_to_scripts_holds_nothing_of_the_person(
    shell: Shell, path: Path, home: Path
) -> None:
    path.parent.chmod(0o755)
    (home / "config").mkdir()
    (home / "config" / "config.toml").write_text('theme = "Priya"', "utf-8")
    path.write_bytes(path.read_bytes()[:-5_000])
    said = shell("doctor", "--json", "--repair").out
    assert len(damage.beside(path)) == 1
    for private in (str(home), "Priya", "Oisín", "Nobody", home.parent.name):
        assert private not in said


@pytest.mark.parametrize(
    "harm",
    [*damage.DAMAGES, damage.nothing_but_random, damage.text],
    ids=lambda harm: harm.__name__,
)
@pytest.mark.parametrize("repair", [False, True])
def test_row_28_to_41_a_damaged_file_ends_with_a_sentence_and_stays_as_it_is(
    shell: Shell,
    path: Path,
    harm: Callable[[bytes, random.Random], damage.Damage],
    repair: bool,
) -> None:
    path.write_bytes(harm(path.read_bytes(), random.Random(7))[0])  # noqa: S311 - no secret
    before = path.read_bytes()
    done = shell("doctor", *(["--repair"] if repair else []))
    assert "Traceback" not in done.out + done.err
    assert done.err == ""
    if harm is damage.garbage_appended:  # the engine knows where the file ends
        assert done.code == 0
        return
    assert path.read_bytes() == before
    assert done.code == 1
    assert "damaged" in done.out
    assert done.lines[-1].startswith("To do: ")
    if not repair:
        assert "tracejournal doctor --repair" in done.out.replace("\n ", "")
        assert damage.beside(path) == []
    elif harm in (damage.nothing_but_random, damage.text):
        assert "nothing in it can be read as a journal" in " ".join(done.out.split())
        assert damage.beside(path) == []
    else:
        (saved,) = damage.beside(path)
        assert stat.S_IMODE(saved.stat().st_mode) == 0o600
        assert f"tracejournal restore {saved}" in " ".join(done.out.split())


def test_row_41_two_hundred_bit_flips_never_surprise_it(shell: Shell, path: Path) -> None:
    content = path.read_bytes()
    chance = random.Random(41)  # noqa: S311 - no secret
    for _ in range(200):
        flipped = bytearray(content)
        flipped[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        done = shell("doctor")
        assert done.code in (0, 1)
        assert done.err == ""
        assert done.lines[-1] == "All is well." or done.lines[-1].startswith("To do: ")
        assert path.read_bytes() == flipped
        wal_of(path).unlink(missing_ok=True)


def test_row_38_a_wal_that_is_garbage_is_told_of(shell: Shell, path: Path) -> None:
    wal_of(path).write_bytes(b"garbage" * 1_000)
    assert verdicts(shell, "--repair")["file"] == "act"
    assert wal_of(path).read_bytes() == b"garbage" * 1_000


def test_row_39_a_missing_file_beside_its_wal_is_told_of(shell: Shell, path: Path) -> None:
    wal_of(path).write_bytes(b"what was not yet in the file")
    path.unlink()
    done = shell("doctor")
    assert done.code == 1
    assert "parts of it are still beside it" in " ".join(done.out.split())


def test_row_45_what_others_can_read_is_told_of_and_closed(shell: Shell, path: Path) -> None:
    path.chmod(0o644)
    path.parent.chmod(0o755)
    assert verdicts(shell)["permissions"] == "act"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert verdicts(shell, "--repair")["permissions"] == "fine"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_row_46_a_link_is_told_of(shell: Shell, path: Path) -> None:
    path.symlink_to(path.rename(path.with_name("elsewhere.db")))
    assert verdicts(shell)["file"] == "act"


@pytest.mark.parametrize(("closed", "mode"), [("folder", 0o500), ("folder", 0), ("file", 0o400)])
def test_row_26_27_what_cannot_be_written_is_told_of(
    shell: Shell, path: Path, closed: str, mode: int
) -> None:
    (path.parent if closed == "folder" else path).chmod(mode)
    try:
        done = without_privileges(lambda: shell("doctor"))
    finally:
        path.parent.chmod(0o700)
    assert done.code == 1
    assert "cannot be written" in done.out
    assert "nothing is lost by that" in " ".join(done.out.split())


def test_row_42_43_44_files_of_others_and_of_newer_versions(shell: Shell, path: Path) -> None:
    with closing(sqlite3.connect(path)) as theirs:
        theirs.execute("PRAGMA user_version = 99")
    assert verdicts(shell)["schema"] == "note"
    assert len(shell("list", "-n", "0").lines) == 32
    assert shell("log", "no").code == 1
    with closing(sqlite3.connect(path)) as theirs:
        theirs.execute("PRAGMA application_id = 1")
    assert verdicts(shell)["file"] == "act"


def test_an_index_and_a_summary_that_differ_are_made_again(shell: Shell, path: Path) -> None:
    with closing(sqlite3.connect(path)) as theirs, theirs:
        theirs.execute("DELETE FROM entries_search_data WHERE id > 10")
        theirs.execute("UPDATE days SET moments = moments + 7")
    found = verdicts(shell)
    assert (found["search"], found["days"], found["integrity"]) == ("act", "act", "fine")
    assert copies_of(path) == []
    done = shell("doctor", "--repair")
    assert done.code == 0, done.out
    assert done.out.count("It was made again from them.") == 2
    assert re.search(r"One copy, of \d+ \w+ \d+\. It passed every check", done.out)
    assert len(copies_of(path)) == 1
    assert set(verdicts(shell).values()) == {"fine"}
    assert len(shell("search", "covering").lines) == 1
    assert len(shell("list", "-n", "0").lines) == 32


def test_rows_that_another_program_left_loose_are_told_of(shell: Shell, path: Path) -> None:
    with closing(sqlite3.connect(path)) as theirs, theirs:
        theirs.execute("INSERT INTO entry_tags VALUES (5, 5, 0)")
    assert verdicts(shell)["order"] == "note"


def test_nothing_is_made_again_before_there_is_a_copy(shell: Shell, path: Path) -> None:
    with closing(sqlite3.connect(path)) as theirs, theirs:
        theirs.execute("UPDATE days SET moments = moments + 7")
    (path.parent / "backups").write_text("no folder", "utf-8")
    done = shell("doctor", "--repair")
    assert done.code == 1
    assert "There is no new backup" in " ".join(done.out.split())
    (path.parent / "backups").unlink()
    assert verdicts(shell)["days"] == "act"


def test_a_backup_that_went_bad_is_told_of(shell: Shell, path: Path) -> None:
    assert verdicts(shell)["backups"] == "note"
    shell.done("backup")
    (copy,) = copies_of(path)
    content = copy.read_bytes()
    copy.write_bytes(content[:20_000] + bytes(4_096) + content[24_096:])
    done = shell("doctor")
    assert done.code == 1
    assert copy.name in done.out
    assert "All is well" not in done.out


def test_settings_that_cannot_be_used_are_told_of(shell: Shell, path: Path, home: Path) -> None:
    assert path.exists()
    (home / "config").mkdir()
    settings = home / "config" / "config.toml"
    for text in ("theme = ", 'themes = "dusk"', 'theme = "nowhere"', '[keys]\nkeep = "ctrl+h"'):
        settings.write_text(text, "utf-8")
        assert verdicts(shell)["config"] == "act", text
        assert len(shell("doctor").out) > 500
    settings.write_text('theme = "dawn"', "utf-8")
    assert verdicts(shell)["config"] == "fine"


def test_unfinished_files_of_an_hour_ago_are_told_of_and_removed(shell: Shell, path: Path) -> None:
    old, new = path.with_name("journal.db.new-1234"), path.with_name("journal.db.new-5678")
    for file in (old, new):
        file.write_bytes(b"half")
    os.utime(old, (1, 1))
    assert verdicts(shell)["leftovers"] == "note"
    verdicts(shell, "--repair")
    assert not old.exists()
    assert new.exists()


def test_a_cloud_folder_is_told_of(
    shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACEJOURNAL_HOME", str(home / "Dropbox"))
    shell.done("log", "Tea")
    done = shell("doctor", "--json")
    place = next(each for each in done.objects if each["check"] == "place")
    assert place["verdict"] == "note"
    assert "Dropbox" in place["says"]
    assert done.code == 0


def test_what_scripts_get_is_plain_json(shell: Shell, path: Path) -> None:
    assert path.exists()
    objects = json.loads(shell("doctor", "--json").out)
    assert {tuple(each) for each in objects} == {("check", "verdict", "says")}
    assert {each["check"] for each in objects} == OF_PLAIN_ONES
