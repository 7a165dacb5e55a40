"""Planned meetings: what is next, what was told, what may be asked, and what survives."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from tracejournal.model.entry import CheckIn, Draft, Moment
from tracejournal.model.errors import Misuse, NotFound
from tracejournal.model.meeting import DROPPED, HELD, MOVED, Meeting, Told
from tracejournal.model.recurrence import Recurrence, parse_recurrence

if TYPE_CHECKING:
    from tests.support import FakeClock
    from tracejournal.journal.journal import Journal

MONDAY = date(2026, 11, 23)


def plan(journal: Journal, typed: str = "every tuesday 14:00", **said: object) -> Meeting:
    """Plan a meeting that began in September, unless it is on days of its own."""
    recurrence = parse_recurrence(typed, MONDAY).from_day(date(2026, 9, 1))
    return journal.meetings.add(
        {"recurrence": recurrence, "kind": "mentorship", "people": ["Jo"]} | said
    )


def test_a_meeting_comes_back_as_it_was_planned(journal: Journal) -> None:
    said = {
        "recurrence": Recurrence(MONDAY, 2, at=time(9, 5)),
        "kind": "team-check-in",
        "name": "Bridge",
        "people": ("Night team", "Jo"),
        "until": date(2027, 3, 1),
        "asks": True,
    }
    meeting = journal.meetings.add(said)
    for name, value in said.items():
        assert getattr(meeting, name) == value
    assert journal.meetings.get(meeting.short_id[:3]) == meeting
    days = journal.meetings.add({"recurrence": parse_recurrence("2026-12-01, 2027-01-12", MONDAY)})
    assert journal.meetings.get(days.id).recurrence.dates == (date(2026, 12, 1), date(2027, 1, 12))
    with pytest.raises(NotFound):
        journal.meetings.get("zzz")
    with pytest.raises(NotFound):
        journal.meetings.get("")


def test_people_are_those_of_the_journal_and_never_copied(journal: Journal) -> None:
    journal.entries.keep(Draft(Moment("Tea with @Priya")))
    meeting = plan(journal, people=["priya", "Dana"])
    assert meeting.people == ("Priya", "Dana")
    store = journal._store
    store.run("UPDATE people SET name = 'Priya M.', name_key = 'priya m.' WHERE name = 'Priya'")
    assert journal.meetings.get(meeting.id).title == "mentorship session with Priya M., Dana"


def test_what_is_next_and_what_has_been(journal: Journal) -> None:
    weekly = plan(journal)
    once = plan(journal, "2026-11-24 9:00", name="Round table")
    far = plan(journal, "2027-03-01", name="Away day")
    agenda = journal.meetings.agenda()
    coming = [(each.on.isoformat(), each.meeting.name) for each in agenda.coming]
    assert coming == [
        ("2026-11-24", "Round table"),
        ("2026-11-24", ""),
        ("2026-12-01", ""),
        ("2027-03-01", "Away day"),
    ]
    assert [each.on.day for each in agenda.been] == [17, 10, 3, 27]
    assert {each.meeting.id for each in agenda.been} == {weekly.id}
    journal.meetings.rest(weekly.id)
    resting = journal.meetings.agenda()
    assert [each.id for each in resting.resting] == [weekly.id]
    assert [each.meeting.id for each in resting.coming] == [once.id, far.id]
    assert not journal.meetings.rest(weekly.id).is_resting
    assert len(journal.meetings.agenda().coming) == 4


def test_held_moved_dropped_are_told_and_taken_back(journal: Journal) -> None:
    meeting = plan(journal)
    held = journal.meetings.on(meeting.id, date(2026, 11, 17))
    journal.meetings.hold(held)
    tomorrow = journal.meetings.on(meeting.id, date(2026, 11, 24))
    moved = journal.meetings.move(tomorrow, date(2026, 11, 26))
    assert moved.state == MOVED
    assert [each.on.day for each in journal.meetings.agenda().coming][:1] == [26]
    dropped = journal.meetings.on(meeting.id, date(2026, 11, 26))
    assert dropped.due == date(2026, 11, 24)
    journal.meetings.drop(dropped, "crisis", "two at once")
    told = {each.due.day: each for each in journal.meetings.told_of(meeting.id)}
    assert told[17].state == HELD
    assert (told[24].state, told[24].moved_to, told[24].because) == (
        DROPPED, date(2026, 11, 26), "a crisis came first, two at once",
    )  # fmt: skip
    journal.meetings.tell(meeting.id, Told(date(2026, 11, 24)))
    assert [each.due.day for each in journal.meetings.told_of(meeting.id)] == [17]
    with pytest.raises(Misuse):
        journal.meetings.on(meeting.id, date(2026, 11, 25))


def test_what_is_still_to_come_was_not_held(journal: Journal) -> None:
    meeting = plan(journal)
    tomorrow = journal.meetings.on(meeting.id, date(2026, 11, 24))
    with pytest.raises(Misuse, match="still to come"):
        journal.meetings.hold(tomorrow)
    earlier = journal.meetings.move(tomorrow, MONDAY)
    journal.meetings.hold(journal.meetings.on(meeting.id, earlier.on))
    assert journal.meetings.told_of(meeting.id)[0].state == HELD


def test_a_moment_and_its_day_point_at_each_other_and_the_day_outlives_it(
    journal: Journal,
) -> None:
    meeting = plan(journal)
    held = journal.meetings.on(meeting.id, date(2026, 11, 17))
    when = journal.meetings.when(held)
    assert (when.on, when.at.hour) == (date(2026, 11, 17), 14)
    kept = journal.entries.keep(Draft(meeting.moment("Good"), when))
    journal.meetings.hold(held, kept.id)
    found = journal.meetings.of_entry(kept.id)
    assert found
    assert (found.meeting, found.due) == (meeting, date(2026, 11, 17))
    assert found.told.entry_id == kept.id
    journal.entries.delete([kept.id])
    assert journal.meetings.told_of(meeting.id)[0] == Told(date(2026, 11, 17), outcome=HELD)
    journal.entries.restore([kept.id])
    assert journal.meetings.told_of(meeting.id)[0].entry_id == kept.id
    journal.entries.erase([kept.id])
    assert journal.meetings.told_of(meeting.id)[0].state == HELD
    assert journal.meetings.of_entry(kept.id) is None
    assert journal.meetings.get(meeting.id).people == ("Jo",)


def test_the_moment_of_one_today_is_never_later_than_now(journal: Journal) -> None:
    meeting = plan(journal, "every monday 14:00")
    today = journal.meetings.on(meeting.id, MONDAY)
    assert journal.meetings.when(today) == journal.clock.now()


def test_what_was_told_stays_although_the_rhythm_changes(journal: Journal) -> None:
    meeting = plan(journal)
    journal.meetings.hold(journal.meetings.on(meeting.id, date(2026, 11, 17)))
    journal.meetings.put(meeting.replace(recurrence=parse_recurrence("every friday", MONDAY)))
    assert [each.on.day for each in journal.meetings.agenda().been] == [17]
    assert next(iter(journal.meetings.agenda().coming)).on == date(2026, 11, 27)


def test_a_removed_one_comes_back_with_all_that_was_told(journal: Journal) -> None:
    meeting = plan(journal)
    journal.meetings.drop(journal.meetings.on(meeting.id, date(2026, 11, 17)), None, "snow")
    told = journal.meetings.told_of(meeting.id)
    removed = journal.meetings.remove(meeting.id)
    assert journal.meetings.all() == ()
    assert journal._store.rows("SELECT * FROM meeting_days") == []
    assert journal._store.rows("SELECT * FROM people") == []
    journal.meetings.put_back(removed)
    assert journal.meetings.get(meeting.id) == meeting
    assert journal.meetings.told_of(meeting.id) == told


def test_rule_04_nothing_asks_unless_the_person_wished_it(
    journal: Journal, clock: FakeClock
) -> None:
    plan(journal, "every sunday")
    assert journal.meetings.asked_after() is None
    asking = plan(journal, "every sunday", asks=True)
    asked = journal.meetings.asked_after()
    assert asked
    assert (asked.meeting.id, asked.on) == (asking.id, date(2026, 11, 22))
    clock.set("2026-11-24T09:00")  # once: the day after that nothing is asked
    assert journal.meetings.asked_after() is None
    clock.set("2026-11-23T09:00")
    journal.meetings.let_be()
    assert journal.meetings.asked_after() is None


@pytest.mark.parametrize(
    ("typed", "asks_on"),
    [
        ("every tuesday", ["2026-12-02"]),
        ("every friday", ["2026-12-05", "2026-12-06", "2026-12-07"]),
    ],
)
def test_it_asks_the_day_after_and_over_a_weekend_until_monday(
    journal: Journal, clock: FakeClock, typed: str, asks_on: list[str]
) -> None:
    plan(journal, typed, asks=True)
    asked = []
    for number in range(7):
        day = date(2026, 12, 2) + timedelta(days=number)
        clock.set(f"{day}T09:00")
        if journal.meetings.asked_after():
            asked.append(day.isoformat())
    assert asked == asks_on


def test_what_is_told_is_not_asked(journal: Journal) -> None:
    meeting = plan(journal, "every sunday", asks=True)
    journal.meetings.drop(journal.meetings.on(meeting.id, date(2026, 11, 22)))
    assert journal.meetings.asked_after() is None


def test_rule_03_after_a_long_absence_nothing_is_asked_of_what_was(
    journal: Journal, clock: FakeClock
) -> None:
    plan(journal, "every sunday", asks=True)
    clock.set("2027-11-25T09:00")
    assert journal.meetings.asked_after() is None
    assert len(journal.meetings.agenda().been) == 4


def test_rule_02_what_nobody_told_of_counts_nowhere(journal: Journal) -> None:
    meeting = plan(journal)
    assert journal.meetings.survived(meeting.id).sums.told == 0
    journal.meetings.hold(journal.meetings.on(meeting.id, date(2026, 11, 17)))
    sums = journal.meetings.survived(meeting.id).sums
    assert (sums.held, sums.told) == (1, 1)


def load(journal: Journal, day: date, number: int) -> None:
    journal.entries.keep(Draft(CheckIn(load=number), journal.clock.on_day(day)))


def test_what_survives_heavy_weeks_is_counted_with_denominators(journal: Journal) -> None:
    meeting = plan(journal)
    for week in range(12):  # the three last weeks are heavy
        tuesday = date(2026, 9, 1) + timedelta(weeks=week)
        load(journal, tuesday - timedelta(days=1), 9 if week >= 9 else 4)
        occurrence = journal.meetings.on(meeting.id, tuesday)
        if week in (3, 10):
            journal.meetings.drop(occurrence, "crisis")
        elif week == 11:
            journal.meetings.move(occurrence, tuesday + timedelta(days=2))
            journal.meetings.hold(journal.meetings.on(meeting.id, tuesday))
        elif week != 5:
            journal.meetings.hold(occurrence)
    found = journal.meetings.survived(meeting.id)
    assert (found.sums.held, found.sums.told, found.sums.moved) == (9, 11, 1)
    assert found.heavy_from == 9
    assert (found.sums.heavy_held, found.sums.heavy_told) == (2, 3)
    assert [(each.reason, each.count) for each in found.sums.dropped] == [("crisis", 2)]


def test_rule_23_without_numbers_no_week_is_called_heavy(journal: Journal) -> None:
    meeting = plan(journal)
    for week in range(12):
        load(journal, date(2026, 9, 1) + timedelta(weeks=week), week % 10)
    assert journal.meetings.survived(meeting.id).heavy_from == 7
    assert journal.meetings.survived(meeting.id, with_loads=False).heavy_from is None
