"""The schema, as numbered steps. Append-only: a step that has landed never changes again.

sqlite-utils keeps the list of steps that were applied, so that any shell can read it, too.
"""

from __future__ import annotations

import sys
from importlib import resources

from sqlcipher3 import dbapi2

from tracejournal.store.engine import SCHEMA_STEPS, SCHEMA_VERSION, Translated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

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


def _step(name: str) -> Callable[[Database], None]:
    def run(database: Database) -> None:
        sql = resources.files("tracejournal.store").joinpath("schema", f"{name}.sql")
        for statement in sql.read_text("utf-8").split(";;"):
            if statement.strip():
                database.execute(statement)

    return run


for _name in SCHEMA_STEPS:
    steps(name=_name)(_step(_name))
