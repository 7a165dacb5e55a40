"""Files of prompts: TOML that people write, described in docs/prompts.md."""

from __future__ import annotations

import json
import re
import tomllib

from tracejournal.model.errors import Misuse
from tracejournal.model.prompt import Prompt
from tracejournal.model.record import Record
from tracejournal.prompts.ids import free_id, id_from, is_id, own_id
from tracejournal.prompts.second_look import second_look
from tracejournal.words import prompts as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

LARGEST = 1_000_000
"""Bytes of a file: thousands of prompts."""

MOST = 1_000
"""Prompts in a file."""

_TEXTS = (
    "id", "title", "text", "principle", "topic", "depth", "starter", "distancing", "when",
    "instead_of",
)  # fmt: skip
_NOT_TAKEN = ("theme",)
"""What the deck of the program says more than a file of one's own."""

_HEAD = re.compile(r"\s*\[\[\s*prompt\s*\]\]")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class Found(Record):
    """One prompt of a file.

    Attributes:
        line: where it begins, or where its problem stands; from 1.
        name: its id, title or first words, to speak of it.
        prompt: it, with an id of one's own; None where it cannot be taken in.
        problem: why it cannot be taken in and what to do, or "".
        hints: what could be kinder, plainer or safer about it.
        is_there: whether the journal or the deck has it already, word for word.
    """

    line: int
    name: str
    prompt: Prompt | None = None
    problem: str = ""
    hints: tuple[str, ...] = ()
    is_there: bool = False


class _FieldError(Exception):
    """A field has a value that cannot be."""

    def __init__(self, problem: str, field: str = "") -> None:
        super().__init__(problem)
        self.field = field


def read_prompts(text: str, known: Sequence[Prompt] = ()) -> tuple[Found, ...]:
    """Return what a file holds, one by one in its order; what is wrong with one spoils no other.

    Args:
        text: what stands in the file.
        known: the deck and the person's own, hidden ones included.

    Raises:
        Misuse: there is no prompt in it at all, or far too many.
    """
    blocks = _blocks(text)
    if not blocks:
        raise Misuse(words.NO_PROMPT_IN_FILE)
    if len(blocks) > MOST:
        raise Misuse(words.TOO_MANY_PROMPTS.format(count=len(blocks), most=MOST))
    tables = _tables(text)
    if len(tables) != len(blocks):  # one of them is no TOML, so each is read by itself
        tables = [None] * len(blocks)
    taken = {prompt.id: prompt for prompt in known}
    return tuple(
        _found(line, block, table, taken)
        for (line, block), table in zip(blocks, tables, strict=True)
    )


def _blocks(text: str) -> list[tuple[int, str]]:
    """Return the first line of each prompt, counted from 1, and its part of the file."""
    lines = text.replace("\r\n", "\n").split("\n")
    starts = [number for number, line in enumerate(lines) if _HEAD.match(line)]
    ends = [*starts[1:], len(lines)][: len(starts)]
    return [
        (start + 1, "\n".join(lines[start:end])) for start, end in zip(starts, ends, strict=True)
    ]


def _tables(text: str) -> list[Any]:
    try:
        tables = tomllib.loads(text).get("prompt")
    except (ValueError, RecursionError):
        return []
    return tables if isinstance(tables, list) else []


def _found(line: int, block: str, table: object, taken: dict[str, Prompt]) -> Found:
    """Return what one block holds, and note its id as taken."""
    try:
        fields = _fields(_table(block) if table is None else table)
        prompt = _prompt(fields, taken)
    except _FieldError as error:
        name = _name_in(block) or words.NAMELESS
        return Found(line + _line_of(block, error), name, problem=str(error))
    is_there = prompt.id in taken
    if not is_there:
        taken[prompt.id] = prompt
    hints = () if is_there else (*_unknown(block, table), *second_look(prompt))
    return Found(line, prompt.title, prompt, hints=hints, is_there=is_there)


def _table(block: str) -> object:
    try:
        return tomllib.loads(block)["prompt"][0]
    except RecursionError:
        raise _FieldError(words.NOT_TOML.format(reason=words.TOO_DEEP)) from None
    except ValueError as error:
        said = str(error)
        place = _PLACE.search(said)
        reason = _PLACE.sub("", said)[:120]
        at = place[1] if place and place[1] else ""
        raise _FieldError(words.NOT_TOML.format(reason=reason), at) from None


