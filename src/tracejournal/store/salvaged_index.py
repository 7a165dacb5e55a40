"""What indexes still tell of an entry whose own page is lost: its words, shortened, and its day.

The search index keeps each word without its ending, and where it stood. That is not what was
written, but often enough to remember it by.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

if TYPE_CHECKING:
    from collections.abc import Iterable

_TABLE = "CREATE VIRTUAL TABLE words USING fts5 (text, content = '', prefix = '1 2 3')"
_TERMS = "CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, words, 'instance')"
_PLACES = "SELECT term, doc, offset FROM temp.terms"
_AVERAGES, _STRUCTURE = 1, 10
_LEAST_BLOCK = 12
"""Bytes: blocks of the index are longer, the sizes of single texts shorter."""


class SalvagedIndex:
    """Pieces of the search index, put together in memory as far as they were found."""

    def __init__(self) -> None:
        """Begin with none."""
        self._blocks: dict[int, bytes] = {}
        self._pages: list[tuple[Any, ...]] = []

    def take_block(self, number: int, block: bytes) -> None:
        """Take a row that may be a block of the index."""
        if number in (_AVERAGES, _STRUCTURE) or len(block) >= _LEAST_BLOCK:
            self._blocks[number] = block

    def take_page(self, values: tuple[Any, ...]) -> None:
        """Take a row that may say where words begin: segment, word, block."""
        self._pages.append(values)

    def words_of(self, rows: Iterable[int]) -> dict[int, str]:
        """Return the words of entries that are lost, shortened, in their order."""
        wanted = set(rows)
        found: dict[int, list[tuple[int, str]]] = defaultdict(list)
        if wanted and _STRUCTURE in self._blocks:
            # From where the index is damaged, too, nothing more is found; what was found stands.
            memory = dbapi2.connect(":memory:", isolation_level=None)
            with closing(memory), suppress(dbapi2.Error):
                self._put_together(memory)
                for term, row, offset in memory.execute(_PLACES):
                    if row in wanted:
                        found[row].append((offset, term))
        return {row: " ".join(term for _, term in sorted(terms)) for row, terms in found.items()}

    def _put_together(self, memory: Any) -> None:  # noqa: ANN401 - the engine has no types
        memory.execute(_TABLE)
        for table in ("data", "idx"):
            memory.execute(f"DELETE FROM words_{table}")  # noqa: S608 - our own names
        memory.executemany("INSERT INTO words_data VALUES (?, ?)", self._blocks.items())
        memory.executemany("INSERT OR IGNORE INTO words_idx VALUES (?, ?, ?)", self._pages)
        memory.execute(_TERMS)
