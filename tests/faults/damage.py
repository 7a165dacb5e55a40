"""What can befall a file: each takes the path of a whole journal and spoils it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tracejournal.store.engine import SCHEMA_VERSION

if TYPE_CHECKING:
    import random
    from pathlib import Path

PAGE = 4096
HEADER = 100


def emptied(path: Path, _chance: random.Random) -> None:
    path.write_bytes(b"")


def halved(path: Path, chance: random.Random) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * chance.uniform(0.01, 0.99))])


def page_cut_out(path: Path, chance: random.Random) -> None:
    content = path.read_bytes()
    at = chance.randrange(len(content) // PAGE) * PAGE
    path.write_bytes(content[:at] + content[at + PAGE :])


def page_zeroed(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    at = chance.randrange(1, len(content) // PAGE) * PAGE
    content[at : at + PAGE] = bytes(PAGE)
    path.write_bytes(content)


def pages_swapped(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    one, other = (at * PAGE for at in chance.sample(range(1, len(content) // PAGE), 2))
    first, second = bytes(content[one : one + PAGE]), bytes(content[other : other + PAGE])
    content[one : one + PAGE], content[other : other + PAGE] = second, first
    path.write_bytes(content)


def header_zeroed(path: Path, _chance: random.Random) -> None:
    path.write_bytes(bytes(HEADER) + path.read_bytes()[HEADER:])


def random_bytes(path: Path, chance: random.Random) -> None:
    path.write_bytes(chance.randbytes(chance.randrange(1, 40_000)))


def plain_text(path: Path, chance: random.Random) -> None:
    path.write_text("Dear diary,\n" * chance.randrange(1, 3_000), "utf-8")


def line_endings_mangled(path: Path, _chance: random.Random) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def garbage_appended(path: Path, chance: random.Random) -> None:
    with path.open("ab") as file:
        file.write(chance.randbytes(chance.randrange(1, 9_000)))


def wal_of_garbage(path: Path, chance: random.Random) -> None:
    magic = chance.choice((b"", bytes.fromhex("377f0682"), bytes.fromhex("377f0683")))
    garbage = magic + chance.randbytes(chance.randrange(1, 40_000))
    path.with_name(f"{path.name}-wal").write_bytes(garbage)


def bit_flipped(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def another_program(path: Path, chance: random.Random) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as theirs:
        theirs.execute("CREATE TABLE entries (id INTEGER PRIMARY KEY, text TEXT)")
        theirs.execute(f"PRAGMA user_version = {chance.randrange(3)}")
        theirs.execute(f"PRAGMA application_id = {chance.choice((0, 0x7F6A726E))}")
        theirs.execute("INSERT INTO entries (text) VALUES ('not ours')")
        theirs.commit()


def newer_schema(path: Path, chance: random.Random) -> None:
    with closing(sqlite3.connect(path)) as theirs:
        theirs.execute(f"PRAGMA user_version = {SCHEMA_VERSION + chance.randrange(1, 99)}")


def unknown_migration(path: Path, _chance: random.Random) -> None:
    with closing(sqlite3.connect(path)) as theirs:
        theirs.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('tracejournal', '0099_of_another_branch', '2026-11-23')"
        )
        theirs.commit()
