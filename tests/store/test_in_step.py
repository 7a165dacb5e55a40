"""Whatever happens to entries, in whatever order: search and summary say what the entries say."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from datetime import date, time, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from tests.store.support import found, keep
from tests.support import FakeClock
from tracejournal.model.days import DaySummary
from tracejournal.model.entry import CheckIn, Entry, Moment, Part, Reflection
from tracejournal.store import days, entries
from tracejournal.store.opening import open_store
from tracejournal.store.rows import stamp

FIRST, LAST = date(2026, 11, 16), date(2026, 11, 23)
WORDS = ("tea", "walking", "late", "García", "self-harm", "家族")
CLOCK = FakeClock()
NOW = stamp(CLOCK.local_now())
CHECK_INDEX = "INSERT INTO entries_search (entries_search, rank) VALUES ('integrity-check', 1)"

TEXTS = st.lists(st.sampled_from([*WORDS, "@Priya", "#rest"]), max_size=4).map(" ".join)
CONTENTS = st.one_of(
    st.builds(Moment, TEXTS, supported=st.one_of(st.none(), st.integers(0, 10))),
    TEXTS.map(lambda text: Reflection(parts=(Part("?", text),))),
    st.builds(CheckIn, TEXTS, energy=st.integers(0, 10)),
)
DAYS = st.integers(0, 7).map(lambda ago: LAST - timedelta(days=ago))
TIMES = st.sampled_from([time(9), time(9, 0, 0, 1), time(23, 59)])


class JournalInStep(RuleBasedStateMachine):
    """Keeps, changes, hides, finds again and erases, and compares with a slow reading of it all."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.mkdtemp()
        self.store = open_store(str(Path(self.folder) / "data" / "journal.db"), create=True)

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    @rule(target=ids, content=CONTENTS, day=DAYS, at=TIMES)
    def keep(self, content: Moment | Reflection | CheckIn, day: date, at: time) -> str:
        return keep(self.store, content, CLOCK.on_day(day, at))

    @rule(uuid=ids, content=CONTENTS, day=DAYS, at=TIMES)
    def change(
        self, uuid: str, content: Moment | Reflection | CheckIn, day: date, at: time
    ) -> None:
        with self.store.transaction():
            entry = entries.get(self.store, uuid)
            entries.update(self.store, entry, content, CLOCK.on_day(day, at), NOW)

    @rule(uuid=ids, trashed=st.booleans())
    def trash_or_restore(self, uuid: str, trashed: bool) -> None:
        with self.store.transaction():
            entries.set_trashed(self.store, [uuid], NOW if trashed else None)

    @rule(uuid=ids, sealed=st.booleans())
    def seal_or_unseal(self, uuid: str, sealed: bool) -> None:
        with self.store.transaction():
            entries.set_sealed(self.store, [uuid], sealed=sealed)

    @rule(uuid=consumes(ids))
    def erase(self, uuid: str) -> None:
        with self.store.transaction():
            entries.erase(self.store, [uuid])

    def kept(self) -> list[Entry]:
        """Read every entry that is neither sealed nor in the trash, one by one."""
        ids = [row[0] for row in self.store.rows("SELECT uuid FROM entries ORDER BY id DESC")]
        everything = (entries.get(self.store, uuid) for uuid in ids)
        return [each for each in everything if not (each.sealed or each.trashed_at)]

    @invariant()
    def search_finds_what_is_there_and_nothing_else(self) -> None:
        kept = [entry.content.text for entry in self.kept()]
        assert found(self.store) == kept
        for word in WORDS:
            assert found(self.store, word) == [text for text in kept if word in text.split()], word

    @invariant()
    def the_index_agrees_with_the_entries(self) -> None:
        self.store.run(CHECK_INDEX)

    @invariant()
    def the_summary_counts_what_is_there(self) -> None:
        kept = self.kept()
        counts = Counter((entry.when.on, entry.type) for entry in kept)
        ratings: dict[date, list[int]] = {entry.when.on: [] for entry in kept}
        for entry in kept:
            if entry.content.supported is not None:
                ratings[entry.when.on].append(entry.content.supported)
        expected = {
            day: DaySummary(
                day,
                counts[day, "moment"],
                counts[day, "reflection"],
                counts[day, "check-in"],
                sum(rated),
                len(rated),
            )
            for day, rated in ratings.items()
        }
        assert days.summaries(self.store, FIRST, LAST) == expected
        ends = (min(expected), max(expected)) if expected else None
        assert days.first_and_last(self.store) == ends

    @invariant()
    def nothing_is_attached_to_nothing(self) -> None:
        assert self.store.rows("PRAGMA foreign_key_check") == []

    @invariant()
    def the_people_of_the_week_are_those_the_entries_name(self) -> None:
        people = {name for entry in self.kept() for name in entry.content.people}
        assert days.people_between(self.store, FIRST, LAST) == len(people)


TestJournalInStep = JournalInStep.TestCase
TestJournalInStep.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)


def test_a_long_entry_that_was_changed_can_be_let_go(path: Path) -> None:
    chance = random.Random(8)  # noqa: S311 - words, not secrets

    def words() -> str:
        return " ".join(f"w{chance.randrange(10**6)}" for _ in range(400))

    with open_store(str(path), create=True) as store:
        for _ in range(8):
            uuid = keep(store, words())
            with store.transaction():
                entry = entries.get(store, uuid)
                entries.update(store, entry, Moment(words()), entry.when, NOW)
            with store.transaction():
                entries.set_trashed(store, [uuid], NOW)
            store.run(CHECK_INDEX)
