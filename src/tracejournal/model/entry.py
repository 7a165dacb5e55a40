"""Entries: what is written (content), what is about to be kept (draft), what is kept (entry)."""

from __future__ import annotations

from tracejournal.model.errors import Misuse
from tracejournal.model.mentions import as_name, as_tag, distinct, name_key, people_in, tags_in
from tracejournal.model.record import Record
from tracejournal.model.text import MAX_KEPT, clean
from tracejournal.model.vocabulary import (
    DIRECTIONS,
    FITS,
    MODES,
    OCCASIONS,
    SUPPORTS,
    WHO,
    choose,
)
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, ClassVar, Self

    from tracejournal.model.clock import Instant
    from tracejournal.model.vocabulary import Term

MAX_RATING = 10
MAX_MINUTES = 24 * 60


def rating(value: object, name: str) -> int | None:
    """Return a rating from 0 to 10 or None for none given; `name` says which in a refusal.

    Raises:
        Misuse: it is neither.
    """
    return _number(value, MAX_RATING, refusals.RATING, name)


def _number(value: object, most: int, refusal: str, name: str) -> int | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    try:
        number = int(str(value))
    except ValueError:
        number = -1
    if not 0 <= number <= most:
        raise Misuse(refusal.format(name=name, value=value))
    return number


class Content(Record):
    """What any entry can say. Names in the words are added to `people` and `tags`.

    Attributes:
        text: the words, cleaned of control characters; may be empty.
        people: names of people, roles or teams, each once, in the order they came.
        tags: without #, lower case, each once.
        supported: how supported it felt, 0-10, or None.
        present: keys of the conditions that helped: of `vocabulary.CONDITIONS` or the person's own.
        missing: keys of the conditions that were missing.
    """

    type: ClassVar[str] = ""

    text: str = ""
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    supported: int | None = None
    present: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    def _settle(self, given: dict[str, Any]) -> None:
        if len(given["text"]) > MAX_KEPT:
            raise Misuse(refusals.TOO_LONG.format(limit=f"{MAX_KEPT:,}"))
        text = given["text"] = clean(given["text"])
        people = (as_name(clean(name)) for name in given["people"])
        given["people"] = distinct((*people, *people_in(text)))
        tags = (as_tag(clean(tag)) for tag in given["tags"])
        given["tags"] = distinct((*tags, *tags_in(text)))
        given["supported"] = rating(given["supported"], "Supported")
        for name in ("present", "missing"):
            keys = (" ".join(clean(key).split()) for key in given[name])
            given[name] = tuple(dict.fromkeys(filter(None, keys)))

    def reworded(self, **words: Any) -> Self:  # noqa: ANN401 - text or parts
        """Return it with other words: `text`, or `parts` of a reflection.

        People and tags that only the old words named go with them; the others stay, in their
        order.
        """
        changed = self.replace(**words)
        return changed.replace(
            people=_still_named(changed.people, people_in(self.text), people_in(changed.text)),
            tags=_still_named(changed.tags, tags_in(self.text), tags_in(changed.text)),
        )

    @property
    def is_empty(self) -> bool:
        """Nothing at all was said."""
        blank = type(self)()
        return self.text.strip() == "" and self.replace(text="") == blank


def _still_named(
    names: Iterable[str], before: Iterable[str], now: Iterable[str]
) -> tuple[str, ...]:
    gone = {name_key(name) for name in before} - {name_key(name) for name in now}
    return tuple(name for name in names if name_key(name) not in gone)


def _each_of(terms: tuple[Term, ...], keys: Iterable[str], what: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(choose(terms, key, what) for key in keys))


def _one_of(terms: tuple[Any, ...], key: str | None, what: str) -> str | None:
    return None if key is None else choose(terms, key, what)


