from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from tests.support import FakeClock
from tracejournal.journal.journal import Journal
from tracejournal.model.days import DaySummary
from tracejournal.model.entry import Draft, Moment

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 23)


def keep_on(journal: Journal, day: date) -> str:
    when = journal.clock.on_day(day, time(12))
    return journal.entries.keep(Draft(Moment("tea", supported=7), when)).id


class TestYear:
    def test_an_empty_journal_has_this_year_alone(self, journal: Journal) -> None:
        year = journal.days.year(2026)
        assert (year.number, year.first, year.last, year.today) == (2026, 2026, 2026, TODAY)
        assert year.days == {}
        assert year.on(TODAY) == DaySummary(TODAY)

    def test_it_holds_its_days_and_no_others(self, journal: Journal) -> None:
        for day in (date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1)):
            keep_on(journal, day)
        assert set(journal.days.year(2025).days) == {date(2025, 1, 1), date(2025, 12, 31)}
        assert journal.days.year(2025).on(date(2025, 1, 1)).supported == 7

    def test_years_reach_from_the_first_to_the_last_with_entries(self, journal: Journal) -> None:
        keep_on(journal, date(2021, 5, 1))
        keep_on(journal, date(2028, 5, 1))
        year = journal.days.year(2026)
        assert (year.first, year.last) == (2021, 2028)

    def test_this_year_is_always_among_them(self, journal: Journal) -> None:
        keep_on(journal, date(2021, 5, 1))
        assert journal.days.year(2026).last == 2026

    def test_a_day_is_the_one_the_person_chose_to_begin_late(self, home: Path) -> None:
        night = FakeClock("2026-01-01T02:30", day_starts=time(4))
        assert not home.exists()
        with Journal.open(clock=night, create=True) as journal:
            journal.entries.keep(Draft(Moment("a late shift")))
            assert journal.days.year(2026).today == date(2025, 12, 31)
            assert set(journal.days.year(2025).days) == {date(2025, 12, 31)}
            assert journal.days.year(2026).days == {}
