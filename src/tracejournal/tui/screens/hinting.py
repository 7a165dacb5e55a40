"""Looking at words that could tell who somebody is, and putting a role in place of a name."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from tracejournal.model.vocabulary import Term
from tracejournal.privacy.glance import worth_a_look
from tracejournal.tui.screens.dialogs import PickDialog
from tracejournal.words import hint as words

if TYPE_CHECKING:
    from datetime import date

    from tracejournal.privacy.identifiers import Hit
    from tracejournal.tui.screens.base import Room
    from tracejournal.tui.widgets.identifier_line import IdentifierLine

_ROLES = tuple(Term(key, label) for key, label in words.ROLES)


async def look(room: Room[Any], line: IdentifierLine, text: str) -> None:
    """Look at words and show what was found, where the person wants that."""
    hits: list[Hit] = []
    if room.app.config.identifier_hint:
        # Beside the keys, which go on: many words take longer than a key may.
        hits = await asyncio.to_thread(_found, text, room.app.clock.today())
    line.show(text, hits)


def _found(text: str, today: date) -> list[Hit]:
    if not worth_a_look(text):
        return []
    from tracejournal.privacy.identifiers import find  # noqa: PLC0415 - only once there is a reason

    return find(text, today)


async def put_role(room: Room[Any], line: IdentifierLine) -> None:
    """Ask for a role, and put it in place of the name."""
    picked = await room.app.push_screen_wait(PickDialog(words.ROLE_LIST, _ROLES))
    if picked:
        line.put(next(role.label for role in _ROLES if role.key == picked[0]))
