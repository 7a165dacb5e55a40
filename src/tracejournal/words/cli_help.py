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
the direction are guessed from the words; --kind none keeps it without. For a
locked journal it is sealed, without a passphrase, and joins it when unlocked.

  tracejournal log Thanked @Priya for covering '#gratitude'
  tracejournal log --with Dana --supported 8 --condition time""",
    ),
    "reflect": (
        "[TEXT…]",
        """\
Answers today's prompt: with TEXT, with what is piped in, or line by line,
where each line is saved as you go and an empty line ends it. Your shell keeps
what is typed after a command in its history; leaving TEXT out is more private.
For a locked journal the answer is sealed, and the question is one of those
that come along.""",
    ),
    "huddle": (
        "",
        """\
Goes through a huddle with you, line by line, and keeps it as a moment once you
have seen what will be kept. Each step can be skipped with Enter. It is no
debriefing of what happened: nothing is told again. Where there is no terminal
to ask in, it prints the guide. After low-impact debriefing (F. Mathieu, TEND).""",
    ),
    "guided": (
        "[import FILE | export [FILE] | remove ID]",
        """\
Lists guided reflections, takes in those of a file (TOML, - for standard
input), writes your own as such a file, or removes one of your own.
`tracejournal reflect --guided ID` goes through one.""",
    ),
    "check-in": (
        "",
        """\
Keeps how it is right now. Every number is optional. Without any it asks, and
Enter skips a question. For a locked journal it is sealed, as with `log`.""",
    ),
    "loops": (
        "[ACTION]",
        """\
Lists what is open: a concern, a promise, or what people told you and hope to
hear back about. TEXT is asked for where it is missing, or read from a pipe.

  concern [TEXT…]  the least you need to say. --option, as often as you like,
                   or --none-yet: both are as good, and so is neither
  promise [TEXT…]  --to NAME is yours, --from NAME was made to you; --by DATE
  heard [TEXT…]    what you heard, --from NAME or --with NAME

  heard-by ID      who heard a concern: --with NAME, or words
  came-back ID     what came back; changed ID, what changed after you heard it
  moved ID         for another day: --to DATE, or --to none
  close ID         --as answered, kept, told-back or let-go; or just close it
  show, edit, reopen, delete, restore, seal, unseal, erase ID
  closed, sealed, trash   list those

DATE is friday, in 2 weeks, 24 dec or 2026-12-01. What it said before stays
with it. An ID may be cut short where it stays clear.""",
    ),
    "rest": (
        "",
        """\
Marks today as rest, or with --leave as leave; --on and --until mark other days,
--on 2026-12 a whole month. The same again takes the mark back. Marked days are
days like any other.""",
    ),
    "today": (
        "",
        """\
