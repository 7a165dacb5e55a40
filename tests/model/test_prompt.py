"""One question to ponder."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.errors import Misuse
from tracejournal.model.prompt import MAX_TITLE, Prompt


def holds_a_question(text: str) -> bool:
    try:
        return bool(Prompt("x", text))
    except Misuse:
        return False


def test_a_question_is_enough() -> None:
    prompt = Prompt("my-one", "  What made\nyou smile? ")
    assert prompt.text == "What made you smile?"
    assert (prompt.title, prompt.principle, prompt.depth) == (
        "What made you smile?",
        "own",
        "gentle",
    )


def test_a_long_question_is_listed_by_its_first_words() -> None:
    prompt = Prompt(
        "x", "What would you like to say to the person who closed the office last night?"
    )
    assert prompt.title == "What would you like to…"


@given(st.text(min_size=1).filter(holds_a_question))
def test_a_title_fits_its_column(text: str) -> None:
    assert 0 < len(Prompt("x", text).title) <= MAX_TITLE


@pytest.mark.parametrize("text", ["", "  \n", "\x00\x1b"])
def test_without_a_question_there_is_no_prompt(text: str) -> None:
    with pytest.raises(Misuse, match="A prompt needs a question"):
        Prompt("x", text)


def test_principle_and_depth_are_from_the_list() -> None:
    prompt = Prompt("x", "What?", principle="peer", depth="med")
    assert (prompt.principle, prompt.depth) == ("peer-support", "medium")
    with pytest.raises(Misuse, match="There is no depth called “abyss”"):
        Prompt("x", "What?", depth="abyss")
