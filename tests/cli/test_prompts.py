from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

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
    assert "add TEXT, hide ID" in shell("prompts", "bake").err
    assert shell("prompts", "bake").code == 2
    assert shell("prompts", "hide").code == 2
    assert shell("prompts", "hide", "nope").code == 1
