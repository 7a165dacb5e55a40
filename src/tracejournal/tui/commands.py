"""Commands: one definition each for key, footer, tooltip, palette, help and keymap."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding

from tracejournal.words.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Sequence

MODIFIED = ("ctrl+", "alt+", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9")


class Command(NamedTuple):
    """Something a person can do.

    Attributes:
        id: its name in the keymap, a key of `words.commands.COMMANDS`.
        keys: the keys that do it, by commas; the first is shown. "" for one of the palette alone.
        action: the Textual action.
        show: whether the footer tells it.
        anywhere: whether it works while text has the focus (printable keys never do).
    """

    id: str
    keys: str
    action: str
    show: bool = True
    anywhere: bool = False

    @property
    def label(self) -> str:
        """What the footer calls it."""
        return COMMANDS[self.id][0]

    @property
    def help(self) -> str:
        """What the help and the palette say of it."""
        return COMMANDS[self.id][1]

    def bindings(self) -> list[Binding]:
        """Return it as Textual's bindings, one a key."""
        return [
            Binding(
                key,
                self.action,
                self.label,
                show=self.show and number == 0,
                priority=self.anywhere and key.startswith(MODIFIED),
                tooltip=self.help,
                id=self.id,
            )
            for number, key in enumerate(self.keys.split(",") if self.keys else ())
        ]


def bindings(commands: Sequence[Command]) -> list[Binding]:
    """Return the bindings of several commands, in their order."""
    return [binding for command in commands for binding in command.bindings()]


DIALOG = (Command("close", "escape", "close"),)

APP = (
    Command("today", "alt+1,1", "go('today')", show=False, anywhere=True),
    Command("reflect", "alt+2,2", "go('reflect')", show=False, anywhere=True),
    Command("history", "alt+3,3", "go('history')", show=False, anywhere=True),
    Command("patterns", "alt+4,4", "go('patterns')", show=False, anywhere=True),
    Command("circle", "alt+5,5", "go('circle')", show=False, anywhere=True),
    Command("calendar", "f6,y", "go('calendar')", show=False, anywhere=True),
    Command("check-in", "ctrl+g,c", "begin('check-in')", anywhere=True),
    Command("guided", "alt+g", "begin('guided')", show=False, anywhere=True),
    Command("loops", "alt+l,l", "begin('loops')", show=False, anywhere=True),
    Command("meetings", "alt+m", "begin('meetings')", show=False, anywhere=True),
    Command("experiment", "alt+x", "begin('experiment')", show=False, anywhere=True),
    # Most terminals send for alt+b what others send for the word to the left, so r comes first.
    Command("brief", "alt+r,alt+b", "begin('brief')", show=False, anywhere=True),
    Command("undo", "u", "undo"),
    Command("redo", "U", "redo", show=False),
    Command("palette", "ctrl+p", "command_palette", anywhere=True),
    Command("help", "f1,question_mark", "help", anywhere=True),
    Command("hide", "f12", "over('hide')", anywhere=True),
    Command("lock", "ctrl+l", "lock", show=False, anywhere=True),
    Command("quit", "ctrl+q,f10", "keep_draft_and_quit", anywhere=True),
    Command("pause", "f5", "over('pause')", anywhere=True),
    Command("call", "f3", "over('call')", anywhere=True),
    Command("huddle", "f7", "begin('huddle')", anywhere=True),
    Command("places", "f2", "begin('places')", show=False, anywhere=True),
    Command("settings", "f9", "begin('settings')", show=False, anywhere=True),
    Command("theme", "", "begin('theme')", show=False),
    Command("lock-setup", "", "begin('lock-setup')", show=False),
    Command("passphrase", "", "begin('passphrase')", show=False),
    Command("unfinished", "w", "begin('unfinished')", show=False),
    Command("on-this-day", "b", "begin('on-this-day')", show=False),
    Command("something-kind", "B", "begin('something-kind')", show=False),
    Command("news", "I", "begin('news')", show=False),
)

_EARLIER = Command("earlier-words", "f8", "earlier_words", show=False, anywhere=True)

_REST = Command("rest", "r", "rest", show=False)

TODAY = (
    Command("keep", "ctrl+s", "keep", anywhere=True, show=False),
    Command("new", "n", "app.focus('moment-line')"),
    Command("write", "ctrl+r", "write", anywhere=True),
    Command("another", "ctrl+n", "another", anywhere=True, show=False),
    Command("not-today", "ctrl+t", "not_today", anywhere=True, show=False),
    Command("rest-topic", "alt+t", "rest_topic", anywhere=True),
    Command("reopen", "ctrl+o", "reopen", anywhere=True),
    Command("let-go", "alt+o", "let_go", anywhere=True, show=False),
    _EARLIER,
    _REST,
    Command("notes", "alt+n", "to_notes", show=False, anywhere=True),
    Command("leave", "escape", "leave", show=False),
)

