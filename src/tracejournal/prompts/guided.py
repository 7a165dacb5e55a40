"""Files of guided reflections, as they come with the program and as people write them."""

from __future__ import annotations

import json
import os
import re
import tomllib

from tracejournal.model.errors import Misuse
from tracejournal.model.guided import CLOSING, Guide, Step
from tracejournal.model.text import clean
from tracejournal.words import guided as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

GUIDES_FILE = os.path.join(os.path.dirname(__file__), "guided.toml")

_GUIDE = {"id": str, "title": str, "about": str, "minutes": int, "step": list}
_STEP = {"name": str, "question": str, "hint": str, "choices": list, "closing": bool}
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_MOST_MINUTES = 60

_OBEYED = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What a terminal may obey where it is printed: written as an escape, which TOML reads back."""


def load_guides(path: str = GUIDES_FILE) -> tuple[Guide, ...]:
    """Return the guides that come with the program."""
    with open(path, encoding="utf-8") as file:
        return read_guides(file.read(), path)


def read_guides(text: str, path: str) -> tuple[Guide, ...]:
    """Return the guides of a file, in its order; the first of two with one id counts.

    Args:
        text: what is in it.
        path: its name, for refusals.

    Raises:
        Misuse: it is no TOML, or something in it cannot be; the sentence says what.
    """
    try:
        tables = tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n")).get("guided", [])
    except (ValueError, RecursionError) as error:
        reason = " ".join(str(error).split()).rstrip(".")
        raise Misuse(words.NOT_TOML.format(path=path, reason=reason)) from None
    if not isinstance(tables, list) or not tables or not all(isinstance(t, dict) for t in tables):
        raise Misuse(words.NO_GUIDES.format(path=path))
    found: dict[str, Guide] = {}
    for table in tables:
        guide = _guide(table)
        found.setdefault(guide.id, guide)
    return tuple(found.values())


def _guide(table: Mapping[str, Any]) -> Guide:
    title = str(table.get("title", table.get("id", "")))
    _check(table, _GUIDE, title)
    if not 1 <= table.get("minutes", 5) <= _MOST_MINUTES:
        raise Misuse(_bad(title, "minutes"))
    steps = table.get("step", [])
    for step in steps:
        if not isinstance(step, dict) or "question" not in step:
            raise Misuse(_bad(title, "step"))
        _check(step, _STEP, title)
        if not all(isinstance(choice, str) for choice in step.get("choices", [])):
            raise Misuse(_bad(title, "choices"))
    name = table.get("id", id_of(title))
    if not _ID.fullmatch(name):
        raise Misuse(_bad(title, "id"))
    said = {key: value for key, value in table.items() if key in ("about", "minutes")}
    return Guide(name, title, tuple(_step(step) for step in steps), **said)


def _step(table: Mapping[str, Any]) -> Step:
    return Step(**{**table, "choices": tuple(table.get("choices", ()))})


def _check(table: Mapping[str, Any], kinds: Mapping[str, type], title: str) -> None:
    for name, value in table.items():
        if name not in kinds:
            said = words.UNKNOWN_NAME.format(title=title, name=name, known=", ".join(kinds))
            raise Misuse(said)
        # For Python, true is a number, too.
        if not isinstance(value, kinds[name]) or (kinds[name] is int and value in (True, False)):
            raise Misuse(_bad(title, name))


def _bad(title: str, name: str) -> str:
    return words.BAD_VALUE.format(title=title, name=name, hint=words.HINTS[name])


def write_guides(guides: Iterable[Guide]) -> Iterator[str]:
    """Yield the text of a file that `read_guides` reads back as the same guides."""
    for guide in guides:
        yield f"[[guided]]\nid = {_quoted(guide.id)}\ntitle = {_quoted(guide.title)}\n"
        if guide.about:
            yield f"about = {_quoted(guide.about)}\n"
        yield f"minutes = {guide.minutes}\n\n"
        for step in guide.steps:
            yield _step_text(step)


def _step_text(step: Step) -> str:
    lines = ["[[guided.step]]", f"name = {_quoted(step.name)}"]
    lines.append(f"question = {_quoted(step.question)}")
    if step.hint:
        lines.append(f"hint = {_quoted(step.hint)}")
    if step.choices:
        lines.append(f"choices = [{', '.join(map(_quoted, step.choices))}]")
    if step.closing:
        lines.append("closing = true")
    return "\n".join((*lines, "", ""))


def _quoted(text: str) -> str:
    written = json.dumps(text, ensure_ascii=False)
    return _OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def guide_of_lines(text: str) -> Guide:
    """Return the guide a person wrote in plain lines: its title, then a question a line.

    Raises:
        Misuse: there is no title or no question, or there are too many.
    """
    title, *questions = [line.strip() for line in clean(text).splitlines() if line.strip()] or [""]
    steps = tuple(Step(question) for question in questions if question != CLOSING.question)
    return Guide(id_of(title), title, steps, own=True)


def id_of(title: str) -> str:
    """Return an id made of a title: `my-after-court`."""
    found = re.findall(r"[a-z0-9]+", title.lower())[:5]
    return "-".join(("my", *found))[:60].rstrip("-") if found else "my-steps"
