from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.cli.test_reflect import editor_that

if TYPE_CHECKING:
    import pytest

    from tests.cli.support import Shell


def test_the_deck_is_there_before_any_journal(shell: Shell, home: Path) -> None:
    lines = shell.done("prompts").lines
    assert len(lines) >= 24
    assert any(line.startswith("one-steady-thing ") for line in lines)
    assert not home.exists()


def test_a_prompt_of_ones_own_is_added_answered_and_removed(shell: Shell) -> None:
    assert shell.done("prompts", "add", "Who", "made", "me", "laugh?").err == (
        "Added: my-who-made-me-laugh.\n"
    )
    assert shell.done("prompts").lines[-1].endswith("Who made me laugh? (own)")
    shell.done("reflect", "--prompt", "my-who", "Dana")
    assert shell.kept()[0]["parts"][0]["question"] == "Who made me laugh?"
    shell.done("prompts", "remove", "my-who-made-me-laugh")
    assert "made me laugh" not in shell.done("prompts").out
    assert shell.kept()[0]["text"] == "Dana"


def test_a_prompt_can_be_piped_in(shell: Shell) -> None:
    shell.done("prompts", "add", piped="What did I learn?\n")
    assert "What did I learn? (own)" in shell.done("prompts").out


def test_a_prompt_needs_a_question(shell: Shell) -> None:
    done = shell("prompts", "add")
    assert (done.code, done.err) == (
        2,
        "A prompt needs a question. Type one after `prompts add`.\n",
    )


def test_hidden_and_shown_again(shell: Shell) -> None:
    shell.done("prompts", "hide", "one-steady-thing")
    (line,) = (line for line in shell.done("prompts").lines if line.startswith("one-steady"))
    assert line.endswith("(hidden)")
    shell.done("prompts", "show", "one-steady-thing")
    assert "hidden" not in shell.done("prompts").out


def test_the_decks_own_prompts_are_not_removed(shell: Shell) -> None:
    shell.done("log", "Tea")
    done = shell("prompts", "remove", "one-steady-thing")
    assert done.code == 2
    assert "It can be hidden." in done.err


def test_what_prompts_cannot_do(shell: Shell) -> None:
    assert "list, add, edit, hide, show, remove, rest" in shell("prompts", "bake").err
    assert shell("prompts", "bake").code == 2
    assert shell("prompts", "hide").code == 2
    assert shell("prompts", "hide", "nope").code == 1


def test_all_fields_can_be_said_and_filtered_by(shell: Shell) -> None:
    shell.done(
        "prompts", "add", "Where", "is", "the", "river?", "--principle", "safe", "--depth", "deep",
        "--role", "staff", "--role=supervisor", "--topic", "Water", "--title", "A river",
        "--minutes", "7", "--starter", "It is", "--distancing", "What would you tell a friend?",
        "--when", "evening",
    )  # fmt: skip
    (prompt,) = shell.done("prompts", "--topic", "water", "--json").objects
    assert prompt == {
        "id": "my-where-is-the-river",
        "text": "Where is the river?",
        "title": "A river",
        "principle": "safety",
        "topic": "water",
        "depth": "deep",
        "roles": ["staff", "supervisor"],
        "minutes": 7,
        "starter": "It is ",
        "distancing": "What would you tell a friend?",
        "when": "evening",
        "instead_of": None,
        "hidden": False,
        "own": True,
    }
    assert len(shell.done("prompts", "list", "--role", "superv", "--depth", "deep").lines) == 1


def test_lists_are_filtered(shell: Shell) -> None:
    for said in (("--depth", "deep"), ("--principle", "trust"), ("--role", "administrator")):
        prompts = shell.done("prompts", *said, "--json").objects
        assert 0 < len(prompts) < 40
    trusting = shell.done("prompts", "--principle", "tru", "--json").objects
    assert {each["principle"] for each in trusting} == {"trust"}
    assert shell.done("prompts", "--topic", "moon").err == "No prompt is like that.\n"
    assert shell("prompts", "--depth", "abyss").code == 2


def test_a_thought_is_told_and_nothing_refused(shell: Shell) -> None:
    done = shell.done("prompts", "add", "Describe the case.")
    assert done.err.startswith("Added: my-describe-the-case.\nA thought: It says “describe”.")


