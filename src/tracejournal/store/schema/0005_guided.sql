-- Guided reflections of the person's own.

CREATE TABLE guides (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    about TEXT NOT NULL DEFAULT '',
    minutes INTEGER NOT NULL,
    steps TEXT NOT NULL CHECK (json_valid(steps)),   -- a list of objects, see model/guided.py
    created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;;
