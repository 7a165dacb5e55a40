"""Own prompts, hidden ones, and what was said to the prompts of a day."""

from __future__ import annotations

import json

from tracejournal.model.prompt import Prompt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from tracejournal.store.engine import Store

_COLUMNS = (
    "id", "text", "title", "principle", "depth", "roles", "minutes", "starter", "distancing",
)  # fmt: skip


def own(store: Store) -> tuple[Prompt, ...]:
    """Return the prompts a person wrote, in the order they were written."""
    sql = f"SELECT {', '.join(_COLUMNS)} FROM prompts ORDER BY created_at, id"  # noqa: S608 - our own names
    found = (dict(zip(_COLUMNS, row, strict=True)) for row in store.rows(sql))
    return tuple(
        Prompt.restored(**columns | {"roles": tuple(json.loads(columns["roles"])), "own": True})
        for columns in found
    )


def add(store: Store, prompt: Prompt, now: str) -> None:
    """Put in a prompt of the person's own."""
    store.run(
        "INSERT INTO prompts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            prompt.id, prompt.text, prompt.title, prompt.principle, prompt.depth,
            json.dumps(prompt.roles), prompt.minutes, prompt.starter, prompt.distancing, now,
        ),
    )  # fmt: skip


def remove(store: Store, prompt_id: str) -> None:
    """Take out a prompt of the person's own. What was answered to it stays."""
    store.run("DELETE FROM prompts WHERE id = ?", (prompt_id,))


def hidden(store: Store) -> frozenset[str]:
    """Return the ids of prompts a person does not want to see."""
    return frozenset(row[0] for row in store.rows("SELECT prompt_id FROM hidden_prompts"))


def set_hidden(store: Store, prompt_id: str, *, hidden: bool) -> None:
    """Hide a prompt, or show it again."""
    sql = (
        "INSERT OR IGNORE INTO hidden_prompts VALUES (?)"
        if hidden
        else "DELETE FROM hidden_prompts WHERE prompt_id = ?"
    )
    store.run(sql, (prompt_id,))


def note_choice(store: Store, on: date, prompt_id: str, answer: str, now: str) -> None:
    """Note that a day's prompt was passed over ("another") or let be ("not-today")."""
    store.run(
        "INSERT INTO prompt_choices (chosen_on, prompt_id, answer, chosen_at) VALUES (?, ?, ?, ?)",
        (on.isoformat(), prompt_id, answer, now),
    )


def passed_over_before(store: Store, on: date) -> int:
    """Return for how many prompts another one was asked before a day."""
    sql = "SELECT count(*) FROM prompt_choices WHERE chosen_on < ? AND answer = 'another'"
    return int(store.value(sql, (on.isoformat(),)))


def choices_on(store: Store, on: date) -> tuple[tuple[str, str], ...]:
    """Return what was said to prompts on a day: (prompt id, answer), in order."""
    sql = "SELECT prompt_id, answer FROM prompt_choices WHERE chosen_on = ? ORDER BY id"
    return tuple((row[0], row[1]) for row in store.rows(sql, (on.isoformat(),)))


def take_back_not_today(store: Store, on: date) -> None:
    """Offer a prompt again on a day that had said not today."""
    store.run(
        "DELETE FROM prompt_choices WHERE chosen_on = ? AND answer = 'not-today'",
        (on.isoformat(),),
    )


def forget_choices_on(store: Store, on: date) -> None:
    """Offer every prompt again on a day that had passed over them all."""
    store.run("DELETE FROM prompt_choices WHERE chosen_on = ?", (on.isoformat(),))


def answered_on(store: Store, on: date) -> frozenset[str]:
    """Return the ids of the prompts that were answered on a day."""
    sql = (
        "SELECT prompt_id FROM entries WHERE happened_on = ? AND type = 'reflection'"
        " AND prompt_id IS NOT NULL AND trashed_at IS NULL"
    )
    return frozenset(row[0] for row in store.rows(sql, (on.isoformat(),)))