class Moment(Content):
    """A connection moment.

    Attributes:
        kind: a key of `vocabulary.KINDS` or one of the person's own; None where not said.
        direction: a key of `DIRECTIONS`.
        mode: a key of `MODES`.
        who: keys of `WHO`: the roles of those it was with; a name is never needed.
        support: keys of `SUPPORTS`: which kinds of support it held.
        occasion: a key of `OCCASIONS`.
        minutes: how long it took.
        fit: a key of `FITS`: was it the kind of support that was needed (Cutrona 1990)?
    """

    type: ClassVar[str] = "moment"

    kind: str | None = None
    direction: str | None = None
    mode: str | None = None
    who: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    occasion: str | None = None
    minutes: int | None = None
    fit: str | None = None

    def _settle(self, given: dict[str, Any]) -> None:
        super()._settle(given)
        given["kind"] = " ".join(clean(given["kind"] or "").split()) or None
        given["direction"] = _one_of(DIRECTIONS, given["direction"], "direction")
        given["mode"] = _one_of(MODES, given["mode"], "mode")
        given["who"] = _each_of(WHO, given["who"], "role")
        given["support"] = _each_of(SUPPORTS, given["support"], "kind of support")
        given["occasion"] = _one_of(OCCASIONS, given["occasion"], "occasion")
        given["fit"] = _one_of(FITS, given["fit"], "fit")
        minutes = given["minutes"]
        given["minutes"] = _number(minutes, MAX_MINUTES, refusals.MINUTES, "Minutes")


class Part(Record):
    """One question of a reflection and its answer."""

    question: str
    answer: str

    def _settle(self, given: dict[str, Any]) -> None:
        given["question"] = clean(given["question"])
        given["answer"] = clean(given["answer"])


class Reflection(Content):
    """An answered prompt. `text` is always the answers of its parts, an empty line between.

    Attributes:
        parts: each question with its answer, in order.
        prompt_id: the prompt the questions came from, or None for the person's own words.
    """

    type: ClassVar[str] = "reflection"

    parts: tuple[Part, ...] = ()
    prompt_id: str | None = None

    def _settle(self, given: dict[str, Any]) -> None:
        given["parts"] = tuple(given["parts"])
        given["text"] = "\n\n".join(part.answer for part in given["parts"] if part.answer)
        super()._settle(given)

    @property
    def is_empty(self) -> bool:
        """Nothing was answered; the question alone does not count."""
        return self.replace(parts=(), prompt_id=None) == Reflection() and not self.text.strip()


class CheckIn(Content):
    """How it is right now: three gauges of one's own, 0-10 each, none of them required.

    Never summed, no cut-offs, no norms. `text` is an optional note.

    Attributes:
        energy: energy right now (one daily item: Van Hooff 2007).
        load: load today (Elo 2003, a single item).
    """

    type: ClassVar[str] = "check-in"

    energy: int | None = None
    load: int | None = None

    def _settle(self, given: dict[str, Any]) -> None:
        super()._settle(given)
        given["energy"] = rating(given["energy"], "Energy")
        given["load"] = rating(given["load"], "Load")


class Draft(Record):
    """Content that is not kept yet. Without `when` it is kept as of the moment of keeping."""

    content: Moment | Reflection | CheckIn
    when: Instant | None = None
    source: str | None = None
    source_id: str | None = None


class Entry(Record):
    """A kept thing.

    Attributes:
        row: the order of time among all entries, microseconds since 1970 UTC, unique.
        id: the public id, a UUIDv7 as text, the same for ever.
        when: when it happened, and on which day.
        sealed: absent from lists, search, patterns and exports until unsealed.
        trashed_at: when it was put in the trash (ISO 8601), or None.
        created_at: when it was first kept, ISO 8601 with offset.
        updated_at: when it was last changed, ISO 8601 with offset.
        source: the program it was imported from, or None.
        source_id: its id there, or None.
    """

    row: int
    id: str
    content: Moment | Reflection | CheckIn
    when: Instant
    sealed: bool
    trashed_at: str | None
    created_at: str
    updated_at: str
    source: str | None = None
    source_id: str | None = None

    @property
    def type(self) -> str:
        """A key of `vocabulary.ENTRY_TYPES`."""
        return self.content.type


class EntryLine(Record):
    """What a list shows of an entry, cheap enough to read by the page.

    Attributes:
        row: see `Entry`.
        id: see `Entry`.
        type: see `Entry`.
        when: see `Entry`.
        kind: the kind of a moment, else None.
        text: the first characters of the words, on one line and safe to show.
        supported: 0-10 or None; so are `energy` and `load`.
        sealed: see `Entry`.
    """

    row: int
    id: str
    type: str
    when: Instant
    kind: str | None
    text: str
    supported: int | None
    energy: int | None
    load: int | None
    sealed: bool
