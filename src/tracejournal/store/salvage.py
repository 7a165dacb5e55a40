"""Saves what a damaged journal still holds into a new one beside it. The damaged one is only read.

Every page is read by itself (`store.pages`) and every row told by its shape, so that nothing hides
but what stood on a damaged page: neither a lost header nor a lost branch of a tree, nor pages that
changed places. Where an entry itself is lost, its answers are taken, what it said before it was
last changed, or what the search index holds of its words.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from tracejournal.model.entry import Moment, Part, Reflection
from tracejournal.model.record import Record
from tracejournal.store import entries, meetings
from tracejournal.store.engine import Translated
from tracejournal.store.mending import (
    UUID,
    close_row,
    content_of,
    fresh_uuid,
    is_sound,
    mended_entry,
    mended_loop,
    mended_prompt,
)
from tracejournal.store.opening import begin
from tracejournal.store.pages import Pages
from tracejournal.store.rows import content_values, instant, lived, when_values
from tracejournal.store.salvaged_index import SalvagedIndex
from tracejournal.store.shapes import letters_of, table_shapes
from tracejournal.words import doctor as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tracejournal.model.clock import Instant
    from tracejournal.model.entry import CheckIn
    from tracejournal.store.engine import Store
    from tracejournal.store.pages import Row
    from tracejournal.store.shapes import TableShape

_LINKS = {"entry_people": "entry_people_by_person", "entry_tags": "entry_tags_by_tag"}
"""Tables whose rows look alike, three numbers, and the index that repeats two of them."""

_CHOSEN = ("entry_conditions", "entry_facets")
"""Tables of what was chosen for an entry."""

_JSON = {"revisions": 2, "drafts": 1, "draft_revisions": 2, "guides": 4, "meetings": 11}
"""Where a table holds what a form held, as JSON."""

_MENDS: Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "prompts": mended_prompt,
    "loops": mended_loop,
}
"""What makes rows of a table such that a journal can hold them."""

_NOT_TAKEN = "uuid NOT IN (SELECT uuid FROM entries) AND id NOT IN (SELECT id FROM entries)"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LEAST_INSTANT = 10**9
"""Numbers of revisions are smaller, rows of entries larger: microseconds since 1970."""


class Salvaged(Record):
    """What could be saved.

    Attributes:
        path: the new journal; None where nothing could be saved, and none was made.
        kept: rows saved, by table.
        whole: entries that are as they were.
        in_part: entries whose end is missing, or of which only their answers, an earlier
            state, or their words in the search index were left.
        lost: entries that an index still names, and of which nothing was left.
        dark_pages: pages that nothing could be read from.
    """

    path: str | None
    kept: Mapping[str, int]
    whole: int
    in_part: int
    lost: int
    dark_pages: int


def salvage(path: str, new: str, now: str, key: bytes = b"") -> Salvaged:
    """Save what a damaged journal holds into a new one.

    Args:
        path: the damaged journal, which is only read.
        new: where the new one will be; nothing stands there yet.
        now: this instant, ISO 8601.
        key: what the damaged one is locked with, and so the new one; b"" where it is plain.

    Raises:
        StoreError: the new one could not be made, as on a full disk; nothing of it is left.
        OSError: the damaged one cannot be opened at all.
    """
    work = _Salvage(Pages(path, key), now)
    try:
        begin(new, work.fill, key)
    except _NothingFoundError:
        return work.report(None)
    return work.report(new)


class _NothingFoundError(Exception):
    """There is no word to save."""


class _Salvage:
    """One walk over all pages, into one new journal."""

    def __init__(self, pages: Pages, now: str) -> None:
        self._pages = pages
        self._now = now
        self._kept: Counter[str] = Counter()
        self._in_part = 0
        self._lost = 0
        self._links: dict[int, list[tuple[int, ...]]] = defaultdict(list)
        self._pairs: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._roots: dict[str, int] = {}
        self._index = SalvagedIndex()

    def report(self, path: str | None) -> Salvaged:
        """Return what was found."""
        free = self._pages.free()
        used = (number for number in range(1, self._pages.count + 1) if number not in free)
        return Salvaged(
            path=path,
            kept=dict(self._kept),
            whole=self._kept["entries"] - self._in_part,
            in_part=self._in_part,
            lost=self._lost,
            dark_pages=sum(not self._pages.is_readable(number) for number in used),
        )

    def fill(self, store: Store) -> None:
        """Put all that can be read into a new journal."""
        self._store = store
        self._tables = [table for table in table_shapes(store) if table.name not in _LINKS]
        self._roots.update(store.rows("SELECT name, rootpage FROM sqlite_schema"))
        store.run("PRAGMA foreign_keys = OFF")  # what belongs together comes in any order
        store.run("CREATE TEMP TABLE named (uuid TEXT PRIMARY KEY, id INTEGER)")
        store.run("CREATE TEMP TABLE dated (id INTEGER PRIMARY KEY, day TEXT)")
        with Translated(store.path), store.transaction():
            for number in range(1, self._pages.count + 1):
                for row in self._pages.rows(number):
                    self._take(row, number)
            self._take_answers()
            self._take_earlier_states()
            self._take_indexed_words()
            self._take_links()
            self._leave_out_what_belongs_to_nothing()
            self._count()
            if not any(self._kept.values()):
                raise _NothingFoundError
        store.run("DROP TABLE temp.named")
        store.run("DROP TABLE temp.dated")
        store.run("PRAGMA foreign_keys = ON")

    def _take(self, row: Row, number: int) -> None:
        letters = letters_of(row.values)
        on_index = row.rowid is None
        if on_index and letters == "iii":
            self._links[number].append(row.values)
        elif on_index and letters == "ii":
            self._pairs[number].append((row.values[0], row.values[1]))
        elif on_index and letters == "ti":
            self._note_named(*row.values)
        elif on_index and letters == "ibi":
            self._index.take_page(row.values)
        elif row.rowid is not None and letters == "0b":
            self._index.take_block(row.rowid, row.values[1])
        elif not on_index and letters == "tttit" and row.values[0] in ("table", "index"):
            self._roots[row.values[1]] = row.values[3]
        for table in self._tables:
            if len(table.columns) == len(row.values) and table.fits(row):
                self._take_row(table, row)
                return

    def _note_named(self, named: str, number: int) -> None:
        if abs(number) <= _LEAST_INSTANT:
            return
        if UUID.fullmatch(named):
            self._store.run("INSERT OR IGNORE INTO temp.named VALUES (?, ?)", (named, number))
        elif _DAY.fullmatch(named):
            self._store.run("INSERT OR IGNORE INTO temp.dated VALUES (?, ?)", (number, named))

    def _take_row(self, table: TableShape, row: Row) -> None:
        values = dict(zip(table.columns, row.values, strict=True))
        if table.numbered:
            values["id"] = row.rowid
        if table.name == "entries":
            self._take_entry(values, whole=row.whole)
            return
        if not row.whole:
            close_row(table.columns, _JSON.get(table.name), values, self._now)
        mend = _MENDS.get(table.name, dict)
        self._put(table.name, mend(values))

    def _take_entry(self, values: dict[str, Any], *, whole: bool) -> None:
        if not whole:
            values["text"] = values["text"].partition("\0")[0] + words.CUT
            values["updated_at"] = values["updated_at"] or self._now
        if not (is_sound(values) and self._put("entries", values)):
            if self._store.value("SELECT 1 FROM entries WHERE uuid = ?", (values["uuid"],)):
                return
            whole = False
            if not self._put("entries", mended_entry(values, self._store)):
                return
        self._in_part += not whole

    def _put(self, table: str, values: Mapping[str, Any]) -> bool:
        """Put a row in; return False where the schema has no place for it."""
        names, places = ", ".join(values), ", ".join("?" * len(values))
        sql = f"INSERT INTO {table} ({names}) VALUES ({places})"  # noqa: S608 - our own names
        try:
            self._store.connection.execute(sql, tuple(values.values()))
        except (dbapi2.IntegrityError, OverflowError):
            return False
        return True

    def _take_answers(self) -> None:
        """Take a reflection that is lost from its answers, which stand on pages of their own."""
        answers: dict[int, list[Part]] = defaultdict(list)
        orphan = "entry_id NOT IN (SELECT id FROM entries)"
        sql = f"SELECT entry_id, question, answer FROM parts WHERE {orphan} ORDER BY 1, position"  # noqa: S608
        for row, question, answer in self._store.rows(sql):
            answers[row].append(Part.restored(question=question, answer=answer))
        self._store.run(f"DELETE FROM parts WHERE {orphan}")  # noqa: S608
        for row, parts in answers.items():
            uuid = self._store.value("SELECT uuid FROM temp.named WHERE id = ?", (row,))
            said = Reflection(parts=tuple(parts))
            self._take_again(said, uuid, lived(row), row, self._now)

    def _take_earlier_states(self) -> None:
        """Take an entry that is lost from what it said before it was last changed."""
        lost = self._store.rows(
            "SELECT entry_uuid, content, replaced_at, max(id) FROM revisions"
            " WHERE entry_uuid NOT IN (SELECT uuid FROM entries) GROUP BY entry_uuid"
        )
        for uuid, fields, replaced_at, _ in lost:
            try:
                said = json.loads(fields)
                when = instant(said["happened_at"], said["zone"], said["happened_on"])
                content = content_of(said)
            except (KeyError, TypeError, ValueError):
                continue
            row = self._store.value("SELECT id FROM temp.named WHERE uuid = ?", (uuid,))
            place = when.microseconds if row is None else row
            if not self._store.value("SELECT 1 FROM entries WHERE id = ?", (place,)):
                for table in _CHOSEN:
                    self._store.run(f"DELETE FROM {table} WHERE entry_id = ?", (place,))  # noqa: S608
            self._take_again(content, uuid, when, place, replaced_at)

    def _take_indexed_words(self) -> None:
        """Take of an entry that is lost what the search index still holds of its words."""
        lost = dict(self._store.rows(f"SELECT id, uuid FROM temp.named WHERE {_NOT_TAKEN}"))  # noqa: S608
        for row, indexed in self._index.words_of(lost).items():
            when = lived(row)
            day = self._store.value("SELECT day FROM temp.dated WHERE id = ?", (row,))
            with suppress(TypeError, ValueError):
                when = when.replace(on=date.fromisoformat(day))
            said = Moment(words.INDEXED.format(words=indexed))
            self._take_again(said, lost[row], when, row, self._now)

    def _take_again(
        self,
        content: Moment | Reflection | CheckIn,
        uuid: str | None,
        when: Instant,
        row: int,
        now: str,
    ) -> None:
        values = content_values(content) | when_values(when)
        values |= {"id": row, "uuid": uuid or fresh_uuid(self._store)}
        # Two indexes name an entry by its number twice: of what is sealed and of the trash.
        hidden = any((row, row) in pairs for pairs in self._pairs.values())
        values |= {"created_at": now, "updated_at": now, "sealed": int(hidden)}
        if self._put("entries", values):
            entries.attach(self._store, row, content, now)
            self._in_part += 1

    def _take_links(self) -> None:
        """Tell names from tags: by the index that repeats them, else by the tree they stand in."""
        labels = {page: name for name in self._link_names() for page in self._pages_of(name)}
        repeated: dict[str, set[tuple[int, int]]] = {index: set() for index in _LINKS.values()}
        for number, pairs in self._pairs.items():
            if labels.get(number) in repeated:
                repeated[labels[number]].update(pairs)
        for number, rows in self._links.items():
            votes = {
                name: sum((row[1], row[0]) in repeated[index] for row in rows)
                for name, index in _LINKS.items()
            }
            most = max(votes.values())
            leading = [name for name, count in votes.items() if count == most]
            table = leading[0] if len(leading) == 1 else labels.get(number)
            if table in _LINKS:
                for values in rows:
                    column = "person_id" if table == "entry_people" else "tag_id"
                    names = ("entry_id", column, "position")
                    self._put(table, dict(zip(names, values, strict=True)))

    @staticmethod
    def _link_names() -> Iterator[str]:
        yield from _LINKS
        yield from _LINKS.values()

    def _pages_of(self, name: str) -> set[int]:
        found: set[int] = set()
        waiting = [self._roots[name]]
        while waiting:
            number = waiting.pop()
            if number not in found:
                found.add(number)
                waiting.extend(self._pages.children(number))
        return found

    def _leave_out_what_belongs_to_nothing(self) -> None:
        for table, rowid, _, _ in self._store.rows("PRAGMA foreign_key_check"):
            if rowid is not None:
                self._store.run(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))  # noqa: S608
        for table in ("parts", *_CHOSEN, *_LINKS):
            orphan = "entry_id NOT IN (SELECT id FROM entries)"
            self._store.run(f"DELETE FROM {table} WHERE {orphan}")  # noqa: S608
        for table in ("loop_steps", "loop_people"):
            self._store.run(f"DELETE FROM {table} WHERE loop_id NOT IN (SELECT id FROM loops)")  # noqa: S608
        for table, column, names in (
            ("loop_people", "person_id", "people"),
            ("entry_people", "person_id", "people"),
            ("entry_tags", "tag_id", "tags"),
            ("meeting_people", "person_id", "people"),
        ):
            nameless = f"{column} NOT IN (SELECT id FROM {names})"  # noqa: S608
            self._store.run(f"DELETE FROM {table} WHERE {nameless}")  # noqa: S608

        meetings.tie(self._store, self._now)

    def _count(self) -> None:
        for table in (*_LINKS, *(table.name for table in self._tables)):
            self._kept[table] = self._store.value(f"SELECT count(*) FROM {table}")  # noqa: S608
        self._lost = self._store.value(
            f"SELECT count(*) FROM temp.named WHERE {_NOT_TAKEN}"  # noqa: S608
        )
