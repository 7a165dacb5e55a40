"""A lock in a real terminal: what is typed is not seen, and nothing is half done."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

import pytest

from tests.cli.locked import PASS, lock_it
from tests.support import FakeClock
from tests.terminal.terminal import Terminal
from tracejournal import places
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock
from tracejournal.model.entry import Draft, Moment

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX")

WORDS = "Maria sat with me"
CTRL_C, CTRL_D, CTRL_U, CTRL_Z, BACKSPACE = "\x03", "\x04", "\x15", "\x1a", "\x7f"
TALL = (80, 40)

Step = tuple[str, str]
"""What to wait for, and what to type then, if anything."""


@pytest.fixture(autouse=True)
def _journal() -> None:
    with Journal.open(clock=FakeClock(), create=True) as journal:
        journal.entries.keep(Draft(Moment(WORDS)))


def is_plain() -> bool:
    return Path(places.journal_file()).read_bytes().startswith(b"SQLite format 3\0")


def go(terminal: Terminal, *steps: Step) -> None:
    for wanted, typed in steps:
        terminal.wait_for(wanted)
        if typed:
            terminal.forget_screen()
            terminal.type(typed)


def test_locking_shows_no_passphrase_and_asks_for_the_end_of_the_recovery_key() -> None:
    with Terminal(["lock"], size=TALL) as terminal:
        go(
            terminal,
            ("New passphrase: ", f"{PASS}\r"),
            ("The same again: ", "three small goats\r"),
            ("New passphrase: ", f"{PASS}\r"),
            ("The same again: ", f"{PASS}\r"),
        )
        shown = terminal.wait_for("type its last group")
        assert is_plain()
        key = "".join(re.findall(r"^    (\S.*)", shown, re.MULTILINE)).replace(" ", "")
        assert re.fullmatch(r"AGE-SECRET-KEY-1[A-Z0-9]{58}", key)
        terminal.forget_screen()
        terminal.type("yes\r")
        go(terminal, ("That is not its last group.", ""), ("last group", f"{key[-4:].lower()}\r"))
        assert terminal.wait_for_end() == 0
        assert "Locked. Commands that read" in terminal.text
        assert terminal.is_restored
        assert b"three small" not in terminal.raw
    assert not is_plain()
    Lock(FakeClock()).unlock_by_recovery(key)
    with Journal.open() as journal:
        assert [entry.content.text for entry in journal.history.entries()] == [WORDS]


LOCKING = (
    ("New passphrase: ", f"{PASS}\r"),
    ("The same again: ", f"{PASS}\r"),
    ("last group", "WRONG\r"),
    ("last group", ""),
)


@pytest.mark.parametrize("asked", range(1, len(LOCKING)))
@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_D, 1)])
def test_stopping_at_any_question_leaves_the_journal_plain(asked: int, key: str, code: int) -> None:
    with Terminal(["lock"], size=TALL) as terminal:
        go(terminal, *LOCKING[: asked - 1], (LOCKING[asked - 1][0], key))
        assert terminal.wait_for_end() == code
        assert terminal.is_restored
        assert re.search(r"^(Stopped\.|Nothing was typed)", terminal.text, re.MULTILINE)
    assert is_plain()
    assert not Path(places.lock_folder(places.journal_file())).exists()


def test_a_recovery_key_that_is_not_written_down_locks_nothing() -> None:
    with Terminal(["lock"], size=TALL) as terminal:
        go(terminal, *LOCKING[:2], *[("last group", "WRONG\r")] * 3)
        assert terminal.wait_for_end() == 1
        assert "is not written down yet" in terminal.text
    assert is_plain()


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT], ids=lambda number: number.name
)
def test_a_signal_gives_the_terminal_back(number: signal.Signals) -> None:
    lock_it()
    with Terminal(["list"]) as terminal:
        terminal.wait_for("Passphrase: ")
        terminal.type("half of")
        terminal.settle()
        terminal.process.send_signal(number)
        assert terminal.wait_for_end() == 128 + number
        assert terminal.is_restored
        assert b"half of" not in terminal.raw


def test_a_closed_window_ends_it() -> None:
    lock_it()
    with Terminal(["list"]) as terminal:
        terminal.wait_for("Passphrase: ")
        assert terminal.hang_up() in (1, 128 + signal.SIGHUP)


def test_reading_asks_unseen_and_three_times() -> None:
    lock_it()
    with Terminal(["list"]) as terminal:
        go(terminal, ("Passphrase: ", "wrong\r"), ("does not open", ""))
        go(terminal, ("Passphrase: ", "\r"), ("at least one character", ""))
        go(terminal, ("Passphrase: ", f"{PASS}\r"))
        terminal.wait_for(WORDS)
        assert terminal.wait_for_end() == 0
        assert terminal.is_restored
        assert b"boats" not in terminal.raw
        assert b"wrong" not in terminal.raw


def test_after_the_third_time_it_ends() -> None:
    lock_it()
    with Terminal(["list"]) as terminal:
        for typed in ("wrong", "again wrong", "boats\x1b[A"):
            go(terminal, ("Passphrase: ", f"{typed}\r"))
        assert terminal.wait_for_end() == 1 + 1  # what was typed last can be no passphrase
        assert "no character" in terminal.text
        assert WORDS not in terminal.text


@pytest.mark.parametrize(
    "typed",
    [
        f"{PASS}x{BACKSPACE}",
        f"something else{CTRL_U}{PASS}",
        f"{PASS}ü{BACKSPACE}",
        f"{BACKSPACE}{PASS}",
    ],
)
def test_a_slip_can_be_taken_back_unseen(typed: str) -> None:
    lock_it()
    with Terminal(["list"]) as terminal:
        go(terminal, ("Passphrase: ", f"{typed}\r"))
        assert terminal.wait_for_end() == 0
        assert WORDS in terminal.text


@pytest.mark.parametrize("passphrase", ["é 密語 🚲", "x" * 5000])
def test_any_passphrase_can_be_typed(passphrase: str) -> None:
    lock_it(passphrase)
    with Terminal(["list"]) as terminal:
        go(terminal, ("Passphrase: ", f"{passphrase}\r"))
        assert terminal.wait_for_end() == 0
        assert WORDS in terminal.text


def test_bytes_that_are_no_utf_8_are_told_from_a_wrong_passphrase() -> None:
    lock_it()
    with Terminal(["list"]) as terminal:
        terminal.wait_for("Passphrase: ")
        terminal.type_bytes(b"caf\xe9\r")
        terminal.wait_for("not UTF-8")
        go(terminal, ("Passphrase: ", f"{PASS}\r"))
        assert terminal.wait_for_end() == 0


class Piped(Terminal):
    """Standard input is a pipe, and what is typed goes to the terminal all the same."""

    DOOR = (
        "-c",
        """\
