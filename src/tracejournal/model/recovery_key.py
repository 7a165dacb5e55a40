"""A recovery key as people copy it by hand: in groups short enough to keep in mind."""

from __future__ import annotations

PREFIX = "AGE-SECRET-KEY-1"
"""How every one begins."""

_GROUP = 6  # letters that are read at one look; the last of an age identity's 58 are four
_GROUPS_IN_LINE = 5


def groups(key: str) -> tuple[str, ...]:
    """Return the groups of a recovery key, after how every one begins."""
    rest = key.removeprefix(PREFIX)
    return tuple(rest[start : start + _GROUP] for start in range(0, len(rest), _GROUP))


def in_lines(key: str) -> tuple[str, ...]:
    """Return a recovery key in lines of groups; typed as it stands there, it opens the lock."""
    each = groups(key)
    starts = range(0, len(each), _GROUPS_IN_LINE)
    return (PREFIX, *("  ".join(each[start : start + _GROUPS_IN_LINE]) for start in starts))


def is_last_group(key: str, typed: str) -> bool:
    """Return whether the last group was typed, by whoever has the key before them."""
    return "".join(typed.split()).upper() == groups(key)[-1]
