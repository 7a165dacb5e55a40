"""What is timed inside one process, on an open journal: queries. Run in the Python of ours.

    python -m bench.inside heatmap|patterns|search|typing JOURNAL

It prints JSON: for each name a list of seconds, or of pairs of seconds, ours and the raw SQL's.
"""

from __future__ import annotations

import json
import sys
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from tracejournal.journal.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

STRETCH = 1_001
"""Rows History asks for at a time: it says how many there are up to 1,000."""

LINES = 64
"""Lines it reads of them, more than any terminal shows."""

_ROUNDS = 15
_ASKED = 5
_TIMES_TYPED = 3
_LAST_YEARS = range(2021, 2026)
_KEPT = "sealed = 0 AND trashed_at IS NULL"
_FIRST, _LAST = date(2025, 3, 1), date(2025, 5, 31)


def _microseconds(day: date) -> int:
    return int(datetime.combine(day, datetime.min.time(), UTC).timestamp()) * 1_000_000


def _words(match: str) -> tuple[str, tuple[Any, ...]]:
    sql = (
        "SELECT rowid FROM entries_search WHERE entries_search MATCH ? ORDER BY rowid DESC LIMIT ?"
    )
    return sql, (match, STRETCH)


def _names(table: str, column: str, key: str) -> tuple[str, tuple[Any, ...]]:
    link = f"entry_{table}"
    sql = (
        f"SELECT entry_id FROM {link} CROSS JOIN entries ON entries.id = entry_id"  # noqa: S608 - our own names
        f" WHERE {column} = (SELECT id FROM {table} WHERE name_key = ?) AND {_KEPT}"
        " ORDER BY entry_id DESC LIMIT ?"
    )
    return sql, (key, STRETCH)


def _days() -> tuple[str, tuple[Any, ...]]:
    around = timedelta(days=2)  # a local day is no UTC day
    sql = (
        "SELECT id FROM entries WHERE id BETWEEN ? AND ? AND happened_on BETWEEN ? AND ?"  # noqa: S608 - our own names
        f" AND {_KEPT} ORDER BY id DESC LIMIT ?"
    )
    rows = (_microseconds(_FIRST - around), _microseconds(_LAST + around))
    return sql, (*rows, _FIRST.isoformat(), _LAST.isoformat(), STRETCH)


SEARCHES = {
    "a word": ("interpreter", _words('"interpreter" *')),
    "two words": ("thanked interpreter", _words('"thanked" AND "interpreter" *')),
    "a phrase": ('"late intake"', _words('"late intake"')),
    "the start of a word": ("gr", _words('"gr" *')),
    "a person": ("@Aoife", _names("people", "person_id", "aoife")),
    "a tag": ("#huddle", _names("tags", "tag_id", "huddle")),
    "a range of days": (f"from:{_FIRST} to:{_LAST}", _days()),
}
"""What a person types, and the SQL that finds the same without any of our code."""

TYPED = {
    "words": ("supervision", "thanked priya", "laughed until", "interpreter booking rota"),
    "rare words": ("hawthorn gardens", "476", "medlar"),
    "phrases": ('"late intake"', '"on the stairs"', '"before I had to ask"'),
    "starts of words": ("gr", "int", "h", "w"),
    "people": ("@priya", "@night_team", "@zoë @sam", "@thanh covering"),
    "tags": ("#gratitude", "#night-shift rota", "#garden"),
    "ranges of days": ("on:2024", "from:2019-03 to:2019-06 huddle", "to:2012 court", "last-week"),
}
"""What is typed, letter by letter, by what it is."""


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def heatmap(path: str) -> dict[str, list[float]]:
    """Return how long the counts of a year take."""
    with Journal.open(path) as journal:
        return {
            "year": [
                _seconds(partial(journal.days.year, year))
                for _ in range(_ROUNDS)
                for year in _LAST_YEARS
            ]
        }


def patterns(path: str) -> dict[str, list[float]]:
    """Return how long the first numbers take, which are the ratings, and how long the answer."""
    with Journal.open(path) as journal:
        asked: dict[str, Callable[[], object]] = {
            "first numbers": journal.patterns.ratings,
            "answer": journal.patterns.support,
        }
        return {name: [_seconds(ask) for _ in range(_ASKED)] for name, ask in asked.items()}


def search(path: str) -> dict[str, list[tuple[float, float]]]:
    """Return how long the newest of a search take, by our code and by the raw SQL, in pairs."""
    found: dict[str, list[tuple[float, float]]] = {}
    raw = dbapi2.connect(f"file:{path}?mode=ro", uri=True)
    with closing(raw), Journal.open(path) as journal:
        for name, (typed, (sql, values)) in SEARCHES.items():

            def ours(typed: str = typed) -> Sequence[int]:
                return journal.history.find(typed, limit=STRETCH)

            def theirs(sql: str = sql, values: Sequence[Any] = values) -> Sequence[int]:
                return [row[0] for row in raw.execute(sql, values).fetchall()]

            rows = theirs()
            if not rows or list(ours()) != rows:
                message = f"{typed} and its SQL do not find the same"
                raise ValueError(message)
            found[name] = [(_seconds(ours), _seconds(theirs)) for _ in range(_ROUNDS)]
    return found


def typing(path: str) -> dict[str, list[float]]:
    """Return how long each letter of a search takes: the count, and the lines of a page."""
    found: dict[str, list[float]] = {}
    with Journal.open(path) as journal:

        def look(typed: str) -> None:
            rows = journal.history.find(typed, limit=STRETCH)
            journal.history.lines(rows[:LINES])

        for name, queries in TYPED.items():
            found[name] = [
                _seconds(partial(look, typed[:end]))
                for _ in range(_TIMES_TYPED)
                for typed in queries
                for end in range(1, len(typed) + 1)
            ]
    return found


if __name__ == "__main__":
    WHAT, PATH = sys.argv[1:]
    MEASURES = {"heatmap": heatmap, "patterns": patterns, "search": search, "typing": typing}
    print(json.dumps(MEASURES[WHAT](PATH)))
