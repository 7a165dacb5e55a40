"""The schema, as numbered steps. Append-only: a step that has landed never changes again.

sqlite-utils keeps the list of steps that were applied, so that any shell can read it, too.
"""

from __future__ import annotations

import sys
from importlib import resources

from sqlcipher3 import dbapi2

from tracejournal.store.engine import SCHEMA_VERSION, Translated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sqlite_utils import Database

    from tracejournal.store.engine import Store

# sqlite-utils looks for pysqlite3 before sqlite3; giving it our engine under that name is what
# makes its own error handling recognise our engine's errors.
sys.modules.setdefault("pysqlite3", dbapi2)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

from sqlite_utils import Database as _Database  # noqa: E402 - must follow the lines above
from sqlite_utils.migrations import Migrations  # noqa: E402 - must follow the lines above

steps = Migrations("tracejournal")


def migrate(store: Store, steps: Migrations = steps) -> None:
    """Apply the steps that are missing, all or none, safe against another process doing so."""
    database = _Database(store.connection, execute_plugins=False)
    with Translated(store.path), store.transaction():
        steps.apply(database)
        store.run(f"PRAGMA user_version = {SCHEMA_VERSION}")


@steps(name="0001_core")
def _core(database: Database) -> None:
    _run(database, "0001_core.sql")


@steps(name="0002_search_again")
def _search_again(database: Database) -> None:
    _run(database, "0002_search_again.sql")


@steps(name="0003_taxonomy")
def _taxonomy(database: Database) -> None:
    _run(database, "0003_taxonomy.sql")


@steps(name="0004_prompts")
def _prompts(database: Database) -> None:
    _run(database, "0004_prompts.sql")


@steps(name="0005_guided")
def _guided(database: Database) -> None:
    _run(database, "0005_guided.sql")


@steps(name="0006_people_to_call")
def _people_to_call(database: Database) -> None:
    _run(database, "0006_people_to_call.sql")


@steps(name="0007_rests")
def _rests(database: Database) -> None:
    _run(database, "0007_rests.sql")


@steps(name="0011_experiments")
def _experiments(database: Database) -> None:
    _run(database, "0011_experiments.sql")


def _run(database: Database, file: str) -> None:
    sql = resources.files("tracejournal.store").joinpath("schema", file)
    for statement in sql.read_text("utf-8").split(";;"):
        if statement.strip():
            database.execute(statement)
