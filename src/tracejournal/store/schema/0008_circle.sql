-- The circle: what a person says of those they would like to keep in touch with. Who somebody is
-- called stands in `people`, where entries name them; all of this can go and every entry stays.

CREATE TABLE circle (
    id INTEGER PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    sort TEXT NOT NULL CHECK (sort IN ('person', 'role', 'group', 'team')),
    position INTEGER,                -- their order; NULL for one who is not in the circle
    ideal_days INTEGER CHECK (ideal_days BETWEEN 1 AND 3660),
    longest_days INTEGER CHECK (longest_days BETWEEN 1 AND 3660),
    rhythm_since TEXT,               -- the day it was set: counted from where there was no contact
    away TEXT CHECK (away IN ('rest', 'leave')),
    away_until TEXT,                 -- the last day of it; NULL for until further notice
    quiet INTEGER NOT NULL DEFAULT 0 CHECK (quiet IN (0, 1)), -- never suggested nor looked back on
    changed_at TEXT NOT NULL
) STRICT;;

CREATE TABLE person_aliases (        -- other names that mean the same person
    id INTEGER PRIMARY KEY,
    alias TEXT NOT NULL,
    alias_key TEXT NOT NULL UNIQUE,  -- as `people.name_key`, and never one of those
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    added_at TEXT NOT NULL
) STRICT;;
CREATE INDEX person_aliases_by_person ON person_aliases (person_id);;

CREATE TABLE circle_suggestions (    -- one a day at most, of the last weeks; older ones are removed
    suggested_on TEXT PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    let_be INTEGER NOT NULL DEFAULT 0 CHECK (let_be IN (0, 1))
) STRICT, WITHOUT ROWID;;
