"""The texts of `tracejournal --help` and of `-h` after each command."""

from __future__ import annotations

OVERVIEW = """\
tracejournal traces the connections that hold you up. It is private: one file,
on this machine.

Use: tracejournal                 opens the full screen, at Today
     tracejournal COMMAND …       does one thing right here
"""

OVERVIEW_END = """\
Around all of them
  --demo     alone or before a command: a made-up journal in a temporary place
  --version  which version this is
  -h         after a command: all about it

An ID is the start of an id that `list` shows, or the word last.
TRACEJOURNAL_HOME=FOLDER moves journal, settings and all else into one folder.
"""

USE = "Use: tracejournal {command}"
WAYS = "Options"

HELP = {
    "log": (
        "[TEXT…]",
        """\
Keeps one moment. @Name and #tag inside the words count as people and tags.
Without TEXT it asks for one line, or reads what is piped in. That is the more
private way: your shell keeps what is typed after a command in its history,
and others on this machine can see it while the command runs. The kind and
the direction are guessed from the words; --kind none keeps it without.

  tracejournal log Thanked @Priya for covering '#gratitude'
  tracejournal log --with Dana --supported 8 --condition time""",
    ),
    "reflect": (
        "[TEXT…]",
        """\
Answers today's prompt: with TEXT, with what is piped in, or line by line,
where each line is saved as you go and an empty line ends it. Your shell keeps
what is typed after a command in its history; leaving TEXT out is more private.""",
    ),
    "check-in": (
        "",
        """\
Keeps how it is right now. Every number is optional. Without any it asks, and
Enter skips a question.""",
    ),
    "today": (
        "",
        """\
Shows what is kept today and the prompt of the day.""",
    ),
    "list": (
        "[QUERY…]",
        """\
Lists entries, newest first. QUERY is what `search` takes.""",
    ),
    "search": (
        "QUERY…",
        """\
Finds entries, newest first. Single quotes keep # and quotes from the shell:

  words           all of them, in any form; the last also begins longer words
  '"one phrase"'  these words in this order
  -word           without it; - goes before anything below, too
  @name '#tag'    with this person, with this tag; also with: given: received:
  is:reflection   moment, reflection, check-in; given, received, mutual …
  kind:huddle     one kind of moment
  condition:time  what made it possible; missing:time, what was missing
  'supported:>=7' a number, or 7-10, '<3'; also energy: load:
  on:2026-11      a day, month or year, yesterday, last-week; also from: to:""",
    ),
    "show": (
        "ID…",
        """\
Shows whole entries.""",
    ),
    "ask": (
        "",
        """\
When did you feel most supported, and what made that possible? Answers with
your own moments: how often each circumstance was there, and from 30 rated
moments on 15 days what tends to appear with higher ratings. Dates and kinds
alone, none of your words. What is seen together proves nothing.""",
    ),
    "edit": (
        "ID [TEXT…]",
        """\
Changes what an entry says. TEXT takes the place of its words. Without TEXT
and options your editor opens ($VISUAL or $EDITOR), or what is piped in is
read. An option takes the place of what the entry had there; the value none
empties it. What the entry said before is kept.""",
    ),
    "delete": (
        "ID… | --everything",
        """\
Puts entries in the trash, where they stay for 30 days. With --everything it
removes your whole journal with its backups, after it has told what goes and
what it cannot reach.""",
    ),
    "trash": (
        "[restore ID… | erase ID…]",
        """\
Lists the trash, brings entries back, or erases them for good.""",
    ),
    "seal": (
        "ID…",
        """\
Puts entries out of sight, out of lists, search and exports, until you unseal
them.""",
    ),
    "unseal": (
        "[ID…]",
        """\
Brings sealed entries back into sight. Without ID it lists them, by day and
kind alone.""",
    ),
    "prompts": (
        "[add TEXT… | hide ID | show ID | remove ID]",
        """\
Lists all prompts, adds one of your own, hides one, shows it again, or removes
one of your own. An ID may be cut short where it stays clear.""",
    ),
    "export": (
        "[FILE] [QUERY…]",
        """\
Writes entries, people and your own prompts as JSON: to FILE, or to standard
output where FILE is left out or is -. QUERY is what `search` takes. Sealed
entries and the trash stay out of it. Only you can read FILE, until you give
it to others.""",
    ),
    "doctor": (
        "",
        """\
Looks at the file, who can read it, the disk, the place, settings and terminal,
and says what to do. It works when the journal does not open. --repair closes
the journal to others, rebuilds search and counts where they are off, and saves
every entry of a damaged file that can be read into a new one beside it; the
damaged one stays as it is. Exits with 1 where something needs doing.""",
    ),
    "backup": (
        "",
        """\
Makes a copy of your journal, checks it, and prints where it is. The full
screen does so by itself, when it opens and every half hour, where anything
changed. Kept are the newest of 12 days, 10 weeks and 9 months. --to puts a
copy elsewhere, such as a USB stick; erasing does not reach that one.""",
    ),
    "restore": (
        "[NAME | FILE]",
        """\
Lists the backups, or goes back to one: NAME is a part of its name that no
other has. First it shows what would change, and asks. What your journal holds
now is kept among the backups, so there is a way back.""",
    ),
    "path": (
        "",
        """\
Prints where your journal is. Any SQLite program opens it.""",
    ),
    "config": (
        "",
        """\
Prints where your settings are and what holds now, the way the file is written.""",
    ),
}

OPTIONS = {
    "kind": "the kind: gratitude, asked, huddle …; guessed unless given",
    "to": "someone you gave to",
    "from": "someone you received from",
    "with": "someone it went both ways with",
    "tag": "a tag",
    "mode": "how: in-person, phone, video, message …",
    "supported": "how supported it felt, 0 to 10",
    "energy": "energy right now, 0 to 10",
    "load": "load today, 0 to 10",
    "note": "a word about it",
    "condition": "what made it possible: time, invited, listened …",
    "missed": "what was missing",
    "on": "the day: 2026-11-23, yesterday, monday",
    "at": "the time: 08:15, 2pm",
    "since": "from that day on: 2026-11-23, 2026-11, monday",
    "json": "print JSON",
    "repair": "mend what can be mended; no entry is ever changed or removed",
    "best": "the best match for the words first, not the newest",
    "oneline": "one short line, for a status bar",
    "prompt": "another prompt of your choice",
    "another": "pass over today's prompt and take the next",
    "editor": "write in your editor ($VISUAL or $EDITOR)",
    "n": "at most so many, 20 unless told; 0 is all",
    "type": "moment, reflection or check-in",
    "everything": "the whole journal, its backups and all else tracejournal wrote",
    "yes": "do not ask first",
    "format": "json",
    "no-input": "never ask anything",
    "help": "show this",
}

IN_BACKUP = {"to": "a folder, or the name of a new file"}

IN_LISTS = {
    "on": "that day, month or year: 2026-11-23, 2026-11, last-week",
    "from": "that day and after",
    "to": "that day and before",
}
