"""Notes for a locked journal: what was written comes back whole, and nothing else comes in."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hostile import HOSTILE, LARGE
from tracejournal.exchange.letter import GUESSED, Letter, NotALetter, as_bytes, read
from tracejournal.model.clock import Instant
from tracejournal.model.draft import SavedDraft
from tracejournal.model.entry import CheckIn, Draft, Moment, Part, Reflection
from tracejournal.model.text import clean
from tracejournal.model.uuid7 import new_uuid
from tracejournal.model.vocabulary import (
    CONDITIONS,
    DIRECTIONS,
    FITS,
    KINDS,
    MODES,
    OCCASIONS,
    SUPPORTS,
    WHO,
)

WRITTEN = Instant(datetime(2026, 11, 23, 8, 42, tzinfo=UTC), "Europe/Dublin", date(2026, 11, 23))

texts = st.text(max_size=60) | st.sampled_from(list(HOSTILE.values()))
ratings = st.none() | st.integers(0, 10)


def some_of(terms: Any) -> st.SearchStrategy[tuple[str, ...]]:  # noqa: ANN401 - any terms
    return st.lists(st.sampled_from([term.key for term in terms]), max_size=3).map(tuple)


def one_of(terms: Any) -> st.SearchStrategy[str | None]:  # noqa: ANN401 - any terms
    return st.none() | st.sampled_from([term.key for term in terms])


common: dict[str, st.SearchStrategy[Any]] = {
    "people": st.lists(texts, max_size=3).map(tuple),
    "tags": st.lists(texts, max_size=3).map(tuple),
    "supported": ratings,
    "present": some_of(CONDITIONS) | st.lists(texts, max_size=2).map(tuple),
    "missing": some_of(CONDITIONS),
}
moments = st.builds(
    Moment,
    text=texts,
    kind=one_of(KINDS) | texts,
    direction=one_of(DIRECTIONS),
    mode=one_of(MODES),
    who=some_of(WHO),
    support=some_of(SUPPORTS),
    occasion=one_of(OCCASIONS),
    minutes=st.none() | st.integers(0, 1440),
    fit=one_of(FITS),
    **common,
)
parts = st.lists(st.builds(Part, texts, texts), max_size=4).map(tuple)
reflections = st.builds(
    Reflection, parts=parts, prompt_id=st.none() | texts.map(clean).filter(bool), **common
)
check_ins = st.builds(CheckIn, text=texts, energy=ratings, load=ratings, **common)


@st.composite
def instants(draw: st.DrawFn) -> Instant:
    offset = timezone(timedelta(minutes=draw(st.integers(-14 * 60, 14 * 60))))
    at = draw(st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1))).replace(tzinfo=offset)  # noqa: DTZ001 - given just after
    zone = draw(st.none() | st.just("Europe/Dublin"))
    return Instant(at, zone, at.date() - timedelta(days=draw(st.integers(0, 1))))


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | texts.map(clean),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=6,
)
fields = st.fixed_dictionaries(
    {"text": texts.map(clean)}, optional={"who": plain, "minutes": plain}
)
contents = st.one_of(moments, reflections, check_ins)
entries = st.builds(Draft, contents, instants())


@given(entries, instants(), st.lists(st.sampled_from(GUESSED), unique=True).map(tuple))
def test_every_content_comes_back_as_it_was(
    draft: Draft, written: Instant, unsaid: tuple[str, ...]
) -> None:
    letter = Letter(new_uuid(written), written, draft, unsaid)
    assert read(as_bytes(letter)) == letter


@given(fields, instants())
def test_so_does_what_was_not_finished(held: dict[str, object], written: Instant) -> None:
    letter = Letter(new_uuid(written), written, SavedDraft("moment::1a", held, ""))
    holds = read(as_bytes(letter)).holds
    assert isinstance(holds, SavedDraft)
    assert (holds.slot, holds.fields) == ("moment::1a", held)
    assert datetime.fromisoformat(holds.saved_at) == written.at


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_long_words_too(text: str) -> None:
    letter = Letter(new_uuid(WRITTEN), WRITTEN, Draft(Moment(text), WRITTEN))
    assert read(as_bytes(letter)) == letter


def test_what_is_not_finished_loses_halves_of_characters_alone() -> None:
    draft = SavedDraft("moment::1a", {"text": HOSTILE["surrogate"]}, "")
    assert read(as_bytes(Letter(new_uuid(WRITTEN), WRITTEN, draft))).holds.fields == {  # type: ignore[union-attr]
        "text": "half  emoji"
    }


def valid(**changes: object) -> dict[str, Any]:
    draft = Draft(Moment("Tea with @Priya", kind="huddle", who=("peer",), minutes=5), WRITTEN)
    told: dict[str, Any] = json.loads(as_bytes(Letter(new_uuid(WRITTEN), WRITTEN, draft)))
    return told | changes


def valid_draft(**changes: object) -> dict[str, Any]:
    draft = SavedDraft("moment::1a", {"text": "half a line"}, "")
    told: dict[str, Any] = json.loads(as_bytes(Letter(new_uuid(WRITTEN), WRITTEN, draft)))
    return told | changes


def test_these_two_are_fine() -> None:
    assert isinstance(read(json.dumps(valid()).encode()).holds, Draft)
    assert isinstance(read(json.dumps(valid_draft()).encode()).holds, SavedDraft)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[]",
        b'"letter"',
        b"{",
        b"[" * 200_000,
        b'{"letter":' * 100_000,
        b"1" * 10_000,
        b"\0" * 100,
    ],
    ids=range(10),
)
def test_bytes_that_are_no_note_are_refused(raw: bytes) -> None:
    with pytest.raises(NotALetter):
        read(raw)


@pytest.mark.parametrize(
    "changes",
    [
        {"letter": 2},
        {"letter": None},
        {"id": "1"},
        {"id": "01A20ABC-12A6-7C8F-AA9B-642899BF8B59"},
        {"id": "../../../../../../../../etc/passwd.."},
        {"id": None},
        {"written": None},
        {"written": {"at": "2026-11-23T08:42", "zone": None, "on": "2026-11-23"}},
        {"written": {"at": "0001-01-01T00:00:00+14:00", "zone": None, "on": "0001-01-01"}},
        {"when": {"at": "2026-11-23T08:42:00+00:00", "zone": None, "on": "2020-11-23"}},
        {"when": {"at": "soon", "zone": None, "on": "2026-11-23"}},
        {"when": {"at": "2026-11-23T08:42:00+00:00", "zone": 5, "on": "2026-11-23"}},
        {"when": {"at": "2026-11-23T08:42:00+00:00", "zone": "\x1b[31m", "on": "2026-11-23"}},
        {"when": {"at": "2026-11-23T08:42:00+00:00", "on": "2026-11-23"}},
        {"type": "loop"},
        {"type": ["moment"]},
        {"unsaid": ["text"]},
        {"unsaid": "kind"},
        {"says": []},
        {"says": {"text": 5}},
        {"says": {"text": None}},
        {"says": {"sealed": True}},
        {"says": {"_fields": []}},
        {"says": {"kind": ["huddle"]}},
        {"says": {"direction": "sideways"}},
        {"says": {"who": "peer"}},
        {"says": {"who": [None]}},
        {"says": {"who": ["nobody"]}},
        {"says": {"people": {"Priya": 1}}},
        {"says": {"supported": 11}},
        {"says": {"supported": "7"}},
        {"says": {"supported": True}},
        {"says": {"minutes": 2.5}},
        {"says": {"minutes": -1}},
        {"says": {"minutes": 10**100}},
        {"says": {"parts": [["a", "b"]]}},
        {"type": "reflection", "says": {"parts": [["a"]]}},
        {"type": "reflection", "says": {"parts": "ab"}},
        {"type": "reflection", "says": {"parts": [["a", 1]]}},
        {"type": "check-in", "says": {"energy": "low"}},
    ],
    ids=str,
)
def test_a_note_with_anything_wrong_is_refused_whole(changes: dict[str, object]) -> None:
    with pytest.raises(NotALetter):
        read(json.dumps(valid(**changes)).encode())


@pytest.mark.parametrize(
    "changes",
    [
        {"slot": ""},
        {"slot": 5},
        {"slot": "moment::\ud800"},
        {"slot": "x" * 5000},
        {"fields": []},
        {"fields": {"text": 5}},
        {"fields": {"answers": "one"}},
        {"fields": {"answers": [1]}},
        {"fields": {"questions": None}},
        {"fields": {"minutes": float("nan")}},
        {"fields": {"minutes": 1e999}},
        {"fields": {"\x1b": ""}},
    ],
    ids=str,
)
def test_so_is_a_draft_with_anything_wrong(changes: dict[str, object]) -> None:
    with pytest.raises(NotALetter):
        read(json.dumps(valid_draft(**changes)).encode())


def test_lists_within_lists_end_somewhere() -> None:
    deep = json.dumps(valid_draft()).replace('"half a line"', '"", "x": ' + "[" * 20 + "]" * 20)
    with pytest.raises(NotALetter):
        read(deep.encode())


def test_a_number_no_float_holds_is_refused() -> None:
    raw = json.dumps(valid_draft(fields={"text": "", "n": 1})).replace('"n": 1', '"n": 1e999')
    with pytest.raises(NotALetter):
        read(raw.encode())


def test_control_characters_of_others_are_cleaned() -> None:
    said = {"text": HOSTILE["escapes"], "kind": "\x1b[31m", "people": ["\x1b]0;x\x07"]}
    holds = read(json.dumps(valid(says=said)).encode()).holds
    assert isinstance(holds, Draft)
    assert isinstance(holds.content, Moment)
    shown = f"{holds.content.text}{holds.content.kind}{holds.content.people}"
    assert clean(shown) == shown


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@given(st.sampled_from([valid(), valid_draft()]), st.data())
def test_whatever_stands_in_a_field_it_is_a_note_or_refused(
    told: dict[str, Any], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(told)))
    inner = told[name]
    value = data.draw(json_values)
    if isinstance(inner, dict) and inner and data.draw(st.booleans()):
        value = inner | {data.draw(st.sampled_from(sorted(inner))): value}
    try:
        letter = read(json.dumps(told | {name: value}).encode())
    except NotALetter:
        return
    assert read(as_bytes(letter)) == letter


@given(st.binary(max_size=400))
def test_no_bytes_fail_in_another_way(raw: bytes) -> None:
    with pytest.raises(NotALetter):
        read(raw)
