"""Synthetic journals: the same entries from the same seed, through the product's own layers.

The schema, its triggers, the model and the columns are the product's; only the loop is one of its
own, in bulk. A journal ends on a day that is past wherever it is made, and spreads over as many
days as a person would take for it, at most twenty years.
"""

from __future__ import annotations

import hashlib
import tomllib
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate, islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import tracejournal
from tracejournal.model.clock import Instant
from tracejournal.model.entry import CheckIn, Moment, Part, Reflection
from tracejournal.model.mentions import as_mention, name_key
from tracejournal.model.vocabulary import CONDITIONS, FITS, MODES
from tracejournal.store.opening import open_store
from tracejournal.store.rows import content_values, stamp, when_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from tracejournal.store.engine import Store

LAST_DAY = date(2025, 12, 31)
MOST_DAYS = 20 * 365
ENTRIES_A_DAY = 3
"""What a person keeps on a full day; larger journals have more on each of `MOST_DAYS`."""

REFLECTIONS, CHECK_INS = 10, 25
"""In percent, added up: 10 reflections, 15 check-ins, the rest moments."""

_ZONE = "Europe/Dublin"
_VOCABULARY = Path(__file__).with_name("vocabulary.toml")
_CHUNK = 2_000
_SECONDS_A_DAY = 14 * 3600
_FIRST_HOUR = 7


class Written(NamedTuple):
    """One synthetic entry, ready for the file."""

    row: int
    uuid: str
    when: Instant
    content: Moment | Reflection | CheckIn
    sealed: bool


