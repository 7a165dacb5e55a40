"""`lock`, `unlock` and `passphrase`, from scripts; `tests/terminal/test_lock.py` sits at them."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.cli.locked import PASS, descriptor, lock_it, run_with
from tests.cli.support import process
from tracejournal.model.recovery_key import groups, in_lines, is_last_group
from tracejournal.privacy.guessing import advice
from tracejournal.store import keys
from tracejournal.words import lock_cli as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.support import Shell

WORDS = "Maria sat with me"
KEY = "AGE-SECRET-KEY-1"


@pytest.fixture(autouse=True)
def _plain(shell: Shell) -> None:
    shell.done("log", WORDS)


def is_plain(home: Path) -> bool:
    return (home / "data" / "journal.db").read_bytes().startswith(b"SQLite format 3\0")


def texts(shell: Shell, passphrase: str = PASS) -> str:
    done = run_with(shell, "list", given=passphrase)
    assert done.code == 0, done.err
    return done.out


@contextmanager
def open_elsewhere(key: bytes = b"") -> Iterator[None]:
    """Let another process have the journal open, as the full screen would."""
    program = (
        "from tracejournal.journal.journal import Journal\n"
        "from tracejournal.store import keys\n"
        "key = bytes.fromhex(input())\n"
        "key and keys.hold(key)\n"
        "with Journal.open() as journal:\n"
        "    journal.history.find(), print(flush=True), input()\n"
    )
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=pipe, stdout=pipe, text=True
    ) as other:
        assert other.stdin
        assert other.stdout
        print(key.hex(), file=other.stdin, flush=True)
        assert other.stdout.readline()
        yield
        print(file=other.stdin, flush=True)


class TestLocking:
    def test_a_script_gets_the_recovery_key_on_standard_output(
        self, shell: Shell, home: Path
    ) -> None:
        done = run_with(shell, "lock")
        assert done.code == 0
        assert done.out.startswith(KEY)
        assert done.out.count("\n") == 1
        assert "Nobody was asked whether it is written down" in " ".join(done.err.split())
        assert PASS not in done.err
        assert not is_plain(home)
        assert WORDS in texts(shell)
        assert run_with(shell, "unlock", "--recovery", given=f"{done.out}new one\n").code == 0
        assert WORDS in texts(shell, "new one")

    def test_it_says_first_what_a_lock_does_not_do(self, shell: Shell) -> None:
        said = run_with(shell, "lock").err
        assert "What it does not: protect a journal while it is open" in said
        assert "Copies made elsewhere stay readable" in said

    def test_without_anyone_to_ask_nothing_is_locked(self, shell: Shell, home: Path) -> None:
        done = shell("lock")
        assert (done.code, done.out) == (2, "")
        assert "there is no one to ask" in " ".join(done.err.split())
        assert is_plain(home)

    @pytest.mark.parametrize("output", [">&-", ">/dev/full"])
    def test_a_recovery_key_that_went_nowhere_locks_nothing(self, home: Path, output: str) -> None:
        done = process(
            "lock",
            "--passphrase-fd",
            "0",
            piped=PASS.encode(),
            wrapper=f'"$@" {output}',
            environment={"PYTHONUNBUFFERED": ""},
        )
        assert done.returncode == 1
        assert is_plain(home)

    def test_an_empty_passphrase_locks_nothing(self, shell: Shell, home: Path) -> None:
        assert run_with(shell, "lock", given="\n").code == 2
        assert is_plain(home)

    def test_while_it_is_open_elsewhere_nothing_is_asked(self, shell: Shell, home: Path) -> None:
        with open_elsewhere():
            done = run_with(shell, "lock")
        assert (done.code, done.out) == (1, "")
        assert "open in another window" in done.err
        assert words.ABOUT not in done.err
        assert is_plain(home)

    def test_where_nothing_can_seal_it_says_so_before_anything(
        self, shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "pyrage", None)
        done = run_with(shell, "lock")
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith("Locking is not possible on this machine")
        assert is_plain(home)

    def test_without_a_journal_there_is_nothing_to_lock(self, shell: Shell, home: Path) -> None:
        (home / "data" / "journal.db").unlink()
        for command in ("lock", "unlock", "passphrase"):
            done = run_with(shell, command)
            assert (done.code, done.out) == (1, "")
            assert done.err.startswith("There is no journal yet.")

    def test_a_locked_one_stays_locked(self, shell: Shell) -> None:
        lock_it()
        done = shell("lock")
        assert (done.code, done.out) == (0, "")
        assert done.err.startswith("The journal is locked.")
        assert WORDS in texts(shell)


class TestRemoving:
    def test_it_takes_the_passphrase_and_a_yes(self, shell: Shell, home: Path) -> None:
        lock_it()
        assert run_with(shell, "lock", "--remove").code == 2
        assert not is_plain(home)
        done = run_with(shell, "lock", "--remove", "--yes")
        assert done.code == 0
        assert "whoever can read your files" in done.err
        assert is_plain(home)
        assert WORDS in shell.done("list").out

    def test_of_a_plain_journal_there_is_none_to_remove(self, shell: Shell, home: Path) -> None:
        done = shell("lock", "--remove", "--yes")
        assert (done.code, done.out) == (0, "")
        assert done.err.startswith("The journal is not locked.")
        assert is_plain(home)


class TestUnlocking:
    def test_it_tries_the_passphrase(self, shell: Shell) -> None:
        assert shell("unlock").err.startswith("The journal is not locked.")
        lock_it()
        done = run_with(shell, "unlock")
        assert (done.code, done.out) == (0, "")
        assert done.err.startswith("This opens your journal.")
        assert run_with(shell, "unlock", given="wrong").code == 1

    def test_the_recovery_key_opens_it_in_groups_too(self, shell: Shell) -> None:
        key = " ".join(in_lines(lock_it())).lower()
        done = run_with(shell, "unlock", "--recovery", given=f"{key}\nnew one")
        assert done.code == 0, done.err
        assert WORDS in texts(shell, "new one")
        assert run_with(shell, "list").code == 1

    @pytest.mark.parametrize(
        ("given", "code", "sentence"),
        [
            ("AGE-SECRET-KEY-1Q\nnew", 2, "letter of it is off"),
            (f"{PASS}\nnew", 2, "This is not a recovery key"),
            ("{other}\nnew", 1, "belongs to another lock"),
            ("{key}\n", 2, "first what opens the lock now, then the new passphrase"),
            ("{key}\n\xff\t", 2, "no character"),
        ],
    )
    def test_a_recovery_that_does_not_come_to_its_end_changes_nothing(
        self, shell: Shell, given: str, code: int, sentence: str
    ) -> None:
        other = lock_it()
        run_with(shell, "lock", "--remove", "--yes")
        key = lock_it()
        given = given.format(key=key, other=other)
        done = run_with(shell, "unlock", "--recovery", given=given)
        assert (done.code, done.out) == (code, "")
        assert sentence in done.err
        assert WORDS in texts(shell)

    def test_no_one_to_ask_for_the_recovery_key(self, shell: Shell) -> None:
        lock_it()
        done = shell("unlock", "--recovery")
        assert (done.code, done.out) == (2, "")
        assert "--passphrase-fd" in done.err


class TestAnotherPassphrase:
    def test_two_lines_the_one_now_and_the_new_one(self, shell: Shell) -> None:
        key = lock_it()
        done = run_with(shell, "passphrase", given=f"{PASS}\nnew one\n")
        assert (done.code, done.out) == (0, "")
        assert "The recovery key is the same." in " ".join(done.err.split())
        assert WORDS in texts(shell, "new one")
        assert run_with(shell, "list").code == 1
        assert run_with(shell, "unlock", "--recovery", given=f"{key}\nthird").code == 0

    def test_a_new_key_comes_with_a_new_recovery_key(self, shell: Shell) -> None:
        before = lock_it()
        done = run_with(shell, "passphrase", "--new-key", given=f"{PASS}\nnew one\n")
        assert done.code == 0
        assert done.out.startswith(KEY)
        assert done.out.strip() != before
        assert "Earlier backups keep opening" in " ".join(done.err.split())
        old = run_with(shell, "unlock", "--recovery", given=f"{before}\nthird")
        assert old.code == 1
        assert WORDS in texts(shell, "new one")
        assert run_with(shell, "unlock", "--recovery", given=f"{done.out}third").code == 0

    @pytest.mark.parametrize("given", [PASS, f"{PASS}\n", f"{PASS}\n\n", "wrong\nnew one"])
    @pytest.mark.parametrize("more", [(), ("--new-key",)])
    def test_what_is_missing_or_wrong_changes_nothing(
        self, shell: Shell, given: str, more: tuple[str, ...]
    ) -> None:
        lock_it()
        done = run_with(shell, "passphrase", *more, given=given)
        assert done.code in (1, 2)
        assert done.out == ""
        assert WORDS in texts(shell)

    def test_a_new_key_while_it_is_open_elsewhere_is_refused_at_once(self, shell: Shell) -> None:
        lock_it()
        with descriptor(PASS) as number:
            shell.done("unlock", "--passphrase-fd", number)
        with open_elsewhere(keys.held()[0]):
            done = run_with(shell, "passphrase", "--new-key", given=f"{PASS}\nnew one")
        assert (done.code, done.out) == (1, "")
        assert "open in another window" in done.err
        assert WORDS in texts(shell)

    def test_a_plain_journal_has_none_to_change(self, shell: Shell) -> None:
        done = run_with(shell, "passphrase")
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith("The journal is not locked.")


class TestHowHardItIsToGuess:
    @pytest.mark.parametrize(
        ("passphrase", "said"),
        [
            ("x", words.EASY),
            ("maria1980", words.EASY),
            ("tea at 9", words.POSSIBLE),
            ("three small boats", words.HARD),
            ("seven lamps beside a wooden stair", words.VERY_HARD),
            ("x" * 5000, words.EASY),
            ("\N{BICYCLE}" * 100, words.EASY),
        ],
    )
    def test_it_is_told_in_plain_words(self, passphrase: str, said: str) -> None:
        assert advice(passphrase) == said

    def test_a_weak_one_is_advised_and_taken(self, shell: Shell) -> None:
        done = run_with(shell, "lock", given="x")
        assert done.code == 0
        assert "easy to guess" in done.err
        assert "It is yours to choose." in " ".join(done.err.split())
        assert WORDS in texts(shell, "x")


class TestARecoveryKeyOnPaper:
    KEY = KEY + "GGDWCUZYLKVLVKMH0S5ZKKMCS53GQH3FY0Q8UQW8W5Y0F2MUP7GQTD3G3U"

    def test_it_is_copied_in_groups_of_six(self) -> None:
        assert in_lines(self.KEY)[:2] == (KEY, "GGDWCU  ZYLKVL  VKMH0S  5ZKKMC  S53GQH")
        assert "".join("".join(in_lines(self.KEY)).split()) == self.KEY
        assert [len(group) for group in groups(self.KEY)] == [6] * 9 + [4]

    @pytest.mark.parametrize("typed", ["3G3U", " 3g3u ", "3g 3u"])
    def test_its_last_group_shows_that_it_was_written_down(self, typed: str) -> None:
        assert is_last_group(self.KEY, typed)

    @pytest.mark.parametrize("typed", ["", "3G3", "GGDWCU", "3G3UU", "yes"])
    def test_anything_else_does_not(self, typed: str) -> None:
        assert not is_last_group(self.KEY, typed)


def test_a_recovery_key_that_came_to_nothing_is_told_as_such(shell: Shell, home: Path) -> None:
    lock_it()
    folder = home / "data" / "lock"
    folder.rename(home / "data" / "elsewhere")
    folder.touch()  # nothing can be written there; what opens the lock is beside the backups, too
    done = run_with(shell, "passphrase", "--new-key", "--yes", given=f"{PASS}\nanother one")
    assert done.code == 1
    assert "The recovery key above opens nothing" in " ".join(done.err.split())
    assert WORDS in texts(shell)
