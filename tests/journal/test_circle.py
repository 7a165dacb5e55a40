"""The circle: taking in, naming, merging, resting; entries are never rewritten."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support import FakeClock
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import CheckIn, Draft, Moment, Part, Reflection
from tracejournal.model.errors import Misuse, NotFound
from tracejournal.model.loop import LoopContent
from tracejournal.model.recurrence import Recurrence


def keep(journal: Journal, text: str, on: str = "", **fields: object) -> str:
    when = journal.clock.on_day(date.fromisoformat(on)) if on else None
    return journal.entries.keep(Draft(Moment(text, **fields), when)).id  # type: ignore[arg-type]


def names(journal: Journal) -> list[str]:
    return [member.name for member in journal.circle.members()]


class TestWhoIsInIt:
    def test_it_has_the_order_its_owner_gives_it(self, journal: Journal) -> None:
        for name in ("Sam", "Amina", "my supervisor"):
            journal.circle.add(name)
        assert names(journal) == ["Sam", "Amina", "my supervisor"]
        assert journal.circle.move("my supervisor", -1)
        assert names(journal) == ["Sam", "my supervisor", "Amina"]
        assert not journal.circle.move("Sam", -1)
        assert not journal.circle.move("Amina", 1)

    def test_rule_26_the_order_does_not_follow_any_count_or_day(self, journal: Journal) -> None:
        journal.circle.add("Sam")
        journal.circle.add("Jo")
        for _ in range(3):
            keep(journal, "tea with @Jo", supported=10)
        assert names(journal) == ["Sam", "Jo"]

    def test_rule_22_a_role_is_as_good_as_a_name(self, journal: Journal) -> None:
        added = journal.circle.add("my supervisor", role="supervisor", ideal=14)
        assert (added.sort, added.role) == ("role", "supervisor")
        keep(journal, "We spoke", people=("my supervisor",))
        assert journal.circle.get("@my_supervisor").last is not None

    def test_someone_whom_entries_name_is_the_same_person(self, journal: Journal) -> None:
        keep(journal, "tea with @Sam", on="2026-11-20")
        assert journal.circle.outside() == ("Sam",)
        journal.circle.add("SAM")
        (sam,) = journal.circle.members()
        assert sam.name == "Sam"
        assert sam.last is not None
        assert sam.last.on == date(2026, 11, 20)
        assert journal.circle.outside() == ()

    def test_nobody_is_in_it_twice(self, journal: Journal) -> None:
        journal.circle.add("Sam", aliases=("Sammy",))
        for again in ("sam", "sammy", "@SAM"):
            with pytest.raises(Misuse, match="Sam is in your circle already"):
                journal.circle.add(again)

    def test_whoever_leaves_it_leaves_every_entry(self, journal: Journal) -> None:
        keep(journal, "tea with @Sam")
        journal.circle.add("Sam", ideal=7, role="peer", aliases=("Sammy",))
        gone = journal.circle.remove("Sammy")
        assert names(journal) == []
        assert journal.history.count("@Sam") == journal.history.count("@Sammy") == 1
        assert journal.circle.get("Sam").ideal is None
        journal.circle.put_back(gone, "Sam")
        (back,) = journal.circle.members()
        assert (back.ideal, back.role, back.aliases) == (7, "peer", ("Sammy",))

    def test_whom_no_entry_names_is_forgotten_and_can_be_put_back(self, journal: Journal) -> None:
        journal.circle.add("Sam", aliases=("Sammy",))
        gone = journal.circle.remove("Sam")
        with pytest.raises(NotFound):
            journal.circle.get("Sam")
        journal.circle.add("Jo")  # takes the row that is free now
        journal.circle.put_back(gone, "Sam")
        assert sorted(names(journal)) == ["Jo", "Sam"]
        assert journal.circle.get("sammy").name == "Sam"

    def test_erasing_their_last_entry_leaves_those_in_the_circle(self, journal: Journal) -> None:
        entry = keep(journal, "tea with @Sam and @Jo")
        journal.circle.add("Sam")
        journal.entries.erase([entry])
        assert journal.history.known_people() == ("Sam",)


class TestLastContact:
    @pytest.mark.parametrize("direction", [None, "given", "received", "mutual", "noticed-later"])
    def test_a_moment_of_any_kind_is_contact(self, journal: Journal, direction: str | None) -> None:
        journal.circle.add("Sam")
        keep(journal, "tea with @Sam", on="2026-11-20", direction=direction)
        last = journal.circle.get("Sam").last
        assert last is not None
        assert last.on == date(2026, 11, 20)

    @pytest.mark.parametrize("direction", ["tried", "declined"])
    def test_what_was_tried_or_declined_is_none(self, journal: Journal, direction: str) -> None:
        journal.circle.add("Sam")
        keep(journal, "tea with @Sam", on="2026-11-01")
        keep(journal, "rang @Sam", on="2026-11-20", direction=direction)
        last = journal.circle.get("Sam").last
        assert last is not None
        assert last.on == date(2026, 11, 1)

    def test_nor_is_a_word_about_them_or_what_is_out_of_sight(self, journal: Journal) -> None:
        journal.circle.add("Sam")
        journal.entries.keep(Draft(Reflection(parts=(Part("?", "I think of @Sam"),))))
        journal.entries.keep(Draft(CheckIn("with @Sam")))
        sealed, trashed = keep(journal, "one @Sam"), keep(journal, "two @Sam")
        journal.entries.seal([sealed])
        journal.entries.delete([trashed])
        keep(journal, "dinner with @Sam", on="2026-12-24")  # is still to come
        assert journal.circle.get("Sam").last is None
        journal.entries.restore([trashed])
        assert journal.circle.get("Sam").last is not None


class TestNames:
    def test_an_alias_means_them_in_words_fields_and_search(self, journal: Journal) -> None:
        journal.circle.add("Sam", aliases=("Sammy", "S."))
        keep(journal, "tea with @sammy")
        keep(journal, "rang", people=("S.",))
        keep(journal, "@Sam and @Sammy")
        found = list(journal.history.entries("@Sammy"))
        assert [entry.content.people for entry in found] == [("Sam",)] * 3
        assert [entry.content.text for entry in found][-1] == "tea with @sammy"
        assert journal.history.count("@Sam") == journal.history.count("given:Sam") + 3
        assert journal.history.count("-@sammy") == 0

    def test_changing_such_an_entry_keeps_it_theirs(self, journal: Journal) -> None:
        journal.circle.add("Sam", aliases=("Sammy",))
        entry = journal.entries.get(keep(journal, "tea with @Sammy"))
        journal.entries.revise(entry.id, entry.content.reworded(text="tea with @Sammy, twice"))
        assert journal.entries.get(entry.id).content.people == ("Sam",)

    def test_one_whom_only_the_old_words_named_by_an_alias_goes_with_them(
        self, journal: Journal
    ) -> None:
        journal.circle.add("Sam", aliases=("Sammy",))
        entry = journal.entries.get(keep(journal, "tea with @Sammy and @Jo", people=("Zoe",)))
        journal.entries.revise(entry.id, entry.content.reworded(text="tea with @Jo"))
        assert journal.entries.get(entry.id).content.people == ("Zoe", "Jo")
        entry = journal.entries.get(entry.id)
        journal.entries.revise(entry.id, entry.content.reworded(text="with @Sammy"))
        entry = journal.entries.get(entry.id)
        journal.entries.revise(entry.id, entry.content.reworded(text="with @Sam"))
        assert journal.entries.get(entry.id).content.people == ("Zoe", "Sam")

    def test_a_rename_keeps_the_old_name_as_an_alias_and_every_word(self, journal: Journal) -> None:
        keep(journal, "tea with @Maria")
        journal.circle.add("Maria", ideal=7)
        renamed = journal.circle.rename("Maria", "my mentor")
        assert (renamed.name, renamed.aliases, renamed.ideal) == ("my mentor", ("Maria",), 7)
        (entry,) = journal.history.entries("@Maria")
        assert (entry.content.text, entry.content.people) == ("tea with @Maria", ("my mentor",))
        assert journal.circle.rename("Maria", "MARIA").aliases == ("my mentor",)
        assert journal.circle.rename("Maria", "maria").aliases == ("my mentor",)

    def test_a_name_means_one_person_whatever_its_case_and_composition(
        self, journal: Journal
    ) -> None:
        journal.circle.add("José")
        journal.circle.add("Dana", aliases=("Straße",))
        for typed in ("jose\u0301", "JOSÉ", unicodedata.normalize("NFD", "José")):
            assert journal.circle.get(typed).name == "José"
            with pytest.raises(Misuse):
                journal.circle.add_aliases("Dana", [typed])
        assert journal.circle.get("STRASSE").name == "Dana"
        assert journal.circle.get("Dana").aliases == ("Straße",)

    def test_a_name_that_means_someone_else_is_refused_and_nothing_changes(
        self, journal: Journal
    ) -> None:
        journal.circle.add("Sam", aliases=("Sammy",))
        keep(journal, "tea with @Jo")
        for typed in ("jo", "JO"):
            with pytest.raises(Misuse, match="Jo"):
                journal.circle.rename("Sam", typed)
            with pytest.raises(Misuse, match="Jo"):
                journal.circle.add_aliases("Sam", [typed])
        with pytest.raises(Misuse, match="means Sam already"):
            journal.circle.rename("Jo", "Sammy")
        assert journal.circle.get("Sam").aliases == ("Sammy",)

    def test_a_slip_is_answered_with_who_was_probably_meant(self, journal: Journal) -> None:
        journal.circle.add("Amina")
        with pytest.raises(NotFound, match="Did you mean Amina"):
            journal.circle.get("Anima")
        with pytest.raises(NotFound, match="lists your circle"):
            journal.circle.get("zzzz")

    def test_an_alias_can_go_again(self, journal: Journal) -> None:
        journal.circle.add("Sam", aliases=("Sammy", "Sa"))
        assert journal.circle.remove_alias("Sam", "SAMMY").aliases == ("Sa",)
        with pytest.raises(NotFound):
            journal.circle.remove_alias("Sam", "Sammy")


class TestCompletion:
    def test_the_circle_comes_first_in_its_order_and_who_is_away_or_quiet_last(
        self, journal: Journal
    ) -> None:
        keep(journal, "@Zoe @Lee @Kim @Old")
        for name in ("Lee", "Amina", "Kim", "Priya", "Ben"):
            journal.circle.add(name)
        journal.circle.add_aliases("Amina", ["Mina"])
        journal.circle.rest("Lee")
        journal.circle.quiet("Old")
        journal.circle.rest("Kim", date(2026, 11, 22))  # is over
        journal.circle.rest("Ben", date(2026, 11, 23), leave=True)
        assert journal.history.known_people() == (
            "Amina", "Kim", "Priya", "Mina", "Zoe", "Lee", "Ben", "Old",
        )  # fmt: skip


class TestQuiet:
    def test_nothing_that_names_them_is_looked_back_on_from_then(self, journal: Journal) -> None:
        keep(journal, "a good day with @Sam and @Jo", on="2025-11-23", supported=9)
        keep(journal, "a good day with @Jo", on="2025-11-23", supported=9)

        def found(what: str) -> list[str]:
            choice = "any" if what == "kind" else "all"
            return [line.text for line in journal.looking_back.find(what, choice)]

        assert len(found("on-this-day")) == 2
        journal.circle.quiet("Sam")
        assert found("on-this-day") == ["a good day with @Jo"]
        assert found("kind") == ["a good day with @Jo"]
        assert names(journal) == []
        assert "Sam" not in journal.circle.outside()
        journal.circle.quiet("Sam", quiet=False)
        assert len(found("on-this-day")) == 2

    def test_leaving_the_circle_does_not_undo_it(self, journal: Journal) -> None:
        keep(journal, "@Sam", on="2025-11-23")
        journal.circle.add("Sam")
        journal.circle.quiet("Sam")
        journal.circle.remove("Sam")
        assert journal.circle.get("Sam").quiet
        assert journal.looking_back.find("on-this-day", "all") == ()


class TestMerging:
    def test_both_histories_stand_under_one_and_words_stay(self, journal: Journal) -> None:
        keep(journal, "with @Sammy", on="2026-11-20", people=("Sammy",))
        keep(journal, "with @Sam and @Sammy", on="2026-11-01")
        keep(journal, "with @Sam", on="2026-10-01")
        journal.circle.add("Sammy", ideal=7, role="peer", aliases=("Shorty",))
        journal.circle.add("Sam")
        journal.circle.merge("Sammy", "Sam")
        (sam,) = journal.circle.members()
        assert (sam.name, sam.aliases) == ("Sam", ("Sammy", "Shorty"))
        assert (sam.ideal, sam.role) == (7, "peer")
        assert sam.last is not None
        assert sam.last.on == date(2026, 11, 20)
        for typed in ("@Sam", "@Sammy", "@Shorty"):
            assert [entry.content.text for entry in journal.history.entries(typed)] == [
                "with @Sammy", "with @Sam and @Sammy", "with @Sam",
            ]  # fmt: skip

    def test_it_is_taken_apart_again_as_it_was(self, journal: Journal) -> None:
        keep(journal, "with @Sammy")
        keep(journal, "with @Sam and @Sammy")
        journal.circle.add("Sammy", ideal=7, aliases=("Shorty",))
        journal.circle.add("Sam", role="peer")
        before = [each.replace(id=0) for each in journal.circle.members()]
        merged = journal.circle.merge("Sammy", "Sam")
        keep(journal, "later with @Sammy")
        journal.circle.take_apart(merged)
        assert [each.replace(id=0) for each in journal.circle.members()] == [
            before[0],
            before[1].replace(last=journal.circle.get("Sam").last),
        ]
        assert journal.history.count("@Sammy") == 2
        assert journal.history.count("@Sam") == 2

    def test_the_same_person_is_not_merged(self, journal: Journal) -> None:
        journal.circle.add("Sam", aliases=("Sammy",))
        with pytest.raises(Misuse, match="the same person"):
            journal.circle.merge("Sam", "Sammy")
        with pytest.raises(NotFound):
            journal.circle.merge("Sam", "Nobody")


People = st.lists(st.sampled_from("ABCD"), unique=True, max_size=4).map(tuple)


@given(st.lists(People, max_size=8), st.permutations("ABCD"))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_merge_loses_nobodys_history(entries: list[tuple[str, ...]], order: list[str]) -> None:
    gone, into, *others = order
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "journal.db")
        with Journal.open(path, clock=FakeClock(), create=True) as journal:
            for name in "ABCD":
                journal.circle.add(name)
            journal.entries.keep_all([Draft(Moment("x", people=people)) for people in entries])
            before = _counts(journal)
            merged = journal.circle.merge(gone, into)
            both = sum(gone in people and into in people for people in entries)
            after = _counts(journal)
            assert after[into] == before[gone] + before[into] - both
            assert all(after[name] == before[name] for name in others)
            journal.circle.take_apart(merged)
            assert _counts(journal) == before
            assert [entry.content.text for entry in journal.history.entries()] == ["x"] * len(
                entries
            )


def _counts(journal: Journal) -> Counter[str]:
    named = (name for entry in journal.history.entries() for name in entry.content.people)
    return Counter(named)


class TestWhatIsKnown:
    def test_counts_come_with_what_they_are_out_of(self, journal: Journal) -> None:
        journal.circle.add("Sam")
        keep(journal, "@Sam", on="2026-11-20", supported=9, present=("time", "humour"))
        keep(journal, "@Sam", on="2026-11-19", supported=8, present=("time",), direction="given")
        keep(journal, "@Sam", on="2026-11-18", supported=3, present=("soon",), direction="received")
        keep(journal, "@Sam", on="2026-11-17", supported=9)
        keep(journal, "@Sam", on="2025-11-01", present=("time",))  # more than a year ago
        keep(journal, "@Sam", direction="tried")
        known = journal.circle.known("Sam")
        assert (known.moments, known.given, known.received) == (4, 1, 1)
        assert known.present == {"time": 2, "humour": 1}
        assert (known.rated_well, known.telling, known.out_of) == (2, 3, 2)
        assert len(known.weeks) == 52
        assert (known.weeks[-1], known.weeks[-2]) == (0, 4)
        assert sum(known.weeks) == 4

    def test_without_ratings_all_that_tell_what_helped_count(self, journal: Journal) -> None:
        journal.circle.add("Sam")
        keep(journal, "@Sam", present=("time",))
        keep(journal, "@Sam", present=("soon",))
        known = journal.circle.known("Sam")
        assert (known.present, known.out_of) == ({"soon": 1, "time": 1}, 2)

    def test_of_one_without_moments_nothing_is_told(self, journal: Journal) -> None:
        journal.circle.add("Sam")
        known = journal.circle.known("Sam")
        assert (known.moments, known.present, known.out_of) == (0, {}, 0)

    def test_the_last_moments_are_listed_newest_first(self, journal: Journal) -> None:
        journal.circle.add("Sam")
        keep(journal, "one @Sam", on="2026-11-01")
        keep(journal, "two @Sam", on="2026-11-20")
        journal.entries.seal([keep(journal, "three @Sam")])
        assert [line.text for line in journal.circle.latest("Sam")] == ["two @Sam", "one @Sam"]


class TestPuttingBack:
    def test_any_change_is_put_back_whole(self, journal: Journal) -> None:
        keep(journal, "@Sam")
        before = journal.circle.add("Sam", ideal=7, longest=14, role="peer", aliases=("Sammy",))
        journal.circle.change("Sam", name="Samira", ideal=None, role=None, sort="role", aliases=())
        journal.circle.rest("Samira", date(2026, 12, 1))
        journal.circle.quiet("Samira")
        journal.circle.put_back(before, "Samira")
        assert journal.circle.members() == (before,)

    def test_where_a_name_was_taken_meanwhile_it_says_so(self, journal: Journal) -> None:
        before = journal.circle.add("Sam")
        journal.circle.change("Sam", name="my peer", aliases=())
        journal.circle.remove_alias("my peer", "Sam")
        journal.circle.add("Sam")
        with pytest.raises(Misuse):
            journal.circle.put_back(before, "my peer")
        assert names(journal) == ["my peer", "Sam"]


def test_what_is_open_and_what_is_planned_follow_a_merge_and_come_back(journal: Journal) -> None:
    for name in ("Sam", "Sammy"):
        journal.circle.add(name)
    alone = journal.loops.keep(LoopContent("promise", "The rota", ("Sammy",)))
    both = journal.loops.keep(LoopContent("heard", "The night team", ("Sammy", "Sam")))
    journal.loops.note(alone, "came-back", "She nodded", ("Sammy",))
    weekly = journal.meetings.add(
        {"recurrence": Recurrence(date(2026, 11, 3), 1), "kind": "mentorship", "people": ["Sammy"]}
    )

    def seen() -> tuple[object, ...]:
        loops = [journal.loops.get(each.id) for each in (alone, both)]
        steps = [step.people for loop in loops for step in loop.steps]
        return ([set(loop.content.people) for loop in loops], steps,
                journal.meetings.get(weekly.id).people)  # fmt: skip

    before = seen()
    merged = journal.circle.merge("Sammy", "Sam")
    assert seen() == ([{"Sam"}, {"Sam"}], [("Sam",)], ("Sam",))
    journal.circle.take_apart(merged)
    assert seen() == before
