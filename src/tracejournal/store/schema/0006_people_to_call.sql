-- People I can call: a person's own, and what they changed about the lines that come along.
-- Of one that comes along only what is different stands here; NULL is as it came.

CREATE TABLE contacts (
    id TEXT PRIMARY KEY,             -- "own-…", or the key of one that comes along
    section TEXT,
    name TEXT,
    number TEXT,
    how TEXT,
    hours TEXT,
    languages TEXT,
    note TEXT,
    position INTEGER NOT NULL,       -- their order, a person's own alone
    hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
    changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;;
