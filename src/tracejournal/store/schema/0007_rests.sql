-- Days marked as rest or as leave: equal to any other day, and nothing is counted from them.

CREATE TABLE rests (
    day TEXT PRIMARY KEY CHECK (date(day, '+0 days') IS day),
    mark TEXT NOT NULL CHECK (mark IN ('rest', 'leave'))
) STRICT, WITHOUT ROWID;;
