"""What is said about prompts: their fields, files and topics, and what a second look might find."""

from __future__ import annotations

# A field that cannot be.
FIELD_TOO_LONG = "Its {name} is longer than {most} characters. Make it shorter."
PROMPT_MINUTES = "Minutes are a whole number from 1 to {most}, not “{value}”."

# A second look: hints, never refusals.
NONE_YET = "I don't have one yet"
ASKS_FOR_STORY = "It says “{word}”. A prompt that leaves out what took place is lighter to answer."
ASKS_FOR_CLIENTS = (
    "It says “{word}”. Leave out the people you work for; what you felt, learned or need is enough."
)
HAS_DUTY = "It says “{word}”. Without duty, blame or a claim it is easier to answer."
NAMES_READER = "It says “{word}”. It may be kinder not to give a name to what someone has."
ASSUMES_GOOD = "It says “{word}”, and not each week has that. A way to answer on a bad one helps."
ASKS_FOR_OPTIONS = (
    "It asks for an answer to a problem. Add that “I don't have one yet” is just as good."
)
DEEP_WITHOUT_DISTANCE = "It goes deep. A second way to ask it, from a step back, leaves more room: give it a distancing line."
SHOUTS = "It has an exclamation mark. A calm voice needs none."
READS_LONG = "It is {count} characters long. Up to {most} leave room to write beside it."
READS_HARD = "It reads like school grade {grade}. Short words and sentences (grade {most} or less) help on a tired day."

# Topics that rest.
UNKNOWN_TOPIC = "There is no topic called “{value}”. Choose one of: {choices}."
NO_TOPIC_RESTS = "No topic rests, so there is none to offer again."

# A file of prompts.
FILE_HEAD = (
    "Prompts for tracejournal. Each [[prompt]] begins one; all but its text may be left out.",
    "Take them in with: tracejournal prompts import FILE",
    "",
    "A good prompt asks what you felt, learned or need. It leaves out what took place and the",
    "people you work for, takes no good week for granted, and is fine with an empty answer.",
)
NO_PROMPT_IN_FILE = "There is no prompt in it. Each one begins with a line that says [[prompt]]; `tracejournal prompts export --all` shows how they look."
TOO_MANY_PROMPTS = "There are {count:,} prompts in it, and one file can hold {most:,}. Split it."
FILE_TOO_LARGE = "{path} is larger than {most:,} bytes, too large for prompts. Split it."
FILE_UNREAD = "{path} cannot be read: {reason}."
NAMELESS = "a prompt"
NOT_TOML = 'This cannot be read: {reason}. Texts stand in quotes: text = "What helps?"'
TOO_DEEP = "brackets are nested too deep"
NO_FIELDS = "there are no fields in it"
TEXT_MISSING = 'It has no question. Write one: text = "What helps?"'
FIELD_IS_TEXT = "{name} is a text in quotes."
ROLES_ARE_LIST = 'roles is a list, such as ["staff"]; [] is everyone.'
UNKNOWN_FIELD = "“{name}” is not known here, so it is left out."
BAD_PROMPT_ID = "“{value}” cannot be an id. Use small letters, digits and hyphens, at most 80."
PROMPT_ID_TAKEN = "There is another prompt called “{value}”, and it stays as it is. Give this one an id of its own, or leave the id out."
NOT_IN_DECK = (
    "“{value}” is no prompt of the deck, so nothing can stand in its place. Leave instead_of out."
)

IN_FILE = "Line {line}, {name}: {said}"
ALL_THERE = "All of them are among your prompts already."
TAKEN_IN = "Added: {count}."
THERE_ALREADY = "There already: {count}."
CANNOT_BE_TAKEN = "Not added: {count}."
ASK_THE_GOOD_ONES = "Add the {count} that can be?"
NONE_CAN_BE_TAKEN = "None of them can be added. Nothing was changed."
PROMPTS_WRITTEN = "{count} written to {path}."

# The command line.
EDITED = "Changed: {id}."
COPIED = "Changed: {id} takes the place of {original}. `tracejournal prompts show {original}` takes that back."
HINT = "A thought: {said}"
TOPIC_RESTS = "Resting: {topic}. `tracejournal prompts wake {topic}` offers it again."
TOPIC_WOKEN = "Offered again: {topic}."
TOPICS_REST = "Resting topics: {topics}."
NONE_MATCHES = "No prompt is like that."
ONE_FILE = "One file at a time: `tracejournal prompts {action} FILE`."
EDIT_WHAT = "Type the new question after the id, or say what is different with an option. In a terminal your editor opens."
ONE_IN_EDITOR = "One prompt was expected, with its text."


def counted(count: int) -> str:
    """Return a number of prompts: `3 prompts`."""
    return f"{count:,} prompt" + ("" if count == 1 else "s")


# The form.
CHANGE_OWN = "Your prompt"
CHANGE_OF_DECK = "A copy of it, in your words"
FORM_KEYS = "enter keep · tab more · esc later"
QUESTION_HINT = "What would be good to be asked?"
DISTANCING = "step back"
DISTANCING_HINT = "What would you tell a colleague who …?"
STARTER = "begins"
STARTER_HINT = "how an answer might begin"
TOPIC = "topic"
TOPIC_HINT = "a word or two, so that it can rest"
TITLE = "title"
TITLE_HINT = "a few words for the list"
MINUTES = "minutes"
MINUTES_HINT = "about 3"
PRINCIPLE = "principle"
DEPTH = "depth"
ROLES = "for"
WHEN = "only"

# Reflect and Today.
CHANGED = "Changed. u takes it back."
COPY_MADE = "Your copy takes its place. u takes it back."
CHANGING = "changing a prompt"
RESTING = "resting: {topics}"
WHICH_REST = "Which topics would you like to rest?"
NO_TOPICS = "None of these prompts has a topic."
TOPICS_SET = "These rest until you say otherwise: {topics}."
NO_TOPIC_RESTS_NOW = "No topic rests."
LETTING_REST = "letting topics rest"
OFFER_REST = "alt+t lets “{topic}” rest for a while, until you take it back"
RESTS_NOW = "“{topic}” rests. u takes it back, and so does t on Reflect."
