"""A new journal is whole or not there, also where several programs begin it at once."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.store.support import found, keep, room_for, wal_of
from tracejournal.model.errors import StoreError
from tracejournal.store import opening
from tracejournal.store.engine import SCHEMA_VERSION
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path

BEGIN_AND_KEEP = """
import sys
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import Draft, Moment
sys.stdin.readline()
with Journal.open(create=True) as journal:
    journal.entries.keep(Draft(Moment(sys.argv[1])))
"""


def test_many_programs_that_begin_it_at_once_end_with_one_whole_journal(path: Path) -> None:
    names = [f"program {number}" for number in range(6)]
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", BEGIN_AND_KEEP, name],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            text=True,
        )
        for name in names
    ]
    for program in programs:
        assert program.stdin
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        _, complaints = program.communicate(timeout=60)
        assert (program.returncode, complaints) == (0, "")
    assert list(path.parent.iterdir()) == [path]
    with open_store(str(path)) as store:
        assert sorted(found(store)) == names
        assert store.value("PRAGMA integrity_check") == "ok"
        assert store.value("PRAGMA user_version") == SCHEMA_VERSION


def test_a_program_that_uses_it_already_is_no_leftover(path: Path) -> None:
    """Between our look for the file and our look beside it, another program began it."""
    with open_store(str(path), create=True) as theirs:
        keep(theirs, "theirs")
        assert wal_of(path).exists()
        opening._begin_or_refuse(str(path), create=True)
        with open_store(str(path)) as ours:
            assert found(ours) == ["theirs"]


def test_beginning_it_where_another_program_was_faster_leaves_theirs(path: Path) -> None:
    with open_store(str(path), create=True) as theirs:
        keep(theirs, "theirs")
    opening._begin_or_refuse(str(path), create=True)
    assert list(path.parent.iterdir()) == [path]
    with open_store(str(path)) as ours:
        assert found(ours) == ["theirs"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file sizes")
def test_a_beginning_for_which_there_is_no_room_leaves_nothing_behind(path: Path) -> None:
    path.parent.mkdir(parents=True)
    with room_for(30_000), pytest.raises(StoreError):
        open_store(str(path), create=True)
    assert list(path.parent.iterdir()) == []
    with open_store(str(path), create=True) as store:
        keep(store, "with more room")


@pytest.mark.parametrize("times", [1, 2])
def test_opening_again_finds_what_was_kept(path: Path, times: int) -> None:
    for time in range(times):
        with open_store(str(path), create=True) as store:
            keep(store, f"time {time}")
    with open_store(str(path)) as store:
        assert len(found(store)) == times
