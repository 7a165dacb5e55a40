"""Letting the topic of a prompt rest that was let be: only ever because the person says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.model.errors import JournalError
from tracejournal.model.text import one_line
from tracejournal.words import prompts as words

if TYPE_CHECKING:
    from tracejournal.journal.journal import Journal
    from tracejournal.model.prompt import PromptOfDay
    from tracejournal.tui.app import TracejournalApp


def let_be(journal: Journal) -> tuple[PromptOfDay, str]:
    """Let today's prompt be; return the day, and the topic that could rest, or ""."""
    journal.prompts.not_today()
    of_day = journal.prompts.of_today()
    topic = of_day.let_be.topic if of_day.let_be else ""
    return of_day, "" if topic in journal.prompts.resting_topics() else topic


async def rest_topic(app: TracejournalApp, topic: str) -> None:
    """Let a topic rest; it can be taken back."""
    try:
        await app.change(
            words.LETTING_REST,
            lambda journal: journal.prompts.rest_topic(topic),
            lambda journal: journal.prompts.rest_topic(topic, rests=False),
        )
    except JournalError as refusal:
        app.refuse(refusal)
    else:
        app.say(words.RESTS_NOW.format(topic=one_line(topic)))
