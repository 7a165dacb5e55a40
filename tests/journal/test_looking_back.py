"""Looking back: what is found, and what never is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracejournal.model.entry import CheckIn, Draft, Moment, Part, Reflection

if TYPE_CHECKING:
    from tests.support import FakeClock
    from tracejournal.journal.journal import Journal


def keep(
    journal: Journal, clock: FakeClock, at: str, content: CheckIn | Moment | Reflection
) -> str:
    now = f"{clock.local_now():%Y-%m-%dT%H:%M}"
    clock.set(at)
    kept = journal.entries.keep(Draft(content))
    clock.set(now)
    return kept.id


def words(journal: Journal, what: str, choice: str, **options: bool) -> list[str]:
    return [line.text for line in journal.looking_back.find(what, choice, **options)]


def test_on_this_day_finds_the_day_in_other_years_alone(journal: Journal, clock: FakeClock) -> None:
    for at in ("2024-11-23T09:00", "2025-11-23T23:59", "2025-11-22T09:00", "2026-11-23T08:00"):
        keep(journal, clock, at, Moment(at))
    keep(journal, clock, "2025-11-23T10:00", Reflection(parts=(Part("?", "a reflection"),)))
    assert words(journal, "on-this-day", "all") == [
        "2025-11-23T23:59", "a reflection", "2024-11-23T09:00",
    ]  # fmt: skip
    assert words(journal, "on-this-day", "reflection") == ["a reflection"]
    assert words(journal, "on-this-day", "check-in") == []


def test_a_leap_day_looks_at_leap_days_alone(journal: Journal, clock: FakeClock) -> None:
    for at in ("2020-02-29T09:00", "2023-02-28T09:00", "2023-03-01T09:00"):
        keep(journal, clock, at, Moment(at))
    clock.set("2024-02-29T10:00")
    assert words(journal, "on-this-day", "all") == ["2020-02-29T09:00"]


KIND = {
    "thanks": Moment("thanks", kind="gratitude", direction="received"),
    "recognition": Moment("recognition", kind="recognition", direction="received"),
    "supported": Moment("supported", supported=8),
}
NOT_KIND: tuple[CheckIn | Moment | Reflection, ...] = (
    Moment("I thanked", kind="gratitude", direction="given"),
    Moment("I recognised", kind="recognition", direction="given"),
    Moment("so so", supported=7),
    Reflection(parts=(Part("?", "a reflection"),), supported=9),
    CheckIn("a check-in", supported=10),
)


@pytest.mark.parametrize("choice", KIND)
def test_something_kind_is_what_reached_the_person(
    journal: Journal, clock: FakeClock, choice: str
) -> None:
    for content in (*KIND.values(), *NOT_KIND):
        keep(journal, clock, "2026-11-01T09:00", content)
    assert words(journal, "kind", choice) == [choice]
    assert sorted(words(journal, "kind", "any")) == sorted(KIND)


def test_an_entry_that_is_kind_twice_is_listed_once(journal: Journal, clock: FakeClock) -> None:
    both = Moment("both", kind="gratitude", direction="received", supported=10)
    keep(journal, clock, "2026-11-01T09:00", both)
    assert words(journal, "kind", "any") == ["both"]


@pytest.mark.parametrize(
    ("check_in", "is_heavy"),
    [
        (CheckIn(load=8), True),
        (CheckIn(load=7), False),
        (CheckIn(energy=2), True),
        (CheckIn(energy=3), False),
        (CheckIn(supported=0), False),
    ],
)
@pytest.mark.parametrize("what", ["kind", "on-this-day"])
def test_rule_10_heavy_days_stay_out_unless_they_are_asked_for(
    journal: Journal, clock: FakeClock, what: str, check_in: CheckIn, is_heavy: bool
) -> None:
    keep(journal, clock, "2025-11-23T09:00", KIND["thanks"])
    sealed = keep(journal, clock, "2025-11-23T19:00", check_in)
    journal.entries.seal([sealed])
    choice = "any" if what == "kind" else "moment"
    assert words(journal, what, choice) == ([] if is_heavy else ["thanks"])
    assert words(journal, what, choice, heavy_days=True) == ["thanks"]


@pytest.mark.parametrize("what", ["kind", "on-this-day"])
def test_rule_12_a_sealed_entry_is_not_looked_back_on(
    journal: Journal, clock: FakeClock, what: str
) -> None:
    kept = keep(journal, clock, "2025-11-23T09:00", KIND["thanks"])
    choice = "any" if what == "kind" else "all"
    for put_away, bring_back in (
        (journal.entries.seal, lambda ids: journal.entries.seal(ids, sealed=False)),
        (journal.entries.delete, journal.entries.restore),
    ):
        put_away([kept])
        assert words(journal, what, choice, heavy_days=True) == []
        bring_back([kept])
        assert words(journal, what, choice) == ["thanks"]
