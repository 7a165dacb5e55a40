"""Putting entries in, changing them, and the order of time."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.support import found, keep
from tests.support import NEW_YORK, TOKYO, FakeClock
from tracejournal.model.entry import CheckIn, Moment, Part, Reflection
from tracejournal.model.errors import Misuse, NotFound
from tracejournal.model.query import Query
from tracejournal.store import entries, listing
from tracejournal.store.rows import stamp

if TYPE_CHECKING:
    from tracejournal.model.clock import Instant
    from tracejournal.store.engine import Store

NOW = FakeClock().now()
LATER = stamp(FakeClock("2026-11-23T09:00").local_now())

FULL_MOMENT = Moment(
    "Thanked @Priya for covering #gratitude\n\nTwice.",
    people=("my supervisor",),
    tags=("rota",),
    kind="gratitude",
    direction="given",
    mode="in-person",
    minutes=5,
    fit="yes",
    supported=8,
    present=("time", "listened"),
    missing=("humour", "time"),
    who=("supervisor", "group"),
    support=("practical", "company"),
    occasion="hard-work",
)
FULL_REFLECTION = Reflection(
    parts=(Part("What?", "One."), Part("And?", ""), Part("So?", "Two with @Jo.")),
    prompt_id="most-supported",
    supported=0,
    present=("trust",),
)
FULL_CHECK_IN = CheckIn("tired #late", energy=0, load=10, supported=5)

CONTENTS = st.one_of(
    st.builds(
        Moment,
        text=st.text(),
        people=st.lists(st.text(max_size=5), max_size=3),
        tags=st.lists(st.text(max_size=5), max_size=3),
        kind=st.sampled_from([None, "huddle", "my own kind"]),
        supported=st.one_of(st.none(), st.integers(0, 10)),
        missing=st.lists(st.sampled_from(["time", "trust", "humour"]), max_size=3),
        who=st.lists(st.sampled_from(["peer", "group", "mentor"]), max_size=3),
        occasion=st.sampled_from([None, "change"]),
    ),
    st.builds(
        Reflection,
        parts=st.lists(st.builds(Part, question=st.text(), answer=st.text()), max_size=3),
        prompt_id=st.one_of(st.none(), st.just("most-supported")),
    ),
    st.builds(CheckIn, text=st.text(), energy=st.one_of(st.none(), st.integers(0, 10))),
)


def revise(store: Store, uuid: str, content: Moment | None = None, when: Instant = NOW) -> None:
    with store.transaction():
        entry = entries.get(store, uuid)
        entries.update(store, entry, content or entry.content, when, LATER)


@pytest.mark.parametrize("content", [FULL_MOMENT, FULL_REFLECTION, FULL_CHECK_IN, Moment()])
def test_what_is_read_is_what_was_kept(
    store: Store, content: Moment | Reflection | CheckIn
) -> None:
    when = FakeClock("2026-07-01T23:30:15.123456", NEW_YORK, day_starts=time(4)).now()
    entry = entries.get(store, keep(store, content, when))
    assert entry.content == content
    assert entry.when == when
    assert entry.when.at.isoformat() == "2026-07-01T23:30:15.123456-04:00"
    assert (entry.when.zone, entry.when.on) == (NEW_YORK, date(2026, 7, 1))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=CONTENTS)
def test_any_content_comes_back_as_it_was(
    store: Store, content: Moment | Reflection | CheckIn
) -> None:
    assert entries.get(store, keep(store, content)).content == content


def test_two_of_the_same_microsecond_are_both_kept_the_later_one_newer(store: Store) -> None:
    for words in ("first", "second", "third"):
        keep(store, words, NOW)
    assert found(store) == ["third", "second", "first"]


def test_the_order_is_the_order_of_time_however_late_something_is_kept(store: Store) -> None:
    clock = FakeClock()
    keep(store, "today", clock.now())
    keep(store, "long ago", clock.on_day(date(1999, 5, 1), time(9)))
    keep(store, "before the epoch", clock.on_day(date(1955, 5, 1), time(9)))
    keep(store, "yesterday", clock.on_day(date(2026, 11, 22), time(9)))
    assert found(store) == ["today", "yesterday", "long ago", "before the epoch"]


def test_the_order_is_the_order_of_time_across_zones(store: Store) -> None:
    keep(store, "09:00 in Tokyo", FakeClock("2026-11-23T09:00", TOKYO).now())
    keep(store, "an hour later in New York", FakeClock("2026-11-22T20:00", NEW_YORK).now())
    assert found(store) == ["an hour later in New York", "09:00 in Tokyo"]
    assert found(store, "on:2026-11-23") == ["09:00 in Tokyo"]
    assert found(store, "on:2026-11-22") == ["an hour later in New York"]


@pytest.mark.parametrize("content", [FULL_MOMENT, FULL_REFLECTION, FULL_CHECK_IN])
def test_another_time_moves_the_entry_and_everything_of_it(
    store: Store, content: Moment | Reflection | CheckIn
) -> None:
    clock = FakeClock()
    uuid = keep(store, content, clock.now())
    keep(store, "between", clock.on_day(date(2026, 11, 20), time(9)))
    assert found(store)[1] == "between"
    with store.transaction():
        entry = entries.get(store, uuid)
        earlier = clock.on_day(date(2026, 11, 1), time(7, 30))
        entries.update(store, entry, content, earlier, LATER)
    assert found(store)[0] == "between"
    moved = entries.get(store, uuid)
    assert (moved.content, moved.when) == (content, earlier)
    assert moved.row == earlier.microseconds
    for table in ("parts", "entry_people", "entry_tags", "entry_conditions", "entry_facets"):
        rows = {row[0] for row in store.rows(f"SELECT entry_id FROM {table}")}  # noqa: S608 - our own names
        assert rows <= {moved.row}
    assert store.rows("PRAGMA foreign_key_check") == []


def test_an_entry_that_does_not_move_keeps_its_place_beside_its_twin(store: Store) -> None:
    keep(store, "first", NOW)
    second = keep(store, "second", NOW)
    revise(store, second, Moment("second, changed"))
    assert found(store) == ["second, changed", "first"]
    assert entries.get(store, second).when == NOW


def test_what_it_said_before_is_kept_as_a_revision(store: Store) -> None:
    uuid = keep(store, FULL_MOMENT)
    revise(store, uuid, Moment("other words"))
    revise(store, uuid, Moment("and others"))
    contents = [row[0] for row in store.rows("SELECT content FROM revisions ORDER BY id")]
    assert len(contents) == 2
    assert '"Thanked @Priya for covering #gratitude\\n\\nTwice."' in contents[0]
    assert '"Priya"' in contents[0]
    assert '"other words"' in contents[1]


def test_the_first_spelling_of_a_name_stays(store: Store) -> None:
    keep(store, "with @Priya")
    uuid = keep(store, "with @PRIYA again")
    assert entries.get(store, uuid).content.people == ("Priya",)
    assert store.value("SELECT count(*) FROM people") == 1


def test_a_term_this_version_does_not_know_can_still_be_read(store: Store) -> None:
    uuid = keep(store, FULL_MOMENT)
    store.run("UPDATE entries SET direction = 'sideways', mode = 'telepathy'")
    store.run("UPDATE entry_conditions SET condition = 'full-moon' WHERE condition = 'time'")
    content = entries.get(store, uuid).content
    assert isinstance(content, Moment)
    assert (content.direction, content.mode) == ("sideways", "telepathy")
    assert content.present == ("full-moon", "listened")
    assert content.text == FULL_MOMENT.text


class TestIds:
    def test_an_entry_is_found_by_its_id(self, store: Store) -> None:
        uuid = keep(store, "here")
        assert entries.resolve(store, uuid) == uuid
        assert entries.resolve(store, f" {uuid.upper()[:20]} ") == uuid

    def test_an_unknown_id_is_refused(self, store: Store) -> None:
        keep(store, "here")
        with pytest.raises(NotFound, match="No entry has an id that starts with “ffff”"):
            entries.resolve(store, "ffff")
        with pytest.raises(NotFound):
            entries.get(store, "no id at all")

    def test_a_start_that_two_share_is_refused(self, store: Store) -> None:
        """Ids begin with the time of keeping, and the clock of these tests stands still."""
        one, other = keep(store, "one"), keep(store, "other")
        with pytest.raises(Misuse, match=r"More than one entry has an id that starts with “01a2"):
            entries.resolve(store, one[:8])
        assert one[:8] == other[:8]

    @pytest.mark.parametrize("typed", ["", "019", "xyzw", "019b%", "'; --"])
    def test_what_is_no_id_is_refused(self, store: Store, typed: str) -> None:
        keep(store, "here")
        with pytest.raises(Misuse, match="is not an id"):
            entries.resolve(store, typed)


class TestLines:
    def test_a_line_tells_a_list_what_it_shows(self, store: Store) -> None:
        keep(store, Moment("Long talk\nwith \x1b[31m@Jo  today", kind="listening", supported=7))
        (line,) = listing.lines(store, listing.found_rows(store, Query())).values()
        assert line.text == "Long talk with [31m@Jo today"
        assert (line.type, line.kind, line.supported) == ("moment", "listening", 7)
        assert line.when == NOW

    def test_rows_that_are_gone_are_left_out(self, store: Store) -> None:
        keep(store, "here")
        assert list(listing.lines(store, [1, NOW.microseconds, 2])) == [NOW.microseconds]
        assert listing.lines(store, []) == {}

    def test_whole_entries_come_in_the_order_asked_for(self, store: Store) -> None:
        for words in ("a", "b", "c"):
            keep(store, words)
        rows = [NOW.microseconds + 2, 5, NOW.microseconds]
        assert [entry.content.text for entry in entries.by_rows(store, rows)] == ["c", "a"]
        assert entries.by_rows(store, []) == []


def test_pages_follow_one_another_without_gap_or_overlap(store: Store) -> None:
    for number in range(25):
        keep(store, f"entry {number}")
    everything = listing.found_rows(store, Query())
    pages, before = [], None
    while page := listing.found_rows(store, Query(), limit=10, before=before):
        pages.append(list(page))
        before = page[-1]
    assert [len(page) for page in pages] == [10, 10, 5]
    assert [row for page in pages for row in page] == list(everything)


def test_a_limit_of_any_size_will_do(store: Store) -> None:
    keep(store, "here")
    assert len(listing.found_rows(store, Query(), limit=10**30)) == 1
    assert len(listing.found_rows(store, Query(), limit=0)) == 0


class TestJumpingToADay:
    @pytest.fixture
    def days(self, store: Store) -> Store:
        clock = FakeClock()
        for day in (1, 3, 3, 7):
            keep(store, f"on the {day}", clock.on_day(date(2026, 11, day), time(9)))
        return store

    @pytest.mark.parametrize(
        ("day", "words"),
        [
            (date(2026, 11, 7), "on the 7"),
            (date(2026, 11, 5), "on the 3"),
            (date(2026, 11, 3), "on the 3"),
            (date(2026, 11, 1), "on the 1"),
            (date(2026, 12, 24), "on the 7"),
            (date(2020, 1, 1), "on the 1"),
        ],
    )
    def test_leads_to_the_day_or_the_nearest_before_it(
        self, days: Store, day: date, words: str
    ) -> None:
        rows = listing.found_rows(days, Query())
        row = listing.row_of_day(days, day)
        position = rows.index(row) if row is not None else len(rows) - 1
        (entry,) = entries.by_rows(days, [rows[position]])
        assert entry.content.text == words
        if position and day > date(2026, 11, 1):
            assert entries.by_rows(days, [rows[position - 1]])[0].when.on > day

    def test_leads_nowhere_before_the_first_of_all(self, days: Store) -> None:
        assert listing.row_of_day(days, date(2026, 10, 31)) is None
