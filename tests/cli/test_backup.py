"""`backup`, `restore` and `delete --everything`, as a person meets them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.support import process
from tests.store.support import bytes_below, stands_in_a_file
from tracejournal.journal import leftovers
from tracejournal.words import backups as words

if TYPE_CHECKING:
    from tests.cli.support import Shell

FIRST = "journal-2026-11-23T131500Z.db"
WINDOW = """
import sys
from tracejournal.journal.journal import Journal
with Journal.open() as journal:
    journal.history.find()
    print(flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def backed_up(shell: Shell) -> Shell:
    """A journal of two entries, with a backup that holds one of them."""
    shell.done("log", "qxvfirstqz")
    shell.done("backup")
    shell.clock.pass_time(days=1, hours=1)
    shell.done("log", "qxvsecondqz")
    return shell


class TestBackup:
    def test_it_prints_where_the_copy_is_and_says_what_it_holds(
        self, shell: Shell, home: Path
    ) -> None:
        shell.done("log", "words")
        done = shell.done("backup")
        assert done.out == f"{home / 'data' / 'backups' / FIRST}\n"
        assert done.err == "Copied and checked: 1 entry, up to 23 Nov 2026.\n"

    def test_it_goes_where_it_is_told_to(self, backed_up: Shell, tmp_path: Path) -> None:
        stick = tmp_path / "stick"
        stick.mkdir()
        done = backed_up.done("backup", "--to", str(stick))
        assert done.out == f"{stick / 'journal-2026-11-24T141500Z.db'}\n"
        assert "does not reach this copy" in done.err
        assert backed_up.done("backup", "--to", str(stick / "mine.db")).out.endswith("mine.db\n")
        assert [path.stat().st_mode & 0o777 for path in stick.iterdir()] == [0o600, 0o600]

    def test_it_never_writes_over_anything(self, backed_up: Shell, tmp_path: Path) -> None:
        mine = tmp_path / "mine.db"
        mine.write_text("mine")
        refused = backed_up("backup", "--to", str(mine))
        assert (refused.code, "is there already" in refused.err) == (1, True)
        assert mine.read_text() == "mine"

    def test_a_place_that_is_not_there_is_told(self, backed_up: Shell, tmp_path: Path) -> None:
        refused = backed_up("backup", "--to", str(tmp_path / "no" / "mine.db"))
        assert refused.code == 1
        assert refused.err.startswith("There is no new backup. The folder ")

    def test_there_is_nothing_to_copy_before_anything_is_kept(self, shell: Shell) -> None:
        refused = shell("backup")
        assert (refused.code, refused.out) == (1, "")
        assert "no journal yet" in refused.err

    def test_log_makes_none(self, shell: Shell, home: Path) -> None:
        shell.done("log", "words")
        assert [path.name for path in (home / "data").iterdir()] == ["journal.db"]


class TestRestore:
    def test_without_a_name_it_lists_them(self, backed_up: Shell) -> None:
        done = backed_up.done("restore")
        assert done.out == f"{FIRST}  Mon 23 Nov 2026, 08:15  1 entry, up to 23 Nov 2026\n"
        assert done.err == f"{words.HOW_TO_RESTORE}\n"

    def test_where_there_is_none_it_says_so(self, shell: Shell) -> None:
        assert shell("restore") == (0, "", f"{words.NO_BACKUPS}\n")

    def test_it_shows_both_sides_and_asks(self, backed_up: Shell, home: Path) -> None:
        before = bytes_below(home / "data")
        done = backed_up("restore", "2026-11-23", answers="\n")
        assert done.code == 0
        assert "Now: 2 entries, up to 24 Nov 2026\n" in done.err
        assert "Then: 1 entry, up to 23 Nov 2026, from " in done.err
        assert done.err.endswith("Nothing was changed.\n")
        assert bytes_below(home / "data") == before

    def test_yes_goes_back_and_there_is_a_way_forth(self, backed_up: Shell) -> None:
        done = backed_up("restore", "11-23", answers="y\n")
        assert done.code == 0
        assert "Your journal is as it was then: 1 entry, up to 23 Nov 2026." in done.err
        assert [entry["text"] for entry in backed_up.kept()] == ["qxvfirstqz"]
        assert "(before a restore)" in backed_up.done("restore").out
        backed_up.done("restore", "before-restore", "--yes")
        assert len(backed_up.kept()) == 2

    def test_a_script_needs_yes(self, backed_up: Shell) -> None:
        refused = backed_up("restore", FIRST)
        assert (refused.code, "--yes" in refused.err) == (2, True)
        assert len(backed_up.kept()) == 2
        backed_up.done("restore", FIRST, "--yes")
        assert len(backed_up.kept()) == 1

    def test_a_file_from_elsewhere_will_do(self, backed_up: Shell, tmp_path: Path) -> None:
        mine = str(tmp_path / "mine.db")
        backed_up.done("backup", "--to", mine)
        backed_up.done("log", "Third")
        backed_up.done("restore", mine, "--yes")
        assert len(backed_up.kept()) == 2

    @pytest.mark.parametrize(
        ("typed", "code", "said"),
        [
            (("nope",), 1, "There is no backup or file called “nope”"),
            (("journal-",), 2, "More than one backup"),
            ((FIRST, FIRST), 2, "One at a time"),
        ],
    )
    def test_what_cannot_be_meant_is_told(
        self, backed_up: Shell, typed: tuple[str, ...], code: int, said: str
    ) -> None:
        backed_up.done("backup")
        refused = backed_up("restore", *typed, "--yes")
        assert refused.code == code
        assert said in refused.err
        assert len(backed_up.kept()) == 2

    def test_the_journal_itself_is_no_backup(self, backed_up: Shell, home: Path) -> None:
        refused = backed_up("restore", str(home / "data" / "journal.db"), "--yes")
        assert (refused.code, "is the journal itself" in refused.err) == (2, True)

    def test_a_damaged_file_is_told_before_anything(self, backed_up: Shell, tmp_path: Path) -> None:
        mine = tmp_path / "mine.db"
        mine.write_text("text")
        refused = backed_up("restore", str(mine), "--yes")
        assert (refused.code, "it cannot be read" in refused.err) == (1, True)
        assert len(backed_up.kept()) == 2

    def test_a_damaged_journal_names_the_way_back(self, backed_up: Shell, home: Path) -> None:
        (home / "data" / "journal.db").write_bytes(b"x" * 9_000)
        refused = backed_up("list")
        assert (refused.code, "`tracejournal restore`" in refused.err) == (1, True)
        done = backed_up.done("restore", FIRST, "--yes")
        assert "Now: it cannot be read" in done.err
        assert f"What it held before is kept in {home / 'data' / 'backups' / 'aside-'}" in done.err
        assert len(backed_up.kept()) == 1

    def test_a_lost_journal_is_not_begun_anew_but_brought_back(
        self, backed_up: Shell, home: Path
    ) -> None:
        (home / "data" / "journal.db").unlink()
        refused = backed_up("log", "Third")
        assert (refused.code, "`tracejournal restore` brings one back" in refused.err) == (1, True)
        assert "Now: no journal is there" in backed_up.done("restore", FIRST, "--yes").err
        assert len(backed_up.kept()) == 1

    def test_a_setting_that_cannot_be_read_does_not_stop_it(
        self, backed_up: Shell, write_config: Path
    ) -> None:
        write_config.write_text("theme = ")
        assert backed_up("restore", FIRST, "--yes").code == 0


class TestErasing:
    def test_rule_20_the_backups_lose_it_too(self, backed_up: Shell, home: Path) -> None:
        (first,) = backed_up.done("list", "qxvfirstqz", "--json").objects
        backed_up.done("delete", first["id"])
        backed_up.done("trash", "erase", "last", "--yes")
        assert not stands_in_a_file(home / "data" / "journal.db", "qxvfirstqz")
        assert "0 entries" in backed_up.done("restore").out

    def test_so_they_do_when_thirty_days_have_passed(self, backed_up: Shell, home: Path) -> None:
        (first,) = backed_up.done("list", "qxvfirstqz", "--json").objects
        backed_up.done("delete", first["id"])
        backed_up.clock.pass_time(days=31)
        backed_up.done("trash")
        assert not stands_in_a_file(home / "data" / "backups" / FIRST, "qxvfirstqz")


class TestEverything:
    def test_rule_21_one_clear_question_names_what_goes_and_what_a_court_may_ask_for(
        self, backed_up: Shell, home: Path
    ) -> None:
        done = backed_up("delete", "--everything", answers="\n")
        assert done.code == 0
        for path in ("data/backups", "data/journal.db", "config/config.toml"):
            assert str(home / path) in done.err
        for said in ("synced folders", "snapshots", "court"):
            assert said in done.err
        assert done.err.endswith("Nothing was changed.\n")
        assert len(backed_up.kept()) == 2

    def test_rule_21_words_that_are_elsewhere_for_now_go_with_it(
        self, backed_up: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: Path
    ) -> None:
        (home / "state").touch()  # so that nothing can be put there
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        aside = leftovers.put_draft_aside("moment::1a", {"text": "half a line"})
        assert aside
        assert str(tmp_path) in aside
        done = backed_up("delete", "--everything", "--yes")
        assert aside in done.err
        assert not Path(aside).exists()

    @pytest.mark.parametrize("answer", ["y", "yes", "every thing", "all"])
    def test_nothing_but_the_word_will_do(self, backed_up: Shell, answer: str) -> None:
        backed_up("delete", "--everything", answers=f"{answer}\n")
        assert len(backed_up.kept()) == 2

    @pytest.mark.parametrize("answer", ["everything", "“Everything” "])
    def test_the_word_removes_it_all(
        self, backed_up: Shell, home: Path, write_config: Path, answer: str
    ) -> None:
        write_config.write_text('theme = "dawn"')
        (home / "state").mkdir()
        (home / "state" / "not-kept-12345678.md").write_text("qxvfirstqz")
        (home / "data" / "journal.db-wal").touch()
        done = backed_up("delete", "--everything", answers=f"{answer}\n")
        assert done.code == 0
        assert words.EVERYTHING_GONE in done.err
        left = [path for path in home.rglob("*") if path.is_file()]
        assert left == [home / "config" / "config.toml"]
        assert backed_up("log", "A new beginning").code == 0

    def test_a_script_needs_both_words(self, backed_up: Shell, home: Path) -> None:
        assert backed_up("delete", "--everything").code == 2
        assert backed_up("delete", "--yes").code == 2
        assert len(backed_up.kept()) == 2
        assert backed_up("delete", "--everything", "--yes").code == 0
        assert not (home / "data" / "journal.db").exists()
        assert backed_up("delete", "--everything", "--yes").err == f"{words.NOTHING_TO_REMOVE}\n"

    def test_it_stands_by_itself(self, backed_up: Shell) -> None:
        assert backed_up("delete", "--everything", "last", "--yes").code == 2
        assert len(backed_up.kept()) == 2

    def test_while_a_window_is_open_nothing_goes(self, backed_up: Shell, home: Path) -> None:
        before = set(bytes_below(home / "data"))
        with subprocess.Popen([sys.executable, "-c", WINDOW], stdin=-1, stdout=-1) as window:
            assert window.stdout
            window.stdout.readline()
            refused = process("delete", "--everything", "--yes")
            window.communicate(b"\n")
        assert (refused.returncode, b"open in another window" in refused.stderr) == (1, True)
        assert set(bytes_below(home / "data")) == before
        assert len(backed_up.kept()) == 2

    def test_it_never_says_more_than_it_does(self, backed_up: Shell) -> None:
        done = backed_up("delete", "--everything", "--yes")
        assert "secure" not in done.err.casefold()
