"""A note for a locked journal as bytes, and back.

It is JSON, so that whoever opens one with an age program can read it. What comes back is not
trusted: anyone can seal something to a journal, so all of it is checked before any of it is used.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from math import isfinite

from tracejournal.model.clock import Instant
from tracejournal.model.draft import SavedDraft
from tracejournal.model.entry import CheckIn, Draft, Moment, Part, Reflection
from tracejournal.model.errors import Misuse
from tracejournal.model.record import Record
from tracejournal.model.text import clean
from tracejournal.model.uuid7 import is_uuid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, NoReturn

VERSION = 1
"""Of how a note is written; a later one is not guessed at."""

GUESSED = ("kind", "direction")
"""Fields of a moment that the journal guesses from the words, where nothing was said of them."""

_TYPES = {each.type: each for each in (Moment, Reflection, CheckIn)}
_LISTS = ("people", "tags", "present", "missing", "who", "support")
_TEXTS = ("text", "kind", "direction", "mode", "occasion", "fit", "prompt_id")
_NUMBERS = ("supported", "minutes", "energy", "load")
_LONGEST_NAME = 400
"""Characters of a slot or a zone, far beyond any."""

_DEEPEST = 8
"""Lists within lists in what a form holds, beyond what any form has."""


class NotALetter(ValueError):  # noqa: N818 - says what is, reads well where it is caught
    """These bytes are no note, or not one that this version can read."""


class Letter(Record):
    """What is left for a locked journal.

    Attributes:
        id: the public id that the entry will have, chosen as it is written.
        written: when it was.
        holds: what is to be kept, with its instant; or a draft that was not finished. Kind and
            conditions stand in it as they were typed: which terms a person has is known to the
            open journal alone.
        unsaid: those of `GUESSED` that nothing was said of.
    """

    id: str
    written: Instant
    holds: Draft | SavedDraft
    unsaid: tuple[str, ...] = ()


def as_bytes(letter: Letter) -> bytes:
    """Return a note as it is sealed. Lone surrogates, which nothing can hold, are left out."""
    values = {"letter": VERSION, "id": letter.id, "written": _instant_object(letter.written)}
    holds = letter.holds
    if isinstance(holds, SavedDraft):
        values |= {"slot": holds.slot, "fields": dict(holds.fields)}
    else:
        values |= {
            "type": holds.content.type,
            "when": _instant_object(holds.when or letter.written),
            "says": _said(holds.content),
            "unsaid": list(letter.unsaid),
        }
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "ignore")


def _instant_object(instant: Instant) -> dict[str, str | None]:
    return {
        "at": instant.at.isoformat(timespec="microseconds"),
        "zone": instant.zone,
        "on": instant.on.isoformat(),
    }


def _said(content: Moment | Reflection | CheckIn) -> dict[str, Any]:
    said = {name: value for name, value in content.__dict__.items() if value not in (None, (), "")}
    if isinstance(content, Reflection):
        said.pop("text", None)  # it is made of the answers
        said["parts"] = [[part.question, part.answer] for part in content.parts]
    return said


def read(raw: bytes) -> Letter:
    """Return the note that bytes hold.

    Raises:
        NotALetter: they hold none, or anything in it is not as it is written.
    """
    try:
        return _letter(json.loads(raw.decode("utf-8"), parse_constant=_refuse))
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError, Misuse):
        raise NotALetter from None


def _refuse(_given: object = None) -> NoReturn:
    raise NotALetter


def _letter(values: object) -> Letter:
    told = _object(values)
    if told["letter"] != VERSION or not is_uuid(_text(told["id"])):
        _refuse()
    written = _instant(told["written"])
    if "slot" in told:
        fields = _fields(_object(told["fields"]))
        saved_at = written.at.astimezone(UTC).isoformat(timespec="microseconds")
        return Letter(told["id"], written, SavedDraft(_name(told["slot"]), fields, saved_at))
    draft = Draft(_content(told["type"], _object(told["says"])), _instant(told["when"]))
    unsaid = _texts(told["unsaid"])
    if not set(unsaid) <= set(GUESSED):
        _refuse()
    return Letter(told["id"], written, draft, unsaid)


def _content(kind: object, said: Mapping[str, Any]) -> Moment | Reflection | CheckIn:
    content = _TYPES[_text(kind)]
    if not set(said) <= set(content._fields):
        _refuse()
    return content(**{name: _field(name, value) for name, value in said.items()})


def _field(name: str, value: object) -> Any:  # noqa: ANN401 - fields are of any type
    if name == "parts" and isinstance(value, list):
        return tuple(Part(question, answer) for question, answer in map(_texts, value))
    if name in _LISTS:
        return _texts(value)
    if name in _TEXTS:
        return clean(_text(value))
    if name not in _NUMBERS or type(value) is not int:
        _refuse()
    return value


def _instant(value: object) -> Instant:
    told = _object(value)
    at = datetime.fromisoformat(_text(told["at"]))
    on = date.fromisoformat(_text(told["on"]))
    zone = None if told["zone"] is None else _name(told["zone"])
    # A day begins up to noon, so that an instant belongs to its own date or to the one before.
    if at.utcoffset() is None or abs(at.date() - on) > timedelta(days=1):
        _refuse()
    at.astimezone(UTC)  # that which is too early or too late for it is none
    return Instant(at, zone, on)


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else _refuse()


def _text(value: object) -> str:
    return value if isinstance(value, str) else _refuse()


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(_text, value)) if isinstance(value, list) else _refuse()


def _name(value: object) -> str:
    name = _text(value)
    if not name or len(name) > _LONGEST_NAME or clean(name) != name:
        _refuse()
    return name


def _fields(held: Mapping[str, Any]) -> dict[str, object]:
    """Return what a form held: its words are words, all else is for the form to judge."""
    fields = {_name(name): _plain(value) for name, value in held.items()}
    _text(fields.get("text", ""))
    for name in ("answers", "questions"):
        _texts(fields.get(name, []))
    return fields


def _plain(value: object, depth: int = 0) -> object:
    """Return what a form held, where it can be written into the journal as it is."""
    if depth > _DEEPEST:
        _refuse()
    if isinstance(value, list):
        return [_plain(each, depth + 1) for each in value]
    if isinstance(value, dict):
        return {_text(name): _plain(each, depth + 1) for name, each in value.items()}
    if isinstance(value, float) and not isfinite(value):
        _refuse()
    return value
