"""The fictional journal: alive, kind, the same on the same day, and quickly told."""

from __future__ import annotations

import re
import time
from collections import Counter
from datetime import date, timedelta
from datetime import time as clock_time
from statistics import mean

import pytest

from tests.support import NEW_YORK, TOKYO, FakeClock
from tracejournal import places
from tracejournal.journal.demo import DAYS, fill_demo, parts_of
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import CheckIn, Entry, Moment, Reflection
from tracejournal.model.vocabulary import KINDS, term
from tracejournal.words import demo

THE_WORK = r"\b(client|patient|case|child|children|victim|abuse|died|blood|police)s?\b"


def told(clock: FakeClock, name: str = "demo.db") -> list[Entry]:
    """Fill a journal of its own and return its entries, newest first."""
    with Journal.open(f"{places.data_folder()}/{name}", clock=clock, create=True) as journal:
        fill_demo(journal)
        return list(journal.history.entries())


@pytest.fixture
def entries() -> list[Entry]:
    return told(FakeClock())


@pytest.mark.parametrize("at", ["2026-11-23T08:42", "2026-06-06T15:00", "2027-01-04T23:59"])
def test_there_is_enough_of_everything(at: str) -> None:
    entries = told(FakeClock(at))
    counts = Counter(entry.type for entry in entries)
    assert 120 <= counts["moment"] <= 175
    assert 28 <= counts["reflection"] <= 42
    assert 34 <= counts["check-in"] <= 58
    people = {name for entry in entries for name in entry.content.people}
    assert len(people) == 10
    assert {"Priya", "Night team", "my supervisor"} <= people
    assert len({tag for entry in entries for tag in entry.content.tags}) >= 10
    moments = [entry.content for entry in entries if isinstance(entry.content, Moment)]
    assert len({moment.kind for moment in moments}) >= 15
    assert all(term(KINDS, moment.kind) for moment in moments)
    assert {"given", "received", "mutual"} <= {moment.direction for moment in moments}
    assert any(moment.missing for moment in moments)
    rated = [moment for moment in moments if moment.supported is not None]
    assert 0.4 < len(rated) / len(moments) < 0.9
    assert len({entry.content.text for entry in entries}) >= 70


def test_it_ends_today_and_nothing_is_later_than_now(entries: list[Entry]) -> None:
    clock = FakeClock()
    assert all(entry.when.at <= clock.local_now() for entry in entries)
    days = {entry.when.on for entry in entries}
    assert max(days) == clock.today()
    assert min(days) > clock.today() - timedelta(days=DAYS)
    assert min(days) < clock.today() - timedelta(days=DAYS - 7)


@pytest.mark.parametrize(
    ("at", "zone"),
    [
        ("2026-11-23T08:42", "Europe/Dublin"),
        ("2026-11-23T00:00", "Europe/Dublin"),
        ("2026-11-23T00:01:30", NEW_YORK),
        ("2026-12-31T23:59:59", TOKYO),
        ("2026-03-29T02:30", "Europe/Dublin"),
        ("2026-10-25T01:45", "Europe/Dublin"),
        ("2026-10-25T12:00", "Europe/Dublin"),
    ],
)
def test_the_first_screen_is_alive_at_any_hour(at: str, zone: str) -> None:
    clock = FakeClock(at, zone)
    today = [entry for entry in told(clock) if entry.when.on == clock.today()]
    assert len(today) == 3
    assert {entry.type for entry in today} == {"moment", "check-in"}
    assert all(entry.when.at <= clock.local_now() for entry in today)


def test_a_person_of_the_night_has_a_today_as_well() -> None:
    clock = FakeClock("2026-11-24T02:00", day_starts=clock_time(4))
    today = [entry for entry in told(clock) if entry.when.on == date(2026, 11, 23)]
    assert len(today) == 3
    assert all(entry.when.at <= clock.local_now() for entry in today)


def test_the_same_day_gives_the_same_journal() -> None:
    one = [(entry.when, entry.content) for entry in told(FakeClock(), "one.db")]
    other = [(entry.when, entry.content) for entry in told(FakeClock(), "other.db")]
    assert one == other


def test_another_day_gives_another_one() -> None:
    one = [entry.content for entry in told(FakeClock(), "one.db")]
    other = [entry.content for entry in told(FakeClock("2026-11-24T08:42"), "other.db")]
    assert one != other


