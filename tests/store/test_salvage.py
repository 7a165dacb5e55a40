"""From a damaged file every entry is saved whose pages are not damaged, and the file is left."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.store import damage
from tests.store.support import bytes_below, found, keep, put, room_for
from tests.support import FakeClock
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import CheckIn, Draft, Moment, Part, Reflection
from tracejournal.model.errors import StoreError
from tracejournal.model.experiment import ExperimentDraft
from tracejournal.model.guided import Guide, Step
from tracejournal.model.loop import LoopContent
from tracejournal.model.recurrence import Recurrence
from tracejournal.store import entries, letters
from tracejournal.store.engine import Store
from tracejournal.store.opening import open_store
from tracejournal.store.salvage import salvage
from tracejournal.store.shapes import DERIVED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOW = "2026-11-23T08:42:00.000000+00:00"


class Written(NamedTuple):
    """A journal before it was damaged.

    `pieces` has, for each text, pieces of it that stand nowhere else in the file and together
    touch each of its pages.
    """

    content: bytes
    pieces: dict[str, list[str]]
    tables: dict[str, list[tuple[object, ...]]]


def rows_of(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return every row there is, by table; what follows from others is left out."""
    listed = store.rows("PRAGMA table_list")
    names = [row[1] for row in listed if row[0] == "main" and row[2] == "table"]
    return {
        name: sorted(store.rows(f"SELECT * FROM {name}"), key=repr)  # noqa: S608
        for name in names
        if name not in DERIVED and not name.startswith("sqlite_")
    }


def long_text(number: int) -> tuple[str, list[str]]:
    """Return a text of several pages, and pieces of it."""
    pieces = [f"<long {number}, line {line}: and so it went on>" for line in range(400)]
    return "\n".join(pieces), pieces


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    path = tmp_path_factory.mktemp("written") / "journal.db"
    pieces: dict[str, list[str]] = {}
    with Journal.open(str(path), clock=FakeClock(), create=True) as journal:
        kept = [
            journal.entries.keep(Draft(Reflection(parts=(Part("When?", f"Then {number}."),))))
            for number in range(60)
        ]
        for entry in kept[::3]:
            journal.entries.revise(entry.id, CheckIn(f"changed {entry.id}", energy=3))
        journal.entries.seal([kept[0].id])
        journal.entries.delete([kept[1].id])
        journal.prompts.add("What made you smile?", topic="joy", when="evening")
        journal.prompts.rest_topic("calm")
        journal.guides.take_in([Guide("mine", "Mine", (Step("So?", choices=("Yes",)),))])
        journal.prompts.hide(journal.prompts.all()[0].id)
        journal.prompts.another()
        journal.contacts.add("chosen", {"name": "Mary", "number": "085 123"})
        journal.contacts.change("samaritans-ie", {"note": "Ask for the late team"})
        journal.contacts.hide("988-us")
        journal.circle.add("Night team", aliases=("Nights",), ideal=14, longest=21)
        journal.circle.rest("Night team", journal.clock.today())
        journal.days.mark(date(2026, 11, 20), date(2026, 11, 24), "leave")
        loop = journal.loops.keep(LoopContent("concern", "Two forms", ("Mary",), ("One form",)))
        journal.loops.note(loop, "heard-by", "She nodded", ("my supervisor",))
        meeting = journal.meetings.add(
            {
                "recurrence": Recurrence(date(2026, 9, 1), 2),
                "kind": "mentorship",
                "people": ("Jo", "Dana"),
            }
        )
        journal.meetings.drop(journal.meetings.on(meeting.id, date(2026, 11, 10)), "ill", "snow")
        journal.meetings.hold(journal.meetings.on(meeting.id, date(2026, 10, 27)), kept[5].id)
        tea = ExperimentDraft("tea", date(2026, 11, 23), kind="shared-break", drawn=True)
        journal.experiments.stop(journal.experiments.declare(tea).id)
        for said in ("half a thought", "another one"):
            journal.drafts.save("moment:1", {"text": said})
    with open_store(str(path)) as store, store.transaction():
        for number in range(800):
            text = f"<moment {number}> with some words"
            people, tags = (f"Person {number % 40}",), (f"tag{number % 30}",)
            put(store, Moment(text, people=people, tags=tags, present=("time",), who=("peer",)))
            pieces[text] = [text]
        for number in range(8):
            text, pieces_of_it = long_text(number)
            put(store, Moment(text))
            pieces[text] = pieces_of_it
        letters.add_identity(store, "AGE-SECRET-KEY-1QQ", "2026-11-23T08:42:00.000000+00:00")
        letters.take(store, "018f0000-0000-7000-8000-000000000000", "2026-11-23T08:42:00+00:00")
        store.run("INSERT INTO own_terms VALUES ('kind', 'my-tea', 'Tea', 0, 1, '2026-11-23')")
    with Store(str(path)) as store:
        store.run("PRAGMA journal_mode = DELETE")
        tables = rows_of(store)
        assert all(tables.values())  # or this would prove nothing about some of them
    content = path.read_bytes()
    return Written(content, {key: unique(content, all_) for key, all_ in pieces.items()}, tables)


