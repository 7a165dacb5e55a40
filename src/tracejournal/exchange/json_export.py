"""JSON text, piece by piece, so that memory stays small however much there is."""

from __future__ import annotations

import json
import re

from tracejournal.exchange.json_objects import FORMAT, FORMAT_VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

# What JSON allows in a text and a terminal obeys, or a lone surrogate: written as an escape,
# which every reader turns back into the same character.
_OBEYED = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_DELETE = "\x7f"  # the one control character in ASCII that JSON lets stand
_BEYOND_ASCII = re.compile("[^\x00-\x7e]")


def array(objects: Iterable[str], *, ascii_only: bool = False) -> Iterator[str]:
    """Yield the text of one array.

    Args:
        objects: JSON texts of one or of several objects with commas between, read one at a time.
        ascii_only: write everything beyond ASCII as escapes.
    """
    unsafe = _BEYOND_ASCII if ascii_only else _OBEYED
    opening = "[\n"
    for each in filter(None, objects):
        yield opening
        # Most texts are plain, which is seen faster than searched for.
        is_plain = each.isascii() and _DELETE not in each
        yield each if is_plain else unsafe.sub(_escaped, each)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def _escaped(match: re.Match[str]) -> str:
    return "\\u007f" if match[0] == _DELETE else json.dumps(match[0])[1:-1]


def document(
    entries: Iterable[str],
    lists: Mapping[str, Iterable[Mapping[str, Any]]],
    *,
    ascii_only: bool = False,
) -> Iterator[str]:
    """Yield the text of a whole export.

    Args:
        entries: as `array` takes them.
        lists: what else is the person's own, by the name of its array.
        ascii_only: write everything beyond ASCII as escapes.
    """
    yield f'{{"format":"{FORMAT}","version":{FORMAT_VERSION}'
    arrays = ((name, map(_text, objects)) for name, objects in lists.items())
    for name, objects in (("entries", entries), *arrays):
        yield f',\n"{name}":'
        yield from array(objects, ascii_only=ascii_only)
    yield "}\n"


def _text(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
