"""Keeping, changing, deleting and sealing, as people do it all day."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from tests.support import FakeClock
from tracejournal.journal.journal import Journal
from tracejournal.model.draft import EDIT, MOMENT, slot_of
from tracejournal.model.entry import CheckIn, Draft, Entry, Moment, Part, Reflection
from tracejournal.model.errors import ChangedMeanwhile, Misuse, NoJournal, NotFound, StoreError
from tracejournal.model.uuid7 import new_uuid

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SLOT = slot_of(MOMENT, "", "1a2b")
OTHER_SLOT = slot_of(MOMENT, "", "3c4d")


def words(journal: Journal, typed: str = "", shelf: str = "kept") -> list[str]:
    return [entry.content.text for entry in journal.history.entries(typed, shelf)]


def drafts(journal: Journal) -> list[str]:
    return [saved.words for saved in journal.drafts.all()]


class TestKeeping:
    def test_one_line_is_kept_as_of_now(self, journal: Journal, clock: FakeClock) -> None:
        entry = journal.entries.keep(Draft(Moment("Thanked @Priya for covering #gratitude")))
        assert entry.content.people == ("Priya",)
        assert entry.content.tags == ("gratitude",)
        assert entry.when == clock.now()
        assert entry == journal.entries.get(entry.id)

    def test_it_is_there_when_the_journal_is_opened_again(self, journal: Journal) -> None:
        journal.entries.keep(Draft(Moment("here")))
        journal.close()
        with Journal.open() as again:
            assert words(again) == ["here"]

    def test_it_can_be_kept_as_of_another_day(self, journal: Journal, clock: FakeClock) -> None:
        when = clock.on_day(date(2026, 11, 20), time(14))
        entry = journal.entries.keep(Draft(Moment("on Friday"), when))
        assert entry.when == when
        assert entry.created_at == "2026-11-23T08:42:00.000000+00:00"

    def test_what_is_done_is_stamped_in_utc_and_what_is_lived_in_local_time(
        self, journal: Journal, clock: FakeClock
    ) -> None:
        clock.set("2026-07-01T09:00", "America/New_York")
        entry = journal.entries.keep(Draft(Moment("x")))
        assert entry.when.at.isoformat() == "2026-07-01T09:00:00-04:00"
        assert entry.created_at == entry.updated_at == "2026-07-01T13:00:00.000000+00:00"

    def test_an_empty_one_can_be_kept(self, journal: Journal) -> None:
        for content in (Moment(), Reflection(), CheckIn()):
            journal.entries.keep(Draft(content))
        assert words(journal) == ["", "", ""]

    def test_several_are_kept_all_or_none(self, journal: Journal) -> None:
        def broken() -> list[Draft]:
            return [Draft(Moment("one")), Draft(Moment("two"), source="x", source_id="1")] * 2

        with pytest.raises(StoreError):
            journal.entries.keep_all(broken())
        assert words(journal) == []
        kept = journal.entries.keep_all(broken()[:2])
        assert [entry.content.text for entry in kept] == ["one", "two"]
        assert (kept[1].source, kept[1].source_id) == ("x", "1")


class TestTheDraftGoesInTheSameStep:
    @pytest.fixture
    def drafted(self, journal: Journal) -> Journal:
        journal.drafts.save(SLOT, {"text": "half a thought"})
        journal.drafts.save(OTHER_SLOT, {"text": "another one"})
        return journal

    def test_keeping_clears_its_draft_and_no_other(self, drafted: Journal) -> None:
        drafted.entries.keep(Draft(Moment("half a thought, whole")), clears=SLOT)
        assert drafts(drafted) == ["another one"]
        assert words(drafted) == ["half a thought, whole"]

    def test_changing_clears_its_draft(self, drafted: Journal) -> None:
        entry = drafted.entries.keep(Draft(Moment("before")))
        slot = slot_of(EDIT, entry.id, "5e6f")
        drafted.drafts.save(slot, {"text": "after"})
        drafted.entries.revise(entry.id, Moment("after"), clears=slot)
        assert "after" not in drafts(drafted)

    @pytest.mark.parametrize(
        "event", ["INSERT ON entries", "INSERT ON entry_people", "DELETE ON drafts"]
    )
    def test_where_any_part_of_it_fails_the_draft_stays(self, drafted: Journal, event: str) -> None:
        drafted._store.run(
            f"CREATE TEMP TRIGGER trip BEFORE {event} BEGIN SELECT RAISE(ABORT, 'tripped'); END"
        )
        with pytest.raises(StoreError, match="tripped"):
            drafted.entries.keep(Draft(Moment("half a thought, whole, @Priya")), clears=SLOT)
        assert words(drafted) == []
        assert sorted(drafts(drafted)) == ["another one", "half a thought"]
        assert drafted.history.known_people() == ()

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
    @pytest.mark.parametrize(
        "statement", ["INSERT INTO entries", "DELETE FROM drafts", "COMMIT", "after"]
    )
    def test_a_kill_at_any_point_leaves_the_draft_or_the_entry_and_never_neither(
        self, drafted: Journal, statement: str
    ) -> None:
        drafted.close()
        program = subprocess.run(
            [sys.executable, "-c", KEEP_AND_DIE, statement, SLOT],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=False,
        )
        assert program.returncode == -signal.SIGKILL
        with Journal.open() as again:
            left = words(again), "half a thought" in drafts(again)
        assert left == ((["half a thought, whole"], False) if statement == "after" else ([], True))


KEEP_AND_DIE = """
import os, signal, sys
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import Draft, Moment

