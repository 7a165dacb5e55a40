"""`tracejournal reflect`: answer a prompt."""

from __future__ import annotations

from tracejournal.cli.asking import can_ask, words_or
from tracejournal.cli.keeping import (
    fleeting,
    hint_at_identifiers,
    keep_or_put_aside,
    refuse_json_if_shut,
    tell_if_cleaned,
    tell_kept,
)
from tracejournal.cli.options import Option
from tracejournal.cli.output import tell, write_json
from tracejournal.model.entry import Content, Draft, Entry, Part, Reflection
from tracejournal.model.errors import Misuse
from tracejournal.words import cli as words
from tracejournal.words import guided, lock, refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.journal import Journal
    from tracejournal.journal.letterbox import Letterbox
    from tracejournal.model.prompt import Prompt

OPTIONS = (
    Option("prompt", "ID"),
    Option("guided", "ID"),
    Option("another"),
    Option("editor"),
    Option("json"),
)


def run(arguments: Arguments, context: Context) -> None:
    """Keep an answer that is given, or sit down with the person to write one."""
    context.forgive_config()
    refuse_json_if_shut(arguments, context)
    if arguments.has("guided"):
        kept = _walk(arguments, context)
    else:
        kept = _sit_down(arguments, context) if _asks(arguments) else _take(arguments, context)
    if kept is None:
        tell(words.NOTHING_KEPT)
        return
    tell_kept(kept, context)
    if isinstance(kept, Draft) and not (_asks(arguments) or arguments.has("prompt")):
        _tell_question(kept.content)
    hint_at_identifiers(kept, context)
    if arguments.has("json") and isinstance(kept, Entry):
        with context.journal() as journal:
            write_json(journal, [kept.row])


def _tell_question(content: Content) -> None:
    """Say what was answered: to a locked journal it can be another one than it would offer."""
    if isinstance(content, Reflection):
        tell(lock.ANSWERED.format(question=content.parts[0].question))


def _asks(arguments: Arguments) -> bool:
    return can_ask(arguments) and (not arguments.words or arguments.has("editor"))


def _take(arguments: Arguments, context: Context) -> Entry | Draft:
    """Keep what stands after the command, or what is piped in."""
    text = words_or(arguments, "")
    if not text:
        raise Misuse(refusals.INPUT_MISSING)

    def keep() -> Entry | Draft:
        with context.journal_or_letterbox() as journal:
            prompt = _prompt(arguments, journal)
            question, prompt_id = (prompt.text, prompt.id) if prompt else ("", None)
            reflection = Reflection(parts=(Part(question, text),), prompt_id=prompt_id)
            return journal.entries.keep(Draft(reflection))

    kept = keep_or_put_aside(fleeting(arguments, text), keep)
    tell_if_cleaned(text, kept.content.text)
    return kept


def _walk(arguments: Arguments, context: Context) -> Entry | Draft | None:
    """Go through a guided reflection, line by line."""
    if arguments.words or not can_ask(arguments):
        raise Misuse(guided.NEEDS_PERSON)
    from tracejournal.cli.walking import walk_guide  # noqa: PLC0415 - paid for when used

    with context.journal_or_letterbox() as journal:
        return walk_guide(journal, journal.guides.get(arguments.one("guided") or ""))


def _sit_down(arguments: Arguments, context: Context) -> Entry | Draft | None:
    from tracejournal.cli.sitting import Sitting  # noqa: PLC0415 - paid for when used

    with context.journal_or_letterbox() as journal:
        prompt = _prompt(arguments, journal)
        if prompt is None:
            tell(words.NO_PROMPT)
            return None
        sitting = Sitting(journal, prompt)
        begun = " ".join(arguments.words)
        text = sitting.in_editor(begun) if arguments.has("editor") else sitting.in_lines()
        return sitting.keep(text) if text.strip() else None


def _prompt(arguments: Arguments, journal: Journal | Letterbox) -> Prompt | None:
    """Return the prompt that was chosen, or another one, or today's; not today is taken back."""
    wanted = arguments.one("prompt")
    if wanted is not None:
        return journal.prompts.get(wanted)
    if arguments.has("another"):
        return journal.prompts.another().prompt
    return journal.prompts.of_today().prompt or journal.prompts.today_after_all().prompt
