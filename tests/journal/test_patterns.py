"""The answer from a journal on a real file: the demo, whose truth is known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tracejournal.journal.demo import fill_demo
from tracejournal.model.entry import Moment
from tracejournal.patterns.behind import with_it
from tracejournal.patterns.gap import HOLDS

if TYPE_CHECKING:
    from tracejournal.journal.journal import Journal


@pytest.fixture
def demo(journal: Journal) -> Journal:
    fill_demo(journal)
    return journal


def test_what_the_demo_was_made_of_is_found(demo: Journal) -> None:
    answer = demo.patterns.support()
    held = [line for line in answer.present if line.gap and line.gap.verdict == HOLDS]
    assert "time" in [line.condition for line in held]
    assert all(line.gap and line.gap.points > 0 for line in held)
    assert all(line.observable for line in held)
    missed = [line for line in answer.missing if line.gap and line.gap.verdict == HOLDS]
    assert all(line.gap and line.gap.points < 0 for line in missed)


def test_the_same_journal_gives_the_same_answer(demo: Journal) -> None:
    assert demo.patterns.support() == demo.patterns.support()


@pytest.mark.parametrize("ago", [None, 60])
def test_the_moments_behind_a_line_are_those_it_counts(demo: Journal, ago: int | None) -> None:
    since = demo.clock.today() - timedelta(days=ago) if ago else date.min
    answer = demo.patterns.support(since)
    lines = (*answer.present, *answer.missing)
    assert lines
    for line in lines:
        assert demo.history.count(with_it(line, since)) == line.count
        behind = demo.patterns.behind(line, answer.highest_from, since)
        assert len(behind.with_high) == line.highest
        assert len(behind.with_lower) == line.count - line.highest
        assert len(behind.without_high) == answer.highest - line.highest
        assert behind.without_lower == ()


def test_the_most_supported_are_lines_of_history(demo: Journal) -> None:
    best = demo.patterns.most_supported(limit=5)
    ratings = [line.supported or 0 for line in best]
    assert len(best) == 5
    assert ratings == sorted(ratings, reverse=True)
    highest = max(
        entry.content.supported or 0
        for entry in demo.history.entries()
        if isinstance(entry.content, Moment)
    )
    assert ratings[0] == highest


def test_ways_and_weeks_and_company_tell_of_the_same_moments(demo: Journal) -> None:
    moments = demo.patterns.ratings().moments
    assert sum(week.moments for week in demo.patterns.weeks()) == moments
    assert demo.patterns.ways().moments == moments
    names = [each.name for each in demo.patterns.company()]
    circle = [each.name for each in demo.circle.members() if each.name in names]
    assert names == circle + sorted(set(names) - set(circle), key=str.casefold)
