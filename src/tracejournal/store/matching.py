"""Words in the language of the index, and the few it cannot hold.

The index keeps stems, so that "thanked" finds "thanks". Every word is quoted: raw, 45 of 66 real
queries were errors (`self-harm` → "no such column: harm").
"""

from __future__ import annotations

from tracejournal.model.record import Record
from tracejournal.store.filters import Sql
from tracejournal.store.shelves import INDEXED_SHELF
from tracejournal.store.terms import Beginning, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.model.query import Query, Word
    from tracejournal.store.engine import Store

_LIKE = "entries.text LIKE ? ESCAPE '\\'"

_WITHOUT_SPACES = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x10FFFF))
"""Thai, Lao, Burmese, Khmer; then Chinese, Japanese, Korean, and symbols such as emoji."""


class Match(Record):
    """The words of a query, as the index and the engine are asked for them.

    Attributes:
        wanted: what to ask the index for, or "" where no word is wanted.
        unwanted: what the index must not find, where no word is wanted; else `wanted` says it.
        tests: what is found by reading: emoji, CJK, other shelves, a word half typed.
        is_half_typed: reading is all that tells what `wanted` finds from what was meant.
    """

    wanted: str = ""
    unwanted: str = ""
    tests: tuple[Sql, ...] = ()
    is_half_typed: bool = False


def match_of(store: Store, query: Query, shelf: str) -> Match:
    """Return what to ask for the words of a query.

    Raises:
        StoreError: the file could not be read.
    """
    indexed = [word for word in query.words if _is_indexed(word, shelf)]
    tests = tuple(_reading(word) for word in query.words if word not in indexed)
    unwanted = " OR ".join(quoted(word.text) for word in indexed if word.without)
    wanted = [word for word in indexed if not word.without]
    if not wanted:
        return Match(unwanted=unwanted, tests=tests)
    last = None if wanted[-1].phrase else Beginning(store, wanted[-1].text)
    expression = _expression(wanted, last.expression if last else "", unwanted)
    if last is None or not last.half_typed:
        return Match(expression, tests=tests)
    return Match(expression, tests=(*tests, _reading(wanted[-1])), is_half_typed=True)


def _expression(wanted: Sequence[Word], last: str, unwanted: str) -> str:
    """Return all wanted words without any unwanted; `last` stands for the last, if it is one."""
    tokens = [quoted(word.text) for word in wanted]
    if last:
        tokens[-1] = last
    found = " AND ".join(tokens)
    return f"({found}) NOT ({unwanted})" if unwanted else found


def _is_indexed(word: Word, shelf: str) -> bool:
    """The index splits on spaces and punctuation, so scripts without spaces are not in it."""
    if shelf != INDEXED_SHELF or not any(map(str.isalnum, word.text)):
        return False
    return not any(
        first <= ord(char) <= last for char in word.text for first, last in _WITHOUT_SPACES
    )


def _reading(word: Word) -> Sql:
    return Sql(f"NOT {_LIKE}" if word.without else _LIKE, (like_pattern(word.text),))


def like_pattern(text: str) -> str:
    """Return the pattern that finds a text anywhere in another."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
