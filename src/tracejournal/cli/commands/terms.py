"""`tracejournal terms`: kinds and conditions the person's own way."""

from __future__ import annotations

from tracejournal.cli.options import Option
from tracejournal.cli.output import dim, tell, write_line
from tracejournal.cli.rows import fitted
from tracejournal.model.errors import Misuse
from tracejournal.model.roles import first_come, kinds_first
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import VOCABULARIES, choose
from tracejournal.words import cli as words
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.model.vocabulary import Term

OPTIONS = (Option("observable"), Option("felt"))


def run(arguments: Arguments, context: Context) -> None:
    """List them, or do what the first word says."""
    if not arguments.words:
        _list(context)
        return
    action, *rest = arguments.words
    if action not in ("add", "rename", "hide", "show"):
        said = words.NO_SUCH_ACTION.format(
            command="terms", actions=words.TERM_ACTIONS, typed=action
        )
        raise Misuse(said)
    if len(rest) < 2:  # noqa: PLR2004 - which vocabulary, and what
        raise Misuse(words.WHICH_TERM)
    vocabulary, *typed = rest
    if vocabulary not in VOCABULARIES:
        raise Misuse(words.WHICH_TERM)
    if action == "add":
        _add(vocabulary, " ".join(typed), arguments, context)
    else:
        _change(action, vocabulary, typed, context)


def _list(context: Context) -> None:
    context.learn_terms()  # what comes along is there before any journal is
    width = max(len(each.key) for terms in VOCABULARIES.values() for each in terms)
    first = kinds_first(context.config.roles)
    for vocabulary, terms in VOCABULARIES.items():
        for each in first_come(first, terms, lambda term: term.key):
            start = f"{vocabulary:<9}  {each.key:<{width}}  "
            marks = ", ".join(_marks(vocabulary, each))
            text = one_line(each.label) + (f" ({marks})" if marks else "")
            write_line(dim(start) + fitted(text, len(start)))


def _marks(vocabulary: str, term: Term) -> list[str]:
    seen = words.OBSERVABLE if term.observable else words.FELT
    marks = (
        seen if vocabulary == "condition" else "",
        words.OWN if term.own else "",
        words.HIDDEN if term.hidden else "",
    )
    return [mark for mark in marks if mark]


def _add(vocabulary: str, label: str, arguments: Arguments, context: Context) -> None:
    observable = arguments.has("observable")
    if vocabulary == "condition" and observable == arguments.has("felt"):
        raise Misuse(refusals.TERM_UNMARKED)
    with context.journal(create=True) as journal:
        added = journal.terms.add(vocabulary, label, observable=observable)
    tell(words.TERM_ADDED.format(key=added.key, label=added.label))


def _change(action: str, vocabulary: str, typed: Sequence[str], context: Context) -> None:
    with context.journal(create=True) as journal:
        journal.learn_terms()
        key = choose(VOCABULARIES[vocabulary], typed[0], vocabulary)
        if action == "rename":
            changed = journal.terms.rename(vocabulary, key, " ".join(typed[1:]))
            said = words.TERM_RENAMED
        else:
            changed = journal.terms.hide(vocabulary, key, hidden=action == "hide")
            said = words.TERM_HIDDEN if changed.hidden else words.TERM_SHOWN
    tell(said.format(key=changed.key, label=changed.label))
