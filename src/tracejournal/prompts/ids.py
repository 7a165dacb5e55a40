"""The ids of a person's own prompts."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

OWN = "my-"
"""How the id of every prompt of one's own begins, so that no later deck has the same."""

_ID_WORDS = 5
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST, _LONGEST_MADE = 80, 60


def is_id(typed: str) -> bool:
    """Whether something can be an id: small letters, digits and hyphens, at most 80."""
    return len(typed.removeprefix(OWN)) <= _LONGEST and bool(_ID.fullmatch(typed))


def own_id(typed: str) -> str:
    """Return an id as one of a person's own has it."""
    return typed if typed.startswith(OWN) else OWN + typed


def id_from(text: str) -> str:
    """Return an id made of the first words of a question."""
    words = re.findall(r"[a-z0-9]+", text.lower())[:_ID_WORDS]
    return OWN + ("-".join(words)[:_LONGEST_MADE].strip("-") or "prompt")


def free_id(name: str, taken: Container[str]) -> str:
    """Return the id, or where it is taken the first free one with a number after it."""
    number = 2
    candidate = name
    while candidate in taken:
        candidate = f"{name}-{number}"
        number += 1
    return candidate
