"""`tracejournal prompts`: the deck and one's own."""

from __future__ import annotations

import json

from tracejournal.cli import prompt_fields
from tracejournal.cli.asking import can_ask, piped, words_or
from tracejournal.cli.keeping import fleeting, keep_or_put_aside
from tracejournal.cli.options import Option
from tracejournal.cli.output import dim, tell, write, write_line
from tracejournal.cli.rows import fitted
from tracejournal.model.errors import Misuse, NoJournal
from tracejournal.model.prompt import CONTENT
from tracejournal.model.roles import mine_first
from tracejournal.model.text import one_line
from tracejournal.words import cli as words
from tracejournal.words import prompts as prompt_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.journal import Journal
    from tracejournal.model.prompt import Prompt

OPTIONS = (
    *prompt_fields.OPTIONS,
    Option("all"),
    Option("yes"),
    Option("json"),
)


def run(arguments: Arguments, context: Context) -> int | None:
    """List the prompts, or do what the first word says."""
    action, *typed = arguments.words or ("list",)
    if action not in _ACTIONS:
        actions = ", ".join(_ACTIONS)
        said = words.NO_SUCH_ACTION.format(command="prompts", actions=actions, typed=action)
        raise Misuse(said)
    return _ACTIONS[action](arguments.replace(words=tuple(typed)), context)


def _all(context: Context) -> tuple[Sequence[Prompt], tuple[str, ...]]:
    """Return all prompts and the topics that rest. The deck is there before any journal is."""
    try:
        with context.journal() as journal:
            return journal.prompts.in_order(), journal.prompts.resting_topics()
    except NoJournal:
        from tracejournal.journal.own_prompts import deck  # noqa: PLC0415 - paid for when used

        return mine_first(deck(), context.config.roles), ()


def _list(arguments: Arguments, context: Context) -> None:
    known, resting = _all(context)
    found = prompt_fields.matching(known, arguments)
    if arguments.has("json"):
        _write_json(found)
        return
    if not found:
        tell(prompt_words.NONE_MATCHES)
    width = max((len(prompt.id) for prompt in found), default=0)
    for prompt in found:
        start = f"{prompt.id:<{width}}  {prompt.depth:<6}  "
        marks = (words.OWN if prompt.own else "", words.HIDDEN if prompt.hidden else "")
        mark = ", ".join(filter(None, marks))
        text = one_line(prompt.text) + (f" ({mark})" if mark else "")
        write_line(dim(start) + fitted(text, len(start)))
    if resting:
        tell(prompt_words.TOPICS_REST.format(topics=", ".join(resting)))


def _write_json(found: Sequence[Prompt]) -> None:
    from tracejournal.exchange.json_export import array  # noqa: PLC0415 - paid for when used
    from tracejournal.exchange.json_objects import prompt_object  # noqa: PLC0415

    objects = (prompt_object(prompt) | {"own": prompt.own} for prompt in found)
    for piece in array(json.dumps(each, ensure_ascii=False) for each in objects):
        write(piece)


def _add(arguments: Arguments, context: Context) -> None:
    said = prompt_fields.said(arguments)  # refused before anyone is asked to type
    text = words_or(arguments, words.ASK_PROMPT)

    def add() -> Prompt:
        with context.journal(create=True) as journal:
            return journal.prompts.add(text, **said)

    added = keep_or_put_aside(fleeting(arguments, text), add)
    tell(words.PROMPT_ADDED.format(id=added.id))
    _tell_hints(added)


