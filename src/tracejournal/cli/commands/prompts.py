"""`tracejournal prompts`: the deck and one's own."""

from __future__ import annotations

from tracejournal.cli.asking import words_or
from tracejournal.cli.keeping import fleeting, keep_or_put_aside
from tracejournal.cli.output import dim, tell, write_line
from tracejournal.cli.rows import fitted
from tracejournal.model.errors import Misuse, NoJournal
from tracejournal.model.text import one_line
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.model.prompt import Prompt

OPTIONS = ()


def run(arguments: Arguments, context: Context) -> None:
    """List the prompts, or do what the first word says."""
    if not arguments.words:
        _list(_all(context))
        return
    action, *typed = arguments.words
    if action == "add":
        _add(arguments.replace(words=tuple(typed)), context)
    elif action in ("hide", "show", "remove"):
        _change(action, typed, context)
    else:
        actions = "add TEXT, hide ID, show ID, remove ID"
        said = words.NO_SUCH_ACTION.format(command="prompts", actions=actions, typed=action)
        raise Misuse(said)


def _all(context: Context) -> Sequence[Prompt]:
    """The deck is there before any journal is."""
    try:
        with context.journal() as journal:
            return journal.prompts.all(with_hidden=True)
    except NoJournal:
        from tracejournal.journal.own_prompts import deck  # noqa: PLC0415 - paid for when used

        return deck()


def _list(prompts: Sequence[Prompt]) -> None:
    width = max(len(prompt.id) for prompt in prompts)
    for prompt in prompts:
        start = f"{prompt.id:<{width}}  {prompt.depth:<6}  "
        marks = (words.OWN if prompt.own else "", words.HIDDEN if prompt.hidden else "")
        mark = ", ".join(filter(None, marks))
        text = one_line(prompt.text) + (f" ({mark})" if mark else "")
        write_line(dim(start) + fitted(text, len(start)))


def _add(arguments: Arguments, context: Context) -> None:
    text = words_or(arguments, words.ASK_PROMPT)

    def add() -> Prompt:
        with context.journal(create=True) as journal:
            return journal.prompts.add(text)

    added = keep_or_put_aside(fleeting(arguments, text), add)
    tell(words.PROMPT_ADDED.format(id=added.id))


def _change(action: str, typed: Sequence[str], context: Context) -> None:
    if len(typed) != 1:
        raise Misuse(words.WHICH_PROMPT)
    with context.journal(create=action == "hide") as journal:
        if action == "remove":
            tell(words.PROMPT_REMOVED.format(id=journal.prompts.remove(typed[0]).id))
            return
        prompt = journal.prompts.hide(typed[0], hidden=action == "hide")
        said = words.PROMPT_HIDDEN if prompt.hidden else words.PROMPT_SHOWN
        tell(said.format(id=prompt.id))
