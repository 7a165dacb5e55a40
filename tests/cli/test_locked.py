"""Every command on a locked journal: a sentence without the key, its work with it."""

from __future__ import annotations

import os
import sys
import unicodedata
from typing import TYPE_CHECKING, Literal

import pytest

from tests.cli.locked import PASS, descriptor, lock_it, run_with
from tests.cli.support import process
from tests.support import FakeClock
from tracejournal import places
from tracejournal.cli.main import COMMANDS
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock
from tracejournal.store import keys
from tracejournal.words import call

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.support import Shell

WORDS = "Maria sat with me"
LOCKED = "The journal is locked"

Table = dict[str, tuple[str, ...]]
"""Commands and what is typed after them."""

NEED_THE_KEY: Table = {
    "loops": (),
    "rest": (),
    "today": (),
    "list": (),
    "search": ("Maria",),
    "show": ("last",),
    "look-back": ("--kind",),
    "ask": (),
    "experiment": (),
    "report": ("--supported",),
    "edit": ("last", "Other words"),
    "delete": ("last",),
    "trash": (),
    "seal": ("last",),
    "unseal": (),
    "circle": (),
    "meetings": (),
    "prompts": (),
    "terms": (),
    "guided": (),
    "export": (),
    "doctor": (),
    "backup": (),
    "restore": (),
}
NEED_A_PASSPHRASE: Table = {"unlock": (), "passphrase": (), "lock": ("--remove", "--yes")}
NEED_NOTHING: Table = {"call": (), "path": (), "config": (), "huddle": ()}
LEAVE_NOTES: Table = {"log": ("Tea",), "reflect": ("An answer",), "check-in": ("--energy", "6")}


@pytest.fixture(autouse=True)
def _locked(shell: Shell) -> None:
    shell.done("log", WORDS)
    lock_it()


def journal_bytes() -> bytes:
    with open(places.journal_file(), "rb") as file:  # noqa: PTH123 - the path is a str
        return file.read()


def test_the_table_knows_every_command() -> None:
    tables = (NEED_THE_KEY, NEED_A_PASSPHRASE, NEED_NOTHING, LEAVE_NOTES)
    assert sorted(name for table in tables for name in table) == sorted(COMMANDS)


@pytest.mark.parametrize("command", NEED_THE_KEY)
def test_without_a_key_it_says_so_and_does_nothing(shell: Shell, command: str) -> None:
    before = journal_bytes()
    done = shell(command, *NEED_THE_KEY[command])
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(LOCKED)
    assert done.err.count("\n") == 1
    assert "--passphrase-fd" in done.err
    assert journal_bytes() == before
    assert not keys.held()


@pytest.mark.parametrize("command", NEED_A_PASSPHRASE)
def test_what_changes_the_lock_takes_nothing_but_a_passphrase(shell: Shell, command: str) -> None:
    before = journal_bytes()
    done = shell(command, *NEED_A_PASSPHRASE[command])
    assert (done.code, done.out) == (2, "")
    assert "there is no one to ask. --passphrase-fd" in done.err
    assert journal_bytes() == before


@pytest.mark.parametrize("command", NEED_THE_KEY | LEAVE_NOTES | NEED_NOTHING)
def test_with_the_passphrase_it_does_its_work(shell: Shell, command: str) -> None:
    typed = (NEED_THE_KEY | LEAVE_NOTES | NEED_NOTHING)[command]
    done = run_with(shell, command, *typed)
    assert LOCKED not in done.err
    assert done.code == 0, done.err
    assert journal_bytes()[:15] != b"SQLite format 3"


@pytest.mark.parametrize("command", [*NEED_THE_KEY, *NEED_A_PASSPHRASE])
def test_with_a_wrong_passphrase_nothing_happens(shell: Shell, command: str) -> None:
    before = journal_bytes()
    typed = (NEED_THE_KEY | NEED_A_PASSPHRASE)[command]
    done = run_with(shell, command, *typed, given="three small goats\nanother\n")
    assert (done.code, done.out) == (1, "")
    assert "does not open the lock" in done.err
    assert journal_bytes() == before


