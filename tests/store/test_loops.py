"""Loops in the file: nothing said is lost, and the file refuses what cannot be."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import FakeClock
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.errors import StoreError
from tracejournal.model.loop import ENDINGS, NOTES, Loop, LoopContent, LoopStep
from tracejournal.store import loops
from tracejournal.store.engine import Store
from tracejournal.store.mending import mended_loop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hypothesis.strategies import SearchStrategy

ID = "36c23a86-94ad-4228-d8f5-9e768d9223f1"
AT = datetime(2026, 11, 23, 8, 42, tzinfo=UTC)
KINDS = ("concern", "promise", "heard")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("loops") / "journal.db"
    with Journal.open(str(path), clock=FakeClock(), create=True):
        pass
    with Store(str(path)) as opened:
        yield opened


WORDS = st.text(max_size=30)
DAYS = st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1))
PEOPLE = st.lists(st.sampled_from(["Priya", "my supervisor", "Night team"]), unique=True).map(tuple)
INSTANTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def steps(kind: str) -> SearchStrategy[LoopStep]:
    notes = [note.key for note in (*NOTES[kind], *ENDINGS[kind])]
    whats = st.sampled_from([*notes, "said-before", "reopened", "closed"])
    said = st.builds(LoopStep, whats, INSTANTS, WORDS, PEOPLE)
    moved = st.builds(
        lambda at, first, last: LoopStep("moved", at, moved_from=first, moved_to=last),
        INSTANTS,
        st.dates(date(2000, 1, 1), date(2050, 1, 1)),
        st.none() | st.dates(date(2051, 1, 1), date(2100, 1, 1)),
    )
    return said | moved


@st.composite
def kept(draw: st.DrawFn) -> Loop:
    kind = draw(st.sampled_from(KINDS))
    said: dict[str, Any] = {"text": draw(WORDS), "people": draw(PEOPLE), "due": draw(DAYS)}
    if kind == "concern":
        said["options"] = draw(st.lists(WORDS, max_size=3).map(tuple))
        content = LoopContent(kind, **said)
        if not content.options:
            content = content.replace(none_yet=draw(st.booleans()))
    else:
        directions = [None, "given", "received"] if kind == "promise" else [None]
        content = LoopContent(kind, **said, direction=draw(st.sampled_from(directions)))
    endings = [None, "closed", *(ending.key for ending in ENDINGS[kind])]
    return Loop(
        ID,
        content,
        draw(INSTANTS),
        draw(st.sampled_from(endings)),
        tuple(draw(st.lists(steps(kind), max_size=3))),
        sealed=draw(st.booleans()),
        updated_at="2026-11-23T08:42:00.000000+00:00",
    )


@given(loop=kept())
def test_what_is_put_in_comes_back_the_same(store: Store, loop: Loop) -> None:
    with store.transaction():
        store.run("DELETE FROM people")  # the first spelling of a name stays, as everywhere
        loops.put(store, loop)
    assert loops.get(store, ID) == loop
    assert store.rows("PRAGMA foreign_key_check") == []


@pytest.mark.parametrize(
    "change",
    [
        "kind = 'worry'",
        "direction = 'given'",
        "none_yet = 1",
        "none_yet = 2",
        "options = 'one'",
        "ending = 'kept'",
        "ending = 'late'",
        "due = '2026-02-30'",
        "kind = 'heard'",
    ],
)
def test_the_file_refuses_what_contradicts_itself(store: Store, change: str) -> None:
    with store.transaction():
        loops.put(store, Loop(ID, LoopContent("concern", "a", options=("b",)), AT))
    with pytest.raises(StoreError), store.transaction():
        store.run(f"UPDATE loops SET {change}")  # noqa: S608 - our own


@pytest.mark.parametrize(
    "step",
    ["'moved', NULL, NULL", "'moved', '2026-01-01', '2026-01-01'", "'kept', NULL, '2026-01-01'",
     "'shouted', NULL, NULL"],
)  # fmt: skip
def test_and_steps_that_do(store: Store, step: str) -> None:
    with store.transaction():
        loops.put(store, Loop(ID, LoopContent("promise"), AT))
    with pytest.raises(StoreError), store.transaction():
        store.run(f"INSERT INTO loop_steps VALUES ('{ID}', 1, {step}, '2026-11-23', '')")  # noqa: S608


def test_a_damaged_row_is_mended_and_keeps_its_words(store: Store) -> None:
    broken = {
        "id": ID, "kind": "heard", "direction": "given", "options": '["ring fir', "none_yet": 7,
        "due": "2026-99-01", "ending": "kept", "sealed": 0, "trashed_at": None,
        "created_at": "20", "updated_at": "20", "text": "Late calls",
    }  # fmt: skip
    mended = mended_loop(broken)
    with store.transaction():
        store.run("DELETE FROM loops")
        names = ", ".join(mended)
        places = ", ".join(f":{name}" for name in mended)
        store.run(f"INSERT INTO loops ({names}) VALUES ({places})", mended)  # noqa: S608
    loop = loops.get(store, ID)
    assert loop.content.text == 'Late calls\n["ring fir'
    assert (loop.ending, loop.content.due, loop.content.options) == ("closed", None, ())


def test_erasing_takes_its_words_its_names_and_its_drafts(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with Journal.open(str(path), clock=FakeClock(), create=True) as journal:
        loop = journal.loops.keep(LoopContent("concern", "Orchids by the lift", ("Zenobia",)))
        loop = journal.loops.note(loop, "came-back", "Hyacinths instead", ("Quillon",))
        journal.drafts.save(f"loop:{loop.id}:1", {"text": "Tulipwood"})
        journal.backups.make()
        journal.loops.erase(loop.id)
        journal.backups.finish_erasing()
    left = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    assert len(left) > 1
    for word in (b"Orchids", b"Zenobia", b"Hyacinths", b"Quillon", b"Tulipwood"):
        assert not [content for content in left if word in content], word


def test_a_name_that_a_loop_holds_stays_when_the_entry_that_brought_it_goes() -> None:
    with Journal.open(clock=FakeClock(), create=True) as journal:
        entry = journal.entries.keep(Draft(Moment("Tea with @Priya")))
        loop = journal.loops.keep(LoopContent("promise", people=("priya",)))
        journal.entries.erase([entry.id])
        assert journal.loops.get(loop.id).content.people == ("Priya",)


def test_the_trash_lets_go_of_it_after_thirty_days() -> None:
    clock = FakeClock()
    with Journal.open(clock=clock, create=True) as journal:
        loop = journal.loops.keep(LoopContent("concern", "Late calls"))
        journal.loops.delete(loop.id)
        clock.pass_time(days=29)
        assert journal.entries.empty_old_trash() == 0
        clock.pass_time(days=2)
        assert journal.entries.empty_old_trash() == 1
        assert journal.loops.on_shelf("trash") == ()
