"""How the rows of each table look where they stand, so that a row alone tells whose it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from tracejournal.model.experiment import MEASURE
from tracejournal.store.mending import UUID

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracejournal.store.engine import Store
    from tracejournal.store.pages import Row

DERIVED = ("days", "_sqlite_migrations", "offered_prompts", "circle_suggestions")
"""Tables that follow from others, as those of the index do, or that a day fills again."""

_LETTERS = {"TEXT": "t", "INTEGER": "i"}


def letters_of(values: tuple[Any, ...]) -> str:
    """Return a letter for each column: 0 for none, t for text, i for a number, b for bytes."""
    return "".join(map(_letter, values))


class TableShape(NamedTuple):
    """How the rows of a table look on a page.

    Attributes:
        name: the table.
        columns: its columns in the order of the file.
        numbered: its rows stand under a number, `id`, and not on the pages of an index.
        letters: what `letters_of` says of each of its rows.
    """

    name: str
    columns: tuple[str, ...]
    numbered: bool
    letters: re.Pattern[str]

    def fits(self, row: Row) -> bool:
        """Whether a row is one of this table, as far as its look tells."""
        return (
            self.numbered == (row.rowid is not None)
            and bool(self.letters.fullmatch(letters_of(row.values)))
            and _is_of(self.name, row.values)
        )


def table_shapes(store: Store) -> list[TableShape]:
    """Return the shapes of all tables that hold what a person kept, read off the schema."""
    listed = store.rows("PRAGMA table_list")
    return [
        _shape_of_table(store, name, bare=bool(bare))
        for schema, name, kind, _, bare, _ in listed
        if schema == "main" and kind == "table" and not name.startswith("sqlite_")
        if name not in DERIVED
    ]


def _shape_of_table(store: Store, name: str, *, bare: bool) -> TableShape:
    columns, letters = [], []
    for _, column, kind, required, _, key in store.rows(f"PRAGMA table_info({name})"):
        columns.append(column)
        letter = _LETTERS[kind]
        # The number of a row stands beside the row, not in it.
        letters.append("0" if key and not bare else letter if required else f"[{letter}0]")
    return TableShape(name, tuple(columns), not bare, re.compile("".join(letters)))


def _letter(value: object) -> str:
    if value is None:
        return "0"
    if isinstance(value, str):
        return "t"
    return "i" if isinstance(value, int) else "b"


def _is_of(table: str, values: tuple[Any, ...]) -> bool:
    """Tell rows apart that have the same shape."""
    is_of = _TOLD_APART.get(table)
    return is_of is None or bool(is_of(values))


def _is_answer(values: tuple[Any, ...]) -> bool:
    return values[3] in ("another", "not-today")


def _is_condition(values: tuple[Any, ...]) -> bool:
    return values[2] in ("present", "missing")


def _is_of_meeting(values: tuple[Any, ...]) -> bool:
    return str(values[0]).startswith("meeting-")


def _is_identity(values: tuple[Any, ...]) -> bool:
    return str(values[0]).startswith("AGE-SECRET-KEY-")


def _is_letter(values: tuple[Any, ...]) -> bool:
    return UUID.fullmatch(values[0]) is not None


_TOLD_APART: dict[str, Callable[[tuple[Any, ...]], object]] = {
    "revisions": lambda values: UUID.fullmatch(values[1]),
    "draft_revisions": lambda values: not UUID.fullmatch(values[1]),
    "rests": lambda values: values[1] in ("rest", "leave"),
    "experiments": lambda values: values[5] == MEASURE,
    "letterbox_identities": _is_identity,
    "letters_taken": _is_letter,
    "resting_topics": lambda values: not (_is_identity(values) or _is_letter(values)),
    "prompt_choices": _is_answer,
    "people": lambda values: not _is_answer(values),
    "entry_conditions": _is_condition,
    "entry_facets": lambda values: not _is_condition(values),
    **dict.fromkeys(("meetings", "meeting_people", "meeting_days"), _is_of_meeting),
}
"""Tables that others share their shape with, and what their own rows say."""
