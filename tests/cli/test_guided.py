"""Guided reflections in the line, and files of one's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.support import FakeClock
from tests.tui.support import in_journal
from tracejournal.model.guided import CLOSING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.support import Shell

FILE = """
[[guided]]
id = "after-court"
title = "After court"
minutes = 3

[[guided.step]]
question = "What is the least you need to say?"

[[guided.step]]
question = "Which options are there?"
choices = ["I don't have one yet"]
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "mine.toml"
    path.write_text(FILE)
    return str(path)


def test_they_are_listed_before_there_is_any_journal(shell: Shell, home: Path) -> None:
    lines = shell.done("guided").lines
    assert "what-now      3 steps, about 4 min     What, so what, now what" in lines
    assert shell.done("guided", "list").lines == lines
    assert not home.exists()


def test_a_file_of_ones_own_is_taken_in_once(shell: Shell, file: str) -> None:
    assert shell.done("guided", "import", file).err == "Added: after-court.\n"
    assert "nothing was changed" in shell.done("guided", "import", file).err
    last = shell.done("guided").lines[-1]
    assert " ".join(last.split()) == "after-court 3 steps, about 3 min After court (my own)"


def test_what_is_written_out_is_read_back_the_same(shell: Shell, file: str, tmp_path: Path) -> None:
    shell.done("guided", "import", file)
    written = shell.done("guided", "export").out
    shell.done("guided", "remove", "after-court")
    assert shell.done("guided", "import", "-", piped=written).err == "Added: after-court.\n"
    out = tmp_path / "out.toml"
    told = shell.done("guided", "export", str(out)).err
    assert told == f"1 guided reflection written to {out}.\n"
    assert out.read_text() == written
    assert CLOSING.question in written
    assert out.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_is_not_written_over_unasked(shell: Shell, tmp_path: Path) -> None:
    out = tmp_path / "out.toml"
    out.write_text("mine")
    assert shell("guided", "export", str(out)).code == 2
    assert shell("guided", "export", str(out), answers="n\n").code == 0
    assert out.read_text() == "mine"
    shell.done("guided", "export", str(out), "--yes")
    assert "[[guided]]" in out.read_text()
    assert shell("guided", "export", str(tmp_path)).code == 2


def test_without_any_of_ones_own_there_is_an_example(shell: Shell) -> None:
    done = shell.done("guided", "export")
    assert "as an example" in done.err
    assert 'id = "what-now"' in done.out


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (("import",), 2, "Which file?"),
        (("import", "nowhere.toml"), 1, "nowhere.toml could not be read"),
        (("remove",), 2, "Which one?"),
        (("remove", "garden"), 2, "came with tracejournal"),
        (("remove", "nothing"), 1, "There is no guided reflection"),
        (("dance",), 2, "It does not know “dance”"),
        (("list", "all"), 2, "It does not know “list”"),
    ],
)
def test_what_cannot_be_done_is_said(
    shell: Shell, typed: tuple[str, ...], code: int, said: str, file: str
) -> None:
    shell.done("guided", "import", file)
    done = shell("guided", *typed)
    assert done.code == code
    assert said in done.err


def test_a_file_that_is_none_changes_nothing(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(b"\xff[[")
    assert shell("guided", "import", str(path)).code == 2
    path.write_bytes(b"#" * 1_000_001)
    assert "too large" in shell("guided", "import", str(path)).err
    assert shell("guided", "import", str(tmp_path)).code == 1


def test_what_a_terminal_obeys_is_written_as_an_escape(shell: Shell) -> None:
    text = "[[guided]]\ntitle = '\u202eA\u0085'\n[[guided.step]]\nquestion = 'So?'\n"
    shell.done("guided", "import", "-", piped=text)
    assert "\u202e" not in shell.done("guided", "export").out
    assert "\u202e" not in shell.done("guided").out


def test_they_are_in_the_export(shell: Shell, file: str) -> None:
    shell.done("guided", "import", file)
    (guide,) = json.loads(shell.done("export").out)["guided"]
    assert (guide["id"], guide["title"]) == ("after-court", "After court")
    assert guide["steps"][1]["choices"] == ["I don't have one yet"]


# reflect --guided


def test_rule_07_each_step_is_asked_in_the_line_and_an_empty_line_skips_it(shell: Shell) -> None:
    done = shell("reflect", "--guided", "what-now", answers="Late calls\nagain\n\n\n1\n\n")
    assert done.code == 0
    for number in (1, 2, 3):
        assert f"step {number} of 3" in done.err
    (kept,) = shell.kept()
    assert kept["prompt_id"] == "guided:what-now"
    assert [part["answer"] for part in kept["parts"]] == ["Late calls\nagain", "It can wait"]
    assert drafts() == []


def drafts() -> list[str]:
    return in_journal(lambda journal: [d.words for d in journal.drafts.all()], FakeClock())


def test_rule_28_none_yet_is_offered_beside_writing_one(shell: Shell) -> None:
    done = shell("reflect", "--guided", "options", answers="\n\n1\n\n\n\n")
    assert "1  I don't have one yet" in done.err
    (kept,) = shell.kept()
    assert [part["answer"] for part in kept["parts"]] == ["I don't have one yet"]


def test_nothing_answered_keeps_nothing(shell: Shell) -> None:
    done = shell("reflect", "--guided", "garden", answers="\n\n\n")
    assert "Nothing was kept, and that is fine." in done.err
    assert (shell.kept(), drafts()) == ([], [])


def test_it_needs_someone_to_ask(shell: Shell) -> None:
    assert "in a terminal" in shell("reflect", "--guided", "garden", piped="words").err
    assert shell("reflect", "--guided", "garden", "words", answers="").code == 2
    assert "no guided reflection" in shell("reflect", "--guided", "x", answers="").err


# huddle


def test_rule_09_where_nobody_can_be_asked_the_guide_is_printed(shell: Shell, home: Path) -> None:
    lines = shell.done("huddle").lines
    heads = [line.split(" · ")[1] for line in lines if line.startswith("step ")]
    assert heads[:4] == ["check myself", "warn", "ask", "limit the detail"]
    assert "no debriefing" in lines[0]
    assert lines[-1] == "After low-impact debriefing (F. Mathieu, TEND)."
    assert not home.exists()


def test_rule_09_a_huddle_in_lines_is_kept_once_it_was_seen(shell: Shell) -> None:
    done = shell("huddle", answers="Tired\n\n@Sam\n\n2\nThe worry\nHome\nten\n10\n\n")
    assert "Minutes are a whole number" in done.err
    assert "  with: Sam\n  minutes: 10\n  At the start: Tired\n  Needed: Ideas\n" in done.err
    (kept,) = shell.kept()
    assert (kept["kind"], kept["people"], kept["minutes"]) == ("huddle", ["Sam"], 10)
    assert kept["direction"] == "mutual"
    assert drafts() == []


def test_a_huddle_that_is_not_kept_waits_as_a_draft(shell: Shell) -> None:
    done = shell("huddle", answers="Tired\n\n\n\n\n\n\n\nn\n")
    assert "waits as a draft" in done.err
    assert (shell.kept(), drafts()) == ([], ["Tired"])


def test_getting_ready_has_no_direction_and_json_prints_it(shell: Shell) -> None:
    done = shell("huddle", "--solo", "--json", answers="\n" * 9)
    assert "Who could you ask" in done.err
    (kept,) = done.objects
    assert (kept["kind"], kept["direction"], kept["text"]) == ("huddle", None, None)
