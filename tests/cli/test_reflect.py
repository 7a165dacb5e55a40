from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.support import Shell


def editor_that(tmp_path: Path, does: str) -> str:
    """Return a command that runs a line of Python on the file it is given, as `path`."""
    script = tmp_path / "editor.py"
    script.write_text(f"import sys, os, pathlib\npath = pathlib.Path(sys.argv[1])\n{does}\n")
    return f"{sys.executable} {script}"


def todays_prompt(shell: Shell) -> str:
    shell.done("log", "Tea")
    return shell.done("today").lines[-2]


def test_an_answer_after_the_command_is_kept_with_todays_question(shell: Shell) -> None:
    prompt = todays_prompt(shell)
    assert shell.done("reflect", "My", "team").err == "Kept. reflection\n"
    entry = shell.kept("is:reflection")[0]
    assert entry["parts"] == [{"question": prompt, "answer": "My team"}]
    assert entry["text"] == "My team"
    assert shell.done("today").lines[-1] == "answered today"


def test_an_answer_may_come_through_a_pipe(shell: Shell) -> None:
    shell.done("reflect", piped="Two\nlines\n")
    assert shell.kept()[0]["text"] == "Two\nlines"


def test_a_prompt_can_be_chosen_by_the_start_of_its_id(shell: Shell) -> None:
    shell.done("reflect", "--prompt", "one-stead", "The rain")
    assert shell.kept()[0]["prompt_id"] == "one-steady-thing"


def test_an_unknown_prompt_is_refused_and_piped_words_are_put_aside(
    shell: Shell, home: Path
) -> None:
    done = shell("reflect", "--prompt", "nope", piped="My words")
    assert done.code == 1
    assert done.err.startswith("There is no prompt called “nope”.")
    (aside,) = (home / "state").iterdir()
    assert aside.read_text() == "My words"


def test_another_prompt_is_another_one_and_stays_for_the_day(shell: Shell) -> None:
    first = todays_prompt(shell)
    shell.done("reflect", "--another", "An answer")
    question = shell.kept("is:reflection")[0]["parts"][0]["question"]
    assert question != first
    assert question in shell.done("today").out


def test_nothing_to_answer_with_is_misuse_and_passes_nothing_over(shell: Shell) -> None:
    prompt = todays_prompt(shell)
    assert shell("reflect", "--another").code == 2
    assert prompt in shell.done("today").out


def test_lines_are_taken_until_an_empty_one(shell: Shell) -> None:
    prompt = todays_prompt(shell)
    done = shell("reflect", answers="One line\nand more\n\n")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith(prompt)
    assert shell.kept("is:reflection")[0]["text"].startswith("One line\nand more")


def test_writing_nothing_is_fine(shell: Shell) -> None:
    done = shell("reflect", answers="")
    assert done.code == 0
    assert done.err.endswith("Nothing was kept, and that is fine.\n")


def test_a_deep_prompt_comes_with_a_word_of_warning(shell: Shell) -> None:
    deep = next(line for line in shell.done("prompts").lines if line.split()[1] == "deep")
    done = shell("reflect", "--prompt", deep.split()[0], answers="")
    assert done.err.startswith("This one goes deep.")
    assert "gentler" in done.err


def test_the_editor_shows_the_question_and_brings_the_answer_back(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompt = todays_prompt(shell)
    seen = tmp_path / "seen"
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    does = (
        f"pathlib.Path({str(seen)!r}).write_text(f'{{oct(path.stat().st_mode)}} {{path.parent}}'"
        " + path.read_text())\n"
        "path.write_text(path.read_text() + 'Written\\n\\nin an editor\\n')"
    )
    monkeypatch.setenv("EDITOR", editor_that(tmp_path, does))
    assert shell("reflect", "--editor", answers="").code == 0
    entry = shell.kept("is:reflection")[0]
    assert entry["parts"] == [{"question": prompt, "answer": "Written\n\nin an editor"}]
    assert seen.read_text().startswith(f"0o100600 {runtime}")
    assert f"# {prompt}" in seen.read_text()
    assert list(runtime.iterdir()) == []


def test_an_editor_that_fails_leaves_a_draft_that_the_next_one_opens(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = "path.write_text(path.read_text() + 'Half a thought'); sys.exit(1)"
    monkeypatch.setenv("VISUAL", editor_that(tmp_path, failing))
    done = shell("reflect", "--editor", answers="")
    assert done.code == 1
    assert "wait as a draft" in done.err
    assert shell.kept() == []

    going_on = "path.write_text(path.read_text().rstrip() + ', finished')"
    monkeypatch.setenv("VISUAL", editor_that(tmp_path, going_on))
    assert shell("reflect", "--editor", answers="").code == 0
    assert shell.kept()[0]["text"] == "Half a thought, finished"
    assert "earlier" not in shell("reflect", answers="").err


@pytest.mark.parametrize("editor", ["", "no-such-editor-anywhere", '"never closed'])
def test_no_editor_is_a_plain_sentence(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    done = shell("reflect", "--editor", answers="")
    assert done.code == 1
    assert done.err.startswith("No editor could be started.")


def test_the_editors_folder_is_private_where_there_is_no_runtime_folder(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_to_all = tmp_path / "runtime"
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(open_to_all))
    seen = tmp_path / "seen"
    does = f"pathlib.Path({str(seen)!r}).write_text(f'{{path.parent.stat().st_mode}} {{path}}')"
    monkeypatch.setenv("EDITOR", editor_that(tmp_path, does))
    shell("reflect", "--editor", answers="")
    mode, path = seen.read_text().split(" ", 1)
    assert stat.S_IMODE(int(mode)) == 0o700
    assert not path.startswith(str(open_to_all))
