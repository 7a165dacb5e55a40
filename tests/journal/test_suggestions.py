"""The one line of Today that names somebody: at most one a day, and only by a rhythm."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tracejournal.model.entry import Draft, Moment

if TYPE_CHECKING:
    from tests.support import FakeClock
    from tracejournal.journal.journal import Journal


def met(journal: Journal, name: str, on: str, **fields: object) -> None:
    when = journal.clock.on_day(date.fromisoformat(on))
    journal.entries.keep(Draft(Moment(f"with @{name}", **fields), when))  # type: ignore[arg-type]


def said(journal: Journal) -> str | None:
    found = journal.suggestions.today()
    return found.name if found else None


def test_nobody_is_suggested_who_has_no_rhythm(journal: Journal) -> None:
    journal.circle.add("Sam")
    met(journal, "Sam", "2020-01-01")
    assert said(journal) is None


def test_rule_26_it_goes_round_and_is_the_same_all_day(journal: Journal, clock: FakeClock) -> None:
    for name, on in (("Sam", "2026-11-09"), ("Jo", "2024-01-01"), ("Amina", "2026-11-20")):
        journal.circle.add(name, ideal=14)
        met(journal, name, on)
    assert said(journal) == "Sam"  # first in the circle, whoever was met longest ago
    clock.set("2026-11-23T23:59")
    assert said(journal) == "Sam"
    clock.set("2026-11-24T08:00")
    assert said(journal) == "Jo"
    clock.set("2026-11-25T08:00")
    assert said(journal) == "Sam"


def test_one_a_day_at_most(journal: Journal, clock: FakeClock) -> None:
    for name in ("Sam", "Jo"):
        journal.circle.add(name, ideal=14)
        met(journal, name, "2026-11-01")
    found = journal.suggestions.today()
    assert found is not None
    assert (found.name, found.last_on) == ("Sam", date(2026, 11, 1))
    met(journal, "Sam", "2026-11-23")
    assert said(journal) is None  # and nobody in their place
    clock.set("2026-11-24T08:00")
    assert said(journal) == "Jo"


def test_it_can_be_let_be_for_today_and_that_taken_back(journal: Journal, clock: FakeClock) -> None:
    journal.circle.add("Sam", ideal=14)
    met(journal, "Sam", "2026-11-01")
    assert said(journal) == "Sam"
    journal.suggestions.let_be()
    assert said(journal) is None
    journal.suggestions.let_be(let_be=False)
    assert said(journal) == "Sam"
    journal.suggestions.let_be()
    clock.set("2026-11-24T08:00")
    assert said(journal) == "Sam"


def test_whoever_rests_is_on_leave_or_quiet_is_not_suggested_at_once(journal: Journal) -> None:
    journal.circle.add("Sam", ideal=14)
    met(journal, "Sam", "2026-11-01")
    assert said(journal) == "Sam"
    journal.circle.rest("Sam")
    assert said(journal) is None
    journal.circle.rest("Sam", date(2026, 11, 30), leave=True)
    assert said(journal) is None
    journal.circle.come_back("Sam")
    assert said(journal) == "Sam"
    journal.circle.quiet("Sam")
    assert said(journal) is None
    journal.circle.quiet("Sam", quiet=False)
    journal.circle.remove("Sam")
    assert said(journal) is None


def test_a_day_of_rest_of_ones_own_suggests_nobody(journal: Journal) -> None:
    journal.circle.add("Sam", ideal=14)
    met(journal, "Sam", "2026-11-01")
    today = journal.clock.today()
    journal.days.turn_mark(today, today, "rest")
    assert said(journal) is None


def test_between_the_ideal_and_the_longest_gap_today_says_nothing(journal: Journal) -> None:
    journal.circle.add("Sam", ideal=14, longest=28)
    met(journal, "Sam", "2026-11-02")
    assert journal.circle.get("Sam").state(journal.clock.today()) == "due"
    assert said(journal) is None


def test_what_was_tried_is_no_contact(journal: Journal) -> None:
    journal.circle.add("Sam", ideal=14)
    met(journal, "Sam", "2026-11-01")
    met(journal, "Sam", "2026-11-22", direction="tried")
    assert said(journal) == "Sam"
