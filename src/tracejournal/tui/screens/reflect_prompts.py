"""Which prompts Reflect has, and which of them it begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracejournal.model.draft import REFLECTION
from tracejournal.model.prompt import Prompt, PromptOfDay
from tracejournal.model.vocabulary import Term
from tracejournal.words import guided
from tracejournal.words import reflect as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.journal.journal import Journal
    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.guided import Guide

DEEP = "deep"
RESTING = "nothing-today"
"""The prompt that is answered by leaving it empty."""

_GENTLE = "gentle"
_SOURCE = "most-supported"
FREE = Prompt("", words.FREE_QUESTION, words.FREE_TITLE, hidden=True)
"""No prompt at all: where every one is hidden, and for words whose prompt is not known."""


class Seen(NamedTuple):
    """What Reflect shows, read in one go.

    Attributes:
        prompts: all of them, hidden ones marked.
        of_day: what today offers.
        drafts: words that are not kept, the latest first.
        resting: topics the person let rest.
        guides: reflections that go step by step, as they are listed among the prompts.
    """

    prompts: tuple[Prompt, ...] = ()
    of_day: PromptOfDay = PromptOfDay(None)
    drafts: tuple[SavedDraft, ...] = ()
    resting: tuple[str, ...] = ()
    guides: tuple[Prompt, ...] = ()


def read(journal: Journal) -> Seen:
    """Read what Reflect shows."""
    prompts, drafts = journal.prompts, journal.drafts.all()
    known = prompts.in_order()
    guides = tuple(map(_listed, journal.guides.all()))
    return Seen(
        known + _gone(drafts, known), prompts.of_today(), drafts, prompts.resting_topics(), guides
    )


def _listed(guide: Guide) -> Prompt:
    about = guided.ABOUT.format(steps=len(guide.steps), minutes=guide.minutes)
    said = guide.about or guide.title
    return Prompt(guide.prompt_id, said, guide.title, starter=about, minutes=guide.minutes)


def another(journal: Journal) -> PromptOfDay:
    """Pass over today's prompt, or take not today back."""
    if journal.prompts.of_today().prompt is None:
        return journal.prompts.today_after_all()
    return journal.prompts.another()


def first_prompt(seen: Seen) -> Prompt:
    """Return today's prompt, or where today asks nothing the question of the source."""
    if seen.of_day.prompt:
        return seen.of_day.prompt
    shown = [each for each in seen.prompts if not each.hidden and each.depth != DEEP]
    return next((each for each in shown if each.id == _SOURCE), next(iter(shown), FREE))


def gentle_prompt(seen: Seen) -> Prompt:
    """Return today's prompt where that is gentle, else another gentle one."""
    first = first_prompt(seen)
    shown = [each for each in seen.prompts if not each.hidden and not each.roles]
    gentle = (each for each in (first, *shown) if each.depth == _GENTLE)
    return next(gentle, FREE)


def topics(seen: Seen) -> list[Term]:
    """Return the topics there are, as choices, in the order of the alphabet."""
    known = {prompt.topic for prompt in seen.prompts if prompt.topic} | set(seen.resting)
    return [Term(topic, topic) for topic in sorted(known)]


def _gone(drafts: Sequence[SavedDraft], known: Sequence[Prompt]) -> tuple[Prompt, ...]:
    """Return stand-ins for prompts that were removed while words to them wait."""
    ids = {prompt.id for prompt in known}
    subjects = {
        draft.subject: draft
        for draft in reversed(drafts)
        if draft.form == REFLECTION and draft.subject not in ids
    }
    return tuple(
        Prompt(subject, _asked(draft), own=True, hidden=True) if subject else FREE
        for subject, draft in subjects.items()
    )


def _asked(draft: SavedDraft) -> str:
    questions = draft.fields.get("questions")
    first = str(questions[0]).strip() if isinstance(questions, list) and questions else ""
    return first or words.LOST_QUESTION