def test_ones_own_is_changed_by_words_options_and_a_pipe(shell: Shell) -> None:
    shell.done("prompts", "add", "What now?", "--topic", "river")
    assert shell.done("prompts", "edit", "my-what", "What", "then?").err == (
        "Changed: my-what-now.\n"
    )
    shell.done("prompts", "edit", "my-what", "--depth", "medium", "--topic", "none")
    shell.done("prompts", "edit", "my-what", piped="What after that?")
    (prompt,) = shell.done("prompts", "--principle", "own", "--json").objects
    assert (prompt["text"], prompt["depth"], prompt["topic"]) == (
        "What after that?", "medium", None,
    )  # fmt: skip
    assert shell.done("prompts", "edit", "my-what", "--depth", "medium").err == (
        "Nothing was changed.\n"
    )


def test_an_edit_that_cannot_be_changes_nothing(shell: Shell) -> None:
    shell.done("prompts", "add", "What now?")
    for typed in (("edit",), ("edit", "my-what"), ("edit", "my-what", "--minutes", "soon")):
        assert shell("prompts", *typed).code == 2
    assert shell("prompts", "edit", "nope", "X?").code == 1
    assert "What now? (own)" in shell.done("prompts").out


def test_of_one_in_the_deck_a_copy_takes_the_place_until_it_is_shown(shell: Shell) -> None:
    done = shell.done("prompts", "edit", "most-supported", "When was it light?")
    assert done.err.startswith("Changed: my-most-supported takes the place of most-supported.")
    assert "(hidden)" in line_of(shell, "most-supported ")
    shell.done("prompts", "show", "most-supported")
    assert "hidden" not in line_of(shell, "most-supported ")
    assert line_of(shell, "my-most-supported ").endswith("When was it light? (own, hidden)")


def line_of(shell: Shell, start: str) -> str:
    (line,) = (line for line in shell.done("prompts").lines if line.startswith(start))
    return line


def test_a_topic_rests_until_it_is_woken(shell: Shell) -> None:
    assert shell.done("prompts", "rest", "cal").err == (
        "Resting: calm. `tracejournal prompts wake calm` offers it again.\n"
    )
    assert shell.done("prompts", "rest").out == "calm\n"
    assert shell.done("prompts").err == "Resting topics: calm.\n"
    assert shell.done("prompts", "wake", "calm").err == "Offered again: calm.\n"
    assert shell.done("prompts", "rest").out == ""
    assert shell("prompts", "wake", "calm").code == 1