@pytest.mark.parametrize("command", NEED_NOTHING)
def test_what_needs_no_key_asks_for_none(shell: Shell, command: str) -> None:
    done = shell(command, *NEED_NOTHING[command])
    assert done.code == 0
    assert done.out


def test_the_lines_to_call_are_always_there(shell: Shell) -> None:
    with_key = run_with(shell, "call")
    done = shell("call")
    assert call.EMPTY["chosen"] in with_key.out
    assert call.EMPTY["chosen"] not in done.out  # somebody may be there
    assert with_key.out.endswith(done.out)
    assert done.err.startswith("Your own list is behind the lock.")
    assert "lock" not in with_key.err
    wrong = run_with(shell, "call", given="wrong")
    assert (wrong.code, wrong.out) == (0, done.out)


def test_a_status_bar_is_never_asked(shell: Shell) -> None:
    assert shell("today", "--oneline") == (0, "locked\n", "")
    assert run_with(shell, "today", "--oneline").out == "1 moment today\n"


def test_what_goes_before_the_journal_needs_no_key(shell: Shell) -> None:
    assert shell("report", "--want", "heard").code == 0
    assert shell("list", "-h").code == 0


def test_everything_can_be_removed_without_the_key(shell: Shell, home: Path) -> None:
    assert shell("delete", "--everything", "--yes").code == 0
    assert not (home / "data" / "journal.db").exists()


def test_a_damaged_locked_journal_goes_back_to_its_backup(shell: Shell, home: Path) -> None:
    assert run_with(shell, "backup").code == 0
    with (home / "data" / "journal.db").open("r+b") as file:
        file.write(b"x" * 4096)
    assert "another lock, or it is damaged" in run_with(shell, "list").err
    (copy,) = (home / "data" / "backups").glob("*.db")
    done = run_with(shell, "restore", copy.name, "--yes")
    assert done.code == 0, done.err
    assert WORDS in run_with(shell, "list").out


class TestWhatComesThroughADescriptor:
    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ("x", "--passphrase-fd takes the number of a descriptor"),
            (PASS, "Never the passphrase itself"),
            ("-1", "--passphrase-fd takes the number"),
            ("²", "--passphrase-fd takes the number"),
            ("", "--passphrase-fd takes the number"),
            ("999", "Descriptor 999 cannot be read from."),
            ("9" * 30, "cannot be read from."),
        ],
    )
    def test_no_such_descriptor(self, shell: Shell, typed: str, sentence: str) -> None:
        done = shell("list", f"--passphrase-fd={typed}")
        assert (done.code, done.out) == (2, "")
        assert sentence in done.err

    @pytest.mark.parametrize(
        ("given", "sentence"),
        [
            (b"", "No passphrase came through descriptor"),
            (b"\n", "No passphrase came through descriptor"),
            (b"\r\nrest", "No passphrase came through descriptor"),
            (b"caf\xe9\n", "not UTF-8"),
            (b"\xff\xfet\x00", "not UTF-8"),
            (b"boats\x1b[A\n", "no character"),
            (b"a\tb", "no character"),
            (b"boats\0", "no character"),
            ("\x85boats".encode(), "no character"),
            (b"x" * 65_000, "does not open"),
        ],
    )
    def test_what_no_passphrase_can_be(self, shell: Shell, given: bytes, sentence: str) -> None:
        done = run_with(shell, "list", given=given)
        assert done.code == (1 if sentence == "does not open" else 2)
        assert done.out == ""
        assert sentence in done.err

    def test_a_line_without_end(self) -> None:
        done = process("list", "--passphrase-fd", "0", wrapper='yes | tr -d "\\n" | "$@"')
        assert done.returncode == 2
        assert b"longer than" in done.stderr

    def test_a_folder_or_a_descriptor_to_write_to(self, shell: Shell, home: Path) -> None:
        for place, flags in ((str(home), os.O_RDONLY), (os.devnull, os.O_WRONLY)):
            number = os.open(place, flags)
            done = shell("list", "--passphrase-fd", str(number))
            os.close(number)
            assert (done.code, done.out) == (2, "")
            assert "cannot be read from" in done.err

    @pytest.mark.parametrize("ending", ["", "\n", "\r\n", "\nmore\nlines"])
    def test_one_line_is_read(self, shell: Shell, ending: str) -> None:
        assert run_with(shell, "list", given=PASS + ending).code == 0

    def test_a_mark_of_the_encoding_is_no_part_of_it(self, shell: Shell) -> None:
        assert run_with(shell, "list", given=b"\xef\xbb\xbf" + PASS.encode()).code == 0

    @pytest.mark.parametrize("locale", [{}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}])
    def test_standard_input_keeps_what_follows_for_the_command(
        self, locale: dict[str, str]
    ) -> None:
        piped = f"{PASS}\nWho held the door?".encode()
        done = process("prompts", "add", "--passphrase-fd", "0", piped=piped, environment=locale)
        assert done.returncode == 0, done.stderr
        found = process("prompts", "--passphrase-fd", "0", piped=PASS.encode()).stdout
        assert b"Who held the door?" in found
        assert b"boats" not in found

    def test_a_plain_journal_takes_no_passphrase_for_words(self, shell: Shell) -> None:
        assert run_with(shell, "lock", "--remove", "--yes").code == 0
        piped = f"{PASS}\nTea at last".encode()
        assert process("log", "--passphrase-fd", "0", piped=piped).returncode == 0
        assert [entry["text"] for entry in shell.kept()] == ["Tea at last", WORDS]

    def test_closed_standard_input(self) -> None:
        done = process("list", "--passphrase-fd", "0", wrapper='"$@" <&-')
        assert done.returncode == 2
        assert done.stderr.startswith(b"Descriptor 0 cannot be read from.")