def _edit(arguments: Arguments, context: Context) -> None:
    """Change a prompt by what is typed after its id, or in the editor; of the deck's, a copy."""
    if not arguments.words:
        raise Misuse(words.WHICH_PROMPT)
    said = prompt_fields.said(arguments)
    typed = arguments.replace(words=arguments.words[1:])
    with context.journal(create=True) as journal:
        prompt = journal.prompts.get(arguments.words[0])
        prompt.replace(**said)  # refused before anyone is asked to type
        written = ""
        if typed.words:
            said["text"] = " ".join(typed.words)
        elif not said and can_ask(arguments):
            from tracejournal.cli.prompt_files import in_editor  # noqa: PLC0415 - paid for when used

            written, edited = in_editor(prompt)
            said = {name: getattr(edited, name) for name in CONTENT} | {"title": edited.own_title}
        elif not said:
            written = said["text"] = piped()
            if not said["text"]:
                raise Misuse(prompt_words.EDIT_WHAT)
        changed = keep_or_put_aside(written, lambda: _revised(journal, prompt, said))
    if changed is None:
        tell(words.NOTHING_CHANGED)
        return
    sentence = prompt_words.EDITED if prompt.own else prompt_words.COPIED
    tell(sentence.format(id=changed.id, original=prompt.id))
    _tell_hints(changed)


def _revised(journal: Journal, prompt: Prompt, said: Mapping[str, Any]) -> Prompt | None:
    """Change a prompt and return it, or return None where it says all that already."""
    if prompt.revised(**said).content == prompt.content:
        return None
    return journal.prompts.revise(prompt.id, **said)


def _tell_hints(prompt: Prompt) -> None:
    from tracejournal.cli.prompt_files import tell_hints  # noqa: PLC0415 - paid for when used

    tell_hints(prompt)


def _one(arguments: Arguments) -> str:
    if len(arguments.words) != 1:
        raise Misuse(words.WHICH_PROMPT)
    return arguments.words[0]


def _hide(arguments: Arguments, context: Context) -> None:
    with context.journal(create=True) as journal:
        prompt = journal.prompts.hide(_one(arguments))
    tell(words.PROMPT_HIDDEN.format(id=prompt.id))


def _show(arguments: Arguments, context: Context) -> None:
    with context.journal() as journal:
        prompt = journal.prompts.hide(_one(arguments), hidden=False)
    tell(words.PROMPT_SHOWN.format(id=prompt.id))


def _remove(arguments: Arguments, context: Context) -> None:
    with context.journal() as journal:
        prompt = journal.prompts.remove(_one(arguments))
    tell(words.PROMPT_REMOVED.format(id=prompt.id))


def _rest(arguments: Arguments, context: Context) -> None:
    """Let a topic rest; without one, list those that do."""
    if not arguments.words:
        for topic in _all(context)[1]:
            write_line(one_line(topic))
        return
    _set_resting(arguments, context, rests=True)


def _wake(arguments: Arguments, context: Context) -> None:
    _set_resting(arguments, context, rests=False)


def _set_resting(arguments: Arguments, context: Context, *, rests: bool) -> None:
    with context.journal(create=True) as journal:
        topic = journal.prompts.rest_topic(" ".join(arguments.words), rests=rests)
    said = prompt_words.TOPIC_RESTS if rests else prompt_words.TOPIC_WOKEN
    tell(said.format(topic=topic))


def _export(arguments: Arguments, context: Context) -> None:
    from tracejournal.cli.prompt_files import export  # noqa: PLC0415 - paid for when used

    known, _ = _all(context)
    wanted = [prompt for prompt in known if prompt.own or arguments.has("all")]
    export(prompt_fields.matching(wanted, arguments), _file(arguments, "export", "-"), arguments)


def _import(arguments: Arguments, context: Context) -> int:
    from tracejournal.cli.prompt_files import take_in  # noqa: PLC0415 - paid for when used

    path = _file(arguments, "import", "")
    with context.journal(create=True) as journal:
        return take_in(journal, path, arguments)


def _file(arguments: Arguments, action: str, usual: str) -> str:
    typed = arguments.words or ((usual,) if usual else ())
    if len(typed) != 1:
        raise Misuse(prompt_words.ONE_FILE.format(action=action))
    return typed[0]


_ACTIONS: Mapping[str, Callable[[Arguments, Context], int | None]] = {
    "list": _list,
    "add": _add,
    "edit": _edit,
    "hide": _hide,
    "show": _show,
    "remove": _remove,
    "rest": _rest,
    "wake": _wake,
    "export": _export,
    "import": _import,
}