def _fields(table: object) -> dict[str, Any]:
    """Return the fields of one prompt, each of its type."""
    if not isinstance(table, dict):
        raise _FieldError(words.NOT_TOML.format(reason=words.NO_FIELDS))
    fields: dict[str, Any] = {}
    for name, value in table.items():
        if name in _TEXTS:
            if not isinstance(value, str):
                raise _FieldError(words.FIELD_IS_TEXT.format(name=name), name)
            fields[name] = value
        elif name == "minutes":
            fields[name] = value if isinstance(value, int) else str(value)
        elif name == "roles":
            if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
                raise _FieldError(words.ROLES_ARE_LIST, name)
            fields[name] = tuple(value)
    return fields


def _prompt(fields: dict[str, Any], taken: Mapping[str, Prompt]) -> Prompt:
    """Return the prompt; one that is there already has the id that it has there."""
    typed = fields.pop("id", "").strip()
    if typed and not is_id(typed):
        raise _FieldError(words.BAD_PROMPT_ID.format(value=typed[:60]), "id")
    instead_of = fields.get("instead_of", "")
    if instead_of and (instead_of not in taken or taken[instead_of].own):
        raise _FieldError(words.NOT_IN_DECK.format(value=instead_of[:60]), "instead_of")
    prompt = _checked(fields)
    same = (each for each in taken.values() if each.content == prompt.content)
    there = next(same, None)
    if there is not None:
        return there
    new = own_id(typed) if typed else free_id(id_from(prompt.text), taken)
    if new in taken:
        raise _FieldError(words.PROMPT_ID_TAKEN.format(value=new), "id")
    return prompt.replace(id=new)


def _checked(fields: Mapping[str, Any]) -> Prompt:
    text = fields.get("text", "")
    try:
        return Prompt("x", **{"text": text, **fields}, own=True)
    except Misuse:
        for name, value in {"text": text, **fields}.items():
            try:
                Prompt("x", **{"text": "x", name: value})
            except Misuse as refusal:
                said = words.TEXT_MISSING if name == "text" and not text.strip() else str(refusal)
                raise _FieldError(said, name) from None
        raise


def _line_of(block: str, error: _FieldError) -> int:
    """Return on which line of a block, counted from 0, a problem stands."""
    if error.field.isdigit():
        return int(error.field) - 1
    for number, line in enumerate(block.split("\n")):
        if error.field and re.match(rf"\s*{error.field}\s*=", line):
            return number
    return 0


def _name_in(block: str) -> str:
    named = re.search(r'^\s*(?:id|title|text)\s*=\s*["\']+(.{1,40})', block, re.MULTILINE)
    return named[1].rstrip("\"'") if named else ""


def _unknown(block: str, table: object) -> Iterator[str]:
    names = table if isinstance(table, dict) else _table(block)
    for name in names if isinstance(names, dict) else ():
        if name not in (*_TEXTS, "minutes", "roles", *_NOT_TAKEN):
            yield words.UNKNOWN_FIELD.format(name=str(name)[:40])


def write_prompts(prompts: Iterable[Prompt]) -> Iterator[str]:
    """Yield the text of a file that `read_prompts` reads back."""
    yield "".join(f"# {line}".rstrip() + "\n" for line in words.FILE_HEAD)
    for prompt in prompts:
        yield "\n" + as_block(prompt)


def as_block(prompt: Prompt) -> str:
    """Return one prompt as it stands in a file; empty fields are left out."""
    values = {name: getattr(prompt, name) for name in _TEXTS} | {"title": prompt.own_title}
    lines = [f"{name} = {_quoted(value.strip())}" for name, value in values.items() if value]
    lines.append(f"roles = [{', '.join(map(_quoted, prompt.roles))}]")
    lines.append(f"minutes = {prompt.minutes}")
    return "\n".join(("[[prompt]]", *lines, ""))


def _quoted(text: str) -> str:
    # A text of JSON is a text of TOML, too.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
