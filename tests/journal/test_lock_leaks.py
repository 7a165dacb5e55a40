"""What a process that unlocked a journal leaves behind: no key, no passphrase, nowhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.journal.test_lock import PASS, keep, lock_it
from tracejournal.journal import crash_log
from tracejournal.store import keys

UNLOCKS = """
import os, sys
from tracejournal.model.clock import Clock
from tracejournal.journal import crash_log
from tracejournal.journal.lock import Lock

passphrase = sys.stdin.readline().rstrip("\\n")
lock = Lock(Clock())
"""
"""A program as ours is: it gets the passphrase on standard input, as `--passphrase-fd` does."""

SHOWS = """
lock.unlock(passphrase)
import ctypes, resource
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
for name in ("cmdline", "environ"):
    with open(f"/proc/self/{name}", "rb") as file:
        sys.stdout.buffer.write(file.read())
sys.stdout.flush()
"""

FAILS = """
from tracejournal.journal import lock_opening as module
def breaks(key, path):
    raise RuntimeError(f"{passphrase} {key.hex()}")
vars(module)["_fits"] = breaks
try:
    lock.unlock(passphrase)
except RuntimeError as error:
    assert passphrase in str(error)
    print(crash_log.note(error))
"""

DIES = """
lock.unlock(passphrase)
os.abort()
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", UNLOCKS + code],
        input=f"{PASS}\n",
        capture_output=True,
        text=True,
        check=False,
        cwd=Path.home().parent,
    )


@pytest.fixture(autouse=True)
def secrets(tmp_path: Path) -> tuple[bytes, ...]:
    """A locked journal; return what must stand nowhere."""
    Path.home().mkdir()
    keep()
    new = lock_it()
    (key,) = keys.held()
    keys.forget()
    assert tmp_path in Path.home().parents
    return PASS.encode(), key.hex().encode(), key, new.recovery_key.encode()


def standing(tmp_path: Path, secrets: tuple[bytes, ...]) -> list[str]:
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 5
    return [path.name for path in files if any(each in path.read_bytes() for each in secrets)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is read here")
def test_its_memory_is_its_own_and_neither_arguments_nor_environment_tell(
    tmp_path: Path, secrets: tuple[bytes, ...]
) -> None:
    done = run(SHOWS)
    assert done.stdout.startswith("(0, 0) 0\n"), done.stderr
    assert not any(each in done.stdout.encode() for each in secrets)
    assert standing(tmp_path, secrets) == []


def test_an_error_nobody_foresaw_is_noted_without_them(
    tmp_path: Path, secrets: tuple[bytes, ...]
) -> None:
    assert run(FAILS).stdout == "True\n"
    log = Path(crash_log.path()).read_text("utf-8")
    assert "RuntimeError" in log
    assert "journal.lock_opening:" in log
    assert standing(tmp_path, secrets) == []


def test_a_process_that_dies_leaves_no_memory_on_the_disk(
    tmp_path: Path, secrets: tuple[bytes, ...]
) -> None:
    assert run(DIES).returncode == -6
    assert standing(tmp_path, secrets) == []


def test_keys_that_are_let_go_of_are_written_over() -> None:
    keys.hold(keys.new())
    (held,) = keys._held
    keys.forget()
    assert held == bytes(keys.KEY_BYTES)


def test_a_key_of_earlier_days_alone_keeps_memory_private_too() -> None:
    code = "from tracejournal.store import keys; keys.hold_too(keys.new())" + SHOWS.replace(
        "lock.unlock(passphrase)", ""
    )
    assert run(f"\n{code}").stdout.startswith("(0, 0) 0\n")
