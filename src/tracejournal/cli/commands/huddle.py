"""`tracejournal huddle`: the guide of a huddle, gone through in lines and kept as a moment."""

from __future__ import annotations

from tracejournal.cli.asking import ask_line, can_ask
from tracejournal.cli.keeping import keep_or_put_aside
from tracejournal.cli.options import Option
from tracejournal.cli.output import tell, tell_text, write_json, write_line
from tracejournal.cli.rows import kept_line
from tracejournal.cli.walking import Walking, asked
from tracejournal.model.draft import HUDDLE
from tracejournal.model.entry import Draft
from tracejournal.model.errors import Misuse
from tracejournal.model.huddle import SOLO, TOGETHER, Kept, kept, steps
from tracejournal.model.text import display
from tracejournal.words import cli
from tracejournal.words import huddle as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.journal.journal import Journal
    from tracejournal.model.entry import Entry, Moment

OPTIONS = (Option("solo"), Option("json"))
TAKES_WORDS = False


def run(arguments: Arguments, context: Context) -> None:
    """Go through the steps with the person; where nobody can be asked, print them."""
    context.forgive_config()
    mode = SOLO if arguments.has("solo") else TOGETHER
    if not can_ask(arguments):
        write_line(display(_guide(mode)))
        return
    with context.journal(create=True) as journal:
        found = _go_through(journal, mode)
        if found is None:
            return
        tell(kept_line(found, context.clock.today()))
        if arguments.has("json"):
            write_json(journal, [found.row])


def _guide(mode: str) -> str:
    """Return the whole guide."""
    each = steps(mode)
    asks = (asked(step, number, len(each)) for number, step in enumerate(each, 1))
    return "\n".join((words.ABOUT, *asks, "", words.CREDIT))


def _go_through(journal: Journal, mode: str) -> Entry | None:
    walking = Walking(journal, steps(mode), HUDDLE, mode, in_one_line=True)
    tell_text(f"{words.ABOUT}\n{words.CREDIT}\n{words.ENTER_SKIPS}")
    walking.go()
    moment = _with_minutes(kept(walking.walk.answers, None), mode)
    tell_text("\n".join(("", words.WILL_BE_KEPT, *_shown(moment))))
    answer = ask_line(f"{words.ASK_KEEP} {cli.CURSOR}")
    if answer.strip().casefold() in words.NO:
        tell(words.WAITS_THERE if walking.walk.fields({}) else words.LET_GONE)
        return None
    return keep_or_put_aside(
        moment.text, lambda: journal.entries.keep(Draft(moment), clears=walking.slot)
    )


def _with_minutes(found: Kept, mode: str) -> Moment:
    """Return the moment, with the minutes asked for until they can be, or none."""
    while True:
        minutes = ask_line(f"{words.ASK_MINUTES} {cli.CURSOR}")
        try:
            return found.replace(minutes=minutes).moment(mode)
        except Misuse as refusal:
            tell(str(refusal))


def _shown(moment: Moment) -> list[str]:
    said = {
        words.WITH: ", ".join(moment.people),
        words.MINUTES: "" if moment.minutes is None else str(moment.minutes),
    }
    return [*(f"  {name}: {value}" for name, value in said.items() if value), *_indented(moment)]


def _indented(moment: Moment) -> list[str]:
    return [f"  {line}" for line in moment.text.splitlines()]