def test_ones_own_are_written_and_taken_in_elsewhere(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.done("prompts", "add", "Where is the river?", "--topic", "water", "--when", "evening")
    shell.done("prompts", "edit", "most-supported", "When was it light?")
    file = tmp_path / "mine.toml"
    assert shell.done("prompts", "export", str(file)).err == f"2 prompts written to {file}.\n"
    assert file.stat().st_mode & 0o077 == 0
    assert shell.done("prompts", "export").out == file.read_text("utf-8")
    assert shell.done("prompts", "import", str(file)).err == (
        "All of them are among your prompts already.\n"
    )
    before = shell.done("prompts", "--json").out
    monkeypatch.setenv("TRACEJOURNAL_HOME", str(tmp_path / "elsewhere"))
    assert shell.done("prompts", "import", str(file)).err == "Added: 2 prompts.\n"
    assert shell.done("prompts", "--json").out == before
    assert shell.done("prompts", "import", "-", piped=file.read_bytes()).err == (
        "All of them are among your prompts already.\n"
    )


def test_an_export_asks_before_it_writes_over_a_file(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("precious", "utf-8")
    assert shell("prompts", "export", str(file)).code == 2
    assert file.read_text("utf-8") == "precious"
    shell.done("prompts", "export", str(file), "--all", "--depth", "deep", "--yes")
    assert file.read_text("utf-8").count("\n[[prompt]]\n") == 10


BAD = """\
[[prompt]]
text = "What helps?"

[[prompt]]
title = "No question"

[[prompt]]
text = "How is the client?"
depth = "abyss"
"""


def test_an_import_tells_what_is_wrong_and_asks_before_it_adds_the_rest(
    shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "theirs.toml"
    file.write_text(BAD, "utf-8")
    asked = shell("prompts", "import", str(file), answers="n\n")
    assert asked.code == 0
    assert "Line 4, No question: It has no question." in asked.err
    assert "Line 9, How is the client?: There is no depth called “abyss”." in asked.err
    assert "Add the 1 prompt that can be?" in asked.err
    assert asked.err.endswith("Nothing was changed.\n")
    assert shell("prompts", "import", str(file)).code == 2, "there is no one to ask"
    assert "(own)" not in shell.done("prompts").out
    done = shell.done("prompts", "import", str(file), "--yes")
    assert done.err.endswith("Added: 1 prompt.\nNot added: 2 prompts.\n")
    assert "What helps? (own)" in shell.done("prompts").out


def test_files_that_cannot_be_imported(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "theirs.toml"
    assert shell("prompts", "import").code == 2
    missing = shell("prompts", "import", str(file))
    assert (missing.code, missing.err) == (
        1, f"{file} cannot be read: No such file or directory.\n",
    )  # fmt: skip
    assert shell("prompts", "import", str(tmp_path)).code == 1
    file.write_bytes(b"\xff\xfe\x00[[prompt]]")
    assert shell("prompts", "import", str(file)).code in (1, 2)
    file.write_bytes(b"[[prompt]]\n" * 100_000)
    assert "too large for prompts" in shell("prompts", "import", str(file)).err
    file.write_text('[[prompt]]\ntext = "a\x1b[31m"\n', "utf-8")
    refused = shell("prompts", "import", str(file))
    assert refused.code == 1
    assert "\x1b" not in refused.err
    assert refused.err.endswith("None of them can be added. Nothing was changed.\n")


def test_a_prompt_is_changed_in_the_editor_as_it_stands_in_a_file(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    does = "path.write_text(path.read_text().replace('most supported', 'light'))"
    monkeypatch.setenv("EDITOR", editor_that(tmp_path, does))
    done = shell("prompts", "edit", "most-supported", answers="")
    assert done.err.startswith("Changed: my-most-supported takes the place")
    assert "When have I felt light at work" in line_of(shell, "my-most-supported ")
    does = "path.write_text(path.read_text().replace('light', 'seen'))"
    monkeypatch.setenv("EDITOR", editor_that(tmp_path, does))
    assert shell("prompts", "edit", "my-most", answers="").err == "Changed: my-most-supported.\n"
    assert "When have I felt seen" in line_of(shell, "my-most-supported ")
    monkeypatch.setenv("EDITOR", editor_that(tmp_path, "pass"))
    assert shell("prompts", "edit", "my-most", answers="").err == "Nothing was changed.\n"


def test_what_is_no_prompt_after_the_editor_is_put_aside(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for does in ("path.write_text('precious words')", "path.write_text('precious'); sys.exit(3)"):
        monkeypatch.setenv("EDITOR", editor_that(tmp_path, does))
        done = shell("prompts", "edit", "most-supported", answers="")
        assert done.code != 0
        (path,) = re.findall(r"they are in (\S+) for now", done.err)
        assert Path(path).read_text("utf-8").startswith("precious")
    assert "(own)" not in shell.done("prompts").out


def test_a_title_made_of_the_question_follows_it(shell: Shell) -> None:
    shell.done("prompts", "add", "What now?")
    shell.done("prompts", "edit", "my-what", "What then?")
    (prompt,) = shell.done("prompts", "--principle", "own", "--json").objects
    assert prompt["title"] == "What then?"
    shell.done("prompts", "edit", "my-what", "--title", "A title")
    shell.done("prompts", "edit", "my-what", "And now?")
    (prompt,) = shell.done("prompts", "--principle", "own", "--json").objects
    assert prompt["title"] == "A title"


def test_a_question_that_is_too_long_is_put_aside(shell: Shell) -> None:
    shell.done("prompts", "add", "What now?")
    for action in (("add",), ("edit", "my-what-now")):
        done = shell("prompts", *action, piped="long " * 500)
        assert done.code == 2
        (path,) = re.findall(r"they are in (\S+) for now", done.err)
        assert Path(path).read_text("utf-8").startswith("long long")
