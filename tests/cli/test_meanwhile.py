"""An entry that is another by the time its change is kept: nothing is written over unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.test_reflect import editor_that

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.support import Shell

MEANWHILE = """
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import Moment
with Journal.open() as journal:
    entry = journal.entries.latest()
    {does}
path.write_text('Mine')
"""
REVISE = "journal.entries.revise(entry.id, Moment('Changed elsewhere'))"


@pytest.fixture
def meanwhile(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Keep an entry, and let something be done to it while it is open in the editor."""
    shell.done("log", "As it was")
    monkeypatch.setenv("EDITOR", editor_that(tmp_path, MEANWHILE.format(does=request.param)))


@pytest.mark.usefixtures("meanwhile")
@pytest.mark.parametrize("meanwhile", [REVISE], indirect=True)
def test_on_a_no_the_words_are_put_aside_and_the_other_stays(shell: Shell, home: Path) -> None:
    done = shell("edit", "last", answers="n\n")
    assert done.code == 1
    assert "changed elsewhere meanwhile. Put your change on top?" in done.err + done.out
    (aside,) = (home / "state").iterdir()
    assert str(aside) in done.err
    assert aside.read_text() == "Mine"
    assert [entry["text"] for entry in shell.kept()] == ["Changed elsewhere"]


@pytest.mark.usefixtures("meanwhile")
@pytest.mark.parametrize("meanwhile", [REVISE], indirect=True)
def test_on_a_yes_they_go_on_top(shell: Shell) -> None:
    assert shell("edit", "last", answers="y\n").code == 0
    assert [entry["text"] for entry in shell.kept()] == ["Mine"]


@pytest.mark.usefixtures("meanwhile")
@pytest.mark.parametrize("meanwhile", ["journal.entries.erase([entry.id])"], indirect=True)
def test_where_it_was_erased_the_words_are_put_aside(shell: Shell, home: Path) -> None:
    done = shell("edit", "last", answers="")
    assert done.code == 1
    (aside,) = (home / "state").iterdir()
    assert aside.read_text() == "Mine"
