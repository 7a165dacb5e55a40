from __future__ import annotations

import os
import sys
import tempfile
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from tracejournal.model.entry import Draft, Moment

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.support import Shell
    from tracejournal.journal.journal import Journal


@pytest.fixture(autouse=True)
def temporary_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def one_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    """A demo of one moment in place of the long one, which has tests of its own."""

    def fill_demo(journal: Journal) -> None:
        journal.entries.keep(Draft(Moment("Made up")))

    stand_in = ModuleType("tracejournal.journal.demo")
    stand_in.fill_demo = fill_demo  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, stand_in.__name__, stand_in)


@pytest.mark.usefixtures("one_entry")
def test_the_demo_runs_any_command_and_goes_without_a_trace(
    shell: Shell, home: Path, temporary_place: Path
) -> None:
    done = shell("--demo", "list")
    assert (done.code, "Made up" in done.out) == (0, True)
    where = shell("--demo", "path").out.strip()
    assert where.startswith(str(temporary_place))
    assert list(temporary_place.iterdir()) == []
    assert not home.exists()
    assert os.environ["TRACEJOURNAL_HOME"] == str(home)


@pytest.mark.usefixtures("one_entry")
def test_the_demo_never_touches_the_real_journal(shell: Shell) -> None:
    shell.done("log", "My own")
    shell.done("--demo", "log", "Not my own")
    shell.done("--demo", "delete", "last")
    assert [entry["text"] for entry in shell.kept()] == ["My own"]


@pytest.mark.usefixtures("one_entry")
def test_the_demo_goes_after_ctrl_c(
    shell: Shell, temporary_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tracejournal.cli.main.run", interrupt)
    done = shell("--demo", "list")
    assert (done.code, done.err) == (130, "Stopped.\n")
    assert list(temporary_place.iterdir()) == []


@pytest.mark.usefixtures("one_entry")
def test_the_demo_of_a_slip(shell: Shell, temporary_place: Path) -> None:
    assert shell("--demo", "lst").code == 2
    assert list(temporary_place.iterdir()) == []


def test_demo_stands_first(shell: Shell) -> None:
    done = shell("list", "--demo")
    assert (done.code, done.out) == (2, "")
