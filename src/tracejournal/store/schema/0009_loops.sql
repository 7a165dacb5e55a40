-- Loops: what must come back. A concern, a promise, or something heard that is to be told back.

CREATE TABLE loops (
    id TEXT PRIMARY KEY,             -- random, in the form of a UUID
    kind TEXT NOT NULL CHECK (kind IN ('concern', 'promise', 'heard')),
    direction TEXT CHECK (direction IN ('given', 'received')),       -- of a promise
    options TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(options)),  -- of a concern: a list of texts
    none_yet INTEGER NOT NULL DEFAULT 0 CHECK (none_yet IN (0, 1)),  -- said in place of options
    due TEXT CHECK (date(due, '+0 days') IS due),
    ending TEXT,                     -- how it ended; NULL while it is open
    sealed INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1)),
    trashed_at TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    CHECK (direction IS NULL OR kind = 'promise'),
    CHECK (kind = 'concern' OR (options = '[]' AND none_yet = 0)),
    CHECK (none_yet = 0 OR options = '[]'),
    CHECK (
        ending IS NULL OR ending IN ('closed', 'let-go')
        OR ending = CASE kind
            WHEN 'concern' THEN 'answered' WHEN 'promise' THEN 'kept' ELSE 'told-back'
        END
    )
) STRICT, WITHOUT ROWID;;

CREATE TABLE loop_steps (            -- what was said of it over time; nothing here is ever changed
    loop_id TEXT NOT NULL REFERENCES loops (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number > 0),
    what TEXT NOT NULL CHECK (what IN (
        'heard-by', 'came-back', 'changed', 'moved', 'said-before',
        'closed', 'answered', 'kept', 'told-back', 'let-go', 'reopened'
    )),
    moved_from TEXT CHECK (date(moved_from, '+0 days') IS moved_from),
    moved_to TEXT CHECK (date(moved_to, '+0 days') IS moved_to),
    at TEXT NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (loop_id, number),
    CHECK (CASE what
        WHEN 'moved' THEN moved_from IS NOT moved_to
        ELSE moved_from IS NULL AND moved_to IS NULL
    END)
) STRICT, WITHOUT ROWID;;

CREATE TABLE loop_people (
    loop_id TEXT NOT NULL REFERENCES loops (id) ON DELETE CASCADE,
    step INTEGER NOT NULL,           -- 0 for the loop itself
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    PRIMARY KEY (loop_id, step, person_id)
) STRICT, WITHOUT ROWID;;
CREATE INDEX loop_people_by_person ON loop_people (person_id);;
