from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.completion import MOST_OFFERED, completions, finished
from tracejournal.model.mentions import people_in, tags_in
from tracejournal.model.operators import OPERATORS
from tracejournal.model.query import parse_query

TODAY = date(2026, 11, 23)
PEOPLE = ("Priya", "Night team", "Pat", "José", "Sam")
TAGS = ("gratitude", "hearing", "garden-day")


def texts(typed: str, caret: int | None = None) -> list[str]:
    place = len(typed) if caret is None else caret
    return [each.text for each in completions(typed, place, PEOPLE, TAGS, TODAY)]


def labels(typed: str) -> list[str]:
    return [each.label for each in completions(typed, len(typed), PEOPLE, TAGS, TODAY)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("k", "kind:"),
        ("K", "kind:"),
        ("warm ki", "kind:"),
        ("-ki", "-kind:"),
        ("kind:hud", "kind:huddle"),
        ("kind:low", "kind:debrief"),
        ("kind:peer", "kind:peer-check-in"),
        ("KIND:hud", "kind:huddle"),
        ("-kind:hud", "-kind:huddle"),
        ("@", "@Priya"),
        ("@n", "@Night_team"),
        ("-@pa", "-@Pat"),
        ("with:ni", "with:Night_team"),
        ("with:@ni", "with:Night_team"),
        ("given:s", "given:Sam"),
        ("received:jos", "received:José"),
        ("#g", "#gratitude"),
        ("-#gar", "-#garden-day"),
        ("on:", "on:today"),
        ("from:y", "from:yesterday"),
        ("to:n", "to:november"),
        ("from:20", "from:2026"),
        ("supported:", "supported:>=7"),
        ("supported:<", "supported:<=3"),
        ("condition:ti", "condition:time"),
        ("missing:private", "missing:private-place"),
        ("is:re", "is:reflection"),
    ],
)
def test_what_is_typed_is_gone_on_with(typed: str, first: str) -> None:
    assert texts(typed)[0] == first


@pytest.mark.parametrize(
    "typed",
    ["", " ", "-", "warm", "kind", "@zz", "#zz", "nokind:x", "kind:zzz", '"k', 'a "peer k', "k "],
)
def test_plain_words_are_left_alone(typed: str) -> None:
    assert [text for text in texts(typed) if text != "kind:"] == []


def test_inside_a_word_nothing_is_offered() -> None:
    assert texts("kind:huddle", 3) == []
    assert texts("k huddle", 1) == ["kind:"]


def test_what_stands_there_whole_is_not_offered_again() -> None:
    for typed in (
        "kind:huddle",
        "@Priya",
        "#hearing",
        "on:today",
        "supported:>=7",
        "condition:time",
    ):
        assert texts(typed) == []


def test_keys_are_typed_and_their_meaning_is_read() -> None:
    assert labels("condition:tim") == ["time was protected"]
    assert "note of gratitude" in labels("kind:")
    assert labels("-kind:hud") == ["-peer huddle"]


def test_months_begin_with_this_one() -> None:
    months = [text for text in texts("from:") if text.endswith("ber")]
    assert months == ["from:november", "from:october"]


def test_accepting_leaves_the_rest_of_the_line() -> None:
    (found,) = completions("warm hud kin door", 12, (), (), TODAY)
    assert found.put_in("warm hud kin door", 12) == ("warm hud kind: door", 14)
    (found,) = completions("kind:hudd door", 9, (), (), TODAY)
    assert found.put_in("kind:hudd door", 9) == ("kind:huddle door", 11)
    (found,) = completions("kind:hudd", 9, (), (), TODAY)
    assert found.put_in("kind:hudd", 9) == ("kind:huddle ", 12)


BEGINNINGS = st.sampled_from(
    ["", "-", "@", "-@", "#", "-#", *(f"{s}{o.name}:" for o in OPERATORS for s in ("", "-"))]
)
NAMES = st.text(min_size=1, max_size=12).map(lambda text: people_in(f"@{text}")).filter(bool)
MORE_TAGS = st.text(min_size=1, max_size=12).map(lambda text: tags_in(f"#{text}")).filter(bool)


@given(
    before=st.sampled_from(["", "warm ", "-#tea ", '"two words" ']),
    beginning=BEGINNINGS,
    typed=st.text(max_size=3),
    people=st.lists(NAMES.map(lambda names: names[0]), max_size=4),
    tags=st.lists(MORE_TAGS.map(lambda names: names[0]), max_size=4),
)
def test_whatever_is_accepted_is_a_filter(
    before: str, beginning: str, typed: str, people: list[str], tags: list[str]
) -> None:
    line = before + beginning + typed
    plain = parse_query(before, TODAY)
    found = completions(line, len(line), people, tags, TODAY)
    assert len(found) <= MOST_OFFERED
    for each in found:
        text, caret = each.put_in(line, len(line))
        assert caret == len(text)
        if each.text.endswith(":"):
            assert completions(text, caret, ["Sam"], [], TODAY), "an operator offers its values"
        else:
            query = parse_query(text, TODAY)
            assert query.words == plain.words, "it is no word"
            assert query != plain, "it narrows the search"


@given(st.text(max_size=60), st.integers(0, 60))
def test_no_line_is_too_odd(typed: str, caret: int) -> None:
    for each in completions(typed, min(caret, len(typed)), PEOPLE, TAGS, TODAY):
        text, place = each.put_in(typed, min(caret, len(typed)))
        assert text[:place].rstrip().endswith(each.text)


@pytest.mark.parametrize(
    ("typed", "searched"),
    [
        ("door kind:", "door "),
        ("door -kind:", "door "),
        ("door kind:p", "door "),
        ("kind:hud", "kind:hud"),
        ("kind:huddle", "kind:huddle"),
        ("kind:zzz", "kind:zzz"),
        ("door k", "door k"),
        ("kind: ", "kind: "),
        ("on:", ""),
        ("from:20", ""),
        ("from:2026", "from:2026"),
        ("on:2026-02-30", "on:2026-02-30"),
        ("supported:>", ""),
        ("supported:>=7", "supported:>=7"),
        ("@", ""),
        ("@Pri", ""),
        ("@Night_team", "@Night_team"),
        ("@pat", "@pat"),
        ("with:", ""),
        ("with:@pri", ""),
        ("with:sam", "with:sam"),
        ("#hear", ""),
        ("#hearing", "#hearing"),
        ("@nobody", "@nobody"),
        ("http://k", "http://k"),
    ],
)
def test_a_filter_that_is_still_typed_is_not_searched_for_yet(typed: str, searched: str) -> None:
    assert finished(typed, PEOPLE, TAGS, TODAY) == searched


def test_a_name_that_others_go_on_from_is_a_name() -> None:
    assert finished("@Sam", ["Samira", "Sam"], (), TODAY) == "@Sam"


@given(st.text(max_size=40))
def test_what_is_left_out_is_at_the_end(typed: str) -> None:
    assert typed.startswith(finished(typed, PEOPLE, TAGS, TODAY))
