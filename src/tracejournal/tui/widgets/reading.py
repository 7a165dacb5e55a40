"""How an entry reads when it is opened: its questions, its words, and what belongs to them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content, Span

from tracejournal.model.entry import MAX_RATING, CheckIn, Moment, Reflection
from tracejournal.model.hits import hits
from tracejournal.model.text import MAX_SHOWN, display, one_line
from tracejournal.model.vocabulary import (
    CONDITIONS,
    DIRECTIONS,
    ENTRY_TYPES,
    FITS,
    KINDS,
    MODES,
    OCCASIONS,
    SUPPORTS,
    WHO,
    label,
)
from tracejournal.words import forms, history, lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracejournal.model.entry import Entry
    from tracejournal.model.query import Query

_QUESTION = "italic $ink-soft"
_FAINT = "$ink-faint"
_FOUND = "bold $on-found on $found"
_LABEL_WIDTH = 12


def title(entry: Entry) -> str:
    """Return the day, the time and the kind."""
    kind = entry.content.kind if isinstance(entry.content, Moment) else None
    named = label(KINDS, kind) if kind else label(ENTRY_TYPES, entry.type)
    return history.entry_title(entry.when.on, entry.when.at, one_line(named))


def subtitle(entry: Entry) -> str:
    """Return how supported it felt, where that was said."""
    if entry.sealed or isinstance(entry.content, CheckIn) or entry.content.supported is None:
        return ""
    return history.felt_supported(entry.content.supported)


def reading(entry: Entry, query: Query, limit: int = MAX_SHOWN) -> Content:
    """Return all of an entry but its title, safe to show.

    Args:
        entry: what was opened; of a sealed one nothing is shown.
        query: what was searched for; hits in the words are marked.
        limit: characters of words shown at most.
    """
    if entry.sealed:
        return Content.styled(history.SEALED_ENTRY, _FAINT)
    blocks = [*_words(entry, query, limit), *_facts(entry)]
    return Content("\n\n").join(blocks)


def is_cut(entry: Entry, limit: int) -> bool:
    """Return whether an entry has more words than `limit` characters."""
    return not entry.sealed and len(entry.content.text) > limit


def _words(entry: Entry, query: Query, limit: int) -> Iterator[Content]:
    content = entry.content
    if isinstance(content, Reflection):
        left = limit
        for part in content.parts:
            if part.question and left > 0:
                yield Content.styled(display(part.question), _QUESTION)
            if part.answer and left > 0:
                yield _marked(part.answer, query, left)
            left -= len(part.answer)
    elif content.text:
        yield _marked(content.text, query, limit)
    if not content.text.strip() and not isinstance(content, CheckIn):
        yield Content.styled(history.NO_WORDS, _FAINT)


def _marked(text: str, query: Query, limit: int) -> Content:
    shown = display(text, limit)
    return Content(shown, [Span(start, end, _FOUND) for start, end in hits(shown, query)])


def _facts(entry: Entry) -> Iterator[Content]:
    content = entry.content
    if isinstance(content, CheckIn):
        yield _gauges(content)
    who = content.who if isinstance(content, Moment) else ()
    named = [Content.styled(label(WHO, key), "$support") for key in who]
    named += [Content.styled(f"@{one_line(name)}", "$support") for name in content.people]
    named += [Content.styled(f"#{one_line(tag)}", "$lead") for tag in content.tags]
    if named:
        yield Content("  ").join(named)
    helped = [
        _labelled(history.HELPED, content.present, "$felt"),
        _labelled(history.MISSING, content.missing, "$ink-soft"),
    ]
    if any(helped):
        yield Content("\n").join(line for line in helped if line)
    about = [_how(content), _notes(entry)]
    if any(about):
        yield Content.styled("\n".join(line for line in about if line), _FAINT)


def _labelled(what: str, keys: tuple[str, ...], style: str) -> Content:
    if not keys:
        return Content()
    conditions = " · ".join(one_line(label(CONDITIONS, key)) for key in keys)
    return Content.assemble((f"{what}  ", _FAINT), (conditions, style))


def _gauges(content: CheckIn) -> Content:
    said = (
        (forms.ENERGY, content.energy),
        (forms.LOAD, content.load),
        (forms.SUPPORTED, content.supported),
    )
    lines = [
        Content.assemble(
            (f"{name:<{_LABEL_WIDTH}}", "$ink-soft"),
            ("●" * number + "○" * (MAX_RATING - number), "$support"),
            f"  {number}",
        )
        for name, number in said
        if number is not None
    ]
    return Content("\n").join(lines) if lines else Content.styled(lists.NOTHING_SAID, _FAINT)


def _how(content: Moment | Reflection | CheckIn) -> str:
    if not isinstance(content, Moment):
        return ""
    said = [
        label(DIRECTIONS, content.direction),
        label(MODES, content.mode),
        label(OCCASIONS, content.occasion),
        history.minutes(content.minutes) if content.minutes is not None else "",
        ", ".join(label(SUPPORTS, key) for key in content.support),
        label(FITS, content.fit),
    ]
    return " · ".join(one_line(each) for each in said if each)


def _notes(entry: Entry) -> str:
    notes = []
    if entry.updated_at != entry.created_at:
        notes.append(history.changed(datetime.fromisoformat(entry.updated_at).date()))
    if entry.source:
        notes.append(history.came_from(one_line(entry.source)))
    return " · ".join(notes)
