"""The least a Python program can do to keep a line durably: the floor of the command line.

python keep.py FILE            one line kept: WAL, synchronous FULL, an index by a trigger
python keep.py FILE --prepare  the same, into a new file with some lines in it
"""

import sqlite3
import sys

SCHEMA = """
PRAGMA journal_mode = WAL;
CREATE TABLE lines (id INTEGER PRIMARY KEY, at TEXT NOT NULL, text TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5 (text, content = 'lines', content_rowid = 'id');
CREATE TRIGGER kept AFTER INSERT ON lines BEGIN
    INSERT INTO words (rowid, text) VALUES (new.id, new.text);
END;
"""
KEEP = "INSERT INTO lines (at, text) VALUES (datetime(), ?)"
LINE = "Thanked Priya for covering the late intake"

connection = sqlite3.connect(sys.argv[1], isolation_level=None)
if sys.argv[2:] == ["--prepare"]:
    connection.executescript(SCHEMA)
    connection.execute("BEGIN")
    connection.executemany(KEEP, [(f"{LINE} {number}",) for number in range(1_000)])
    connection.execute("COMMIT")
connection.execute("PRAGMA synchronous = FULL")
connection.execute("BEGIN IMMEDIATE")
connection.execute(KEEP, (LINE,))
connection.execute("COMMIT")
connection.close()
