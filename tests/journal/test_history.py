"""Looking back."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from tracejournal.journal.history import Likeness
from tracejournal.model.entry import CheckIn, Draft, Moment, Part, Reflection

if TYPE_CHECKING:
    from tests.support import FakeClock
    from tracejournal.journal.journal import Journal


@pytest.fixture
def lived(journal: Journal, clock: FakeClock) -> Journal:
    """A journal of three days, the entries of a day kept in the wrong order."""
    for day, hour, text in (
        (21, 9, "walk with @Priya"),
        (22, 15, "tea with @Sam #rest"),
        (22, 9, "huddle with @Priya and @Night_team #rest"),
        (23, 8, "late"),
    ):
        when = clock.on_day(date(2026, 11, day), time(hour))
        journal.entries.keep(Draft(Moment(text), when))
    return journal


def test_the_newest_is_first_by_when_it_was(lived: Journal) -> None:
    texts = [entry.content.text.split()[0] for entry in lived.history.entries()]
    assert texts == ["late", "tea", "huddle", "walk"]


def test_a_day_has_its_own_lines_newest_first(lived: Journal) -> None:
    lines = lived.history.on_day(date(2026, 11, 22))
    assert [line.text.split()[0] for line in lines] == ["tea", "huddle"]
    assert lived.history.on_day(date(2026, 11, 1)) == ()


def test_days_in_a_search_are_meant_from_today(lived: Journal, clock: FakeClock) -> None:
    assert len(lived.history.find("on:yesterday")) == 2
    clock.pass_time(days=1)
    assert len(lived.history.find("on:yesterday")) == 1


def test_more_than_a_page_of_entries_comes_whole_and_in_order(journal: Journal) -> None:
    journal.entries.keep_all(Draft(Moment(str(number))) for number in range(1_203))
    texts = [entry.content.text for entry in journal.history.entries()]
    assert texts == [str(number) for number in reversed(range(1_203))]
    assert len(list(journal.history.entries(limit=3))) == 3


def test_pages_are_found_by_where_the_last_one_ended(lived: Journal) -> None:
    first = lived.history.find(limit=2)
    second = lived.history.find(limit=2, before=first[-1])
    assert [*first, *second] == list(lived.history.find())


class TestLikenesses:
    def test_how_many_others_share_a_person_or_a_tag(self, lived: Journal) -> None:
        (huddle,) = lived.history.entries("huddle")
        assert lived.history.likenesses(huddle) == (Likeness("@Priya", 1), Likeness("#rest", 1))

    def test_the_query_it_offers_finds_them(self, lived: Journal) -> None:
        lived.entries.keep(Draft(Moment("again with @Night_team")))
        (huddle,) = lived.history.entries("huddle")
        for likeness in lived.history.likenesses(huddle):
            assert len(lived.history.find(likeness.query)) == likeness.count + 1

    def test_an_entry_alone_is_like_none(self, lived: Journal) -> None:
        (late,) = lived.history.entries("late")
        assert lived.history.likenesses(late) == ()

    def test_those_in_the_trash_or_sealed_do_not_count(self, lived: Journal) -> None:
        (huddle,) = lived.history.entries("huddle")
        (walk,) = lived.history.entries("walk")
        (tea,) = lived.history.entries('"tea"')
        lived.entries.delete([walk.id])
        lived.entries.seal([tea.id])
        assert lived.history.likenesses(huddle) == ()

    def test_one_in_the_trash_still_knows_what_is_like_it(self, lived: Journal) -> None:
        (huddle,) = lived.history.entries("huddle")
        lived.entries.delete([huddle.id])
        (trashed,) = lived.history.entries(shelf="trash")
        assert lived.history.likenesses(trashed) == (Likeness("@Priya", 1), Likeness("#rest", 1))


class TestNamesForCompletion:
    def test_those_mentioned_latest_come_first(self, lived: Journal) -> None:
        assert lived.history.known_people() == ("Sam", "Priya", "Night team")
        lived.entries.keep(Draft(Moment("and @night_team")))
        assert lived.history.known_people() == ("Night team", "Sam", "Priya")
        assert lived.history.known_people(limit=1) == ("Night team",)
        assert lived.history.known_tags() == ("rest",)

    def test_a_name_in_sealed_or_deleted_entries_alone_is_not_offered(self, lived: Journal) -> None:
        secret = lived.entries.keep(Draft(Moment("with @Quiet about #hush")))
        lived.entries.seal([secret.id])
        assert "Quiet" not in lived.history.known_people()
        assert "hush" not in lived.history.known_tags()
        lived.entries.seal([secret.id], sealed=False)
        lived.entries.delete([secret.id])
        assert "Quiet" not in lived.history.known_people()

    def test_an_export_names_those_whom_something_kept_names(self, lived: Journal) -> None:
        (tea,) = lived.history.entries('"tea"')
        lived.entries.seal([tea.id])
        assert [each.name for each in lived.circle.everyone()] == ["Night team", "Priya"]


class TestTheWeek:
    def test_monday_to_sunday_with_counts_and_nothing_else(
        self, lived: Journal, clock: FakeClock
    ) -> None:
        lived.entries.keep(Draft(CheckIn(energy=4)))
        lived.entries.keep(Draft(Reflection(parts=(Part("?", "with @Jo"),))))
        week = lived.days.this_week()
        assert week.today == date(2026, 11, 23)
        assert [day.on.day for day in week.days] == [23, 24, 25, 26, 27, 28, 29]
        monday = week.days[0]
        assert (monday.moments, monday.reflections, monday.check_ins) == (1, 1, 1)
        assert (week.moments, week.people) == (1, 1)
        clock.set("2026-11-22T23:59")
        assert (lived.days.this_week().moments, lived.days.this_week().people) == (3, 3)

    def test_after_any_absence_it_looks_as_after_a_day(
        self, lived: Journal, clock: FakeClock
    ) -> None:
        clock.set("2026-11-30T08:42")
        after_a_week = lived.days.this_week()
        clock.set("2031-12-01T08:42")
        after_years = lived.days.this_week()
        for week in (after_a_week, after_years):
            assert (week.moments, week.people) == (0, 0)
            assert {(day.moments, day.reflections, day.check_ins) for day in week.days} == {
                (0, 0, 0)
            }
