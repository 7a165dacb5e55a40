"""What `-h` says of options: in all commands, and where one of them means something else."""

from __future__ import annotations

OPTIONS = {
    "kind": "the kind: gratitude, asked, huddle …; guessed unless given",
    "to": "someone you gave to",
    "from": "someone you received from",
    "with": "someone it went both ways with",
    "tag": "a tag",
    "direction": "given, received, mutual, tried, noticed-later, declined",
    "who": "a role, no name needed: peer, supervisor, group …",
    "mode": "how: in-person, phone, video, message …",
    "supported": "how supported it felt, 0 to 10",
    "energy": "energy right now, 0 to 10",
    "load": "load today, 0 to 10",
    "note": "a word about it",
    "condition": "what made it possible: time, invited, listened …",
    "missed": "what was missing",
    "minutes": "how long it took, or takes",
    "support": "kind of support: emotional, practical, company …",
    "fit": "was it the kind you needed: yes, partly, no, unsure",
    "occasion": "routine, hard-work, good-news, change …",
    "on": "the day: 2026-11-23, yesterday, monday",
    "at": "the time: 08:15, 2pm",
    "since": "from that day on: 2026-11-23, 2026-11, monday",
    "json": "print JSON",
    "until": "the last day, too: 2026-11-27, friday",
    "leave": "leave, not rest",
    "on-this-day": "this day in other years",
    "heavy-days": "take in heavy days, too",
    "region": "where you are: IE, GB, US …, EU; all of them unless told",
    "repair": "mend what can be mended; never change or remove an entry",
    "best": "the best match for the words first, not the newest",
    "oneline": "one short line, for a status bar",
    "prompt": "another prompt of your choice",
    "guided": "go through a guide; `tracejournal guided` lists them",
    "solo": "to get ready on your own, before you ask someone",
    "another": "pass over today's prompt and take the next",
    "editor": "write in your editor ($VISUAL or $EDITOR)",
    "n": "at most so many, 20 unless told; 0 is all",
    "type": "moment, reflection or check-in",
    "observable": "of a condition: others could have seen it",
    "felt": "of a condition: it is how it was for you",
    "everything": "the whole journal, its backups and all else it wrote",
    "yes": "do not ask first",
    "keyring": "let this computer's keyring open the lock, too, unasked",
    "no-keyring": "let the keyring open the lock no more",
    "remove": "remove the lock; your journal is a plain file again",
    "for": "leave it unlocked for a while, from 1m to 12h: 30m, 2h",
    "recovery": "with the recovery key, then choose a new passphrase",
    "new-key": "a new key and a new recovery key, too",
    "principle": "safety, trust, peer-support, collaboration, empowerment …",
    "depth": "gentle, medium or deep",
    "role": "whom it is for: staff, supervisor or administrator",
    "topic": "what it is about, in a word or two",
    "title": "a few words for the list",
    "starter": "how an answer might begin",
    "distancing": "the same question from a step back",
    "when": "offer it only then: morning, evening, week-start …",
    "sort": "person, role, group or team; guessed unless given",
    "alias": "another name that means the same",
    "rhythm": "how often you would like to be in touch: month, '2 weeks'",
    "off": "take it back",
    "called": "what you call it; none takes that back",
    "ask-after": "on: Today may ask once, the day after, how it went",
    "all": "every place, not the journal alone",
    "format": "json",
    "by": "the day it is for: friday, in 2 weeks, 24 dec, none",
    "option": "a way out, as often as there are any",
    "none-yet": "say that there is no option yet",
    "as": "how it ended: answered, kept, told-back, let-go",
    "weeks": "how many: 4, 6, 8, 10 or 12; 6 unless told",
    "drawn": "weeks drawn by lot; else every other week",
    "starts": "today or monday; monday unless told",
    "want": "what you want today: heard, think, decide, help",
    "need": "something you need",
    "good": "one good thing",
    "follow-up": "something to follow up",
    "numbers": "with its numbers, which show how many moments you keep",
    "chart": "with a chart of these numbers",
    "out": "a file that only you can read, not standard output",
    "passphrase-fd": "read the passphrase of a locked journal from descriptor N",
    "no-input": "never ask anything",
    "help": "show this",
}

IN_PROMPTS = {
    "json": "list them as JSON",
    "all": "with export: those that came with tracejournal, too",
}

IN_CIRCLE = {
    "role": "peer, supervisor, mentor, mentee, group …",
    "until": "the last day of it: 2026-11-27, friday; else until you say",
    "off": "with quiet or alias: take it back",
}

IN_LOOPS = {
    "to": "whom you promised it to; with moved, the day",
    "from": "who promised it to you, or told you",
    "with": "someone it is with",
    "note": "a word about how it ended, or what came back",
}

IN_MEETINGS = {
    "with": "people, roles or teams; several are fine",
    "since": "its first day, where that is not the next one",
    "until": "its last day; none takes that back",
    "on": "which one, by the day it is or was planned for",
}

IN_EXPERIMENT = {
    "kind": "the kind of moment it is told by: huddle, asked …",
    "condition": "or the circumstance it is told by: time, invited …",
    "all": "with show: earlier ones, too",
}

IN_REPORT = {
    "option": "an option you see for the topic before it; or none",
    "topic": "the least you need to say of it; up to three",
    "supported": "what was there most often, in the moments you noted it for",
    "to": "the last day: 2026-11-23, last-month",
    "format": "md, text or html, a page to print; md unless told",
}

IN_BACKUP = {"to": "a folder, or the name of a new file"}

IN_LOOK_BACK = {"kind": "something kind: thanks, recognition, feeling supported"}

IN_LISTS = {
    "on": "that day, month or year: 2026-11-23, 2026-11, last-week",
    "from": "that day and after",
    "to": "that day and before",
}
