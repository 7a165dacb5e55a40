"""The prompt of the day, another one, not today, and prompts of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracejournal.journal.journal import Journal
from tracejournal.model.entry import CheckIn, Draft, Part, Reflection
from tracejournal.model.errors import Misuse, NotFound
from tracejournal.model.prompt import PromptWishes

if TYPE_CHECKING:
    from tests.support import FakeClock
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

    def test_rule_05_only_gentle_ones_for_everyone_come_by_themselves(
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

    def test_what_is_added_hidden_or_removed_meanwhile_does_not_change_it(
        self, journal: Journal
    ) -> None:
        first = offered(journal)
        added = [journal.prompts.add(f"What about {number}?") for number in range(5)]
        assert offered(journal) == first
        journal.prompts.remove(added[0].id)
        for prompt in journal.prompts.all():
            if prompt.id != first.id:
                journal.prompts.hide(prompt.id)
        assert offered(journal) == first

    def test_it_is_another_one_while_it_is_hidden(self, journal: Journal) -> None:
        first = offered(journal)
        journal.prompts.hide(first.id)
        assert offered(journal) != first
        journal.prompts.hide(first.id, hidden=False)
        assert offered(journal) == first

    def test_a_copy_that_took_its_place_is_offered_in_its_place(self, journal: Journal) -> None:
        first = offered(journal)
        copy = journal.prompts.revise(first.id, text="What can you count on?")
        assert offered(journal) == copy
        journal.prompts.remove(copy.id)
        assert offered(journal) == first

    def test_none_comes_back_within_a_month_while_prompts_come_and_go(
        self, journal: Journal, clock: FakeClock
    ) -> None:
        shown: list[str] = []
        for number in range(70):
            shown.append(offered(journal).id)
            assert shown[-1] not in shown[-31:-1]
            if number % 3 == 0:
                journal.prompts.add(f"What about {number}?")
            if number % 10 == 0:
                journal.prompts.hide(shown[0])
            clock.pass_time(days=1)

    def test_what_was_offered_is_forgotten_after_a_month(
        self, journal: Journal, clock: FakeClock
    ) -> None:
        for _ in range(40):
            journal.prompts.another()
            clock.pass_time(days=1)
        for table in ("offered_prompts", "prompt_choices"):
            days = journal._store.rows(f"SELECT min({_DAY[table]}) FROM {table}")  # noqa: S608
            assert days == [("2026-12-02",)]

    def test_a_journal_that_can_only_be_read_offers_one_all_the_same(
        self, journal: Journal
    ) -> None:
        journal._store.run("PRAGMA query_only = ON")
        assert offered(journal) == offered(journal)


_DAY = {"offered_prompts": "offered_on", "prompt_choices": "chosen_on"}


class TestWishes:
    def test_prompts_for_ones_role_come_up_and_those_for_others_do_not(
        self, clock: FakeClock
    ) -> None:
        with wishing(clock, PromptWishes(roles=("supervisor",), depth="medium")) as journal:
            roles = set()
            for _ in range(120):
                roles.add(offered(journal).roles)
                clock.pass_time(days=1)
        assert roles == {(), ("supervisor",)}

    @pytest.mark.parametrize(
        ("check_in", "offers_it"),
        [(CheckIn(load=8), True), (CheckIn(energy=2), True), (CheckIn(energy=3, load=7), False)],
    )
    def test_after_a_hard_day_is_what_the_person_said_today_or_yesterday(
        self, clock: FakeClock, check_in: CheckIn, *, offers_it: bool
    ) -> None:
        wishes = PromptWishes(after_hard_days=True)
        with wishing(clock, wishes) as journal:
            mine = journal.prompts.add("What would be soft now?", when="after-a-hard-day")
            assert offered(journal) != mine
            journal.entries.keep(Draft(check_in))
            clock.pass_time(days=1)
            assert (offered(journal) == mine) is offers_it
            clock.pass_time(days=2)
            assert offered(journal) != mine

    def test_check_ins_are_not_looked_at_unless_the_person_said_so(
        self, journal: Journal, clock: FakeClock
    ) -> None:
        mine = journal.prompts.add("What would be soft now?", when="after-a-hard-day")
        journal.entries.keep(Draft(CheckIn(load=10, energy=0)))
        clock.pass_time(days=1)
        assert offered(journal) != mine

    def test_a_sealed_check_in_is_not_looked_at(self, clock: FakeClock) -> None:
        with wishing(clock, PromptWishes(after_hard_days=True)) as journal:
            mine = journal.prompts.add("What would be soft now?", when="after-a-hard-day")
            entry = journal.entries.keep(Draft(CheckIn(load=10)))
            journal.entries.seal([entry.id])
            assert offered(journal) != mine


def wishing(clock: FakeClock, wishes: PromptWishes) -> Journal:
    return Journal.open(clock=clock, create=True, wishes=lambda: wishes)


class TestTopics:
    def test_not_today_alone_lets_no_topic_rest(self, journal: Journal, clock: FakeClock) -> None:
        let_be = offered(journal)
        journal.prompts.not_today()
        assert journal.prompts.of_today().let_be == let_be
        assert journal.prompts.resting_topics() == ()
        topics = set()
        for _ in range(60):
            clock.pass_time(days=1)
            topics.add(offered(journal).topic)
        assert let_be.topic in topics

    def test_a_topic_that_rests_is_not_offered_until_it_is_taken_back(
        self, journal: Journal, clock: FakeClock
    ) -> None:
        assert journal.prompts.rest_topic("cal") == "calm"
        journal.prompts.rest_topic("CALM")
        assert journal.prompts.resting_topics() == ("calm",)
        for _ in range(60):
            assert offered(journal).topic != "calm"
            clock.pass_time(days=1)
        assert journal.prompts.get("a-breath-out").hidden is False
        assert journal.prompts.rest_topic("calm", rests=False) == "calm"
        assert journal.prompts.resting_topics() == ()

    def test_todays_prompt_gives_way_when_its_topic_rests(self, journal: Journal) -> None:
        topic = offered(journal).topic
        assert topic
        journal.prompts.rest_topic(topic)
        assert offered(journal).topic != topic

    def test_an_unknown_topic_is_refused(self, journal: Journal) -> None:
        with pytest.raises(
            NotFound, match=r"There is no topic called “moon”\. Choose one of: calm"
        ):
            journal.prompts.rest_topic("moon")
        with pytest.raises(NotFound, match="No topic rests"):
            journal.prompts.rest_topic("calm", rests=False)


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


def test_rule_01_any_prompt_can_be_answered_with_nothing(journal: Journal) -> None:
    for prompt in journal.prompts.all():
        parts = (Part(prompt.text, ""),)
        entry = journal.entries.keep(Draft(Reflection(parts=parts, prompt_id=prompt.id)))
        assert journal.entries.get(entry.id).content.text == ""


class TestChanging:
    def test_ones_own_is_changed_in_place(self, journal: Journal, clock: FakeClock) -> None:
        prompt = journal.prompts.add("One?", when="evening", topic="River  Bank")
        journal.prompts.add("Two?")
        clock.pass_time(minutes=1)
        changed = journal.prompts.revise(prompt.id, text="Three?", depth="deep", when="")
        assert (changed.id, changed.text, changed.depth) == (prompt.id, "Three?", "deep")
        assert journal.prompts.get(prompt.id) == changed
        assert (changed.when, changed.topic) == ("", "river bank")
        assert [each.text for each in journal.prompts.own()] == ["Three?", "Two?"]

    def test_of_one_in_the_deck_a_copy_takes_the_place(self, journal: Journal) -> None:
        copy = journal.prompts.revise("most-supported", text="When did it feel light?")
        assert (copy.id, copy.own) == ("my-most-supported", True)
        assert journal.prompts.get("most-supported").hidden
        assert journal.prompts.get(copy.id) == copy
        journal.prompts.hide("most-supported", hidden=False)
        assert not journal.prompts.get("most-supported").hidden
        assert journal.prompts.get(copy.id).hidden, "nothing of it is lost"
        journal.prompts.hide(copy.id, hidden=False)
        assert journal.prompts.get("most-supported").hidden
        journal.prompts.remove(copy.id)
        assert not journal.prompts.get("most-supported").hidden

    def test_a_hidden_one_stays_hidden_when_it_is_changed(self, journal: Journal) -> None:
        prompt = journal.prompts.add("One?")
        journal.prompts.hide(prompt.id)
        assert journal.prompts.revise(prompt.id, text="Two?").hidden
        assert journal.prompts.get(prompt.id).hidden

    def test_what_cannot_be_is_refused_and_all_is_as_it_was(self, journal: Journal) -> None:
        prompt = journal.prompts.add("One?")
        for said in ({"text": " "}, {"minutes": "soon"}, {"roles": ("boss",)}, {"when": "noon"}):
            with pytest.raises(Misuse):
                journal.prompts.revise(prompt.id, **said)
        assert journal.prompts.own() == (prompt,)

    def test_one_that_was_removed_is_put_back_and_nothing_is_written_over(
        self, journal: Journal
    ) -> None:
        prompt = journal.prompts.add("One?", roles=("staff",), topic="river")
        journal.prompts.remove(prompt.id)
        assert journal.prompts.take_in([prompt]) == (prompt,)
        assert journal.prompts.own() == (prompt,)
        assert journal.prompts.take_in([prompt.replace(text="Other?")]) == ()
        assert journal.prompts.own() == (prompt,)

    def test_what_an_old_journal_holds_shows_whatever_is_refused_today(
        self, journal: Journal
    ) -> None:
        journal._store.run(
            "INSERT INTO prompts VALUES ('my-old', 'Old?', '', 'own', 'gentle', '[\"chief\"]',"
            " 900, '', '', '2026-11-23')"
        )
        journal.prompts.hide("one-steady-thing")
        assert journal.prompts.own()[0].text == "Old?"
        assert offered(journal).own is False


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