def unique(content: bytes, pieces: list[str]) -> list[str]:
    """Return those pieces that no end of a page cuts through."""
    return [piece for piece in pieces if content.count(piece.encode()) == 1]


def saved(path: Path) -> Path:
    return path.with_name("saved.db")


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("harm", damage.DAMAGES, ids=lambda harm: harm.__name__)
def test_row_28_to_41_every_entry_on_undamaged_pages_is_saved(
    written: Written,
    tmp_path: Path,
    harm: Callable[[bytes, random.Random], damage.Damage],
    seed: int,
) -> None:
    path = tmp_path / "journal.db"
    damaged, hit = harm(written.content, random.Random(seed))  # noqa: S311 - no secret
    path.write_bytes(damaged)
    before = bytes_below(tmp_path)
    report = salvage(str(path), str(saved(path)), NOW)
    assert bytes_below(tmp_path).items() >= before.items()
    with open_store(str(saved(path))) as store:
        assert store.value("PRAGMA integrity_check") == "ok"
        assert store.rows("PRAGMA foreign_key_check") == []
        texts = set(found(store))
        assert damage.readable(written.content, written.pieces, hit) <= texts
        count = store.value("SELECT count(*) FROM entries")
    assert report.whole + report.in_part == report.kept["entries"] == count
    assert count + report.lost <= len(written.tables["entries"])


@pytest.mark.parametrize(
    "harm",
    [damage.header_zeroed, damage.windows_line_endings, damage.garbage_appended],
    ids=lambda harm: harm.__name__,
)
def test_where_no_page_is_lost_nothing_is_lost_at_all(
    written: Written, tmp_path: Path, harm: Callable[[bytes, random.Random], damage.Damage]
) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(harm(written.content, random.Random(1))[0])  # noqa: S311 - no secret
    report = salvage(str(path), str(saved(path)), NOW)
    assert (report.in_part, report.lost) == (0, 0)
    with open_store(str(saved(path))) as store:
        assert rows_of(store) == written.tables


@pytest.mark.parametrize("harm", [damage.nothing_but_random, damage.text])
def test_where_nothing_can_be_read_no_journal_is_made(
    written: Written, tmp_path: Path, harm: Callable[[bytes, random.Random], damage.Damage]
) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(harm(written.content, random.Random(1))[0])  # noqa: S311 - no secret
    assert salvage(str(path), str(saved(path)), NOW).path is None
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_lost_is_counted_and_a_long_text_is_saved_as_far_as_it_goes(
    written: Written, tmp_path: Path
) -> None:
    path = tmp_path / "journal.db"
    text, pieces = long_text(3)
    whole = pieces[0]
    assert written.content.count(bytes(damage.PAGE)) == 0
    path.write_bytes(without_pages_of(written.content, pieces[200]))
    report = salvage(str(path), str(saved(path)), NOW)
    assert (report.in_part, report.lost, report.dark_pages) == (1, 0, 1)
    with open_store(str(saved(path))) as store:
        begun = next(each for each in found(store) if whole in each)
    assert begun.endswith(" […]")
    assert text.startswith(begun.removesuffix(" […]"))
    assert len(begun) > 4_000


