"""The keyring on the command line: chosen, told to be silent, beside the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.locked import lock_it, run_with
from tests.keyring_backend import MemoryKeyring, ring
from tracejournal.store import keys

if TYPE_CHECKING:
    from tests.cli.support import Shell

__all__ = ["ring"]

WORDS = "Maria sat with me"


@pytest.fixture(autouse=True)
def _locked(shell: Shell) -> None:
    shell.done("log", WORDS)
    lock_it()


def test_it_opens_without_a_question_and_says_so_beforehand(
    shell: Shell, ring: MemoryKeyring
) -> None:
    done = run_with(shell, "lock", "--keyring")
    assert done.code == 0, done.err
    assert "the lock is silent here" in " ".join(done.err.split())
    assert len(ring.held) == 1
    assert WORDS in shell.done("list").out
    keys.forget()
    shell.done("log", "And again")
    assert "1 note joined" in shell("list").err


@pytest.mark.usefixtures("ring")
def test_one_that_is_locked_is_told_and_the_passphrase_opens(
    shell: Shell, ring: MemoryKeyring
) -> None:
    run_with(shell, "lock", "--keyring")
    ring.is_locked = True
    done = shell("list")
    assert done.code == 1
    assert "keyring of this computer is locked" in " ".join(done.err.split())
    assert WORDS in run_with(shell, "list").out
    ring.is_locked = False
    ring.held.clear()
    assert "puts it there anew" in " ".join(shell("list").err.split())


def test_it_is_taken_back(shell: Shell, ring: MemoryKeyring) -> None:
    run_with(shell, "lock", "--keyring")
    done = shell.done("lock", "--no-keyring")
    assert "opens the lock no more" in done.err
    assert not ring.held
    assert shell("list").code == 1


def test_a_plain_journal_is_locked_and_opened_by_it_in_one_go(
    shell: Shell, ring: MemoryKeyring
) -> None:
    run_with(shell, "lock", "--remove", "--yes")
    done = run_with(shell, "lock", "--keyring", "--yes")
    assert done.out.startswith("AGE-SECRET-KEY-1")
    assert len(ring.held) == 1
    assert WORDS in shell.done("list").out


def test_there_is_nothing_to_take_back_where_it_was_never_chosen(shell: Shell) -> None:
    done = shell.done("lock", "--no-keyring")
    assert "there was nothing to take back" in " ".join(done.err.split())


def test_a_keyring_that_is_locked_is_told_before_anything_is_locked(
    shell: Shell, ring: MemoryKeyring
) -> None:
    run_with(shell, "lock", "--remove", "--yes")
    ring.is_locked = True
    done = run_with(shell, "lock", "--keyring", "--yes")
    assert (done.code, done.out) == (1, "")
    assert "keyring of this computer is locked" in " ".join(done.err.split())
    assert WORDS in shell.done("list").out


@pytest.mark.parametrize("other", ["--no-keyring", "--remove"])
def test_two_wishes_at_once_are_refused(shell: Shell, ring: MemoryKeyring, other: str) -> None:
    done = run_with(shell, "lock", "--keyring", other, "--yes")
    assert done.code == 2
    assert "cannot be done at once" in done.err
    assert not ring.held
    assert shell("list").code == 1
