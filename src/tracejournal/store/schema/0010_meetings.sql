-- Planned meetings. Their days follow from the rhythm; here stands only what was told of some.
-- No index beside the keys: there are few rows, and a damaged file is read row by row.

CREATE TABLE meetings (
    id TEXT PRIMARY KEY CHECK (id GLOB 'meeting-*'),
    kind TEXT NOT NULL,              -- of a moment, or 'other'
    name TEXT NOT NULL DEFAULT '',
    since TEXT NOT NULL CHECK (date(since, '+0 days') IS since),
    every_weeks INTEGER NOT NULL DEFAULT 0 CHECK (every_weeks BETWEEN 0 AND 52), -- 0: on `dates` alone
    at TEXT,                         -- 14:00, local
    until TEXT,
    asks INTEGER NOT NULL DEFAULT 0 CHECK (asks IN (0, 1)),
    let_be_on TEXT,                  -- of meetings up to this day nothing is asked any more
    rested_on TEXT,
    woken_on TEXT,
    dates TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(dates)),
    created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;;

CREATE TABLE meeting_people (
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    PRIMARY KEY (meeting_id, person_id)
) STRICT, WITHOUT ROWID;;

CREATE TABLE meeting_days (          -- what was told of a planned day
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    due TEXT NOT NULL CHECK (date(due, '+0 days') IS due),
    moved_to TEXT,
    outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'held', 'dropped')),
    entry_uuid TEXT REFERENCES entries (uuid) ON DELETE SET NULL, -- the moment kept of it
    reason TEXT,                     -- why it was dropped
    told_at TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT '',    -- the same in the person's own words
    PRIMARY KEY (meeting_id, due)
) STRICT, WITHOUT ROWID;;
