"""Whom Today suggested on which day, one a day at most; of the last weeks alone."""

from __future__ import annotations

from datetime import timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from tracejournal.store.engine import Store

REMEMBERED = timedelta(days=60)
"""So long it is known who was suggested last, so that all have their turn."""


def of_day(store: Store, day: date) -> tuple[int, bool] | None:
    """Return the person suggested on a day, and whether that was let be; None for nobody."""
    sql = "SELECT person_id, let_be FROM circle_suggestions WHERE suggested_on = ?"
    rows = store.rows(sql, (day.isoformat(),))
    return (rows[0][0], bool(rows[0][1])) if rows else None


def last_days(store: Store) -> dict[int, str]:
    """Return the last day each person was suggested on, by person."""
    sql = "SELECT person_id, max(suggested_on) FROM circle_suggestions GROUP BY person_id"
    return dict(store.rows(sql))


def put(store: Store, day: date, person: int) -> None:
    """Note whom a day suggests; inside a transaction. Another window may have been first."""
    sql = "INSERT OR IGNORE INTO circle_suggestions (suggested_on, person_id) VALUES (?, ?)"
    store.run(sql, (day.isoformat(), person))
    before = (day - REMEMBERED).isoformat()
    store.run("DELETE FROM circle_suggestions WHERE suggested_on < ?", (before,))


def let_be(store: Store, day: date, *, let_be: bool) -> None:
    """Let the suggestion of a day be, or take that back; inside a transaction."""
    sql = "UPDATE circle_suggestions SET let_be = ? WHERE suggested_on = ?"
    store.run(sql, (int(let_be), day.isoformat()))
