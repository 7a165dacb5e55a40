"""What a line of words amounts to, and the names that fit while one is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tracejournal.model.mentions import as_mention, people_in, tags_in
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import (
    CONDITIONS,
    DIRECTIONS,
    KINDS,
    OCCASIONS,
    SUPPORTS,
    WHO,
    label,
    term,
)
from tracejournal.words import forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tracejournal.model.vocabulary import Term

_MOST_NAMES = 4
_CHOSEN = "$on-lead on $lead"


def summary(text: str, values: Mapping[str, object]) -> Content:
    """Return kind, direction, people, tags and the rest in one line.

    Args:
        text: the words.
        values: what the rows of the form hold, by field.
    """
    pieces: list[Content] = []
    kind = term(KINDS, str(values["kind"]))
    if kind:
        named = one_line(f"{kind.glyph} {kind.label}")
        pieces.append(Content.styled(f" {named} ", _CHOSEN))
    if values["direction"]:
        direction = label(DIRECTIONS, str(values["direction"]))
        pieces.append(Content.styled(direction, "$ink-soft"))
    pieces += _several(values, "who", WHO, "$support")
    people, tags = people_in(text)[:_MOST_NAMES], tags_in(text)[:_MOST_NAMES]
    pieces += [Content.styled(one_line(as_mention(name)), "$support") for name in people]
    pieces += [Content.styled(one_line(f"#{tag}"), "$lead") for tag in tags]
    if values["supported"] is not None:
        pieces.append(Content.styled(f"{forms.SUPPORTED} {values['supported']}", "$support"))
    pieces += _several(values, "present", CONDITIONS, "$felt")
    pieces += _several(values, "missing", CONDITIONS, "$ink-soft")
    if values["minutes"] is not None:
        pieces.append(Content.styled(forms.about_minutes(int(str(values["minutes"]))), "$ink-soft"))
    pieces += _several(values, "support", SUPPORTS, "$ink-soft")
    if values["occasion"]:
        pieces.append(Content.styled(label(OCCASIONS, str(values["occasion"])), "$ink-soft"))
    return Content(" · ").join(pieces)


def _several(
    values: Mapping[str, object], name: str, terms: Sequence[Term], style: str
) -> Iterator[Content]:
    keys = values[name]
    if isinstance(keys, tuple) and keys:
        names = ", ".join(one_line(label(terms, key)) for key in keys)
        yield Content.styled(names, style)


def offer(names: tuple[str, ...]) -> Content:
    """Return names that complete what is typed, the first marked: Tab takes it."""
    first, *others = map(one_line, names)
    return Content.assemble(
        (f" {first} ", _CHOSEN),
        ("".join(f"  {name}" for name in others), "$ink-soft"),
        (f"   {forms.COMPLETE}", "$ink-faint"),
    )
