"""Guided reflections of the person's own."""

from __future__ import annotations

import json

from tracejournal.model.guided import CLOSING, Guide, Step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.store.engine import Store


def own(store: Store) -> tuple[Guide, ...]:
    """Return the guides a person wrote or took in, in that order."""
    rows = store.rows("SELECT id, title, about, minutes, steps FROM guides ORDER BY created_at, id")
    return tuple(
        Guide.restored(
            id=name, title=title, about=about, minutes=minutes, steps=_steps(steps), own=True
        )
        for name, title, about, minutes, steps in rows
    )


def _steps(written: str) -> tuple[Step, ...]:
    """Return the steps that can be read: of a file that was damaged, some may be cut."""
    held = json.loads(written)
    tables = [each for each in held if isinstance(each, dict) and "question" in each]
    return tuple(
        Step.restored(**table | {"choices": tuple(table.get("choices", ()))}) for table in tables
    ) or (CLOSING,)


def add(store: Store, guide: Guide, now: str) -> None:
    """Put in a guide of the person's own."""
    steps = json.dumps([step.__dict__ for step in guide.steps], ensure_ascii=False)
    store.run(
        "INSERT INTO guides VALUES (?, ?, ?, ?, ?, ?)",
        (guide.id, guide.title, guide.about, guide.minutes, steps, now),
    )


def remove(store: Store, guide_id: str) -> None:
    """Take out a guide of the person's own. What was written along it stays."""
    store.run("DELETE FROM guides WHERE id = ?", (guide_id,))
