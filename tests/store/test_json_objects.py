"""The objects the engine makes say what the model says, to the last character."""

from __future__ import annotations

import json
import tempfile
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from tests.store.support import keep
from tests.support import FakeClock
from tracejournal.exchange.json_export import array
from tracejournal.model.entry import CheckIn, Entry, Moment, Part, Reflection
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
from tracejournal.store import entries
from tracejournal.store.json_objects import json_objects
from tracejournal.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.model.vocabulary import Term
    from tracejournal.store.engine import Store

TEXTS = st.text(max_size=60)
NAMES = st.lists(st.text("abcdÉ家 '\"\\", min_size=1, max_size=8).filter(str.strip), max_size=4)
GAUGES = st.none() | st.integers(0, 10)
CONDITION_KEYS = st.lists(st.sampled_from([each.key for each in CONDITIONS]), max_size=4)
SHARED: dict[str, st.SearchStrategy[Any]] = {
    "people": NAMES.map(tuple),
    "tags": st.lists(st.text("abc-é", min_size=1, max_size=8), max_size=4).map(tuple),
    "supported": GAUGES,
    "present": CONDITION_KEYS.map(tuple),
    "missing": CONDITION_KEYS.map(tuple),
}


def keys(terms: Sequence[Term]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from([each.key for each in terms])


def several(terms: Sequence[Term]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from([each.key for each in terms]), max_size=4).map(tuple)


CONTENTS = st.one_of(
    st.builds(
        Moment,
        TEXTS,
        kind=keys(KINDS),
        direction=keys(DIRECTIONS),
        mode=keys(MODES),
        fit=keys(FITS),
        who=several(WHO),
        support=several(SUPPORTS),
        occasion=keys(OCCASIONS),
        minutes=st.none() | st.integers(0, 1440),
        **SHARED,
    ),
    st.builds(
        Reflection,
        parts=st.lists(st.builds(Part, TEXTS, TEXTS), min_size=1, max_size=3).map(tuple),
        prompt_id=st.none() | st.just("steady"),
        **SHARED,
    ),
    st.builds(CheckIn, TEXTS, energy=GAUGES, load=GAUGES, **SHARED),
)


def as_documented(entry: Entry) -> dict[str, Any]:
    """Return what README promises of an entry, by way of the model."""
    content = entry.content
    own = type(content)._fields
    return {
        "id": entry.id,
        "type": entry.type,
        "on": entry.when.on.isoformat(),
        "at": entry.when.at.isoformat(),
        "zone": entry.when.zone,
        **{key: getattr(content, key) if key in own else None for key in ("kind", "direction")},
        "mode": getattr(content, "mode", None),
        "who": list(getattr(content, "who", ())),
        "people": list(content.people),
        "tags": list(content.tags),
        "text": content.text or None,
        "parts": [
            {"question": part.question, "answer": part.answer}
            for part in getattr(content, "parts", ())
        ],
        "prompt_id": getattr(content, "prompt_id", None),
        "supported": content.supported,
        "energy": getattr(content, "energy", None),
        "load": getattr(content, "load", None),
        "minutes": getattr(content, "minutes", None),
        "support": list(getattr(content, "support", ())),
        "fit": getattr(content, "fit", None),
        "occasion": getattr(content, "occasion", None),
        "conditions": {"present": list(content.present), "missing": list(content.missing)},
        "sealed": entry.sealed,
        "created_at": entry.created_at,
        "updated_at": entry.updated_at,
        "source": entry.source,
        "source_id": entry.source_id,
    }


def read_back(store: Store, rows: list[int], *, ascii_only: bool) -> list[dict[str, Any]]:
    written = "".join(array([json_objects(store, rows)], ascii_only=ascii_only))
    assert not ascii_only or written.isascii()
    found: list[dict[str, Any]] = json.loads(written)
    return found


@given(st.lists(CONTENTS, max_size=4), st.booleans())
def test_an_object_holds_what_was_kept(
    contents: list[Moment | Reflection | CheckIn], ascii_only: bool
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(f"{folder}/data/journal.db", create=True) as store,
    ):
        clock = FakeClock()
        for content in contents:
            keep(store, content, clock.now())
        rows = [row[0] for row in store.rows("SELECT id FROM entries ORDER BY id % 7, id")]
        kept = entries.by_rows(store, rows)
        found = read_back(store, rows, ascii_only=ascii_only)
    assert found == [as_documented(entry) for entry in kept]
    assert all(list(each) == list(as_documented(kept[0])) for each in found)


def test_rows_that_are_gone_are_left_out(store: Store) -> None:
    keep(store, "Tea")
    (row,) = (each[0] for each in store.rows("SELECT id FROM entries"))
    assert len(read_back(store, [row + 1, row, row - 1], ascii_only=False)) == 1
    assert read_back(store, [row + 1], ascii_only=False) == []


def test_a_damaged_byte_hides_no_entry(store: Store) -> None:
    keep(store, "Tea with Dana")
    store.run("UPDATE entries SET text = CAST(x'546561ff20776974682044616e61' AS TEXT)")
    (row,) = (each[0] for each in store.rows("SELECT id FROM entries"))
    (found,) = read_back(store, [row], ascii_only=False)
    assert found["text"] == "Tea� with Dana"


def test_what_a_terminal_obeys_is_written_as_an_escape() -> None:
    hostile = "\x7f\x9b\u202e\u2066\u2028"
    written = "".join(array([json.dumps({"text": hostile}, ensure_ascii=False)]))
    assert not set(hostile) & set(written)
    assert json.loads(written) == [{"text": hostile}]
