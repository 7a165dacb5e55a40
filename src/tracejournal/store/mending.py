"""Rows of a damaged journal made such that a journal can hold them: every word of them stays."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tracejournal.model.entry import CheckIn, Moment, Part, Reflection
from tracejournal.model.loop import CLOSED, CONCERN, ENDINGS, KINDS, PROMISE
from tracejournal.model.loop import DIRECTIONS as PROMISED
from tracejournal.model.vocabulary import DEPTHS, DIRECTIONS, FITS, MODES, PRINCIPLES, ROLES, term
from tracejournal.store.rows import iso, lived
from tracejournal.words import doctor as words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracejournal.store.engine import Store

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""How the public id of an entry looks."""

_RANGES = {"minutes": 1_440, "supported": 10, "energy": 10, "load": 10}
_CHOICES = {"direction": DIRECTIONS, "mode": MODES, "fit": FITS}
_CONTENTS: Mapping[str, type[Moment | Reflection | CheckIn]] = {
    Moment.type: Moment,
    Reflection.type: Reflection,
    CheckIn.type: CheckIn,
}


def is_sound(values: Mapping[str, Any]) -> bool:
    """Whether the times, id and choices of an entry can be, which the schema does not tell."""
    try:
        at = datetime.fromisoformat(values["happened_at"])
        date.fromisoformat(values["happened_on"])
    except ValueError:
        return False
    chosen = all(_is_choice(values, name) for name in _CHOICES)
    return chosen and at.tzinfo is not None and bool(UUID.fullmatch(values["uuid"]))


def _is_choice(values: Mapping[str, Any], name: str) -> bool:
    return values[name] is None or term(_CHOICES[name], values[name]) is not None


def mended_entry(values: Mapping[str, Any], store: Store) -> dict[str, Any]:
    """Return an entry with the words it has and without what cannot be."""
    mended = dict(values)
    uuid = values["uuid"]
    if not UUID.fullmatch(uuid):
        mended["uuid"] = store.value(
            "SELECT uuid FROM temp.named WHERE id = ?", (values["id"],)
        ) or fresh_uuid(store)
    if mended["type"] not in _CONTENTS:
        mended["type"] = Moment.type
    at = _lived(values)
    day = at.date()
    with suppress(ValueError):
        day = date.fromisoformat(values["happened_on"])
    mended |= {"happened_at": iso(at), "happened_on": day.isoformat()}
    for name, most in _RANGES.items():
        if not isinstance(mended[name], int) or not 0 <= mended[name] <= most:
            mended[name] = None
    for name in _CHOICES:
        mended[name] = mended[name] if _is_choice(mended, name) else None
    mended["sealed"] = int(bool(mended["sealed"]))
    mended["source_id"] = None
    taken = "SELECT 1 FROM entries WHERE id = ?"
    while store.value(taken, (mended["id"],)):
        mended["id"] += 1
    return mended


def _lived(values: Mapping[str, Any]) -> datetime:
    """Return when an entry was, by what it says, else by its place in the order of time."""
    with suppress(ValueError):
        at = datetime.fromisoformat(values["happened_at"])
        if at.tzinfo is not None:
            return at
    return lived(values["id"]).at


def mended_prompt(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a prompt of the person's own with keys that there are; in doubt it is a deep one."""
    mended = dict(values)
    if term(PRINCIPLES, mended["principle"]) is None:
        mended["principle"] = "own"
    if term(DEPTHS, mended["depth"]) is None:
        mended["depth"] = "deep"  # those are never offered unasked
    try:
        roles = json.loads(mended["roles"])
    except ValueError:
        roles = ()
    mended["roles"] = json.dumps([role for role in roles if term(ROLES, role)])
    return mended


def mended_loop(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a loop with what fits its kind; options that cannot be read join its words."""
    mended = dict(values)
    if term(KINDS, mended["kind"]) is None:
        mended["kind"] = CONCERN
    try:
        options = json.loads(mended["options"])
    except ValueError:
        options = None
    if not isinstance(options, list) or (options and mended["kind"] != CONCERN):
        mended["text"] = "\n".join((mended["text"], mended["options"]))
        options, mended["options"] = [], "[]"
    mended["none_yet"] = int(mended["none_yet"] == 1 and mended["kind"] == CONCERN and not options)
    if mended["kind"] != PROMISE or term(PROMISED, mended["direction"] or "") is None:
        mended["direction"] = None
    endings = (None, CLOSED, *(ending.key for ending in ENDINGS[mended["kind"]]))
    if mended["ending"] not in endings:
        mended["ending"] = CLOSED
    with suppress(TypeError, ValueError):
        mended["due"] = date.fromisoformat(mended["due"]).isoformat()
        return mended
    return mended | {"due": None}


def fresh_uuid(store: Store) -> str:
    """Return an id for an entry whose own is lost."""
    digits = store.value("SELECT lower(hex(randomblob(16)))")
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def close_row(
    columns: Sequence[str], json_at: int | None, values: dict[str, Any], now: str
) -> None:
    """End a row whose end is missing, so that it can be put in."""
    last = columns[-1]
    if json_at is None:
        values[last] = f"{values[last]}".partition("\0")[0] + words.CUT
        return
    values[last] = values[last] or now
    column = columns[json_at]
    values[column] = _closed(values[column].partition("\0")[0])


def _closed(text: str) -> str:
    """Return JSON that was cut, closed after the last of its words; {} where there is no way."""
    text = re.sub(r"\\(u.{0,3})?$", "", text)
    for end in ('"}', '"]}', '"]]}', "}", "null}", '"}]', '"]}]', "}]"):
        try:
            json.loads(text + end)
        except ValueError:
            continue
        return text + end
    return "{}"


def content_of(said: Mapping[str, Any]) -> Moment | Reflection | CheckIn:
    """Return what a revision holds."""
    parts = [Part.restored(question=question, answer=answer) for question, answer in said["parts"]]
    values = {**said, "parts": tuple(parts)}
    made = _CONTENTS[said["type"]]
    fields = {name: values[name] for name in made._fields if name in values}
    for name in ("people", "tags", "present", "missing"):
        fields[name] = tuple(said[name])
    for name in ("who", "support"):
        if name in fields:
            fields[name] = tuple(said[name])
    return made.restored(**fields)
