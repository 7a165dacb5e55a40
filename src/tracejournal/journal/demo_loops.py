"""Three loops of the fictional journal: a concern, a promise, and something heard."""

from __future__ import annotations

from datetime import timedelta

from tracejournal.model.loop import LoopContent, LoopStep
from tracejournal.words import demo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.journal.journal import Journal


def fill_loops(journal: Journal) -> None:
    """Keep what is to come back, as if it had been begun some days ago."""
    now, today = journal.clock.local_now(), journal.clock.today()
    text, whom = demo.HEARD
    changed = LoopStep("changed", now - timedelta(days=1), demo.HEARD_CHANGED)
    _keep(journal, LoopContent("heard", text, (whom,)), 6, changed)
    text, whom = demo.CONCERN
    heard = LoopStep("heard-by", now - timedelta(days=2), demo.CONCERN_HEARD, (whom,))
    _keep(journal, LoopContent("concern", text, (whom,), demo.OPTIONS), 4, heard)
    text, whom = demo.PROMISE
    due = today + timedelta(days=4)
    _keep(journal, LoopContent("promise", text, (whom,), direction="given", due=due), 3)


def _keep(journal: Journal, content: LoopContent, days_ago: int, *steps: LoopStep) -> None:
    kept = journal.loops.keep(content)
    begun = kept.created_at - timedelta(days=days_ago)
    journal.loops.put_back(kept.replace(created_at=begun, steps=steps), seen=kept)
