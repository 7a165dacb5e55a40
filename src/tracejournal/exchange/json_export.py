"""Objects as JSON text, piece by piece, so that memory stays small however many there are."""

from __future__ import annotations

import json

from tracejournal.exchange.json_objects import FORMAT, FORMAT_VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

# What JSON allows in a text and a terminal obeys, or a lone surrogate: written as an escape,
# which every reader turns back into the same character.
_ESCAPED = {
    code: f"\\u{code:04x}"
    for codes in (
        range(0x7F, 0xA0),
        range(0x200E, 0x2010),
        range(0x2028, 0x202F),
        range(0x2066, 0x206A),
        range(0xD800, 0xE000),
    )
    for code in codes
}


def array(objects: Iterable[Mapping[str, Any]], *, ascii_only: bool = False) -> Iterator[str]:
    """Yield the text of one array, an object on each line.

    Args:
        objects: what goes in, read one at a time.
        ascii_only: write everything beyond ASCII as escapes.
    """
    opening = "[\n"
    for each in objects:
        yield opening + _text(each, ascii_only=ascii_only)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def document(
    entries: Iterable[Mapping[str, Any]],
    people: Iterable[Mapping[str, Any]],
    prompts: Iterable[Mapping[str, Any]],
    *,
    ascii_only: bool = False,
) -> Iterator[str]:
    """Yield the text of a whole export."""
    yield f'{{"format":{_text(FORMAT)},"version":{FORMAT_VERSION}'
    parts = (("entries", entries), ("people", people), ("loops", ()), ("prompts", prompts))
    for name, objects in parts:
        yield f',\n"{name}":'
        yield from array(objects, ascii_only=ascii_only)
    yield "}\n"


def _text(value: object, *, ascii_only: bool = False) -> str:
    written = json.dumps(value, ensure_ascii=ascii_only, separators=(",", ":"))
    return written if written.isascii() and "\x7f" not in written else written.translate(_ESCAPED)
