"""A guess at kind and direction, always open to change."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.suggestion import suggest_direction, suggest_kind
from tracejournal.model.vocabulary import DIRECTIONS, KINDS, term


@pytest.mark.parametrize(
    ("text", "kind", "direction"),
    [
        ("Thanked @Priya for covering", "gratitude", "given"),
        ("Priya thanked me for the notes", "gratitude", "received"),
        ("Thank you from the night team", "gratitude", "received"),
        ("Asked Dana how the week is going", "asked", "given"),
        ("Dana asked how I was", "asked", "received"),
        ("Checked in with Sam before court", "peer-check-in", "given"),
        ("Sam checked in on me", "peer-check-in", "received"),
        ("Ten-minute huddle after a hard session", "huddle", "mutual"),
        ("Low-impact debrief with Jo", "debrief", None),
        ("1:1 with my supervisor", "supervision", None),
        ("Mentoring hour with Amina", "mentorship", None),
        ("Lunch together on the steps", "shared-break", "mutual"),
        ("Got coffee with Dana", "shared-break", None),
        ("Laughed so much", "laughter", None),
        ("Jo covered for me on Friday", "practical-help", "received"),
        ("Listened to Amina", "listening", "given"),
        ("Asked Dana for help with the form", "help-asked", "received"),
        ("Cleared the air with Sam", "repair", None),
        ("Welcomed the new colleague", "welcome", None),
        ("Showed Sam how the scanner works", "know-how", None),
        ("A long, grey day", None, None),
        ("steam, teapot and breakage", None, None),
        ("", None, None),
    ],
)
def test_what_the_words_say_plainly(text: str, kind: str | None, direction: str | None) -> None:
    assert (suggest_kind(text), suggest_direction(text)) == (kind, direction)


@pytest.mark.parametrize(
    "text", ["I feel hopeless", "I want to give up", "so stressed and angry", "worthless today"]
)
def test_words_are_never_weighed_for_mood_or_danger(text: str) -> None:
    assert suggest_kind(text) is None
    assert suggest_direction(text) is None


def test_case_and_the_signs_of_mentions_do_not_matter() -> None:
    assert suggest_kind("THANKED @PRIYA") == suggest_kind("#gratitude!") == "gratitude"


@given(st.text())
def test_any_text_gets_a_known_suggestion_or_none(text: str) -> None:
    for terms, suggested in ((KINDS, suggest_kind(text)), (DIRECTIONS, suggest_direction(text))):
        assert suggested is None or term(terms, suggested)


def test_it_keeps_up_with_typing_however_long_the_text() -> None:
    text = "one two three " * 100_000
    before = time.process_time()
    suggest_kind(text)
    suggest_direction(text)
    assert time.process_time() - before < 1