class Author:
    """Writes entries, oldest first. The same seed and number give the same ones."""

    def __init__(self, number: int, seed: int = 1) -> None:
        """Take how many entries there will be, and a seed."""
        self._number = number
        self._random = Random(f"{seed}/{number}")  # noqa: S311 - a story, not a secret
        told: dict[str, Any] = tomllib.loads(_VOCABULARY.read_text("utf-8"))
        self._lists: dict[str, list[str]] = told
        self._people = [*told["people"], *told["roles"]]
        # A few people and tags stand in many entries, most in few: Zipf's law.
        self._people_weights = list(accumulate(1 / (1 + n) for n in range(len(self._people))))
        self._tag_weights = list(accumulate(1 / (1 + n) for n in range(len(told["tags"]))))
        self._moments = [line.split(" | ", 2) for line in told["moments"]]
        self._conditions = [condition.key for condition in CONDITIONS]

    def entries(self) -> Iterator[Written]:
        """Yield the entries, oldest first, rows and ids in the order of time."""
        days = max(1, min(MOST_DAYS, self._number // ENTRIES_A_DAY))
        first = LAST_DAY - timedelta(days=days - 1)
        last_row = 0
        for place in range(self._number):
            day_number, within = divmod(place * days, self._number)
            seconds = within * _SECONDS_A_DAY // self._number
            at = datetime.combine(first, time(_FIRST_HOUR), UTC) + timedelta(
                days=day_number, seconds=seconds, microseconds=self._random.randrange(1_000_000)
            )
            when = Instant(at, _ZONE, at.date())
            row = last_row = max(when.microseconds, last_row + 1)
            yield Written(row, self._uuid(row), when, self._content(), self._chance(1))

    def _uuid(self, row: int) -> str:
        """Return a UUIDv7 as the product makes them, its random bits from the seed."""
        random = self._random.getrandbits(74)
        bits = row // 1000 << 80 | 0x7 << 76 | random >> 62 << 64 | 0x2 << 62
        value = f"{bits | random & (1 << 62) - 1:032x}"
        return "-".join((value[:8], value[8:12], value[12:16], value[16:20], value[20:]))

    def _content(self) -> Moment | Reflection | CheckIn:
        drawn = self._random.randrange(100)
        if drawn < REFLECTIONS:
            return self._reflection()
        return self._check_in() if drawn < CHECK_INS else self._moment()

    def _moment(self) -> Moment:
        kind, direction, sentence = self._random.choice(self._moments)
        text = self._told(sentence)
        if self._chance(30):
            text += " " + self._one_of("closing")
        if self._chance(35):
            text += " " + " ".join(f"#{tag}" for tag in self._tags())
        return Moment(
            text,
            kind=kind,
            direction=direction,
            mode=self._random.choice(MODES).key if self._chance(50) else None,
            minutes=self._random.choice((2, 5, 10, 15, 30)) if self._chance(25) else None,
            fit=self._random.choice(FITS).key if self._chance(10) else None,
            supported=self._rating(65),
            present=self._some_conditions(60),
            missing=self._some_conditions(6),
        )

    def _reflection(self) -> Reflection:
        sentences = self._random.sample(self._lists["answers"], self._random.randint(2, 5))
        answer = " ".join(map(self._told, sentences))
        question = self._one_of("questions")
        tags = self._tags() if self._chance(25) else ()
        return Reflection(
            parts=(Part(question, f"{answer} {self._one_of('closing')}"),),
            tags=tags,
            supported=self._rating(55),
            present=self._some_conditions(50),
        )

    def _check_in(self) -> CheckIn:
        return CheckIn(
            self._one_of("notes") if self._chance(30) else "",
            energy=self._random.randint(1, 9),
            load=self._rating(85),
            supported=self._rating(60),
        )

    def _told(self, sentence: str) -> str:
        one, two = self._two_people()
        place = self._one_of("place").format(
            tree=self._one_of("trees"), way=self._one_of("ways"), room=self._random.randint(1, 480)
        )
        told = sentence.format(
            one=one, two=two, what=self._one_of("what"), place=place, when=self._one_of("when")
        )
        return told[0].upper() + told[1:]

    def _two_people(self) -> list[str]:
        drawn = self._random.choices(self._people, cum_weights=self._people_weights, k=2)
        return list(map(as_mention, drawn))

    def _tags(self) -> tuple[str, ...]:
        number = 1 if self._chance(75) else 2
        drawn = self._random.choices(self._lists["tags"], cum_weights=self._tag_weights, k=number)
        return tuple(drawn)

    def _some_conditions(self, percent: int) -> tuple[str, ...]:
        if not self._chance(percent):
            return ()
        return tuple(self._random.sample(self._conditions, self._random.randint(1, 3)))

    def _rating(self, percent: int) -> int | None:
        return (
            self._random.choice((2, 4, 5, 6, 6, 7, 7, 8, 8, 9)) if self._chance(percent) else None
        )

    def _one_of(self, name: str) -> str:
        return self._random.choice(self._lists[name])

    def _chance(self, percent: int) -> bool:
        return self._random.randrange(100) < percent


def write_journal(path: Path, number: int, seed: int = 1) -> None:
    """Make a journal of so many entries where nothing is yet: all or nothing.

    One transaction, closed properly, so that the file stands alone and is as the product leaves it.
    """
    unfinished = path.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    with open_store(str(unfinished), create=True) as store, store.transaction():
        names = _Names(store)
        entries = Author(number, seed).entries()
        while chunk := list(islice(entries, _CHUNK)):
            _put(store, chunk, names)
    unfinished.rename(path)


class _Names:
    """Ids of people and tags, made when a name is new."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[tuple[str, str], int] = {}

    def id_of(self, table: str, name: str, since: str) -> int:
        key = name_key(name)
        if (table, key) not in self._known:
            values: dict[str, Any] = {"name": name, "name_key": key}
            if table == "people":
                values["created_at"] = since
            self._known[table, key] = _insert(self._store, table, [values])
        return self._known[table, key]


def _put(store: Store, chunk: Sequence[Written], names: _Names) -> None:
    """Put entries in, with what belongs to them, table by table."""
    _insert(store, "entries", [_entry_values(each) for each in chunk])
    people, tags, conditions, parts = [], [], [], []
    for row, _uuid, when, content, _sealed in chunk:
        for position, name in enumerate(content.people):
            people.append(
                _link(row, "person_id", names.id_of("people", name, stamp(when.at)), position)
            )
        for position, name in enumerate(content.tags):
            tags.append(_link(row, "tag_id", names.id_of("tags", name, ""), position))
        for presence in ("present", "missing"):
            for position, key in enumerate(getattr(content, presence)):
                conditions.append(_link(row, "condition", key, position) | {"presence": presence})
        if isinstance(content, Reflection):
            for position, part in enumerate(content.parts):
                parts.append(
                    _link(row, "question", part.question, position) | {"answer": part.answer}
                )
    _insert(store, "entry_people", people)
    _insert(store, "entry_tags", tags)
    _insert(store, "entry_conditions", conditions)
    _insert(store, "parts", parts)


def _entry_values(written: Written) -> dict[str, Any]:
    now = stamp(written.when.at)
    return {
        "id": written.row,
        "uuid": written.uuid,
        **content_values(written.content),
        **when_values(written.when),
        "sealed": int(written.sealed),
        "created_at": now,
        "updated_at": now,
    }


def _link(row: int, column: str, value: int | str, position: int) -> dict[str, Any]:
    return {"entry_id": row, column: value, "position": position}


def _insert(store: Store, table: str, rows: Sequence[dict[str, Any]]) -> int:
    """Put rows of the same columns in, and return the id of the last one where it is single."""
    if not rows:
        return 0
    columns = ", ".join(rows[0])
    places = ", ".join(f":{column}" for column in rows[0])
    sql = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 - our own names
    if len(rows) == 1:
        return int(store.run(sql, rows[0]).lastrowid or 0)
    store.connection.executemany(sql, rows)
    return 0


def fingerprint() -> str:
    """Return what changes when journals would come out otherwise: author, words or schema."""
    schema = Path(tracejournal.__file__).parent.joinpath("store", "schema")
    files: Iterable[Path] = (Path(__file__), _VOCABULARY, *sorted(schema.glob("*.sql")))
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def journal_of(cache: Path, number: int) -> Path:
    """Return a journal of so many entries, made where the cache has none."""
    folder = cache / f"journals-{fingerprint()}"
    path = folder / f"{number}.db"
    if not path.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        write_journal(path, number)
    return path
