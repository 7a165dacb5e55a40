from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.hits import hits
from tracejournal.model.query import parse_query

TEXT = (
    "Thanked @Priya_K for thanks; Zoë's naïve cafe\u0301, 会議が長い, self-harm ﬁne 😀 #night-shift"
)
TODAY = date(2026, 11, 23)


def found(text: str, typed: str) -> list[str]:
    return [text[start:end] for start, end in hits(text, parse_query(typed, TODAY))]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("thanking", ["Thanked", "thanks"]),
        ("th", ["Thanked", "thanks"]),
        ("hanked", []),
        ("ZOE naive CAFE", ["Zoë", "naïve", "cafe\u0301"]),
        ("@priya_k", ["Priya_K"]),
        ('"for thanks"', ["for thanks"]),
        ('"thank"', []),
        ("self-harm", ["self-harm"]),
        ("fine", ["ﬁne"]),
        ("😀", ["😀"]),
        ("#night-shift", ["night-shift"]),
        ("with:priya_k", ["Priya_K"]),
        ('given:"Priya K"', ["Priya_K"]),
        ("-@priya_k -#night-shift", []),
        ("kind:huddle condition:time supported:8", []),
        ("shift is:moment on:today", ["shift"]),
        ("-thanks", []),
        ("* - :", []),
        ("", []),
    ],
)
def test_what_was_searched_for_is_found_in_the_words(typed: str, words: list[str]) -> None:
    assert found(TEXT, typed) == words


def test_scripts_without_spaces_are_found_within() -> None:
    assert found("長い会議が", "会議")[0].startswith("会議")


def test_what_touches_is_one_hit() -> None:
    assert found("night-shift", "night-shift shift") == ["night-shift"]


@given(st.text(max_size=80), st.text(max_size=20))
def test_any_text_and_any_search_give_ordered_places(text: str, typed: str) -> None:
    places = hits(text, parse_query(typed, TODAY))
    flat = [place for span in places for place in span]
    assert flat == sorted(flat)
    assert all(0 <= start < end <= len(text) for start, end in places)
