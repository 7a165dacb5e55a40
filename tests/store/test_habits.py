"""What a person usually picks is offered first, and nothing else follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.store.support import keep
from tests.support import FakeClock
from tracejournal.model.entry import Moment
from tracejournal.store import entries
from tracejournal.store.habits import LATEST, OFTEN, usual_choices

if TYPE_CHECKING:
    from tracejournal.store.engine import Store


def test_without_habits_there_are_none(store: Store) -> None:
    for _ in range(OFTEN - 1):
        keep(store, Moment(kind="laughter", who=("mentor",)))
    assert usual_choices(store) == {"kind": (), "mode": (), "who": (), "support": ()}


def test_what_is_picked_often_is_told_by_field_most_often_first(store: Store) -> None:
    for number in range(2 * OFTEN):
        kind = "repair" if number % 2 else "laughter"
        keep(store, Moment(kind=kind, mode="phone", who=("mentor", "group"), support=("company",)))
    keep(store, Moment(kind="repair", who=("group",), present=("time",), fit="yes"))
    assert usual_choices(store) == {
        "kind": ("repair", "laughter"),
        "mode": ("phone",),
        "who": ("group", "mentor"),
        "support": ("company",),
    }


def test_old_habits_are_none_any_more(store: Store) -> None:
    clock = FakeClock()
    for _ in range(OFTEN):
        keep(store, Moment(kind="laughter"), clock.now())
        clock.pass_time(hours=1)
    for _ in range(LATEST):
        keep(store, Moment(), clock.now())
        clock.pass_time(hours=1)
    assert usual_choices(store)["kind"] == ()


def test_what_is_sealed_or_deleted_tells_nothing(store: Store) -> None:
    uuids = [keep(store, Moment(kind="laughter")) for _ in range(2 * OFTEN)]
    with store.transaction():
        entries.set_sealed(store, uuids[:OFTEN], sealed=True)
        entries.set_trashed(store, uuids[OFTEN:], "2026-11-23")
    assert usual_choices(store)["kind"] == ()
