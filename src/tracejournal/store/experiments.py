"""Self-experiments: what was declared, and what the moments of their weeks tell."""

from __future__ import annotations

from datetime import date

from tracejournal.model.entry import Moment
from tracejournal.model.experiment import Experiment, WeekTold
from tracejournal.store.filters import first_row_of, last_row_of
from tracejournal.store.shelves import SHELVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.model.experiment import ExperimentWeek
    from tracejournal.store.engine import Store

_COLUMNS = (
    "id", "kind", "condition", "plan", "drawn_from", "measure", "starts_on", "declared_at",
    "stopped_on", "quiet_until", "action",
)  # fmt: skip
_DAYS = ("starts_on", "stopped_on", "quiet_until")

# Rows lie in the order of time, so the ends of a week bound the reading.
_WEEK = f"""
    SELECT count(*), count(supported), ifnull(sum(supported), 0),
           count(DISTINCT CASE WHEN supported IS NOT NULL THEN happened_on END),
           count(*) FILTER (WHERE done), count(supported) FILTER (WHERE done)
    FROM (
        SELECT supported, happened_on,
               ifnull(kind = :kind, 0) OR EXISTS (
                   SELECT 1 FROM entry_conditions
                   WHERE entry_id = entries.id AND condition = :condition AND presence = 'present'
               ) AS done
        FROM entries NOT INDEXED
        WHERE entries.id BETWEEN :first_row AND :last_row AND happened_on BETWEEN :first AND :last
              AND type = '{Moment.type}' AND {SHELVES["kept"]}
    )
"""  # noqa: S608 - our own names


def all_of(store: Store) -> tuple[Experiment, ...]:
    """Return all that are there, the one declared last first.

    Raises:
        StoreError: the file could not be read.
    """
    sql = f"SELECT {', '.join(_COLUMNS)} FROM experiments ORDER BY declared_at DESC, id DESC"  # noqa: S608 - our own names
    return tuple(_experiment(dict(zip(_COLUMNS, row, strict=True))) for row in store.rows(sql))


def _experiment(columns: dict[str, str | None]) -> Experiment:
    days = {name: columns[name] and date.fromisoformat(str(columns[name])) for name in _DAYS}
    return Experiment.restored(**columns | days)


def put(store: Store, experiment: Experiment) -> None:
    """Put one in; inside a transaction."""
    held = {name: getattr(experiment, name) for name in _COLUMNS}
    held |= {name: held[name] and held[name].isoformat() for name in _DAYS}
    places = ", ".join("?" * len(_COLUMNS))
    sql = f"INSERT INTO experiments ({', '.join(_COLUMNS)}) VALUES ({places})"  # noqa: S608 - our own names
    store.run(sql, tuple(held.values()))


def set_stopped(store: Store, experiment_id: str, on: date | None) -> None:
    """Note the day one was stopped on, or that it runs on; inside a transaction."""
    day = on and on.isoformat()
    store.run("UPDATE experiments SET stopped_on = ? WHERE id = ?", (day, experiment_id))


def set_quiet(store: Store, experiment_id: str, until: date | None) -> None:
    """Note until which day Today says nothing of one; inside a transaction."""
    day = until and until.isoformat()
    store.run("UPDATE experiments SET quiet_until = ? WHERE id = ?", (day, experiment_id))


def remove(store: Store, experiment_id: str) -> None:
    """Take one out; inside a transaction. What was kept in its weeks stays."""
    store.run("DELETE FROM experiments WHERE id = ?", (experiment_id,))


def told(store: Store, experiment: Experiment, week: ExperimentWeek) -> WeekTold:
    """Return what the moments of one of its weeks tell.

    Raises:
        StoreError: the file could not be read.
    """
    values = {
        "kind": experiment.kind,
        "condition": experiment.condition,
        "first": week.first.isoformat(),
        "last": week.last.isoformat(),
        "first_row": first_row_of(week.first),
        "last_row": last_row_of(week.last),
    }
    return WeekTold(*store.rows(_WEEK, values)[0])
