-- Self-experiments: declared beforehand, frozen from then on. One can be stopped or deleted, and
-- Today can be told to say nothing of it; nothing else ever changes.

CREATE TABLE experiments (
    id TEXT PRIMARY KEY,
    kind TEXT,                          -- what it can be recognised by: a kind of moment,
    condition TEXT,                     -- or a circumstance; or neither
    plan TEXT NOT NULL                  -- a sign a week: x with it, - without
        CHECK (length(plan) BETWEEN 4 AND 12 AND plan NOT GLOB '*[^x-]*'
               AND 2 * length(replace(plan, '-', '')) = length(plan)),
    drawn_from INTEGER,                 -- what the weeks were drawn from; NULL where they alternate
    measure TEXT NOT NULL CHECK (measure = 'supported'),
    starts_on TEXT NOT NULL CHECK (date(starts_on, '+0 days') IS starts_on),
    declared_at TEXT NOT NULL,
    stopped_on TEXT CHECK (stopped_on IS NULL OR date(stopped_on, '+0 days') IS stopped_on),
    quiet_until TEXT CHECK (quiet_until IS NULL OR date(quiet_until, '+0 days') IS quiet_until),
    action TEXT NOT NULL,               -- what I will do, in my words
    CHECK (kind IS NULL OR condition IS NULL)
) STRICT, WITHOUT ROWID;;

CREATE TRIGGER experiments_are_frozen
BEFORE UPDATE OF id, action, kind, condition, plan, drawn_from, measure, starts_on, declared_at
ON experiments
BEGIN
    SELECT RAISE(ABORT, 'an experiment is frozen once it is declared');
END;;
