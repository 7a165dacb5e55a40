"""A Record: a value that never changes and never prints what a person wrote."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.entry import Moment
from tracejournal.model.query import Word
from tracejournal.model.record import Record


class Cup(Record):
    """A value to test with."""

    tea: str
    millilitres: int = 200
    made_in: str = "the kitchen"

    def _settle(self, given: dict[str, Any]) -> None:
        given["tea"] = given["tea"].strip()


class Mug(Cup):
    """The same, and one field more."""

    handle: bool = True


def test_fields_are_given_by_place_or_by_name_and_have_defaults() -> None:
    cup = Cup("mint", millilitres=300)
    assert (cup.tea, cup.millilitres, cup.made_in) == ("mint", 300, "the kitchen")


def test_fields_are_checked_and_normalised_before_anything_sees_them() -> None:
    assert Cup("  mint ").tea == "mint"
    assert Cup("mint").replace(tea=" sage ").tea == "sage"


def test_a_subtype_has_the_fields_of_its_parent_first() -> None:
    mug = Mug("mint", 300, "the office", handle=False)
    assert (mug.tea, mug.millilitres, mug.made_in, mug.handle) == ("mint", 300, "the office", False)


@pytest.mark.parametrize("attribute", ["tea", "millilitres", "lid"])
def test_nothing_about_it_can_be_changed(attribute: str) -> None:
    cup = Cup("mint")
    with pytest.raises(AttributeError, match=f"Cup.{attribute} cannot be changed"):
        setattr(cup, attribute, "sage")
    assert cup == Cup("mint")


def test_nothing_about_it_can_be_removed() -> None:
    cup = Cup("mint")
    with pytest.raises(AttributeError, match=r"Cup\.tea cannot be removed"):
        del cup.tea
    assert cup.tea == "mint"


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({}, "Cup needs the field tea"),
        ({"tea": "mint", "suger": 2}, "Cup got an unexpected field suger"),
    ],
)
def test_a_missing_or_unknown_field_is_refused(fields: dict[str, Any], complaint: str) -> None:
    with pytest.raises(TypeError, match=complaint):
        Cup(**fields)


def test_too_many_or_doubled_fields_are_refused() -> None:
    with pytest.raises(TypeError, match="Cup takes 3 fields, not 4"):
        Cup("mint", 200, "here", "more")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Cup got an unexpected field tea"):
        Cup("mint", tea="sage")  # type: ignore[misc]


def test_two_with_the_same_fields_are_one() -> None:
    assert Cup("mint") == Cup("mint ")
    assert hash(Cup("mint")) == hash(Cup("mint "))
    assert len({Cup("mint"), Cup("mint"), Cup("sage")}) == 2


def test_two_of_different_types_or_fields_are_not_one() -> None:
    assert Cup("mint") != Mug("mint")
    assert Cup("mint") != Cup("mint", 100)
    assert Cup("mint") != "mint"


def test_replace_leaves_the_first_as_it_was() -> None:
    cup = Cup("mint")
    other = cup.replace(millilitres=100)
    assert (cup.millilitres, other.millilitres) == (200, 100)
    with pytest.raises(TypeError, match="unexpected field colour"):
        cup.replace(colour="green")


def test_what_comes_back_from_the_file_is_not_checked_again() -> None:
    restored = Moment.restored(text="as it was\x00", direction="a word of yesterday")
    assert restored.text == "as it was\x00"
    assert restored.direction == "a word of yesterday"
    assert restored.people == ()


def test_copies_and_pickles_are_equal() -> None:
    word = Word("tea", phrase=True)
    assert copy.copy(word) == copy.deepcopy(word) == word
    assert pickle.loads(pickle.dumps(word)) == word  # noqa: S301 - our own


@given(st.text(min_size=4))
def test_what_a_person_wrote_is_in_no_repr(words: str) -> None:
    assert repr(Moment(words)) == "<Moment>"
    assert f"{Moment(words)}" == "<Moment>"
