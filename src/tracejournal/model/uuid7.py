"""The public ids of entries: random, and in the order of time."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.model.clock import Instant

_DASHES = (8, 13, 18, 23)
_LENGTH = 36
_DIGITS = frozenset("0123456789abcdef")


def new_uuid(now: Instant) -> str:
    """Return a UUIDv7 (RFC 9562): 48 bits of milliseconds, version, variant, 74 random bits.

    Written out, since importing `uuid` costs half as much as keeping a moment.
    """
    milliseconds = max(0, now.microseconds // 1000) & (1 << 48) - 1
    random = int.from_bytes(os.urandom(10), "big") & ~(0xF << 76) & ~(0x3 << 62)
    value = f"{milliseconds << 80 | random | 0x7 << 76 | 0x2 << 62:032x}"
    return "-".join((value[:8], value[8:12], value[12:16], value[16:20], value[20:]))


def is_uuid(text: str) -> bool:
    """Return whether a text is an id as `new_uuid` writes it."""
    return (
        len(text) == _LENGTH
        and all(text[place] == "-" for place in _DASHES)
        and set(text[:8] + text[9:13] + text[14:18] + text[19:23] + text[24:]) <= _DIGITS
    )
