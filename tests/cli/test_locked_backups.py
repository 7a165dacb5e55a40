"""`backup` and `restore` of a journal that was locked, as a person meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.locked import run_with
from tests.support import FakeClock
from tracejournal.journal.lock import Lock, new_lock
from tracejournal.store import keys

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.support import Shell


def lock(passphrase: str) -> None:
    Lock(FakeClock()).lock(new_lock(passphrase))


def test_backups_of_an_earlier_lock_are_listed_as_such(shell: Shell) -> None:
    shell.done("log", "Tea with Priya")
    lock("three small boats")
    shell.done("log", "And again")
    lock("another one")
    listed = shell.done("restore").out.splitlines()
    assert [line.split("  ")[-1] for line in listed] == [
        "2 entries, up to 23 Nov 2026",
        "locked, with the passphrase of its time",
    ]


def test_one_of_them_is_not_restored_where_nobody_can_be_asked(shell: Shell) -> None:
    shell.done("log", "Tea with Priya")
    lock("three small boats")
    lock("another one")
    name = shell.done("restore").out.splitlines()[-1].split()[0]
    done = shell("restore", name, "--yes")
    assert done.code == 1
    assert "earlier passphrase" in done.err
    Lock(FakeClock()).unlock_copies("three small boats")
    assert "as it was then" in shell.done("restore", name, "--yes").err


def test_one_of_them_is_restored_with_the_passphrase_of_its_time(shell: Shell) -> None:
    shell.done("log", "Tea with Priya")
    lock("three small boats")
    lock("another one")
    name = shell.done("restore").out.splitlines()[-1].split()[0]
    wrong = run_with(shell, "restore", name, "--yes", given="another one\nanother one\n")
    assert wrong.code == 1
    assert "This passphrase opens other copies, not this one." in wrong.err
    done = run_with(shell, "restore", name, "--yes", given="another one\nthree small boats\n")
    assert "as it was then" in done.err
    assert "Tea with Priya" in run_with(shell, "list", given="another one\n").out


def test_a_copy_elsewhere_says_that_what_opens_it_is_beside_it(
    shell: Shell, tmp_path: Path
) -> None:
    shell.done("log", "Tea with Priya")
    assert ".lock" not in shell.done("backup", "--to", str(tmp_path / "plain.db")).err
    lock("three small boats")
    done = shell.done("backup", "--to", str(tmp_path / "stick.db"))
    assert "stick.db.lock: keep the two together" in " ".join(done.err.split())
    keys.forget()
    (tmp_path / "plain.db").unlink()
    assert b"Priya" not in b"".join(path.read_bytes() for path in tmp_path.glob("stick*.db"))
