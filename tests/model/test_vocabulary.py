"""Choosing a term by typing a little of it."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model import vocabulary
from tracejournal.model.errors import Misuse
from tracejournal.model.vocabulary import (
    CONDITIONS,
    DEPTHS,
    DIRECTIONS,
    ENTRY_TYPES,
    FITS,
    KINDS,
    MODES,
    OCCASIONS,
    PRINCIPLES,
    ROLES,
    SUPPORTS,
    WHO,
    Term,
    choose,
    label,
    term,
)

EVERY_CHOICE = (
    ENTRY_TYPES, KINDS, DIRECTIONS, MODES, FITS, WHO, SUPPORTS, OCCASIONS, CONDITIONS, PRINCIPLES,
    DEPTHS, ROLES,
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("gratitude", "gratitude"),
        ("GRAT", "gratitude"),
        ("hud", "huddle"),
        ("peer huddle", "huddle"),
        ("peer check in", "peer-check-in"),
        ("peer_check_in", "peer-check-in"),
        (" laughter ", "laughter"),
        ("note of", "gratitude"),
        ("brought a problem", "problem-brought"),
    ],
)
def test_a_kind_is_meant_by_its_key_its_label_or_the_start_of_either(typed: str, key: str) -> None:
    assert choose(KINDS, typed, "kind") == key


def test_a_whole_key_wins_over_the_start_of_another() -> None:
    assert choose(CONDITIONS, "time", "condition") == "time"
    terms = (Term("tea", "tea"), Term("teapot", "teapot"))
    assert choose(terms, "tea", "cup") == "tea"


def test_more_than_one_is_asked_back_with_the_choices_among_them() -> None:
    with pytest.raises(Misuse) as refused:
        choose(KINDS, "re", "kind")
    assert str(refused.value) == (
        "“re” could be more than one kind: repair, recognition. Type a little more."
    )


@pytest.mark.parametrize("typed", ["football", "", "  ", "grat itude"])
def test_an_unknown_one_is_refused_with_all_the_choices(typed: str) -> None:
    with pytest.raises(Misuse) as refused:
        choose(KINDS, typed, "kind")
    sentence = str(refused.value)
    assert sentence.startswith(f"There is no kind called “{typed.strip()}”.")
    assert all(each.key in sentence for each in KINDS)


@pytest.mark.parametrize("terms", EVERY_CHOICE)
def test_every_term_can_be_chosen_by_its_key_and_by_its_label(terms: tuple[Term, ...]) -> None:
    for each in terms:
        assert choose(terms, each.key, "thing") == each.key
        assert choose(terms, each.label.upper(), "thing") == each.key


@given(st.sampled_from(EVERY_CHOICE), st.text(max_size=12))
def test_whatever_is_typed_is_a_key_or_a_refusal(terms: tuple[Term, ...], typed: str) -> None:
    with suppress(Misuse):
        assert term(terms, choose(terms, typed, "thing"))


def test_the_label_of_an_unknown_key_is_the_key_itself() -> None:
    assert label(KINDS, "huddle") == "peer huddle"
    assert label(KINDS, "a-kind-of-my-own") == "a-kind-of-my-own"
    assert label(KINDS, None) == ""
    assert term(KINDS, None) is None


def test_keys_are_unique_and_glyphs_tell_kinds_apart() -> None:
    for terms in EVERY_CHOICE:
        keys = [each.key for each in terms]
        assert len(set(keys)) == len(keys)
    glyphs = [each.glyph for each in (*KINDS, *ENTRY_TYPES)]
    assert len(set(glyphs)) == len(glyphs)
    assert all(len(glyph) == 1 for glyph in glyphs)


def test_the_three_kinds_of_the_source_come_first() -> None:
    assert [each.key for each in KINDS[:3]] == ["gratitude", "asked", "peer-check-in"]


def test_what_is_stored_for_ever_is_still_there() -> None:
    """Journals hold these keys. One that is missing here would become unreadable there."""
    stored = {
        "type": "moment reflection check-in",
        "kind": "gratitude asked peer-check-in huddle debrief listening help-asked practical-help"
        " know-how second-view problem-brought supervision mentorship team-check-in shared-break"
        " laughter welcome repair recognition promise-kept boundary group-reflection",
        "direction": "given received mutual tried noticed-later declined",
        "mode": "in-person phone video message e-mail card quiet-company",
        "fit": "yes partly no unsure",
        "who": "peer other-team supervisor supervisee administrator mentor mentee"
        " other-profession group friend-or-family professional",
        "support": "emotional practical information feedback company esteem",
        "occasion": "routine hard-work good-news change anniversary no-occasion",
        "condition": "time invited private-place between-us soon close-by asked-first no-detail"
        " listened seen respected knew-the-work trust safe-to-be-unsure senior-first"
        " practical-help another-view recognised humour said-my-need right-kind regular-slot"
        " background followed-up both-ways",
    }
    terms = dict(zip(stored, EVERY_CHOICE, strict=False))
    for what, keys in stored.items():
        assert set(keys.split()) <= {each.key for each in terms[what]}, what


def test_felt_conditions_are_only_counted_observable_ones_may_be_compared() -> None:
    felt = {each.key for each in vocabulary.CONDITIONS if not each.observable}
    assert felt == {
        "between-us", "listened", "seen", "respected", "trust", "safe-to-be-unsure",
        "right-kind", "background",
    }  # fmt: skip
