"""Kinds and conditions as a person makes them: names, keys, and what is offered."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import FakeClock
from tracejournal.model.entry import Moment
from tracejournal.model.errors import Misuse
from tracejournal.model.query import parse_query
from tracejournal.model.suggestion import suggest_kind
from tracejournal.model.terms import MAX_LABEL, term_key, term_label
from tracejournal.model.tokens import Choice
from tracejournal.model.vocabulary import (
    CONDITIONS,
    KINDS,
    OwnTerm,
    choose,
    label,
    learn,
    offered,
    term,
)

TEA = OwnTerm("kind", "my-tea", "Tea after the round")
NO_LAUGHTER = OwnTerm("kind", "laughter", hidden=True)
THANKS = OwnTerm("kind", "gratitude", "Thank-you")
DOOR = OwnTerm("condition", "my-door", "The door was open", observable=True)


@pytest.fixture(autouse=True)
def _own() -> None:
    learn([TEA, NO_LAUGHTER, THANKS, DOOR])


def test_each_goes_by_the_name_it_was_given_and_the_others_by_their_own() -> None:
    assert label(KINDS, "gratitude") == "Thank-you"
    assert label(KINDS, "huddle") == "peer huddle"
    assert label(KINDS, "my-tea") == "Tea after the round"
    assert [each.key for each in KINDS[:3]] == ["gratitude", "asked", "peer-check-in"]
    assert KINDS[-1].own
    assert not KINDS[0].own


def test_an_own_condition_is_observable_or_felt_as_the_person_says() -> None:
    found = term(CONDITIONS, "my-door")
    assert found
    assert found.observable
    learn([DOOR.replace(observable=False)])
    found = term(CONDITIONS, "my-door")
    assert found
    assert not found.observable


def test_what_a_condition_that_came_along_is_stays_whatever_its_row_says() -> None:
    learn([OwnTerm("condition", "trust", "deep trust", observable=True)])
    found = term(CONDITIONS, "trust")
    assert found
    assert (found.label, found.observable) == ("deep trust", False)


def test_a_hidden_one_is_not_offered_unless_it_is_chosen_and_never_guessed() -> None:
    assert "laughter" not in [each.key for each in offered(KINDS)]
    assert "laughter" in [each.key for each in offered(KINDS, chosen=("laughter",))]
    assert label(KINDS, "laughter") == "laughter"
    assert suggest_kind("We laughed") is None


def test_what_is_usual_comes_first_and_the_rest_keeps_its_order() -> None:
    keys = [each.key for each in offered(KINDS, ("repair", "gone", "my-tea"))]
    rest = [each.key for each in offered(KINDS) if each.key not in ("repair", "my-tea")]
    assert keys == ["repair", "my-tea", *rest]


def test_a_search_understands_own_names() -> None:
    today = FakeClock().today()
    assert parse_query("kind:thank-you", today).filters == (Choice("kind", ("gratitude",)),)
    assert parse_query("condition:the-door", today).filters == (Choice("present", ("my-door",)),)


def test_a_key_nobody_knows_is_kept_and_read_as_it_is() -> None:
    learn(())
    moment = Moment(kind="my-tea", present=("my-door", " my-door\x1b "))
    assert (moment.kind, moment.present) == ("my-tea", ("my-door",))
    assert label(KINDS, moment.kind) == "my-tea"


@given(st.text(max_size=80))
def test_any_name_is_refused_or_has_a_key_that_means_it(typed: str) -> None:
    learn([TEA])
    with suppress(Misuse):
        said = term_label("kind", typed)
        assert 0 < len(said) <= MAX_LABEL
        assert said == " ".join(said.split())
        key = term_key("kind", said)
        assert key.startswith("my-")
        assert not set(key) & set(' \t\n"')
        assert term(KINDS, key) is None
        learn([TEA, OwnTerm("kind", key, said)])
        assert choose(KINDS, key, "kind") == key
        assert label(KINDS, key) == said


def test_an_empty_name_gives_back_only_what_came_along() -> None:
    assert term_label("kind", "  ", "gratitude") == ""
    for key in ("", "my-tea"):
        with pytest.raises(Misuse, match="It needs a name"):
            term_label("kind", "  ", key)


def test_the_same_name_may_be_given_again_and_to_another_vocabulary() -> None:
    assert term_label("kind", "Thank-you", "gratitude") == "Thank-you"
    assert term_label("condition", "Thank-you") == "Thank-you"
