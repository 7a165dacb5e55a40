"""What a loop can say, and what it cannot."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.coming import parse_coming
from tracejournal.model.errors import Misuse
from tracejournal.model.loop import Loop, LoopContent, LoopStep, in_order

AT = datetime(2026, 11, 23, 8, 42, tzinfo=UTC)
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize("kind", ["concern", "promise", "heard"])
def test_rule_01_nothing_but_the_kind_needs_to_be_said(kind: str) -> None:
    assert LoopContent(kind).is_empty
    assert not LoopContent(kind, "words").is_empty
    assert not LoopContent(kind, due=MONDAY).is_empty


def test_rule_28_options_none_yet_and_nothing_said_are_three_things_of_equal_standing() -> None:
    concern = LoopContent("concern", "Late calls")
    with_one, none_yet = (
        concern.replace(options=(" ring first ", "")),
        concern.replace(none_yet=True),
    )
    assert with_one.options == ("ring first",)
    assert none_yet.options == ()
    assert len({concern, with_one, none_yet}) == 3
    with pytest.raises(Misuse, match="Take one of both"):
        LoopContent("concern", options=("ring first",), none_yet=True)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("promise", {"options": ("one",)}),
        ("heard", {"none_yet": True}),
        ("concern", {"direction": "given"}),
        ("promise", {"direction": "sideways"}),
        ("worry", {}),
    ],
)
def test_what_does_not_belong_to_its_kind_is_refused(kind: str, said: dict[str, Any]) -> None:
    with pytest.raises(Misuse):
        LoopContent(kind, **said)


@pytest.mark.parametrize(
    ("kind", "ending", "fits"),
    [
        ("concern", "answered", True), ("concern", "kept", False), ("concern", "let-go", True),
        ("promise", "kept", True), ("promise", "told-back", False), ("heard", "told-back", True),
        ("heard", "closed", True), ("promise", None, True),
    ],
)  # fmt: skip
def test_it_ends_as_its_kind_can(kind: str, ending: str | None, *, fits: bool) -> None:
    if fits:
        assert Loop("1", LoopContent(kind), AT, ending).is_open == (ending is None)
    else:
        with pytest.raises(Misuse):
            Loop("1", LoopContent(kind), AT, ending)


def test_only_what_was_moved_has_days_and_they_differ() -> None:
    assert LoopStep("moved", AT, moved_to=MONDAY).moved_from is None
    for what, first, last in (
        ("moved", None, None),
        ("moved", MONDAY, MONDAY),
        ("came-back", None, MONDAY),
        ("shouted", None, None),
    ):
        with pytest.raises(Misuse):
            LoopStep(what, AT, moved_from=first, moved_to=last)


def test_people_in_the_words_are_in_it_and_go_with_the_words() -> None:
    content = LoopContent("concern", "Ask @Priya", ("my supervisor",))
    assert content.people == ("my supervisor", "Priya")
    assert content.people_beside == ("my supervisor",)
    assert content.reworded("Ask @Dana").people == ("my supervisor", "Dana")


def test_what_has_a_day_comes_first_and_nothing_is_sorted_by_how_late_it_is() -> None:
    def loop(name: str, due: date | None, hour: int) -> Loop:
        return Loop(name, LoopContent("promise", due=due), AT.replace(hour=hour))

    loops = [
        loop("old", None, 1), loop("new", None, 9),
        loop("later", date(2027, 1, 1), 2), loop("past", date(2026, 1, 1), 3),
    ]  # fmt: skip
    assert [each.id for each in in_order(loops)] == ["past", "later", "new", "old"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", "2026-11-23"), ("tomorrow", "2026-11-24"), ("monday", "2026-11-23"),
        ("next monday", "2026-11-30"), ("fri", "2026-11-27"), ("next friday", "2026-11-27"),
        ("next week", "2026-11-30"), ("in 3 days", "2026-11-26"), ("in a week", "2026-11-30"),
        ("in two weeks", "2026-12-07"), ("24 dec", "2026-12-24"), ("dec 24", "2026-12-24"),
        ("3 march", "2027-03-03"), ("29 feb", "2028-02-29"), ("2026-12-01", "2026-12-01"),
        ("yesterday", "2026-11-22"), ("On Friday", "2026-11-27"),
    ],
)  # fmt: skip
def test_days_to_come_are_read_as_people_say_them(typed: str, day: str) -> None:
    assert parse_coming(typed, MONDAY).isoformat() == day


@pytest.mark.parametrize(
    "typed", ["", "soon", "in weeks", "in 99999 weeks", "31 feb", "2026-02-30", "24 d"]
)
def test_what_is_no_day_is_told_with_examples(typed: str) -> None:
    with pytest.raises(Misuse, match="Try friday"):
        parse_coming(typed, MONDAY)


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_day_or_a_sentence(typed: str) -> None:
    with suppress(Misuse):  # which is a sentence
        assert isinstance(parse_coming(typed, MONDAY), date)