Shows what is kept today and the prompt of the day. Of a locked journal,
--oneline says only how many notes wait for it.""",
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
  who:supervisor  a role; also support:practical, occasion:hard-work
  'supported:>=7' a number, or 7-10, '<3'; also energy: load:
  on:2026-11      a day, month or year, yesterday, last-week; also from: to:""",
    ),
    "show": (
        "ID…",
        """\
Shows whole entries.""",
    ),
    "look-back": (
        "--on-this-day | --kind [WHICH]",
        """\
Lists dates and kinds of earlier entries, without their words; `show` opens
one. --on-this-day looks at this day in other years; WHICH is moment,
reflection or check-in. --kind looks at what was kind to you; WHICH is thanks,
recognition or supported. Without WHICH it asks, or takes them all. Sealed
entries stay out of it, and so do days with a load of 8 and more or an energy
of 2 and less.""",
    ),
    "ask": (
        "",
        """\
When did you feel most supported, and what made that possible? Answers with
your own moments: how often each circumstance was there, and from 30 rated
moments on 15 days what tends to appear with higher ratings. Dates and kinds
alone, none of your words. What is seen together proves nothing. --since takes a
day or a period: 2026-09-01, this-year, "90 days", "12 months".""",
    ),
    "circle": (
        "[ACTION NAME…]",
        """\
Lists those you would like to keep in touch with: for whom it may be time, who
rests. In your own order, never a ranking. A role is as good as a name:

  tracejournal circle add my supervisor --rhythm '2 weeks, 4 at most'
  tracejournal circle show my supervisor
  tracejournal circle rhythm Sam every month      none takes it away
  tracejournal circle rest Sam --until friday     leave, too; back ends it
  tracejournal circle quiet Sam                   no suggestions, no look-back
  tracejournal circle alias Sam Sammy             @Sammy means Sam from then on
  tracejournal circle rename Sam my mentor        merge Sammy Sam makes them one
  tracejournal circle order Sam up                remove Sam; entries stay""",
    ),
    "experiment": (
        "[start [TEXT…] | show [ID] | stop | delete ID]",
        """\
Tries something in half of the coming weeks, said beforehand: what you do, in
which weeks, and that the end looks at how supported the moments of those weeks
felt. Once it starts it never changes; stop ends it, and nothing is asked. Alone
it shows the one there is. A kind or a condition lets moments tell that it
happened.

  tracejournal experiment start a huddle after hard sessions --kind huddle""",
    ),
    "report": (
        "",
        """\
Writes a brief for supervision. It begins empty, and each option puts in its
own line, nothing else: no name, no rating, no words of an entry, no count of
use. --option belongs to the --topic before it; --option none says that you
don't have one yet, which is just as good. Sealed entries stay out of it. Your
shell keeps what is typed in its history: alt+r in the full screen does not,
and goes line by line through what your journal has to offer.

  tracejournal report --want heard --topic 'The wait list' --option none
  tracejournal report --supported --since 2026-10 --format html --out brief.html""",
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
    "call": (
        "",
        """\
Shows people you can call, a work route, lines that listen and an emergency
number, as text: nothing is ever dialled. It works without a journal, too. Put
in your own on the full screen, with F3. --region shows the lines of a country;
`region = "IE"` in your settings does so always.""",
    ),
    "meetings": (
        "[ACTION]",
        """\
Lists planned meetings with the next day of each. ID may be cut short.

  add KIND WHEN    plan one: mentorship, team-check-in, supervision or other
  change ID WHEN   another kind, rhythm, people, name or last day
  held ID [TEXT]   it took place; TEXT or --minutes keep a moment of it, too
  moved ID DAY     to another day
  dropped ID [WHY] crisis, ill, no-time, holidays, not-needed, or own words
  unsay ID         take back what you said of one; its moment stays
  rest ID          let it rest; the same again wakes it
  show ID          what survived: counts of what you told, and each day
  remove ID        remove it with all you told of it; moments stay

  tracejournal meetings add mentorship every 2 weeks on tuesday 14:00 --with Jo
  tracejournal meetings add team-check-in 2026-12-01, 2027-01-12 --with Nights

Without --on, held is the latest one, moved the next, dropped the nearest. What
you say nothing of is never counted.""",
    ),
    "prompts": (
        "[ACTION]",
        """\
Lists all prompts, or those that are as the options say.

  add TEXT…      a prompt of your own; the options say more about it
  edit ID TEXT…  change it, by options or in your editor; of one that came
                 with tracejournal, a copy of your own takes the place
  hide ID        do not list or offer it; show ID takes that back
  remove ID      remove one of your own; its answers stay
  rest TOPIC     offer nothing about a topic; wake TOPIC takes that back
  export FILE    write your own to a file that people can read and write
  import FILE    add the prompts of such a file; nothing is written over

An ID may be cut short where it stays clear. The value none empties an option.""",
    ),
    "terms": (
        "[add | rename | hide | show] [kind | condition] …",
        """\
Lists kinds of moments and conditions, or makes them your own:

  tracejournal terms add kind Tea after the round
  tracejournal terms add condition Door was open --observable
  tracejournal terms rename kind laughter Something funny
  tracejournal terms hide condition regular-slot

A name that is left out brings back the one it came with. What you have kept
stays as it is, by its key, and is read under the new name.""",
    ),
    "export": (
        "[FILE] [QUERY…]",
        """\
Writes entries, people and all else that is your own as JSON: to FILE,
or to standard output where FILE is left out or is -. QUERY is what `search`
takes. Sealed entries and the trash stay out of it. Only you can read FILE,
until you give it to others.""",
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
Prints where your journal is. Any SQLite program opens it. With --all it prints
every place: size, who can read it, the newest backup, unfinished words outside
the journal, and what erasing cannot reach.""",
    ),
    "config": (
        "[set KEY VALUE | unset KEY]",
        """\
Prints where your settings are and what holds now, the way the file is written.
set changes one line of it, unset takes one out; comments and all other lines
stay as they are. The key of a command is keys.COMMAND.

  tracejournal config set day_starts_at 04:00
  tracejournal config set roles staff supervisor
  tracejournal config set keys.check-in ctrl+k""",
    ),
}
