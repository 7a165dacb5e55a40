"""What the hint sees, what it lets be, and that it never takes long."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.privacy.sentences import SENTENCES
from tracejournal.privacy import identifiers
from tracejournal.privacy.glance import worth_a_look
from tracejournal.privacy.identifiers import find

if TYPE_CHECKING:
    from collections.abc import Iterable

TODAY = date(2026, 11, 23)

PIECES = st.sampled_from(
    [word for said, _ in SENTENCES for word in re.split(r"(\s)", said)]
    + ["client", "Mary", "JS", "J.S.", "DOB", "case no", "@", "+44", "0", "12", "/", "-", "(", "\n"]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=20).map("".join))


def found(text: str) -> tuple[str, ...]:
    """Return what is found, as the list of sentences writes it."""
    return tuple(f"{hit.kind}:{text[hit.start : hit.end]}" for hit in find(text, TODAY))


def rates(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    """Return how often it cried out for nothing, and how often it saw too little."""
    pairs = list(pairs)
    innocent = [said for said, wanted in pairs if not wanted]
    alarms = [f"  {said!r}: {found(said)}" for said in innocent if found(said)]
    telling = [(said, wanted) for said, wanted in pairs if wanted]
    missed = [f"  {said!r}: {found(said)}" for said, wanted in telling if found(said) != wanted]
    return "\n".join(
        (
            f"{len(alarms)} false alarms in {len(innocent)} ordinary sentences",
            *alarms,
            f"{len(missed)} of {len(telling)} telling sentences read otherwise than expected",
            *missed,
        )
    )


def test_rule_22_a_hundred_sentences_are_read_as_a_person_would() -> None:
    assert len(SENTENCES) >= 100
    wrong = [said for said, wanted in SENTENCES if found(said) != wanted]
    assert not wrong, rates(SENTENCES)


def test_the_rates_tell_false_alarms_from_misses() -> None:
    said = rates([("Saw client Mary", ()), ("Nothing", ("name:Nothing",)), ("Tea", ())])
    assert "1 false alarms in 2 ordinary sentences" in said
    assert "1 of 1 telling sentences" in said


@given(TEXTS)
def test_hits_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    hits = find(text, TODAY)
    ends = [place for hit in hits for place in (hit.start, hit.end)]
    assert ends == sorted(ends)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all("\n" not in text[hit.start : hit.end] for hit in hits)


@given(TEXTS)
def test_the_glance_lets_nothing_slip(text: str) -> None:
    assert worth_a_look(text) or not find(text, TODAY)


@pytest.mark.parametrize(("said", "wanted"), SENTENCES)
def test_the_glance_sees_every_sentence_that_tells(said: str, wanted: tuple[str, ...]) -> None:
    assert worth_a_look(said) or not wanted


@given(st.from_regex(r"[a-z]{1,10}@[a-z]{1,10}\.(com|org|ie)", fullmatch=True), TEXTS)
def test_an_address_is_found_wherever_it_stands(address: str, around: str) -> None:
    assert f"email:{address}" in found(f"{around} {address} {around}")


@given(st.text("0123456789", min_size=7, max_size=10), st.text(max_size=20))
def test_an_international_number_is_found_wherever_it_stands(digits: str, around: str) -> None:
    assert any(hit.startswith("phone:+44") for hit in found(f"{around}\n+44 {digits}\n{around}"))


@pytest.mark.parametrize("year", [2026, 2027, 2021])
def test_a_date_near_today_is_a_day_of_work(year: int) -> None:
    assert found(f"Met on 03/04/{year} and on {year}-04-03") == ()


WORST = [
    "a", "1 ", "client ", "client A", "A. ", "0", "a@", "a.", "+1 ", "case no ", "-", "(0", "1/",
    "Aa ", "Aa-", "Aa'a", "born on the ", "@", "A", " ", "\n", "ref: ", "1-1", "é", "client Mary ",
]  # fmt: skip


@pytest.mark.parametrize("piece", WORST)
def test_twice_the_words_are_about_twice_the_steps(piece: str) -> None:
    # Steps, not seconds: a pattern begins at a place at most once and looks a bounded way ahead.
    for name, pattern in vars(identifiers).items():
        if isinstance(pattern, re.Pattern):
            longest = max((len(m[0]) for m in pattern.finditer(piece * 400)), default=0)
            assert longest <= 200, name


def test_a_long_text_is_read_to_its_end() -> None:
    text = "Nothing to see here, just a day. " * 3_000 + "Then client Mary came."
    assert len(text) > 90_000
    assert found(text) == ("name:client Mary",)