import os
from tracejournal.__main__ import run
reading, writing = os.pipe()
os.dup2(reading, 0)
os.write(writing, b'Who held the door?')
os.close(writing)
run()
""",
    )


def test_it_asks_beside_a_pipe_and_takes_no_words_from_it() -> None:
    lock_it()
    with Piped(["prompts", "add"]) as terminal:
        go(terminal, ("Passphrase: ", f"{PASS}\r"))
        terminal.wait_for("Added: ")
        assert terminal.wait_for_end() == 0


def test_no_input_asks_nothing() -> None:
    lock_it()
    with Terminal(["list", "--no-input"]) as terminal:
        assert terminal.wait_for_end() == 1
        assert "there is no one to ask" in " ".join(terminal.text.split())


def test_the_terminal_itself_is_no_descriptor_for_a_passphrase() -> None:
    lock_it()
    with Terminal(["list", "--passphrase-fd", "0"]) as terminal:
        assert terminal.wait_for_end() == 2
        assert "is the terminal" in " ".join(terminal.text.split())


def test_back_in_with_the_recovery_key_typed_in_groups() -> None:
    key = lock_it()
    groups = f"{key[:16]} {key[16:40].lower()}  {key[40:]}"
    with Terminal(["unlock", "--recovery"], size=TALL) as terminal:
        go(terminal, ("Recovery key: ", "AGE-SECRET-KEY-1X\r"), ("a letter of it is off", ""))
        go(terminal, ("Recovery key: ", f"{groups}\r"))
        go(terminal, ("New passphrase: ", "new one\r"), ("The same again: ", "new one\r"))
        assert terminal.wait_for_end() == 0
        assert b"new one" not in terminal.raw
    Lock(FakeClock()).unlock("new one")


def test_another_passphrase_is_asked_for_after_the_one_now() -> None:
    lock_it()
    with Terminal(["passphrase"], size=TALL) as terminal:
        go(terminal, ("Passphrase: ", f"{PASS}\r"))
        go(terminal, ("New passphrase: ", "new one\r"), ("The same again: ", "new one\r"))
        assert terminal.wait_for_end() == 0
    Lock(FakeClock()).unlock("new one")


@pytest.mark.parametrize("asked", [1, 2, 3])
def test_stopping_a_change_leaves_the_passphrase_as_it_was(asked: int) -> None:
    lock_it()
    steps = (
        ("Passphrase: ", f"{PASS}\r"),
        ("New passphrase: ", "new one\r"),
        ("The same again: ", ""),
    )
    with Terminal(["passphrase"], size=TALL) as terminal:
        go(terminal, *steps[: asked - 1], (steps[asked - 1][0], CTRL_C))
        assert terminal.wait_for_end() == 130
    Lock(FakeClock()).unlock(PASS)


def test_removing_asks_first() -> None:
    lock_it()
    with Terminal(["lock", "--remove"], size=TALL) as terminal:
        go(terminal, ("Remove the lock? [y/N]", "n\r"))
        assert terminal.wait_for_end() == 0
        assert "Nothing was changed." in terminal.text
    assert not is_plain()
    with Terminal(["lock", "--remove"], size=TALL) as terminal:
        go(terminal, ("Remove the lock? [y/N]", "y\r"), ("Passphrase: ", f"{PASS}\r"))
        assert terminal.wait_for_end() == 0
    assert is_plain()
