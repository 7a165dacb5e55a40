"""What is to come back: kept, noted on, moved, closed, opened again, taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.support import FakeClock
from tracejournal.journal.journal import Journal
from tracejournal.model.errors import ChangedMeanwhile, Misuse, NotFound
from tracejournal.model.loop import LoopContent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracejournal.model.loop import Loop

FRIDAY = date(2026, 11, 27)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def journal(clock: FakeClock) -> Iterator[Journal]:
    with Journal.open(clock=clock, create=True) as opened:
        yield opened


def said(loop: Loop) -> list[str]:
    return [step.what for step in loop.steps]


def test_what_was_said_when_stays_with_it(journal: Journal, clock: FakeClock) -> None:
    loop = journal.loops.keep(LoopContent("concern", "Late calls", options=("Ring first",)))
    clock.pass_time(days=1)
    loop = journal.loops.note(loop, "heard-by", people=["my supervisor"])
    loop = journal.loops.revise(loop, loop.content.replace(text="Calls", options=()))
    loop = journal.loops.note(loop, "came-back", "Two lines, from May")
    loop = journal.loops.close(loop, "answered", "They ring first now")
    assert said(loop) == ["heard-by", "said-before", "came-back", "answered"]
    assert loop.steps[0].people == ("my supervisor",)
    assert loop.steps[1].text == "Late calls\nRing first"
    assert loop.steps[3].text == "They ring first now"
    assert clock.day_of(clock.as_local(loop.steps[0].at)) == date(2026, 11, 24)
    assert journal.loops.get(loop.id) == loop
    assert journal.loops.open() == ()
    assert journal.loops.on_shelf("closed") == (loop,)
    opened = journal.loops.reopen(loop)
    assert opened.is_open
    assert said(opened)[-2:] == ["answered", "reopened"]


def test_words_that_only_grew_leave_no_earlier_ones(journal: Journal) -> None:
    loop = journal.loops.keep(LoopContent("heard", "The board"))
    assert said(journal.loops.revise(loop, loop.content.reworded("The board is unclear"))) == []


def test_a_promise_moves_and_says_from_where(journal: Journal) -> None:
    loop = journal.loops.keep(LoopContent("promise", "The rota", due=FRIDAY))
    loop = journal.loops.move(loop, None)
    assert (loop.steps[0].moved_from, loop.steps[0].moved_to) == (FRIDAY, None)
    assert loop.content.due is None
    with pytest.raises(Misuse):
        journal.loops.move(loop, None)


def test_every_change_can_be_taken_back_whole(journal: Journal) -> None:
    before = journal.loops.keep(LoopContent("promise", "The rota", ("Priya",), due=FRIDAY))
    changes: tuple[Callable[[], Loop], ...] = (
        lambda: journal.loops.move(before, None),
        lambda: journal.loops.close(before, "kept"),
        lambda: journal.loops.note(before, "came-back", "Thanks from @Dana"),
        lambda: journal.loops.revise(before, LoopContent("promise", "Other")),
    )
    for change in changes:
        changed = change()
        journal.loops.put_back(before, seen=changed)
        assert journal.loops.get(before.id) == before
        journal.loops.put_back(changed, seen=before)
        assert journal.loops.get(before.id) == changed
        journal.loops.put_back(before, seen=changed)


def test_two_changes_never_cover_each_other(journal: Journal) -> None:
    seen = journal.loops.keep(LoopContent("promise", "The rota"))
    journal.loops.close(seen)
    changes: tuple[Callable[[], Loop], ...] = (
        lambda: journal.loops.close(seen),
        lambda: journal.loops.move(seen, FRIDAY),
        lambda: journal.loops.note(seen, "came-back", "x"),
        lambda: journal.loops.revise(seen, seen.content.reworded("x")),
    )
    for change in changes:
        with pytest.raises(ChangedMeanwhile):
            change()
    assert said(journal.loops.get(seen.id)) == ["closed"]


def test_what_its_kind_does_not_know_is_refused(journal: Journal) -> None:
    promise = journal.loops.keep(LoopContent("promise"))
    with pytest.raises(Misuse):
        journal.loops.note(promise, "heard-by")
    with pytest.raises(Misuse):
        journal.loops.close(promise, "answered")
    with pytest.raises(Misuse):
        journal.loops.reopen(promise)


def test_who_is_in_it_finds_it_while_it_is_open(journal: Journal) -> None:
    with_her = journal.loops.keep(LoopContent("promise", "For @Priya"))
    heard_by = journal.loops.keep(LoopContent("concern"))
    heard_by = journal.loops.note(heard_by, "heard-by", people=["Priya"])
    journal.loops.keep(LoopContent("heard", people=("Dana",)))
    priya = journal._store.value("SELECT id FROM people WHERE name = 'Priya'")
    assert set(journal.loops.open_with(priya)) == {with_her, heard_by}
    journal.loops.close(with_her)
    assert journal.loops.open_with(priya) == (heard_by,)
    assert journal.loops.open_with(priya + 99) == ()


def test_rule_12_what_is_sealed_or_deleted_shows_nowhere(journal: Journal) -> None:
    sealed, deleted, there = (journal.loops.keep(LoopContent("promise")) for _ in range(3))
    journal.loops.seal(sealed.id)
    journal.loops.delete(deleted.id)
    assert journal.loops.open() == journal.loops.in_sight() == (there,)
    assert journal.loops.waiting().count == 1
    assert [each.id for each in journal.loops.on_shelf("sealed")] == [sealed.id]
    journal.loops.unseal(sealed.id)
    journal.loops.restore(deleted.id)
    assert len(journal.loops.open()) == 3


def test_today_knows_how_many_are_open_and_what_is_promised_for_it(journal: Journal) -> None:
    assert journal.loops.waiting().count == 0
    today = journal.clock.today()
    promise = journal.loops.keep(LoopContent("promise", due=today))
    journal.loops.keep(LoopContent("concern", due=today))
    journal.loops.keep(LoopContent("promise", due=date(2026, 1, 1)))
    waiting = journal.loops.waiting()
    assert (waiting.count, waiting.for_today) == (3, (promise,))


def test_any_unique_start_of_an_id_means_it(journal: Journal) -> None:
    loops = [journal.loops.keep(LoopContent("heard", f"{number}")) for number in range(300)]
    starts = journal.loops.short_ids()
    assert len(set(starts.values())) == len(loops)
    assert min(map(len, starts.values())) == 4
    for loop in loops:
        assert journal.loops.resolve(starts[loop.id].upper()) == loop
    with pytest.raises((Misuse, NotFound)):
        journal.loops.resolve("")
    with pytest.raises(NotFound):
        journal.loops.resolve("zzzz")


def test_the_draft_of_a_form_goes_with_what_it_became(journal: Journal) -> None:
    journal.drafts.save("loop:heard:1", {"text": "half"})
    loop = journal.loops.keep(LoopContent("heard", "whole"), clears="loop:heard:1")
    assert journal.drafts.all() == ()
    journal.drafts.save("loop-note:x:1", {"text": "half"})
    journal.loops.note(loop, "changed", "whole", clears="loop-note:x:1")
    assert journal.drafts.all() == ()
