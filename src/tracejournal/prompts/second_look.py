"""A second look at a prompt: is it plain, does it leave people's stories alone?

What it finds is a hint and never a refusal: a person may ask themselves whatever they like. The
deck that comes with the program has to pass without one.
"""

from __future__ import annotations

import re

from tracejournal.prompts.reading import grade, words_in
from tracejournal.words import prompts as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracejournal.model.prompt import Prompt

HARDEST = 8
"""The highest school grade; rule 29 of the research."""

LONGEST = 150
"""Characters of a question that stand on one screen beside room to write."""

_FEWEST_WORDS = 7
"""A grade of fewer words than that says nothing."""


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


_STORY = _any_of(
    "what happened", "tell (?:me |us )?(?:the|your|their) story", "describe", "in detail",
    "step by step", "how (?:did|was) (?:he|she|they) (?:hurt|die|harmed|abused)", "details? of",
    "graphic", "relive", "flashbacks?", "worst (?:thing|moment|part|day|case)",
)  # fmt: skip
"""Asks for the event itself (rule 6; telling over and over: Curci & Rimé 2012)."""

_CLIENTS = _any_of(
    "clients?", "patients?", "service users?", "(?<!in )cases?", "caseload", "casework",
    "incidents?", "victims?", "perpetrators?", "diagnos\\w+", "disclos\\w+",
    "(?:his|her|their) file",
)  # fmt: skip
"""Asks for facts about the people someone works for (rule 6)."""

_DUTY = _any_of(
    "should", "must", "ought", "always", "never", "you (?:need|have) to", "have you tried",
    "why (?:did|have)n['’]t you", "fail(?:ed|ure|ures)?", "because", "causes?", "leads to",
    "improves?", "makes? you", "proven", "heals?", "protects?", "scores?", "risks?", "streaks?",
)  # fmt: skip
"""Duty, blame and claims (section 7 f of the research)."""

_NAMING = _any_of(
    "trauma\\w*", "ptsd", "burn(?:ed|t)?[ -]?out", "depress\\w+", "anxi\\w+", "disorders?",
    "symptoms?", "compassion fatigue", "stress(?:ed)?",
)  # fmt: skip
"""Names what the reader has (rule 29)."""

_GOOD_WEEK = _any_of(
    "(?:best|favou?rite|happiest|highlight) (?:thing|moment|part|of)",
    "what went well", "what (?:are|were) you (?:happy|grateful) (?:about|for)",
    "what made you (?:happy|proud)",
)  # fmt: skip
"""Takes it for granted that there was something good."""

_OPTIONS = _any_of(
    "options?", "solutions?", "ways? (?:out|forward)", "how could (?:it|this) be solved"
)
"""Whoever is asked for options may have none, and that weighs the same (rule 28)."""

_SAID = (
    (_STORY, words.ASKS_FOR_STORY),
    (_CLIENTS, words.ASKS_FOR_CLIENTS),
    (_DUTY, words.HAS_DUTY),
    (_NAMING, words.NAMES_READER),
    (_GOOD_WEEK, words.ASSUMES_GOOD),
)


def second_look(prompt: Prompt) -> tuple[str, ...]:
    """Return a sentence for each thing that could be kinder, plainer or safer; often none."""
    return tuple(dict.fromkeys(_found(prompt)))


def _found(prompt: Prompt) -> Iterator[str]:
    everything = f"{prompt.title} / {prompt.text} / {prompt.starter} / {prompt.distancing}"
    for pattern, said in _SAID:
        for match in pattern.finditer(everything):
            yield said.format(word=match[0].lower())
    if "!" in everything:
        yield words.SHOUTS
    asked = [text for text in (prompt.text, prompt.distancing) if text]
    yield from _length(asked)
    if _OPTIONS.search(prompt.text) and words.NONE_YET not in prompt.text.replace("’", "'"):
        yield words.ASKS_FOR_OPTIONS
    if prompt.depth == "deep" and not prompt.distancing:
        yield words.DEEP_WITHOUT_DISTANCE


def _length(asked: Sequence[str]) -> Iterator[str]:
    for text in asked:
        if len(text) > LONGEST:
            yield words.READS_LONG.format(count=len(text), most=LONGEST)
        reads = grade(text)
        if reads > HARDEST and len(words_in(text)) >= _FEWEST_WORDS:
            yield words.READS_HARD.format(grade=round(reads), most=HARDEST)
