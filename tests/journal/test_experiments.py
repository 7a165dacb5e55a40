"""A self-experiment on a real file: frozen, one at a time, stopped without a word."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracejournal.journal.journal import Journal
from tracejournal.model.entry import CheckIn, Draft, Moment
from tracejournal.model.errors import Misuse, NotFound, StoreError
from tracejournal.model.experiment import STOPPED, ExperimentDraft
from tracejournal.store.salvage import salvage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support import FakeClock
    from tracejournal.model.experiment import Experiment

MONDAY = date(2026, 11, 23)
HUDDLES = ExperimentDraft("a huddle after hard sessions", MONDAY, kind="huddle", weeks=4)
ORDINARY = Moment("m")
HUDDLE = Moment("m", kind="huddle")


def keep(journal: Journal, day: date, supported: int | None, moment: Moment = ORDINARY) -> str:
    when = journal.clock.on_day(day)
    return journal.entries.keep(Draft(moment.replace(supported=supported), when)).id


class TestDeclaring:
    def test_it_is_there_as_it_was_declared(self, journal: Journal) -> None:
        declared = journal.experiments.declare(HUDDLES)
        (found,) = journal.experiments.all()
        assert found == declared == journal.experiments.open_one()
        assert (found.plan, found.drawn_from, found.kind) == ("x-x-", None, "huddle")
        assert (found.starts_on, found.last) == (MONDAY, date(2026, 12, 20))
        assert journal.experiments.get(found.id[:3]) == found

    def test_weeks_are_drawn_once_and_can_be_drawn_again_by_whoever_doubts(
        self, journal: Journal
    ) -> None:
        draft = HUDDLES.replace(drawn=True)
        declared = journal.experiments.declare(draft, drawn_from=2)
        assert (declared.plan, declared.drawn_from) == ("x--x", 2)
        journal.experiments.delete(declared.id)
        other = journal.experiments.declare(draft)
        assert other.drawn_from is not None
        assert other.plan in ("x-x-", "x--x", "-x-x", "-xx-")

    def test_one_at_a_time(self, journal: Journal, clock: FakeClock) -> None:
        first = journal.experiments.declare(HUDDLES)
        with pytest.raises(Misuse, match="One is on its way already: “a huddle"):
            journal.experiments.declare(HUDDLES)
        journal.experiments.stop(first.id)
        second = journal.experiments.declare(HUDDLES)
        with pytest.raises(Misuse, match="on its way"):
            journal.experiments.go_on(first.id)
        clock.set("2026-12-21T08:00")  # the second one is over
        third = journal.experiments.declare(HUDDLES.replace(starts_on=date(2026, 12, 21)))
        assert {each.id for each in journal.experiments.all()} == {first.id, second.id, third.id}

    def test_what_an_id_means_is_told_or_refused(self, journal: Journal) -> None:
        with pytest.raises(NotFound, match="no experiment “zz”"):
            journal.experiments.get("zz")
        journal.experiments.declare(HUDDLES)
        with pytest.raises(NotFound):
            journal.experiments.get("")


class TestFrozen:
    @pytest.mark.parametrize(
        ("column", "value"),
        [
            ("action", "'tea'"),
            ("kind", "NULL"),
            ("condition", "NULL"),
            ("plan", "'-x-x'"),
            ("drawn_from", "3"),
            ("measure", "'supported'"),
            ("starts_on", "'2026-11-30'"),
            ("declared_at", "'2020'"),
            ("id", "'another'"),
        ],
    )
    def test_not_even_a_shell_changes_the_question_the_weeks_or_the_measure(
        self, journal: Journal, column: str, value: str
    ) -> None:
        declared = journal.experiments.declare(HUDDLES)
        with pytest.raises(StoreError):
            journal._store.run(f"UPDATE experiments SET {column} = {value}")  # noqa: S608
        assert journal.experiments.all() == (declared,)

    @given(st.text(alphabet="x-ab", max_size=14))
    @settings(max_examples=60, deadline=None)
    def test_a_plan_is_half_and_half_or_nothing(self, plan: str) -> None:
        with Journal.open(create=True) as journal:
            journal._store.run("DELETE FROM experiments")
            sql = (
                "INSERT INTO experiments (id, plan, measure, starts_on, declared_at, action)"
                " VALUES ('1', ?, 'supported', '2026-11-23', '', 'tea')"
            )
            fair = set(plan) <= {"x", "-"} and plan.count("x") == plan.count("-")
            if fair and 4 <= len(plan) <= 12:
                journal._store.run(sql, (plan,))
            else:
                with pytest.raises(StoreError):
                    journal._store.run(sql, (plan,))

    def test_stopping_asks_nothing_and_can_be_taken_back(self, journal: Journal) -> None:
        declared = journal.experiments.declare(HUDDLES)
        journal.experiments.stop(declared.id)
        (stopped,) = journal.experiments.all()
        assert stopped.state(MONDAY) == STOPPED
        assert stopped == declared.replace(stopped_on=MONDAY)
        journal.experiments.go_on(declared.id)
        assert journal.experiments.all() == (declared,)

    def test_deleted_it_is_gone_and_comes_back_as_it_was(self, journal: Journal) -> None:
        declared = journal.experiments.declare(HUDDLES)
        kept = keep(journal, MONDAY, 7, HUDDLE)
        journal.experiments.delete(declared.id)
        assert journal.experiments.all() == ()
        assert journal.entries.get(kept).id == kept
        journal.experiments.put_back(declared)
        assert journal.experiments.all() == (declared,)


class TestWhatItsWeeksTell:
    @pytest.fixture
    def declared(self, journal: Journal) -> Experiment:
        return journal.experiments.declare(HUDDLES)

    def test_moments_of_each_week_are_counted_and_what_is_not_rated_is_no_zero(
        self, journal: Journal, declared: Experiment
    ) -> None:
        keep(journal, MONDAY, 7, HUDDLE)
        keep(journal, MONDAY, 5)
        keep(journal, MONDAY + timedelta(days=6), None, HUDDLE)
        keep(journal, MONDAY + timedelta(days=7), 0)
        keep(journal, MONDAY - timedelta(days=1), 9)
        keep(journal, MONDAY + timedelta(days=28), 9)
        first, second, *others = journal.experiments.told(declared)
        assert (first.moments, first.rated, first.total, first.days) == (3, 2, 12, 1)
        assert (first.done, first.done_rated, first.supported) == (2, 1, 6.0)
        assert (second.moments, second.rated, second.supported) == (1, 1, 0.0)
        assert [week.supported for week in others] == [None, None]

    def test_rule_12_what_is_sealed_or_in_the_trash_is_not_counted(
        self, journal: Journal, declared: Experiment
    ) -> None:
        journal.entries.seal([keep(journal, MONDAY, 7)])
        journal.entries.delete([keep(journal, MONDAY, 7)])
        journal.entries.keep(Draft(CheckIn(supported=7), journal.clock.on_day(MONDAY)))
        assert journal.experiments.told(declared)[0].moments == 0

    def test_a_circumstance_tells_where_it_was_present(self, journal: Journal) -> None:
        draft = HUDDLES.replace(kind=None, condition="time")
        declared = journal.experiments.declare(draft)
        keep(journal, MONDAY, 7, Moment("m", present=("time", "soon")))
        keep(journal, MONDAY, 5, Moment("m", missing=("time",)))
        keep(journal, MONDAY, 5)
        assert journal.experiments.told(declared)[0].done == 1

    def test_the_day_of_a_night_shift_is_the_day_it_was_lived_as(
        self, journal: Journal, clock: FakeClock
    ) -> None:
        declared = journal.experiments.declare(HUDDLES)
        clock.set("2026-11-30T02:00")
        clock.day_starts = clock.day_starts.replace(hour=4)
        journal.entries.keep(Draft(Moment("late", supported=6)))
        assert [week.rated for week in journal.experiments.told(declared)] == [1, 0, 0, 0]

    def test_nothing_is_compared_before_its_end_nor_where_it_was_stopped(
        self, journal: Journal, clock: FakeClock
    ) -> None:
        declared = journal.experiments.declare(HUDDLES)
        for day in range(28):
            keep(journal, MONDAY + timedelta(days=day), 4 if day // 7 % 2 else 9)
            keep(journal, MONDAY + timedelta(days=day), 3 if day // 7 % 2 else 8)
        clock.set("2026-12-20T23:00")
        assert journal.experiments.result(declared).gap is None
        clock.set("2026-12-21T08:00")
        gap = journal.experiments.result(declared).gap
        assert gap is not None
        assert gap.verdict == "holds"
        journal.experiments.stop(declared.id)
        assert journal.experiments.result(journal.experiments.get(declared.id)).gap is None


class TestToday:
    def test_rule_04_there_is_a_line_only_where_one_was_declared_and_in_its_weeks(
        self, journal: Journal, clock: FakeClock
    ) -> None:
        assert journal.experiments.note() is None
        declared = journal.experiments.declare(HUDDLES)
        said = {}
        for day in range(-1, 35):
            clock.set(f"{MONDAY + timedelta(days=day)}T08:00")
            note = journal.experiments.note()
            said[day] = note and note.is_over
        assert [day for day, is_over in said.items() if is_over is False] == [
            *range(7),
            *range(14, 21),
        ]
        assert [day for day, is_over in said.items() if is_over] == list(range(28, 35))
        journal.experiments.stop(declared.id)
        assert journal.experiments.note() is None

    def test_let_be_it_is_quiet_for_the_week_and_at_the_end_for_good(
        self, journal: Journal, clock: FakeClock
    ) -> None:
        declared = journal.experiments.declare(HUDDLES)
        journal.experiments.let_be(declared)
        assert journal.experiments.note() is None
        clock.set("2026-11-29T23:00")
        assert journal.experiments.note() is None
        clock.set("2026-12-07T08:00")
        note = journal.experiments.note()
        assert note is not None
        clock.set("2026-12-21T08:00")
        over = journal.experiments.note()
        assert over is not None
        assert over.is_over
        journal.experiments.let_be(over.experiment)
        clock.set("2030-01-01T08:00")
        assert journal.experiments.note() is None
        journal.experiments.speak_again(over.experiment)
        assert journal.experiments.note() is not None


def test_a_damaged_journal_gives_its_experiments_back(
    journal: Journal, clock: FakeClock, tmp_path: Path
) -> None:
    first = journal.experiments.declare(HUDDLES.replace(drawn=True))
    journal.experiments.stop(first.id)
    second = journal.experiments.declare(HUDDLES.replace(kind=None, condition="time"))
    keep(journal, MONDAY, 7, HUDDLE)
    there = journal.experiments.all()
    journal.close()
    new = tmp_path / "saved.db"
    salvage(journal.path, str(new), "2026-11-23T08:00:00+00:00")
    with Journal.open(str(new), clock=clock) as saved:
        assert saved.experiments.all() == there
        assert {each.id for each in there} == {first.id, second.id}