def die(statement):
    if statement.startswith(sys.argv[1]):
        os.kill(os.getpid(), signal.SIGKILL)

journal = Journal.open()
journal._store.connection.set_trace_callback(die)
journal.entries.keep(Draft(Moment("half a thought, whole")), clears=sys.argv[2])
die("after")
"""


class TestChanging:
    def test_new_words_replace_the_old_ones_which_stay_as_a_revision(
        self, journal: Journal, clock: FakeClock
    ) -> None:
        entry = journal.entries.keep(Draft(Moment("with @Priya", kind="huddle")))
        clock.pass_time(minutes=5)
        changed = journal.entries.revise(entry.id, Moment("with @Sam"))
        assert changed.content == Moment("with @Sam")
        assert (changed.id, changed.row, changed.when) == (entry.id, entry.row, entry.when)
        assert changed.created_at == entry.created_at
        assert changed.updated_at > entry.updated_at
        assert words(journal, "@priya") == []
        (version,) = journal.entries.versions(entry.id)
        assert (version.content, version.when) == (entry.content, entry.when)
        assert version.replaced_at == changed.updated_at

    def test_it_can_move_in_time(self, journal: Journal, clock: FakeClock) -> None:
        entry = journal.entries.keep(Draft(Moment("moved")))
        journal.entries.keep(Draft(Moment("fixed")))
        when = clock.on_day(date(2026, 11, 1), time(9))
        assert journal.entries.revise(entry.id, entry.content, when).when == when
        assert words(journal) == ["fixed", "moved"]

    @pytest.mark.parametrize("content", [
        CheckIn("a long day", energy=6, load=7, supported=5),
        Reflection(
            parts=(Part("When?", "Then @Sam came."), Part("Why?", "")),
            supported=9, present=("time",), missing=("soon",), prompt_id="most-supported",
        ),
        Moment("tea", who=("peer", "group"), support=("company",), occasion="routine", minutes=5),
    ])  # fmt: skip
    def test_every_type_has_its_earlier_versions_the_latest_first(
        self, journal: Journal, content: CheckIn | Reflection | Moment
    ) -> None:
        entry = journal.entries.keep(Draft(content))
        second = journal.entries.revise(entry.id, content.replace(supported=1))
        journal.entries.revise(entry.id, content.replace(supported=2))
        versions = [version.content for version in journal.entries.versions(entry.id)]
        assert versions == [second.content, entry.content]

    @pytest.mark.parametrize("elsewhere", ["delete", "seal", "revise"])
    def test_what_was_changed_elsewhere_meanwhile_is_not_written_over(
        self, journal: Journal, elsewhere: str
    ) -> None:
        seen = journal.entries.keep(Draft(Moment("as it was seen")))
        if elsewhere == "revise":  # at the same instant of a clock that stands still
            journal.entries.revise(seen.id, Moment("changed elsewhere"))
        else:
            getattr(journal.entries, elsewhere)([seen.id])
        now = journal.entries.get(seen.id)
        with pytest.raises(ChangedMeanwhile):
            journal.entries.revise(seen.id, Moment("mine"), seen=seen)
        assert journal.entries.get(seen.id) == now
        assert journal.entries.revise(seen.id, Moment("mine"), seen=now).content.text == "mine"

    def test_what_is_not_there_cannot_be_changed(self, journal: Journal) -> None:
        with pytest.raises(NotFound):
            journal.entries.revise("0" * 36, Moment("x"))
        assert words(journal) == []

    def test_a_sealed_entry_stays_sealed(self, journal: Journal) -> None:
        entry = journal.entries.keep(Draft(Moment("before")))
        journal.entries.seal([entry.id])
        assert journal.entries.revise(entry.id, Moment("after")).sealed
        assert words(journal) == []
        assert words(journal, shelf="sealed") == ["after"]


class TestDeletingAndSealing:
    @pytest.fixture
    def one(self, journal: Journal) -> str:
        moment = Moment("with @Priya #rest", supported=7, present=("time",))
        return journal.entries.keep(Draft(moment)).id

    def test_deleted_it_is_in_the_trash_and_undone_it_is_as_it_was(
        self, journal: Journal, one: str
    ) -> None:
        before = journal.entries.get(one)
        journal.entries.delete([one])
        assert words(journal) == []
        assert words(journal, shelf="trash") == ["with @Priya #rest"]
        assert journal.days.this_week().moments == 0
        journal.entries.restore([one])
        assert words(journal) == ["with @Priya #rest"]
        assert journal.entries.get(one) == before

    def test_sealed_it_shows_nowhere_until_unsealed(self, journal: Journal, one: str) -> None:
        journal.entries.seal([one])
        for typed in ("", "priya", "@priya", "#rest", "is:moment", "on:today"):
            assert words(journal, typed) == []
        assert journal.days.this_week().moments == journal.days.this_week().people == 0
        journal.entries.seal([one], sealed=False)
        assert words(journal, "@priya") == ["with @Priya #rest"]

    def test_sealing_does_not_say_that_the_words_were_changed(
        self, journal: Journal, clock: FakeClock, one: str
    ) -> None:
        before = journal.entries.get(one).updated_at
        clock.pass_time(minutes=5)
        journal.entries.seal([one])
        journal.entries.seal([one], sealed=False)
        assert journal.entries.get(one).updated_at == before

    def test_sealed_and_then_deleted_it_is_sealed_again_when_restored(
        self, journal: Journal, one: str
    ) -> None:
        journal.entries.seal([one])
        journal.entries.delete([one])
        assert words(journal, shelf="sealed") == []
        journal.entries.restore([one])
        assert words(journal, shelf="sealed") == ["with @Priya #rest"]
        assert words(journal) == []

    def test_erased_it_is_nowhere(self, journal: Journal, one: str) -> None:
        journal.entries.erase([one])
        for shelf in ("kept", "sealed", "trash"):
            assert words(journal, shelf=shelf) == []
        with pytest.raises(NotFound):
            journal.entries.get(one)


class TestIds:
    def test_they_are_uuids_of_version_7_that_sort_by_time(self, clock: FakeClock) -> None:
        ids = []
        for _ in range(50):
            ids.append(new_uuid(clock.now()))
            clock.pass_time(milliseconds=1)
        assert ids == sorted(ids)
        assert len(set(ids)) == 50
        pattern = r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
        assert all(re.fullmatch(pattern, each) for each in ids)
        milliseconds = clock.now().microseconds // 1_000
        assert int(ids[-1].replace("-", "")[:12], 16) == milliseconds - 1

    def test_a_clock_before_the_epoch_still_gives_one(self) -> None:
        assert new_uuid(FakeClock("1955-01-01T00:00").now()).startswith("00000000-0000-7")

    def test_entries_are_meant_by_any_unique_start_each_once(
        self, journal: Journal, clock: FakeClock
    ) -> None:
        one = journal.entries.keep(Draft(Moment("one")))
        clock.pass_time(days=1)
        other = journal.entries.keep(Draft(Moment("other")))
        meant = journal.entries.resolve([other.id[:12], one.id, one.id[:13].upper()])
        assert [entry.content.text for entry in meant] == ["other", "one"]
        with pytest.raises(Misuse, match="More than one entry has an id"):
            journal.entries.resolve([one.id[:4]])

    def test_the_shortest_unique_starts_are_told(self, journal: Journal, clock: FakeClock) -> None:
        entries = []
        for _ in range(5):
            entries.append(journal.entries.keep(Draft(Moment("x"))))
            clock.pass_time(seconds=1)
        short = journal.entries.short_ids([entry.id for entry in entries])
        assert len(set(short.values())) == 5
        for entry in entries:
            assert len(short[entry.id]) >= 8
            assert journal.entries.resolve([short[entry.id]]) == [entry]

    def test_the_latest_of_each_shelf_is_what_came_there_last(
        self, journal: Journal, clock: FakeClock
    ) -> None:
        assert journal.entries.latest() is None
        kept: list[str] = []
        for text in ("first", "second", "third", "fourth"):
            when = clock.on_day(date(2026, 11, 1), time(20 - len(kept)))
            kept.append(journal.entries.keep(Draft(Moment(text), when)).id)
            clock.pass_time(minutes=1)
        for entry_id in (kept[2], kept[1]):
            journal.entries.delete([entry_id])
            clock.pass_time(minutes=1)
        latest = {shelf: journal.entries.latest(shelf) for shelf in ("kept", "trash", "sealed")}
        assert latest["kept"]
        assert latest["kept"].content.text == "fourth"
        assert latest["trash"]
        assert latest["trash"].content.text == "second"
        assert latest["sealed"] is None


class TestOpening:
    def test_without_a_journal_there_is_none(self) -> None:
        with pytest.raises(NoJournal):
            Journal.open()

    def test_it_is_where_it_belongs(self, journal: Journal, home: Path) -> None:
        assert journal.path == str(home / "data" / "journal.db")

    def test_it_can_be_anywhere_else(self, tmp_path: Path) -> None:
        path = tmp_path / "elsewhere" / "my.db"
        with Journal.open(str(path), create=True) as journal:
            assert journal.path == str(path)
        assert path.exists()


CHANGES: dict[str, Callable[[Journal, Entry], object]] = {
    "keeping": lambda journal, _: journal.entries.keep(Draft(Moment("z"))),
    "changing": lambda journal, one: journal.entries.revise(one.id, Moment("y")),
    "deleting": lambda journal, one: journal.entries.delete([one.id]),
    "sealing": lambda journal, one: journal.entries.seal([one.id]),
    "erasing": lambda journal, one: journal.entries.erase([one.id]),
    "a draft": lambda journal, _: journal.drafts.save(SLOT, {"text": "x"}),
    "not today": lambda journal, _: journal.prompts.not_today(),
}


class TestChangeCount:
    @pytest.mark.parametrize("change", CHANGES)
    @pytest.mark.parametrize("who", ["own", "another"])
    def test_any_change_by_anyone_gives_another_number(
        self, journal: Journal, change: str, who: str
    ) -> None:
        one = journal.entries.keep(Draft(Moment("x")))
        with Journal.open() as another:
            before = journal.change_count()
            CHANGES[change](journal if who == "own" else another, one)
            assert journal.change_count() != before

    def test_reading_leaves_it_as_it_is(self, journal: Journal) -> None:
        journal.entries.keep(Draft(Moment("x")))
        journal.prompts.of_today()  # the first look of a day notes what it offers
        before = journal.change_count()
        words(journal, "x")
        journal.days.this_week()
        journal.prompts.of_today()
        with Journal.open() as another:
            words(another)
        assert journal.change_count() == before
