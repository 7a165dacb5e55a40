"""People and tags inside the words."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.mentions import (
    MAX_NAME,
    as_mention,
    as_name,
    as_tag,
    distinct,
    name_key,
    people_in,
    tags_in,
)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Thanked @Priya for covering", ("Priya",)),
        ("@Priya, @Sam; (@Jo) and “@Dana”.", ("Priya", "Sam", "Jo", "Dana")),
        ("Tea with @Night_team", ("Night team",)),
        ("@J.T. called", ("J.T",)),
        ("@Mary-Jane and @O'Brien and @O’Neill", ("Mary-Jane", "O'Brien", "O’Neill")),
        ("@Priya's idea, @Jo’s cake", ("Priya", "Jo")),
        ("@priya and @Priya and @PRIYA", ("priya",)),
        ("Write to priya@example.org", ()),
        ("https://example.social/@priya", ()),
        ("@ alone, @@Priya twice, @2nd floor, @_x", ()),
        ("@José @Øyvind @Ngọc", ("José", "Øyvind", "Ngọc")),
        ("@李雷 @Мария @यशोदा @சீதா", ("李雷", "Мария", "यशोदा", "சீதா")),
        ("@Dana2 from the @Team_4b", ("Dana2", "Team 4b")),
        ("@Priya.", ("Priya",)),
        ("@Priya🙂 @Sam—thanks", ("Priya", "Sam")),
        ("at the end @", ()),
    ],
)  # fmt: skip
def test_who_is_mentioned(text: str, people: tuple[str, ...]) -> None:
    assert people_in(text) == people


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("covering #gratitude", ("gratitude",)),
        ("#Gratitude #GRATITUDE", ("gratitude",)),
        ("We are #1, seat #42", ()),
        ("#2026-plan and #night_shift", ("2026-plan", "night_shift")),
        ("#low-impact-", ("low-impact",)),
        ("(#tea)", ("tea",)),
        ("C# and a&#x27;b and page#top and ##", ()),
        ("#Überstunden #उत्सव #家", ("überstunden", "उत्सव", "家")),
    ],
)
def test_which_tags_are_written(text: str, tags: tuple[str, ...]) -> None:
    assert tags_in(text) == tags


def test_a_name_typed_in_two_pieces_is_the_same_person() -> None:
    composed, decomposed = "@José", unicodedata.normalize("NFD", "@José")
    assert composed != decomposed
    (one,), (other,) = people_in(composed), people_in(decomposed)
    assert name_key(one) == name_key(other)
    assert len(people_in(f"{composed} {decomposed}")) == 1


@pytest.mark.parametrize("typed", ["Night team", "Night_team", "@Night_team", " @Night_team "])
def test_a_person_is_the_same_however_their_name_was_given(typed: str) -> None:
    assert distinct([as_name(typed)]) == ("Night team",)


@pytest.mark.parametrize("typed", ["low impact", "#Low-Impact", " low  impact "])
def test_a_tag_is_the_same_however_it_was_given(typed: str) -> None:
    assert as_tag(typed) == "low-impact"


@given(st.lists(st.sampled_from(["Priya", "Night team", "J.T", "O’Neill", "李雷"]), unique=True))
def test_names_written_as_mentions_are_found_again(names: list[str]) -> None:
    text = " and ".join(map(as_mention, names))
    assert people_in(text) == tuple(names)


@given(st.text())
def test_any_text_can_be_read_for_names(text: str) -> None:
    for name in (*people_in(text), *tags_in(text)):
        assert 0 < len(name) <= MAX_NAME
        assert name == " ".join(name.split())


@given(st.lists(st.text(max_size=8), max_size=12))
def test_each_is_named_once_in_the_order_they_came(names: list[str]) -> None:
    found = distinct(names)
    keys = [name_key(name) for name in found]
    assert len(set(keys)) == len(keys)
    assert distinct(found) == found


def test_a_very_long_name_is_cut_not_refused() -> None:
    assert people_in("@" + "a" * 1_000) == ("a" * MAX_NAME,)


@pytest.mark.parametrize("pile", ["@", "@a", "@a.", "#", "#1", "a@", "@a_", "#a-"])
def test_a_megabyte_of_signs_costs_no_more_than_a_breath(pile: str) -> None:
    text = pile * (1_000_000 // len(pile))
    before = time.process_time()
    people_in(text)
    tags_in(text)
    assert time.process_time() - before < 8