REFLECT = (
    Command("keep", "ctrl+s", "keep", anywhere=True),
    Command("reopen", "ctrl+o", "reopen", anywhere=True),
    Command("let-go", "alt+o", "let_go", anywhere=True, show=False),
    _EARLIER,
    Command("another", "ctrl+n", "another", anywhere=True),
    Command("step-back", "ctrl+t", "step_back", anywhere=True),
    Command("editor", "f4", "editor", anywhere=True),
    Command("guided", "i", "app.begin('guided')", show=False),
    Command("prompts", "p", "prompts"),
    Command("find-prompt", "slash", "find_prompt"),
    Command("new-prompt", "a", "new_prompt"),
    Command("edit-prompt", "e", "edit_prompt"),
    Command("hide-prompt", "x", "hide_prompt"),
    Command("remove-prompt", "r", "remove_prompt"),
    Command("hidden-prompts", "v", "hidden_prompts", show=False),
    Command("topics", "t", "topics", show=False),
    Command("leave", "escape", "leave", show=False),
)

PROMPT_LIST = (Command("choose", "enter", "choose"),)

HISTORY = (
    Command("back", "escape", "back"),
    Command("search", "slash", "search"),
    Command("filter", "f", "filter"),
    Command("go-to-day", "t", "go_to_day"),
    Command("order", "o", "order"),
    Command("more-like-it", "m", "more_like_it"),
    Command("calendar", "y", "app.go('calendar')"),
    Command("dates-only", "v", "dates_only"),
    Command("new", "n", "new", show=False),
)

CALENDAR = (
    Command("open-day", "enter", "open_day"),
    Command("back", "escape", "back"),
    Command("earlier", "pageup,left_square_bracket", "earlier"),
    Command("later", "pagedown,right_square_bracket", "later"),
    Command("measure", "f", "next_measure"),
    Command("view", "m", "turn_view"),
    Command("go-to-day", "t", "go_to_day"),
    Command("this-day", "full_stop", "this_day"),
    _REST,
)

PATTERNS = (
    Command("open-line", "enter", "open_line"),
    Command("next-view", "tab,right", "turn_view(1)"),
    Command("view-before", "shift+tab,left", "turn_view(-1)", show=False),
    Command("period", "p", "period"),
    Command("figures", "f", "figures"),
    Command("best-words", "v", "best_words"),
    Command("try", "t", "app.begin('experiment')"),
    Command("to-brief", "x", "app.begin('brief')"),
)

BEHIND = (
    Command("open-line", "enter", "open_line"),
    Command("in-history", "h", "in_history"),
    *DIALOG,
)
"""The moments behind a line of Patterns."""
CIRCLE = (
    Command("back", "escape", "back"),
    Command("add-person", "a", "add"),
    Command("log-with", "n", "log_with"),
    Command("change-person", "e", "change"),
    Command("rhythm", "r", "rhythm"),
    Command("let-rest", "z", "let_rest"),
    Command("find-person", "slash", "find"),
    Command("person-up", "K", "move(-1)"),
    Command("person-down", "J", "move(1)"),
    Command("quiet", "x", "quiet"),
    Command("merge", "M", "merge"),
    Command("remove-person", "d", "remove"),
)

NOTE = (
    Command("open-note", "enter", "open_note"),
    Command("let-note-be", "x", "let_note_be"),
    Command("next-note", "down,j", "step(1)", show=False),
    Command("note-before", "up,k", "step(-1)", show=False),
)
"""A quiet line of Today."""

SEARCH = (Command("to-list", "enter,down", "to_list"),)

ENTRY = (
    Command("edit", "e", "edit"),
    Command("delete", "d", "delete"),
    Command("seal", "s", "seal"),
    _EARLIER,
)
"""What can be done with an entry that is kept."""

SHELF = (
    Command("restore", "r", "restore"),
    Command("erase", "d", "erase"),
    Command("unseal", "s", "unseal"),
)
"""What takes their place where an entry is in the trash, or sealed."""

LIST = (
    Command("open", "enter", "open"),
    *ENTRY,
    Command("select", "space", "select", show=False),
)

READER = (Command("more-words", "enter", "more_words"),)

EDITING = (
    Command("keep", "ctrl+s", "keep", anywhere=True),
    Command("let-go", "alt+o", "let_go", show=False, anywhere=True),
    _EARLIER,
    Command("close", "escape", "close"),
)

CHECK_IN = (_EARLIER,)

STEPS = (
    Command("next-step", "tab", "next_step"),
    Command("step-before", "shift+tab", "step_before"),
    Command("keep", "ctrl+s", "keep", anywhere=True),
    Command("leave-draft", "escape", "close"),
    Command("reopen", "ctrl+o", "reopen", anywhere=True),
    Command("let-go", "alt+o", "let_go", show=False, anywhere=True),
    _EARLIER,
)
"""What works on every step of a guided reflection and of a huddle."""

