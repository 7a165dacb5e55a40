"""How the rows of each table look where they stand, so that a row alone tells whose it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from tracejournal.model.experiment import MEASURE
from tracejournal.store.mending import UUID

if TYPE_CHECKING:
    from tracejournal.store.engine import Store
    from tracejournal.store.pages import Row

DERIVED = ("days", "_sqlite_migrations", "offered_prompts")
"""Tables that follow from others, as those of the index do, or that a day fills again."""

_SIGNS = {"rests": (1, ("rest", "leave")), "experiments": (5, (MEASURE,))}
"""Tables that one of their columns tells by what can stand there."""

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
    if table == "revisions":
        return bool(UUID.fullmatch(values[1]))
    if table == "draft_revisions":
        return not UUID.fullmatch(values[1])
    if table in _SIGNS:
        place, signs = _SIGNS[table]
        return values[place] in signs
    if table in ("prompt_choices", "people"):
        return (values[3] in ("another", "not-today")) == (table == "prompt_choices")
    if table in ("entry_conditions", "entry_facets"):
        return (values[2] in ("present", "missing")) == (table == "entry_conditions")
    return True
