-- A locked journal: notes left for it while it was locked. Both tables stay empty where it is not.

CREATE TABLE letterbox_identities (
    identity TEXT PRIMARY KEY,          -- an age identity; notes are sealed to the newest one's recipient
    made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;;

CREATE TABLE letters_taken (
    id TEXT PRIMARY KEY,                -- of a note that was taken in, so that it never is again
    taken_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;;
