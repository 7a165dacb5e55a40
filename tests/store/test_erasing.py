"""Erased means gone from the row, the index, the revisions, the drafts and the -wal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.support import found, keep, stands_in_a_file, wal_of
from tracejournal.journal.journal import Journal
from tracejournal.model.draft import EDIT, MOMENT, slot_of
from tracejournal.model.entry import Draft, Moment, Part, Reflection
from tracejournal.store import entries
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support import FakeClock
    from tracejournal.store.engine import Store

# Words that the index stores whole: no stemmer shortens them.
MARKERS = ("qxvtextqz", "qxvtagqz", "Qxvnameqz", "qxvquestionqz", "qxvrevisionqz", "qxvdraftqz")


@pytest.fixture
def journal_with_markers(journal: Journal) -> Journal:
    """A journal with other entries around one that holds every marker, in all the places."""
    for number in range(40):
        journal.entries.keep(Draft(Moment(f"Tea number {number} with @Sam #rest")))
    parts = (Part("qxvquestionqz?", "qxvrevisionqz"),)
    entry = journal.entries.keep(Draft(Reflection(parts=parts)))
    words = Part("qxvquestionqz?", "qxvtextqz #qxvtagqz @Qxvnameqz")
    journal.entries.revise(entry.id, Reflection(parts=(words,)))
    for text in ("qxvdraftqz", "something else"):
        journal.drafts.save(slot_of(EDIT, entry.id, "1a2b"), {"text": text})
    journal.entries.keep(Draft(Moment("One more after it")))
    return journal


def marked_id(journal: Journal) -> str:
    (entry,) = journal.history.entries("qxvtextqz")
    return entry.id


@pytest.mark.usefixtures("journal_with_markers")
def test_the_markers_are_there_before(home: Path) -> None:
    path = home / "data" / "journal.db"
    assert [marker for marker in MARKERS if not stands_in_a_file(path, marker)] == []


def test_nothing_of_it_is_left_while_the_journal_is_open(
    journal_with_markers: Journal, home: Path
) -> None:
    journal_with_markers.entries.erase([marked_id(journal_with_markers)])
    path = home / "data" / "journal.db"
    assert wal_of(path).exists()
    assert [marker for marker in MARKERS if stands_in_a_file(path, marker)] == []


def test_nothing_of_it_is_left_after_it_is_closed(
    journal_with_markers: Journal, home: Path
) -> None:
    journal_with_markers.entries.erase([marked_id(journal_with_markers)])
    journal_with_markers.close()
    path = home / "data" / "journal.db"
    assert list(path.parent.iterdir()) == [path]
    assert [marker for marker in MARKERS if stands_in_a_file(path, marker)] == []
    assert stands_in_a_file(path, "Tea number 39 with @Sam #rest")


def test_nothing_of_it_is_left_while_another_program_has_the_journal_open(
    journal_with_markers: Journal, home: Path
) -> None:
    path = home / "data" / "journal.db"
    with open_store(str(path)) as other:
        assert len(found(other)) == 42
        journal_with_markers.entries.erase([marked_id(journal_with_markers)])
        assert [marker for marker in MARKERS if stands_in_a_file(path, marker)] == []
        assert len(found(other)) == 41


def test_kept_words_leave_nothing_in_the_drafts_they_came_from(
    journal: Journal, home: Path
) -> None:
    slot = slot_of(MOMENT, "", "1a2b")
    for text in ("qxvdraftqz half", "qxvdraftqz whole", "all new"):
        journal.drafts.save(slot, {"text": text})
    journal.entries.keep(Draft(Moment("kept")), clears=slot)
    journal.close()
    assert not stands_in_a_file(home / "data" / "journal.db", "qxvdraftqz")


def test_words_that_were_only_changed_or_deleted_are_still_there(
    journal: Journal, home: Path
) -> None:
    entry = journal.entries.keep(Draft(Moment("qxvbeforeqz")))
    journal.entries.revise(entry.id, Moment("qxvafterqz"))
    journal.entries.delete([entry.id])
    journal.close()
    path = home / "data" / "journal.db"
    assert stands_in_a_file(path, "qxvbeforeqz")
    assert stands_in_a_file(path, "qxvafterqz")


def test_names_that_others_use_stay(journal: Journal) -> None:
    journal.entries.keep(Draft(Moment("with @Sam #rest")))
    entry = journal.entries.keep(Draft(Moment("with @Sam and @Jo #rest #only")))
    journal.entries.erase([entry.id])
    assert journal.history.known_people() == ("Sam",)
    assert journal.history.known_tags() == ("rest",)


def test_people_who_were_given_a_role_stay(store: Store) -> None:
    uuid = keep(store, "with @Sam")
    store.run("UPDATE people SET role = 'peer'")
    with store.transaction():
        entries.erase(store, [uuid])
    assert store.rows("SELECT name FROM people") == [("Sam",)]


def test_the_trash_is_emptied_of_what_is_older_than_thirty_days(
    clock: FakeClock, home: Path
) -> None:
    with Journal.open(clock=clock, create=True) as journal:
        old = journal.entries.keep(Draft(Moment("qxvoldqz")))
        recent = journal.entries.keep(Draft(Moment("recent")))
        journal.entries.delete([old.id])
        clock.pass_time(days=29, hours=23)
        journal.entries.delete([recent.id])
        assert journal.entries.empty_old_trash() == 0
        clock.pass_time(hours=2)
        assert journal.entries.empty_old_trash() == 1
        (left,) = journal.history.entries(shelf="trash")
        assert left.content.text == "recent"
        assert not stands_in_a_file(home / "data" / "journal.db", "qxvoldqz")


def test_travel_does_not_empty_the_trash_early(clock: FakeClock) -> None:
    with Journal.open(clock=clock, create=True) as journal:
        clock.set("2026-11-23T01:00", "America/New_York")
        journal.entries.delete([journal.entries.keep(Draft(Moment("here"))).id])
        clock.set(
            "2026-12-23T07:00", "Asia/Tokyo"
        )  # 22:00 on the 22nd in UTC: 29 days and 16 hours
        assert journal.entries.empty_old_trash() == 0
