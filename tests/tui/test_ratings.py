"""Rule 23: numbers can be left out of an entry by leaving them, and of all forms for good."""

from __future__ import annotations

import pytest

from tests.tui.support import LARGE, SMALL, in_journal, open_app, press, screen_text, type_text
from tracejournal.config import Config
from tracejournal.model.entry import CheckIn, Draft, Moment, Part, Reflection

NO_RATINGS = Config(ratings=False)
DOTS = "○○○"
FORMS = {
    "moment": ("tab",),
    "reflection": ("alt+2",),
    "check-in": ("ctrl+g",),
    "edit": ("escape", "e"),
}


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("form", FORMS)
async def test_rule_23_without_ratings_no_form_has_a_row_for_one(
    form: str, size: tuple[int, int]
) -> None:
    in_journal(lambda journal: journal.entries.keep(Draft(Moment("Tea"))))
    async with open_app(size=size) as pilot:
        await press(pilot, *FORMS[form])
        assert DOTS in screen_text(pilot)
    async with open_app(size=size, config=NO_RATINGS) as pilot:
        await press(pilot, *FORMS[form])
        assert DOTS not in screen_text(pilot)
        assert "supported   " not in screen_text(pilot)


async def test_rule_23_a_number_that_is_left_is_none() -> None:
    async with open_app() as pilot:
        await type_text(pilot, "Tea")
        await press(pilot, *["tab"] * 5, "8", "backspace", "enter")
    (entry,) = in_journal(lambda journal: list(journal.history.entries()))
    assert entry.content.supported is None


async def test_rule_23_without_ratings_the_calendar_counts_and_rates_nothing() -> None:
    in_journal(lambda journal: journal.entries.keep(Draft(Moment("Tea", supported=8))))
    async with open_app(size=LARGE) as pilot:
        await press(pilot, "f6")
        assert screen_text(pilot).count("supported") == 2  # the choice, and the day
    async with open_app(size=LARGE, config=NO_RATINGS) as pilot:
        await press(pilot, "f6", "f", "f")
        assert "supported" not in screen_text(pilot)
        assert "● moments" in screen_text(pilot)


async def test_without_ratings_a_check_in_is_a_word_about_it() -> None:
    async with open_app(config=NO_RATINGS) as pilot:
        await press(pilot, "ctrl+g")
        await type_text(pilot, "Tired")
        await press(pilot, "enter")
    (entry,) = in_journal(lambda journal: list(journal.history.entries()))
    assert entry.content == CheckIn("Tired")


@pytest.mark.parametrize(
    "content",
    [
        Moment("Tea", supported=8),
        CheckIn("Tea", energy=6, load=7),
        Reflection(parts=(Part("?", "Tea"),), supported=8),
    ],
)
async def test_numbers_that_were_kept_before_stay_when_an_entry_is_changed(
    content: Moment | CheckIn | Reflection,
) -> None:
    in_journal(lambda journal: journal.entries.keep(Draft(content)))
    async with open_app(config=NO_RATINGS) as pilot:
        await press(pilot, "escape", "e")
        await type_text(pilot, "!")
        await press(pilot, "ctrl+s" if isinstance(content, Reflection) else "enter")
    (entry,) = in_journal(lambda journal: list(journal.history.entries()))
    assert "!" in entry.content.text
    assert entry.content.supported == content.supported
    assert getattr(entry.content, "energy", None) == getattr(content, "energy", None)