def test_there_are_quiet_days_free_weekends_and_a_fortnight_off(entries: list[Entry]) -> None:
    days = {entry.when.on for entry in entries}
    span = [max(days) - timedelta(days=ago) for ago in range(DAYS)]
    gaps = "".join("x" if day in days else " " for day in span)
    assert " " * 14 in gaps
    weekends = [day for day in span if day.weekday() >= 5]
    assert len([day for day in weekends if day in days]) < len(weekends) / 3


def test_no_screenful_repeats_itself(entries: list[Entry]) -> None:
    texts = [entry.content.text for entry in entries if entry.content.text]
    for start in range(len(texts) - 40):
        window = texts[start : start + 40]
        assert len(set(window)) == len(window)


@pytest.mark.parametrize("condition", ["time", "listened"])
def test_protected_time_and_listening_tend_to_go_with_better_moments(
    entries: list[Entry], condition: str
) -> None:
    rated = [
        (condition in entry.content.present, entry.content.supported)
        for entry in entries
        if isinstance(entry.content, Moment) and entry.content.supported is not None
    ]
    with_it = [rating for present, rating in rated if present]
    without = [rating for present, rating in rated if not present]
    assert len(with_it) >= 5
    assert len(without) >= 30
    assert mean(with_it) > mean(without) + 1


def test_reflections_answer_prompts_of_the_deck(entries: list[Entry]) -> None:
    with Journal.open(clock=FakeClock(), create=True) as journal:
        texts = {prompt.id: prompt.text for prompt in journal.prompts.all()}
    for entry in entries:
        if isinstance(entry.content, Reflection):
            (part,) = entry.content.parts
            assert part.question == texts[entry.content.prompt_id or ""]
            assert part.answer


def test_every_prompt_it_answers_is_in_the_deck() -> None:
    with Journal.open(clock=FakeClock(), create=True) as journal:
        known = {prompt.id for prompt in journal.prompts.all()}
    assert {prompt for prompt, _, _ in map(parts_of, demo.REFLECTIONS)} <= known


def test_every_condition_it_names_is_in_the_vocabulary(entries: list[Entry]) -> None:
    """A Moment refuses any other; so keep every line once."""
    for kind, lines in demo.MOMENTS.items():
        for direction, _, present in map(parts_of, lines):
            assert Moment(kind=kind, direction=direction, present=present).present == present
    for _, _, missing in map(parts_of, demo.MISSED):
        assert Moment(missing=missing).missing == missing
    for _, _, helped in map(parts_of, demo.REFLECTIONS):
        assert Reflection(present=helped).present == helped
    assert entries


def test_check_ins_leave_things_out_as_people_do(entries: list[Entry]) -> None:
    check_ins = [entry.content for entry in entries if isinstance(entry.content, CheckIn)]
    assert any(each.load is None for each in check_ins)
    assert any(each.supported is None for each in check_ins)
    assert any(each.text for each in check_ins)
    assert any(not each.text for each in check_ins)


def test_nobody_in_it_has_a_surname_and_no_work_is_told_of() -> None:
    lines = [line for lines in demo.MOMENTS.values() for line in lines]
    lines += [*demo.MISSED, *demo.REFLECTIONS]
    sentences = [parts_of(line)[1] for line in lines]
    for sentence in (*sentences, *demo.NOTES):
        assert not re.search(THE_WORK, sentence, re.IGNORECASE)
        assert not re.search(r"@[A-Z]\w+ [A-Z]\w+", sentence)


def test_it_is_told_in_less_than_a_second() -> None:
    before = time.process_time()
    told(FakeClock())
    assert time.process_time() - before < 1


@pytest.mark.parametrize("at", ["2026-11-23T08:42", "2026-11-27T08:42", "2026-11-28T10:00"])
def test_meetings_are_planned_and_told_of_and_none_is_today(at: str) -> None:
    path = f"{places.data_folder()}/demo.db"
    with Journal.open(path, clock=FakeClock(at), create=True) as journal:
        fill_demo(journal)
        agenda = journal.meetings.agenda()
        assert {each.meeting.kind for each in agenda.coming} == {"mentorship", "team-check-in"}
        assert [each.kind for each in agenda.resting] == ["supervision"]
        assert any(each.told.reason for each in agenda.been)
        assert (journal.meetings.on_today(), journal.meetings.asked_after()) == ((), None)
        assert all(each.told.outcome != "held" or each.on < agenda.today for each in agenda.been)
