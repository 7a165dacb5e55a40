"""The hints on a prompt find what must not be asked, and leave innocent words alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.prompt import Prompt
from tracejournal.prompts.reading import grade, syllables
from tracejournal.prompts.second_look import second_look
from tracejournal.words import prompts as words


def hints(text: str, **fields: str) -> tuple[str, ...]:
    return second_look(Prompt("x", text).replace(**fields))


@pytest.mark.parametrize(
    ("text", "word", "hint"),
    [
        ("Describe it.", "describe", words.ASKS_FOR_STORY),
        ("What happened, and when?", "what happened", words.ASKS_FOR_STORY),
        ("What was the worst moment?", "worst moment", words.ASKS_FOR_STORY),
        ("How did the client feel?", "client", words.ASKS_FOR_CLIENTS),
        ("Which case stays with you?", "case", words.ASKS_FOR_CLIENTS),
        ("Was it in his file?", "his file", words.ASKS_FOR_CLIENTS),
        ("What should you have done?", "should", words.HAS_DUTY),
        ("Why didn't you rest?", "why didn't you", words.HAS_DUTY),
        ("How does your trauma speak?", "trauma", words.NAMES_READER),
        ("Are you burned out?", "burned out", words.NAMES_READER),
        ("What went well today?", "what went well", words.ASSUMES_GOOD),
    ],
)
def test_rule_06_a_word_that_asks_too_much_is_found(text: str, word: str, hint: str) -> None:
    assert hint.format(word=word) in hints(text)


@pytest.mark.parametrize("field", ["title", "starter", "distancing"])
def test_it_is_found_wherever_it_stands(field: str) -> None:
    assert hints("What did you like?", **{field: "The client was "}) == (
        words.ASKS_FOR_CLIENTS.format(word="client"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Let your shoulders drop. What do you see in any weather, just in case?",
        "Whose bookcase is it?",
        "What would you like to say?",
    ],
)
def test_innocent_words_are_left_alone(text: str) -> None:
    assert hints(text) == ()


def test_rule_28_asking_for_options_needs_the_way_out() -> None:
    assert hints("Which options do you see?") == (words.ASKS_FOR_OPTIONS,)
    assert hints("Which options do you see? “I don’t have one yet” is just as good.") == ()


def test_a_deep_one_needs_a_step_back() -> None:
    assert hints("Where is it dark?", depth="deep") == (words.DEEP_WITHOUT_DISTANCE,)
    assert hints("Where is it dark?", depth="deep", distancing="What would you tell me?") == ()


def test_rule_29_long_hard_and_loud_ones_are_told() -> None:
    hard = "Considering organisational interdependencies, which opportunities are emerging?"
    assert hints(hard) == (words.READS_HARD.format(grade=round(grade(hard)), most=8),)
    assert hints("Is it so? " * 20)[0].startswith("It is 199 characters long.")
    assert hints("What now!") == (words.SHOUTS,)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("make", 1), ("asked", 1), ("wanted", 2), ("table", 2), ("people", 2), ("quiet", 2),
        ("idea", 3), ("create", 2), ("science", 2), ("being", 2), ("doesn't", 2), ("don't", 1),
        ("question", 2), ("various", 3), ("area", 3), ("colleague", 2), ("supervisor", 4),
        ("organisational", 6), ("pieces", 2), ("you're", 1), ("great", 1), ("year", 1),
        ("something", 2), ("listened", 2), ("the", 1), ("hmm", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_that_of_the_formula() -> None:
    """13 words, 2 sentences, 16 syllables: 0.39 · 6.5 + 11.8 · 16/13 - 15.59."""
    text = "The cat sat on the mat. It was a warm and quiet evening."
    assert grade(text) == pytest.approx(0.39 * 6.5 + 11.8 * 16 / 13 - 15.59)
    assert grade("What did you like?") < 3
    assert grade("") == grade("何か") == 0


@given(st.text(min_size=1, max_size=300))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert grade(text) < 10_000
    assert all(second_look(Prompt.restored(id="x", text=text)))
