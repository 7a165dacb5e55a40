"""Kinds and conditions are made one's own where they are picked."""

from __future__ import annotations

import pytest

from tests.tui.support import (
    LARGE,
    house,
    in_journal,
    open_app,
    press,
    screen_text,
    type_text,
)
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.vocabulary import CONDITIONS, KINDS, OwnTerm, label
from tracejournal.tui.screens.terms import TermDialog
from tracejournal.tui.widgets.moment_form import MomentForm

KIND_LIST = ("tab", "space")
HELPED_LIST = (*["tab"] * 6, "space")


def newest() -> Moment:
    content = in_journal(lambda journal: next(iter(journal.history.entries()))).content
    assert isinstance(content, Moment)
    return content


def own() -> tuple[OwnTerm, ...]:
    return in_journal(lambda journal: journal.terms.own())


async def test_the_three_of_the_source_stand_first_and_the_rest_is_a_type_ahead_away() -> None:
    async with open_app() as pilot:
        await press(pilot, *KIND_LIST)
        lines = [line for line in screen_text(pilot).splitlines() if "│    " in line]
        shown = " ".join(lines)
        places = [shown.index(each.label) for each in KINDS[:4]]
        assert places == sorted(places)
        await type_text(pilot, "thanks received")
        assert "note of gratitude" in screen_text(pilot)
        await press(pilot, *["backspace"] * 15)
        await type_text(pilot, "inter")
        await press(pilot, "enter", "enter")
    assert newest().kind == "team-check-in"


async def test_what_is_not_there_is_added_with_enter_and_chosen() -> None:
    async with open_app() as pilot:
        await press(pilot, *KIND_LIST)
        await type_text(pilot, "tea ritual")
        assert "+ add “tea ritual” as my own" in screen_text(pilot)
        await press(pilot, "enter")
        assert not isinstance(pilot.app.screen, TermDialog)
        assert "✧ tea ritual" in screen_text(pilot)
        await press(pilot, "enter")
        assert "Kept · tea ritual" in screen_text(pilot)
    assert newest().kind == "my-tea-ritual"


async def test_a_condition_of_ones_own_is_marked_as_seen_or_felt() -> None:
    async with open_app() as pilot:
        await press(pilot, *HELPED_LIST)
        await type_text(pilot, "warm room")
        await press(pilot, "ctrl+n")
        assert "Could others have seen it?" in screen_text(pilot)
        await press(pilot, "escape")
        assert own() == ()
        assert "warm room" in screen_text(pilot)
        await press(pilot, "ctrl+n", "enter")
        await type_text(pilot, "belonging to")
        await press(pilot, "ctrl+n", "down", "enter", "escape", "enter")
    assert newest().present == ("my-warm-room", "my-belonging-to")
    assert [(each.key, each.observable) for each in own()] == [
        ("my-belonging-to", False),
        ("my-warm-room", True),
    ]


async def test_a_name_is_asked_for_where_none_is_typed() -> None:
    async with open_app() as pilot:
        await press(pilot, *KIND_LIST, "ctrl+n")
        await type_text(pilot, "Tea")
        await press(pilot, "enter")
    assert [each.label for each in own()] == ["Tea"]


async def test_another_name_is_read_at_once_and_everywhere() -> None:
    in_journal(lambda journal: journal.entries.keep(Draft(Moment(kind="gratitude"))))
    async with open_app(size=LARGE) as pilot:
        await press(pilot, *KIND_LIST, "ctrl+r", *["backspace"] * 20)
        await type_text(pilot, "thank-you")
        await press(pilot, "enter")
        assert "♥ thank-you" in screen_text(pilot)
        await press(pilot, "escape")
        assert "note of gratitude" not in screen_text(pilot)
        assert "♥ thank-you" in screen_text(pilot)
        await press(pilot, "alt+3")
        assert "♥ thank-you" in screen_text(pilot)
        await press(
            pilot, "alt+1", "n", *KIND_LIST, "ctrl+r", *["backspace"] * 20, "enter", "escape"
        )
        assert "note of gratitude" in screen_text(pilot)


async def test_a_name_that_is_taken_is_asked_for_again_with_what_was_typed() -> None:
    async with open_app() as pilot:
        await press(pilot, *KIND_LIST, "ctrl+r", *["backspace"] * 20)
        await type_text(pilot, "laughter")
        await press(pilot, "enter")
        assert "There is a kind called “laughter” already" in screen_text(pilot)
        await type_text(pilot, " and tears")
        await press(pilot, "enter")
        assert "♥ laughter and tears" in screen_text(pilot)


async def test_a_hidden_one_is_offered_nowhere_and_can_be_shown_again() -> None:
    async with open_app(size=LARGE) as pilot:
        await press(pilot, *KIND_LIST, "down", "ctrl+x")
        assert "asked how they are" not in screen_text(pilot)
        assert "some are hidden · ^t shows them" in screen_text(pilot)
        await press(pilot, "escape", "shift+tab")
        assert "asked how they are" not in screen_text(pilot)
        await type_text(pilot, "Asked how Jo is")
        assert "asked how they are" not in screen_text(pilot)
        await press(pilot, *KIND_LIST, "ctrl+t")
        assert "asked how they are  hidden" in screen_text(pilot)
        await press(pilot, "down", "ctrl+x", "escape")
        assert "asked how they are" in screen_text(pilot)


async def test_what_holds_a_hidden_one_keeps_it_when_changed() -> None:
    in_journal(lambda journal: journal.terms.hide("kind", "laughter"))
    in_journal(lambda journal: journal.entries.keep(Draft(Moment("Ha", kind="laughter"))))
    async with open_app() as pilot:
        await press(pilot, "escape", "e")
        assert "◠ laughter" in screen_text(pilot)
        await type_text(pilot, " ha")
        await press(pilot, "enter")
    assert newest() == Moment("Ha ha", kind="laughter")


async def test_what_another_program_called_things_meanwhile_is_read() -> None:
    async with open_app(size=LARGE) as pilot:
        in_journal(lambda journal: journal.terms.rename("kind", "gratitude", "a big thank-you"))
        KINDS.learn(())  # that program had its own memory
        await house(pilot).publish_change()  # as a minute that passes does
        await press(pilot, "tab")
        assert "a big thank-you" in screen_text(pilot)


async def test_lists_of_other_things_offer_none_of_it() -> None:
    async with open_app() as pilot:
        await press(pilot, "tab", "tab", "space")
        assert "my own" not in screen_text(pilot)


@pytest.mark.parametrize("key", ["ctrl+r", "ctrl+x"])
async def test_where_nothing_is_under_the_cursor_nothing_happens(key: str) -> None:
    async with open_app() as pilot:
        await press(pilot, *KIND_LIST)
        await type_text(pilot, "zzz")
        await press(pilot, key)
        assert isinstance(pilot.app.screen, TermDialog)
    assert own() == ()


async def test_labels_are_those_that_came_along_where_a_journal_has_no_others() -> None:
    in_journal(lambda journal: journal.terms.rename("condition", "time", "an hour of ours"))
    async with open_app() as pilot:
        assert label(CONDITIONS, "time") == "an hour of ours"
        await press(pilot, *HELPED_LIST, "enter", "escape")
        assert "an hour of ours" in screen_text(pilot)
        assert pilot.app.query_one(MomentForm).moment().present == ("time",)
