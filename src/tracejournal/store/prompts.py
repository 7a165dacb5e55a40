"""Own prompts, hidden ones, topics that rest, and what the days of the last month offered."""

from __future__ import annotations

import json
from datetime import date

from tracejournal.model.prompt import Prompt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.store.engine import Store

_COLUMNS = (
    "id", "text", "title", "principle", "depth", "roles", "minutes", "starter", "distancing",
)  # fmt: skip
_DETAILS = {"topic": "topic", "when": "offered_when", "instead_of": "instead_of"}
_HARD_LOAD, _LOW_ENERGY = 8, 2
"""Of 10. A person's own gauges: no norm stands behind the figures, they are the brief's."""


def own(store: Store) -> tuple[Prompt, ...]:
    """Return the prompts a person wrote, in the order they were written."""
    details = (f"ifnull({column}, '')" for column in _DETAILS.values())
    sql = (
        f"SELECT {', '.join((*_COLUMNS, *details))} FROM prompts"  # noqa: S608 - our own names
        " LEFT JOIN prompt_details ON prompt_id = id ORDER BY created_at, id"
    )
    names = (*_COLUMNS, *_DETAILS)
    found = (dict(zip(names, row, strict=True)) for row in store.rows(sql))
    return tuple(
        Prompt.restored(**columns | {"roles": tuple(json.loads(columns["roles"])), "own": True})
        for columns in found
    )


def put(store: Store, prompt: Prompt, now: str) -> None:
    """Put in a prompt of the person's own; one that is there keeps its place and says this."""
    values = [getattr(prompt, name) for name in _COLUMNS]
    values[_COLUMNS.index("roles")] = json.dumps(prompt.roles)
    changes = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[1:])
    store.run(
        "INSERT INTO prompts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - our own names
        f" ON CONFLICT (id) DO UPDATE SET {changes}",
        (*values, now),
    )
    store.run("DELETE FROM prompt_details WHERE prompt_id = ?", (prompt.id,))
    details = [getattr(prompt, name) for name in _DETAILS]
    if any(details):
        store.run("INSERT INTO prompt_details VALUES (?, ?, ?, ?)", (prompt.id, *details))


def remove(store: Store, prompt_id: str) -> None:
    """Take out a prompt of the person's own. What was answered to it stays."""
    store.run("DELETE FROM prompts WHERE id = ?", (prompt_id,))
    store.run("DELETE FROM prompt_details WHERE prompt_id = ?", (prompt_id,))


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


def resting(store: Store) -> tuple[str, ...]:
    """Return the topics that rest, in the order they were let rest."""
    sql = "SELECT topic FROM resting_topics ORDER BY rested_at, topic"
    return tuple(row[0] for row in store.rows(sql))


def set_resting(store: Store, topic: str, now: str, *, rests: bool) -> None:
    """Let a topic rest, or offer it again."""
    if rests:
        store.run("INSERT OR IGNORE INTO resting_topics VALUES (?, ?)", (topic, now))
    else:
        store.run("DELETE FROM resting_topics WHERE topic = ?", (topic,))


def offered_on(store: Store, on: date) -> tuple[str, ...]:
    """Return the ids of the prompts that a day offered, in order."""
    sql = "SELECT prompt_id FROM offered_prompts WHERE offered_on = ? ORDER BY position"
    return tuple(row[0] for row in store.rows(sql, (on.isoformat(),)))


def note_offered(store: Store, on: date, prompt_id: str, kept_since: date) -> None:
    """Note what a day offers, and forget what was noted of days before another."""
    store.run(
        "INSERT OR IGNORE INTO offered_prompts SELECT ?1, ?2, count(*) FROM offered_prompts"
        " WHERE offered_on = ?1",
        (on.isoformat(), prompt_id),
    )
    before = (kept_since.isoformat(),)
    store.run("DELETE FROM offered_prompts WHERE offered_on < ?", before)
    store.run("DELETE FROM prompt_choices WHERE chosen_on < ?", before)


def shown_between(store: Store, first: date, last: date) -> dict[str, date]:
    """Return for each prompt that the days of a range showed the last day that did."""
    days = (first.isoformat(), last.isoformat())
    sql = (
        "SELECT prompt_id, max(day) FROM ("
        "SELECT prompt_id, offered_on AS day FROM offered_prompts WHERE offered_on BETWEEN ? AND ?"
        " UNION ALL"
        " SELECT prompt_id, chosen_on FROM prompt_choices WHERE chosen_on BETWEEN ? AND ?"
        ") GROUP BY prompt_id"
    )
    return {row[0]: date.fromisoformat(row[1]) for row in store.rows(sql, days + days)}


def note_choice(store: Store, on: date, prompt_id: str, answer: str, now: str) -> None:
    """Note that a day's prompt was passed over ("another") or let be ("not-today")."""
    store.run(
        "INSERT INTO prompt_choices (chosen_on, prompt_id, answer, chosen_at) VALUES (?, ?, ?, ?)",
        (on.isoformat(), prompt_id, answer, now),
    )


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
    store.run("DELETE FROM offered_prompts WHERE offered_on = ?", (on.isoformat(),))


def answered_on(store: Store, on: date) -> frozenset[str]:
    """Return the ids of the prompts that were answered on a day."""
    sql = (
        "SELECT prompt_id FROM entries WHERE happened_on = ? AND type = 'reflection'"
        " AND prompt_id IS NOT NULL AND trashed_at IS NULL"
    )
    return frozenset(row[0] for row in store.rows(sql, (on.isoformat(),)))


def was_hard(store: Store, days: Sequence[date]) -> bool:
    """Return whether a check-in of these days, in sight, said a high load or little energy."""
    sql = (
        "SELECT 1 FROM entries WHERE happened_on BETWEEN ? AND ? AND type = 'check-in'"
        " AND sealed = 0 AND trashed_at IS NULL AND (load >= ? OR energy <= ?) LIMIT 1"
    )
    ends = (min(days).isoformat(), max(days).isoformat())
    return bool(store.value(sql, (*ends, _HARD_LOAD, _LOW_ENERGY)))