@pytest.mark.parametrize(
    "passphrase", ["ü", "été à deux", " spaces count ", "密語", "🚲", "x" * 5000]
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_any_passphrase_opens_it_however_it_is_composed(
    shell: Shell, passphrase: str, form: Literal["NFC", "NFD"]
) -> None:
    other = unicodedata.normalize("NFD" if form == "NFC" else "NFC", passphrase)
    done = run_with(shell, "passphrase", given=f"{PASS}\n{other}\n")
    assert done.code == 0, done.err
    found = run_with(shell, "list", given=unicodedata.normalize(form, passphrase))
    assert WORDS in found.out
    assert run_with(shell, "list").code == 1


def test_a_key_that_is_held_is_not_asked_for(shell: Shell) -> None:
    with descriptor(PASS) as number:
        shell.done("list", "--passphrase-fd", number)
    assert WORDS in shell.done("list").out  # the same process goes on


def test_where_nothing_can_unseal_it_says_so(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    done = run_with(shell, "list")
    assert done.code == 1
    assert "pyrage, is not there" in done.err


def test_what_a_killed_process_left_is_tidied_on_the_way(shell: Shell, home: Path) -> None:
    part = home / "data" / "journal.db.part-0123abcd"
    part.write_bytes(b"half of it")
    run_with(shell, "list")
    assert not part.exists()


def test_what_cannot_be_tidied_stops_nobody(shell: Shell, home: Path) -> None:
    (home / "data" / "journal.db.part-0123abcd").mkdir()
    assert WORDS in run_with(shell, "list").out


def test_words_that_a_shut_journal_does_not_take_are_sealed(shell: Shell, home: Path) -> None:
    done = shell("prompts", "add", piped="Who held the door?")
    assert done.code == 1
    assert "wait in the letterbox" in " ".join(done.err.split())
    kept = [path.read_bytes() for path in home.rglob("*") if path.is_file()]
    assert not any(b"held the door" in each for each in kept)
    Lock(FakeClock()).unlock(PASS)
    with Journal.open(clock=FakeClock()) as journal:
        journal.letters.take_in()
        assert [draft.words for draft in journal.drafts.all()] == ["Who held the door?"]
