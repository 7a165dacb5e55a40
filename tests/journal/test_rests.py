"""Days of rest and of leave: equal to any other day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tracejournal.journal.days import MOST_MARKED
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.errors import Misuse

if TYPE_CHECKING:
    from tracejournal.journal.journal import Journal

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)


def test_a_range_is_marked_and_taken_back_by_the_same(journal: Journal) -> None:
    assert journal.days.turn_mark(MONDAY, FRIDAY, "leave")
    assert journal.days.marks(date.min, date.max) == {
        MONDAY + timedelta(days=n): "leave" for n in range(5)
    }
    assert journal.days.turn_mark(MONDAY, MONDAY, "rest")
    assert journal.days.marks(MONDAY, MONDAY) == {MONDAY: "rest"}
    assert journal.days.turn_mark(MONDAY, FRIDAY, "leave")
    assert set(journal.days.marks(MONDAY, FRIDAY).values()) == {"leave"}
    assert not journal.days.turn_mark(MONDAY, FRIDAY, "leave")
    assert journal.days.all_marks() == {}


def test_the_day_the_week_and_the_year_know_the_mark(journal: Journal) -> None:
    journal.entries.keep(Draft(Moment("Tea", supported=7)))
    journal.days.mark(MONDAY, MONDAY, "rest")
    journal.days.mark(FRIDAY, FRIDAY, "leave")
    assert (journal.days.on(MONDAY).mark, journal.days.on(MONDAY).moments) == ("rest", 1)
    marks = [day.mark for day in journal.days.this_week().days]
    assert marks == ["rest", "", "", "", "leave", "", ""]
    year = journal.days.year(2026)
    assert (year.on(FRIDAY).mark, year.on(FRIDAY).moments) == ("leave", 0)


def test_the_calendar_reaches_marks_in_other_years(journal: Journal) -> None:
    journal.days.mark(date(2024, 1, 1), date(2024, 1, 1), "leave")
    journal.days.mark(date(2027, 1, 1), date(2027, 1, 1), "leave")
    year = journal.days.year(2026)
    assert (year.first, year.last) == (2024, 2027)


def test_rule_02_rest_changes_no_count(journal: Journal) -> None:
    journal.entries.keep(Draft(Moment("Tea")))
    before = journal.days.this_week()
    journal.days.mark(MONDAY, FRIDAY, "rest")
    after = journal.days.this_week()
    assert (after.moments, after.people) == (before.moments, before.people)
    assert [day.replace(mark="") for day in after.days] == list(before.days)


def test_a_range_that_cannot_be_is_refused_and_nothing_is_marked(journal: Journal) -> None:
    with pytest.raises(Misuse, match="before"):
        journal.days.mark(FRIDAY, MONDAY, "rest")
    with pytest.raises(Misuse, match="more than"):
        journal.days.mark(MONDAY, MONDAY + timedelta(days=MOST_MARKED), "rest")
    assert journal.days.all_marks() == {}
    journal.days.mark(MONDAY, MONDAY + timedelta(days=MOST_MARKED - 1), "rest")
    assert len(journal.days.all_marks()) == MOST_MARKED