def without_pages_of(content: bytes, *words: str) -> bytes:
    """Return the file with the pages that words stand on zeroed."""
    damaged = bytearray(content)
    for word in words:
        page = content.index(word.encode()) // damage.PAGE
        damaged[page * damage.PAGE : (page + 1) * damage.PAGE] = bytes(damage.PAGE)
    return bytes(damaged)


def test_an_entry_that_is_lost_comes_back_as_it_was_before_its_last_change(
    written: Written, tmp_path: Path
) -> None:
    path = tmp_path / "journal.db"
    uuid = str(written.tables["revisions"][0][1])
    path.write_bytes(without_pages_of(written.content, f"changed {uuid}"))
    report = salvage(str(path), str(saved(path)), NOW)
    assert report.in_part > 0
    with Journal.open(str(saved(path))) as journal:
        entry = journal.entries.get(uuid)
        assert isinstance(entry.content, Reflection)
        assert [part.question for part in entry.content.parts] == ["When?"]
        assert entry.content.text.startswith("Then ")


def test_who_and_which_support_of_a_moment_that_is_lost_come_back(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    said = Moment("lost words", who=("peer",), support=("practical",), occasion="change")
    with open_store(str(path), create=True) as store:
        uuid = keep(store, said)
        for number in range(60):
            keep(store, "x" * 300 + str(number))
        with store.transaction():
            entry = entries.get(store, uuid)
            entries.update(store, entry, Moment("changed words"), entry.when, NOW)
    path.write_bytes(without_pages_of(path.read_bytes(), "changed words"))
    salvage(str(path), str(saved(path)), NOW)
    with Journal.open(str(saved(path))) as journal:
        assert journal.entries.get(uuid).content == said


def test_a_reflection_that_is_lost_comes_back_by_its_answers(
    written: Written, tmp_path: Path
) -> None:
    path = tmp_path / "journal.db"
    uuid = str(written.tables["revisions"][0][1])
    path.write_bytes(without_pages_of(written.content, f"changed {uuid}"))
    salvage(str(path), str(saved(path)), NOW)
    answers = {row[3] for row in written.tables["parts"]}
    with open_store(str(saved(path))) as store:
        assert answers <= {row[0] for row in store.rows("SELECT text FROM entries")}
        hidden = {"Then 0.", "Then 1."} & answers  # the one sealed, the other in the trash
        assert hidden
        assert hidden.isdisjoint(found(store))


def test_of_an_entry_that_is_lost_the_search_index_gives_the_words_back(
    written: Written, tmp_path: Path
) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(without_pages_of(written.content, "<moment 400>"))
    report = salvage(str(path), str(saved(path)), NOW)
    assert (report.in_part > 0, report.lost) == (True, 0)
    with Journal.open(str(saved(path))) as journal:
        indexed = {entry.content.text: entry for entry in journal.history.entries()}
        entry = indexed["[what the search index held of these words] moment 400 with some word"]
        assert str(entry.when.on) == "2026-11-23"
        assert entry.content.people == ("Person 0",)
    ids = {str(row[1]) for row in written.tables["entries"]}
    assert entry.id in ids


def test_what_stands_in_the_wal_is_saved_and_garbage_there_harms_nothing(
    written: Written, tmp_path: Path
) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(written.content)
    with open_store(str(path)) as store, store.transaction():
        put(store, "only in the wal")
    with open_store(str(path)) as store:
        store.run("PRAGMA wal_autocheckpoint = 0")
        with store.transaction():
            put(store, "only in the wal, too")
        wal = (tmp_path / "journal.db-wal").read_bytes()
        content = path.read_bytes()
    path.write_bytes(bytes(100) + content[100:])
    (tmp_path / "journal.db-wal").write_bytes(wal)
    salvage(str(path), str(saved(path)), NOW)
    with open_store(str(saved(path))) as store:
        assert {"only in the wal", "only in the wal, too"} <= set(found(store))
    saved(path).unlink()
    (tmp_path / "journal.db-wal").write_bytes(b"garbage" * 5_000)
    salvage(str(path), str(saved(path)), NOW)
    with open_store(str(saved(path))) as store:
        assert "only in the wal" in found(store)
        assert "only in the wal, too" not in found(store)


def test_where_there_is_no_room_nothing_is_left_half_made(written: Written, tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(bytes(100) + written.content[100:])
    with room_for(400_000), pytest.raises(StoreError):
        salvage(str(path), str(saved(path)), NOW)
    assert list(tmp_path.iterdir()) == [path]


def test_a_copy_with_pages_of_another_size_is_read_as_well(
    written: Written, tmp_path: Path
) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(written.content)
    with Store(str(path)) as store:
        store.run("PRAGMA page_size = 1024")
        store.run("VACUUM")
    path.write_bytes(bytes(100) + path.read_bytes()[100:])
    salvage(str(path), str(saved(path)), NOW)
    with open_store(str(saved(path))) as store:
        assert rows_of(store) == written.tables


def test_what_was_erased_does_not_come_back(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with Journal.open(str(path), clock=FakeClock(), create=True) as journal:
        drafts = [Draft(Moment(f"<erased {number}> " * 300)) for number in range(40)]
        gone = [journal.entries.keep(draft).id for draft in drafts]
        journal.entries.keep(Draft(Moment("stays")))
        journal.entries.erase(gone)
    path.write_bytes(bytes(100) + path.read_bytes()[100:])
    report = salvage(str(path), str(saved(path)), NOW)
    assert (report.whole, report.in_part, report.lost) == (1, 0, 0)
    assert b"erased" not in saved(path).read_bytes()


def test_a_prompt_with_a_flipped_bit_can_still_be_asked(written: Written, tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    at = written.content.index(b"What made you smile?")
    damaged = bytearray(written.content)
    damaged[written.content.index(b"gentle", at) + 5] ^= 8
    path.write_bytes(damaged)
    salvage(str(path), str(saved(path)), NOW)
    with Journal.open(str(saved(path)), clock=FakeClock()) as journal:
        depths = {prompt.text: prompt.depth for prompt in journal.prompts.all()}
        assert depths["What made you smile?"] == "deep"


def test_what_was_told_of_a_meeting_that_is_lost_is_saved_with_its_moment(
    written: Written, tmp_path: Path
) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(without_pages_of(written.content, "mentorship2026-09-01"))
    salvage(str(path), str(saved(path)), NOW)
    with Journal.open(str(saved(path)), clock=FakeClock()) as journal:
        (meeting,) = journal.meetings.all()
        assert meeting.title == "a meeting whose name is lost with Jo, Dana"
        held, dropped = journal.meetings.told_of(meeting.id)
        assert (dropped.reason, dropped.why) == ("ill", "snow")
        assert held.entry_id
        journal.entries.get(held.entry_id)


def test_of_a_meeting_whose_moment_is_lost_what_was_told_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with Journal.open(str(path), clock=FakeClock(), create=True) as journal:
        meeting = journal.meetings.add({"recurrence": Recurrence(date(2026, 9, 1), 1)})
        kept = journal.entries.keep(Draft(Moment("lost words " + "x" * 2_000)))
        for number in range(60):
            journal.entries.keep(Draft(Moment("y" * 300 + str(number))))
        journal.meetings.hold(journal.meetings.on(meeting.id, date(2026, 11, 17)), kept.id)
    content = bytearray(path.read_bytes())
    content = bytearray(content.replace(kept.id.encode(), b"z" * len(kept.id)))
    path.write_bytes(without_pages_of(bytes(content), "lost words"))
    salvage(str(path), str(saved(path)), NOW)
    with Journal.open(str(saved(path)), clock=FakeClock()) as journal:
        (told,) = journal.meetings.told_of(meeting.id)
        assert (told.outcome, told.entry_id) == ("held", None)
        assert journal._store.rows("PRAGMA foreign_key_check") == []