HUDDLE = (
    Command("timer", "ctrl+t", "timer", anywhere=True),
    Command("end-timer", "alt+t", "end_timer", show=False, anywhere=True),
    Command("longer", "alt+up,plus", "longer", show=False, anywhere=True),
    Command("shorter", "alt+down,minus", "shorter", show=False, anywhere=True),
)
"""The timer beside it."""

OWN_STEPS = (
    Command("keep", "ctrl+s", "keep", anywhere=True),
    Command("leave-draft", "escape", "close"),
    _EARLIER,
)

UNFINISHED = (Command("let-go", "alt+o", "let_go", anywhere=True),)

TERMS = (
    Command("add-term", "ctrl+n", "add_term", anywhere=True),
    Command("rename-term", "ctrl+r", "rename_term", anywhere=True),
    Command("hide-term", "ctrl+x", "hide_term", anywhere=True),
    Command("hidden-terms", "ctrl+t", "hidden_terms", show=False, anywhere=True),
)

HINT = (
    Command("role-instead", "ctrl+f", "role_instead", anywhere=True),
    Command("let-hint-be", "ctrl+d", "let_hint_be", anywhere=True),
)
"""What can be done about words that could tell who somebody is, while a line says so."""

LOCK_STEPS = (
    Command("show-secret", "ctrl+t", "show_secret", anywhere=True),
    Command("step-before", "shift+tab", "step_before", show=False),
)
"""Setting up a lock, and changing it."""

SETTINGS = (Command("undo", "u", "take_back"),)
CALL = (
    Command("add-contact", "a", "add"),
    Command("change-contact", "e", "change"),
    Command("contact-up", "K", "move(-1)"),
    Command("contact-down", "J", "move(1)"),
    Command("hide-contact", "x", "hide"),
    Command("hidden-contacts", "v", "hidden_ones"),
    Command("remove-contact", "d", "remove"),
    Command("region", "r", "region"),
    *DIALOG,
)
"""People I can call."""

LOOPS = (
    Command("new-loop", "n", "new"),
    Command("change-loop", "e", "change"),
    Command("note-loop", "a", "note"),
    Command("move-loop", "m", "move"),
    Command("close-loop", "x", "close_loop"),
    Command("reopen-loop", "r", "reopen"),
    Command("other-loops", "v", "turn"),
    Command("seal-loop", "s", "seal"),
    Command("delete-loop", "d", "delete"),
    Command("undo", "u", "take_back"),
    *DIALOG,
)
"""What is to come back."""
EXPERIMENT = (
    Command("stop-experiment", "s", "stop"),
    Command("new-experiment", "n", "new_one"),
    Command("delete-experiment", "d", "delete"),
    Command("earlier-experiments", "e", "earlier_ones"),
    *DIALOG,
)
"""An experiment that runs, or what one showed."""

BRIEF = (
    Command("tick", "space", "tick"),
    Command("add-line", "a", "add"),
    Command("edit-line", "e", "edit_line"),
    Command("brief-preview", "v", "preview"),
    Command("write-file", "ctrl+s", "write", anywhere=True),
    Command("brief-days", "p", "days"),
    Command("brief-format", "f", "next_format"),
    Command("take-out", "d", "take_out"),
    Command("start-again", "alt+o", "start_again", show=False, anywhere=True),
    _EARLIER,
    *DIALOG,
)
"""The brief for supervision."""

LOOK_BACK = (Command("heavy-days", "h", "heavy_days"), *DIALOG)

MEETING = (
    Command("held", "h", "held"),
    Command("moved", "m", "moved"),
    Command("dropped", "d", "dropped"),
    Command("unsay", "x", "unsay"),
    *DIALOG,
)
"""A planned day of a meeting."""

MEETINGS = (
    Command("new-meeting", "n", "new"),
    Command("change-meeting", "e", "change"),
    Command("rest-meeting", "z", "rest"),
    Command("remove-meeting", "D,delete", "remove"),
    *MEETING,
)

UNLOCK = (
    Command("by-recovery", "ctrl+r", "by_recovery", anywhere=True),
    Command("back", "escape", "back"),
)
"""Before a locked journal."""

EVERY = (
    *APP,
    *UNLOCK,
    *TODAY,
    *REFLECT,
    *PROMPT_LIST,
    *HISTORY,
    *CALENDAR,
    *PATTERNS,
    *BEHIND,
    *CIRCLE,
    *NOTE,
    *SEARCH,
    *LIST,
    *SHELF,
    *READER,
    *EDITING,
    *CALL,
    *LOOPS,
    *LOOK_BACK,
    *MEETINGS,
    *EXPERIMENT,
    *BRIEF,
    *TERMS,
    *STEPS,
    *HUDDLE,
    *HINT,
    *LOCK_STEPS,
    *DIALOG,
)
