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
