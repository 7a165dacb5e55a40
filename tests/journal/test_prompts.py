"""The prompt of the day, another one, not today, and prompts of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracejournal.model.entry import Draft, Part, Reflection
from tracejournal.model.errors import Misuse, NotFound

if TYPE_CHECKING:
    from tests.support import FakeClock
    from tracejournal.journal.journal import Journal
    from tracejournal.model.prompt import Prompt


def offered(journal: Journal) -> Prompt:
    prompt = journal.prompts.of_today().prompt
    assert prompt
    return prompt


class TestOfTheDay:
    def test_it_is_the_same_all_day(self, journal: Journal, clock: FakeClock) -> None:
        clock.set("2026-11-23T00:00")
        first = offered(journal)
        clock.set("2026-11-23T23:59")
        assert offered(journal) == first

    def test_a_night_shift_keeps_its_prompt_past_midnight(
        self, journal: Journal, clock: FakeClock
    ) -> None:
        clock.day_starts = clock.day_starts.replace(hour=4)
        clock.set("2026-11-23T23:00")
        first = offered(journal)
        clock.set("2026-11-24T03:59")
        assert offered(journal) == first

    def test_none_comes_back_within_a_month(self, journal: Journal, clock: FakeClock) -> None:
        shown = []
        for _ in range(31):
            shown.append(offered(journal).id)
            clock.pass_time(days=1)
        assert len(set(shown)) == 31

    def test_only_gentle_ones_for_everyone_come_by_themselves(
        self, journal: Journal, clock: FakeClock
    ) -> None:
        for _ in range(120):
            prompt = offered(journal)
            assert (prompt.depth, prompt.roles) == ("gentle", ())
            clock.pass_time(days=1)

    def test_it_is_the_same_after_any_absence(self, journal: Journal, clock: FakeClock) -> None:
        """It depends on the day alone: nothing counts the days one was away."""
        for _ in range(40):
            clock.pass_time(days=1)
            offered(journal)
        visited_daily = offered(journal)
        clock.set("2026-11-23T08:42")
        clock.pass_time(days=40)
        assert offered(journal) == visited_daily

    def test_an_answer_today_is_remembered_today(self, journal: Journal, clock: FakeClock) -> None:
        prompt = offered(journal)
        assert not journal.prompts.of_today().answered
        parts = (Part(prompt.text, "An answer"),)
        entry = journal.entries.keep(Draft(Reflection(parts=parts, prompt_id=prompt.id)))
        assert journal.prompts.of_today().answered
        journal.entries.delete([entry.id])
        assert not journal.prompts.of_today().answered
        journal.entries.restore([entry.id])
        clock.pass_time(days=1)
        assert not journal.prompts.of_today().answered


class TestAnother:
    def test_it_offers_one_not_offered_today(self, journal: Journal) -> None:
        shown = [offered(journal).id]
        for _ in range(20):
            another = journal.prompts.another().prompt
            assert another
            assert another == offered(journal)
            shown.append(another.id)
        assert len(set(shown)) == 21

    def test_what_was_passed_over_today_does_not_come_tomorrow(
        self, journal: Journal, clock: FakeClock
    ) -> None:
        shown = []
        for _ in range(7):
            shown.append(offered(journal).id)
            for _ in range(3):
                another = journal.prompts.another().prompt
                assert another
                shown.append(another.id)
            clock.pass_time(days=1)
        assert len(set(shown)) == 28

    def test_gentle_ones_come_first_then_deeper_ones_but_never_deep_ones(
        self, journal: Journal
    ) -> None:
        count = len([p for p in journal.prompts.all() if not p.roles and p.depth != "deep"])
        depths = [offered(journal).depth]
        for _ in range(count - 1):
            another = journal.prompts.another().prompt
            assert another
            depths.append(another.depth)
        assert set(depths) == {"gentle", "medium"}
        assert depths == sorted(depths)

    def test_after_the_last_comes_the_first_again(self, journal: Journal) -> None:
        first = offered(journal)
        shown = [first.id]
        while (another := journal.prompts.another().prompt) != first:
            assert another
            shown.append(another.id)
        assert len(shown) == len(set(shown)) > 24


class TestNotToday:
    def test_then_there_is_none_all_day_and_one_tomorrow(
        self, journal: Journal, clock: FakeClock
    ) -> None:
        journal.prompts.not_today()
        assert journal.prompts.of_today().prompt is None
        clock.set("2026-11-23T23:59")
        assert journal.prompts.of_today().prompt is None
        clock.pass_time(days=1)
        assert journal.prompts.of_today().prompt is not None

    def test_it_can_be_taken_back(self, journal: Journal) -> None:
        before = journal.prompts.another()
        journal.prompts.not_today()
        assert journal.prompts.today_after_all() == before

    def test_another_one_takes_it_back_too(self, journal: Journal) -> None:
        journal.prompts.not_today()
        assert journal.prompts.another().prompt

    def test_saying_it_twice_is_saying_it_once(self, journal: Journal) -> None:
        journal.prompts.not_today()
        journal.prompts.not_today()
        assert journal.prompts.today_after_all().prompt


class TestOwn:
    def test_it_is_listed_and_can_be_answered(self, journal: Journal) -> None:
        prompt = journal.prompts.add("  What did the river\nlook like? ")
        assert (prompt.id, prompt.own, prompt.depth) == (
            "my-what-did-the-river-look",
            True,
            "gentle",
        )
        assert prompt.text == "What did the river look like?"
        assert journal.prompts.all()[-1] == prompt
        assert journal.prompts.get("my-what") == prompt

    def test_it_is_there_when_the_journal_is_opened_again(
        self, journal: Journal, clock: FakeClock
    ) -> None:
        journal.prompts.add("One?", principle="trust", depth="deep")
        clock.pass_time(minutes=1)
        journal.prompts.add("Two?")
        own = [prompt for prompt in journal.prompts.all() if prompt.own]
        assert [(p.text, p.principle, p.depth, p.roles) for p in own] == [
            ("One?", "trust", "deep", ()),
            ("Two?", "own", "gentle", ()),
        ]

    def test_two_alike_get_ids_of_their_own(self, journal: Journal) -> None:
        ids = [journal.prompts.add("What now?").id for _ in range(3)]
        assert ids == ["my-what-now", "my-what-now-2", "my-what-now-3"]
        assert journal.prompts.add("何").id == "my-prompt"

    def test_removed_it_is_gone_and_its_answers_stay(self, journal: Journal) -> None:
        prompt = journal.prompts.add("What now?")
        parts = (Part(prompt.text, "This"),)
        entry = journal.entries.keep(Draft(Reflection(parts=parts, prompt_id=prompt.id)))
        journal.prompts.remove(prompt.id)
        with pytest.raises(NotFound):
            journal.prompts.get(prompt.id)
        assert journal.entries.get(entry.id).content == entry.content

    def test_one_that_came_with_the_program_cannot_be_removed_but_hidden(
        self, journal: Journal
    ) -> None:
        with pytest.raises(Misuse, match="came with tracejournal, so it cannot be removed"):
            journal.prompts.remove("most-supported")
        journal.prompts.hide("most-supported")
        assert "most-supported" not in [prompt.id for prompt in journal.prompts.all()]
        assert journal.prompts.get("most-supported").hidden
        journal.prompts.hide("most-supported", hidden=False)
        assert "most-supported" in [prompt.id for prompt in journal.prompts.all()]

    def test_a_hidden_one_is_not_offered(self, journal: Journal) -> None:
        first = offered(journal)
        journal.prompts.hide(first.id)
        assert offered(journal) != first

    def test_with_every_one_hidden_today_offers_none(self, journal: Journal) -> None:
        for prompt in journal.prompts.all():
            journal.prompts.hide(prompt.id)
        assert journal.prompts.of_today().prompt is None
        assert journal.prompts.another().prompt is None
        journal.prompts.not_today()
        assert journal.prompts.all() == ()

    @pytest.mark.parametrize("typed", ["", "no-such", "my-"])
    def test_what_means_none_or_several_is_refused(self, journal: Journal, typed: str) -> None:
        journal.prompts.add("One?")
        journal.prompts.add("Two?")
        with pytest.raises(NotFound, match="There is no prompt called"):
            journal.prompts.get(typed)
