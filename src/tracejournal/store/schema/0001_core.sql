-- The core of a journal. Statements end in two semicolons, since triggers hold single ones.
-- Instants are ISO 8601 with the local offset, days are local days, keys stand in words/labels.py.

CREATE TABLE entries (
    id INTEGER PRIMARY KEY,          -- the order of time: microseconds since 1970 UTC
    uuid TEXT NOT NULL UNIQUE,       -- the public id, UUIDv7
    type TEXT NOT NULL CHECK (type IN ('moment', 'reflection', 'check-in')),
    happened_at TEXT NOT NULL CHECK (
        happened_at GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:*[-+][0-9][0-9]:[0-9][0-9]*'
    ),
    zone TEXT,
    happened_on TEXT NOT NULL CHECK (date(happened_on, '+0 days') IS happened_on), -- its day, for ever
    kind TEXT,
    direction TEXT,
    mode TEXT,
    minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
    fit TEXT,
    supported INTEGER CHECK (supported BETWEEN 0 AND 10),
    energy INTEGER CHECK (energy BETWEEN 0 AND 10),
    load INTEGER CHECK (load BETWEEN 0 AND 10),
    prompt_id TEXT,
    sealed INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1)),
    trashed_at TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    source TEXT,
    source_id TEXT,
    -- The words; for a reflection its answers, joined. Last, so that a list that asks for anything
    -- before it need not read through a long text.
    text TEXT NOT NULL DEFAULT ''
) STRICT;;

-- What is kept, neither sealed nor in the trash, in the order of time. An index of its own, since
-- reading only these few bytes of each entry is what keeps a list of a million fluid.
CREATE INDEX entries_kept ON entries (id, happened_on) WHERE sealed = 0 AND trashed_at IS NULL;;
CREATE INDEX entries_sealed ON entries (id) WHERE sealed = 1;;
CREATE INDEX entries_in_trash ON entries (id) WHERE trashed_at IS NOT NULL;;
CREATE INDEX entries_by_day ON entries (happened_on);;
CREATE INDEX entries_by_type ON entries (type) WHERE sealed = 0 AND trashed_at IS NULL;;
CREATE INDEX entries_by_kind ON entries (kind)
    WHERE kind IS NOT NULL AND sealed = 0 AND trashed_at IS NULL;;
CREATE INDEX entries_by_supported ON entries (supported) WHERE supported IS NOT NULL;;
CREATE UNIQUE INDEX entries_by_source ON entries (source, source_id) WHERE source_id IS NOT NULL;;

CREATE TABLE parts (
    entry_id INTEGER NOT NULL REFERENCES entries (id) ON UPDATE CASCADE ON DELETE CASCADE,
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;;

CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,   -- case-folded, composed
    role TEXT,
    created_at TEXT NOT NULL
) STRICT;;

CREATE TABLE entry_people (
    entry_id INTEGER NOT NULL REFERENCES entries (id) ON UPDATE CASCADE ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    PRIMARY KEY (entry_id, person_id)
) STRICT, WITHOUT ROWID;;
CREATE INDEX entry_people_by_person ON entry_people (person_id, entry_id);;

CREATE TABLE tags (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE
) STRICT;;

CREATE TABLE entry_tags (
    entry_id INTEGER NOT NULL REFERENCES entries (id) ON UPDATE CASCADE ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    PRIMARY KEY (entry_id, tag_id)
) STRICT, WITHOUT ROWID;;
CREATE INDEX entry_tags_by_tag ON entry_tags (tag_id, entry_id);;

CREATE TABLE entry_conditions (
    entry_id INTEGER NOT NULL REFERENCES entries (id) ON UPDATE CASCADE ON DELETE CASCADE,
    condition TEXT NOT NULL,
    presence TEXT NOT NULL CHECK (presence IN ('present', 'missing')),
    position INTEGER NOT NULL,
    PRIMARY KEY (entry_id, condition, presence)
) STRICT, WITHOUT ROWID;;
CREATE INDEX entry_conditions_by_condition ON entry_conditions (condition, presence, entry_id);;

CREATE TABLE revisions (             -- what an entry said before it was changed
    id INTEGER PRIMARY KEY,
    entry_uuid TEXT NOT NULL REFERENCES entries (uuid) ON DELETE CASCADE,
    content TEXT NOT NULL CHECK (json_valid(content)),
    replaced_at TEXT NOT NULL
) STRICT;;
CREATE INDEX revisions_by_entry ON revisions (entry_uuid);;

CREATE TABLE drafts (                -- words not kept yet
    slot TEXT PRIMARY KEY,
    fields TEXT NOT NULL CHECK (json_valid(fields)),
    saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;;

CREATE TABLE draft_revisions (
    id INTEGER PRIMARY KEY,
    slot TEXT NOT NULL,
    fields TEXT NOT NULL CHECK (json_valid(fields)),
    saved_at TEXT NOT NULL
) STRICT;;
CREATE INDEX draft_revisions_by_slot ON draft_revisions (slot);;

CREATE TABLE prompts (               -- the person's own
    id TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    title TEXT NOT NULL,
    principle TEXT NOT NULL,
    depth TEXT NOT NULL,
    roles TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(roles)),
    minutes INTEGER NOT NULL,
    starter TEXT NOT NULL DEFAULT '',
    distancing TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;;

CREATE TABLE hidden_prompts (
    prompt_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;;

CREATE TABLE prompt_choices (        -- which prompt a day offered, and what was said to it
    id INTEGER PRIMARY KEY,
    chosen_on TEXT NOT NULL,
    prompt_id TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('another', 'not-today')),
    chosen_at TEXT NOT NULL
) STRICT;;
CREATE INDEX prompt_choices_by_day ON prompt_choices (chosen_on);;

CREATE TABLE days (                  -- a summary, kept by the triggers below
    day TEXT PRIMARY KEY,
    moments INTEGER NOT NULL DEFAULT 0,
    reflections INTEGER NOT NULL DEFAULT 0,
    check_ins INTEGER NOT NULL DEFAULT 0,
    supported_sum INTEGER NOT NULL DEFAULT 0,
    supported_count INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;;

-- What can be found: neither sealed nor in the trash.
CREATE VIEW searchable AS
    SELECT id, text FROM entries WHERE sealed = 0 AND trashed_at IS NULL;;

CREATE VIRTUAL TABLE entries_search USING fts5 (
    text,
    content = 'searchable',
    content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2',
    prefix = '1 2 3'
);;
INSERT INTO entries_search (entries_search, rank) VALUES ('secure-delete', 1);;

-- Index and summary follow every change: what was visible is taken out before it changes, what
-- is visible is put in after.
CREATE TRIGGER entries_inserted AFTER INSERT ON entries
WHEN new.sealed = 0 AND new.trashed_at IS NULL
BEGIN
    INSERT INTO entries_search (rowid, text) VALUES (new.id, new.text);
    INSERT INTO days (day, moments, reflections, check_ins, supported_sum, supported_count)
    VALUES (
        new.happened_on, new.type = 'moment', new.type = 'reflection', new.type = 'check-in',
        ifnull(new.supported, 0), new.supported IS NOT NULL
    )
    ON CONFLICT (day) DO UPDATE SET
        moments = moments + excluded.moments,
        reflections = reflections + excluded.reflections,
        check_ins = check_ins + excluded.check_ins,
        supported_sum = supported_sum + excluded.supported_sum,
        supported_count = supported_count + excluded.supported_count;
END;;

CREATE TRIGGER entries_changing
BEFORE UPDATE OF id, text, type, happened_on, supported, sealed, trashed_at ON entries
WHEN old.sealed = 0 AND old.trashed_at IS NULL
BEGIN
    INSERT INTO entries_search (entries_search, rowid, text) VALUES ('delete', old.id, old.text);
    UPDATE days SET
        moments = moments - (old.type = 'moment'),
        reflections = reflections - (old.type = 'reflection'),
        check_ins = check_ins - (old.type = 'check-in'),
        supported_sum = supported_sum - ifnull(old.supported, 0),
        supported_count = supported_count - (old.supported IS NOT NULL)
    WHERE day = old.happened_on;
END;;

CREATE TRIGGER entries_changed
AFTER UPDATE OF id, text, type, happened_on, supported, sealed, trashed_at ON entries
WHEN new.sealed = 0 AND new.trashed_at IS NULL
BEGIN
    INSERT INTO entries_search (rowid, text) VALUES (new.id, new.text);
    INSERT INTO days (day, moments, reflections, check_ins, supported_sum, supported_count)
    VALUES (
        new.happened_on, new.type = 'moment', new.type = 'reflection', new.type = 'check-in',
        ifnull(new.supported, 0), new.supported IS NOT NULL
    )
    ON CONFLICT (day) DO UPDATE SET
        moments = moments + excluded.moments,
        reflections = reflections + excluded.reflections,
        check_ins = check_ins + excluded.check_ins,
        supported_sum = supported_sum + excluded.supported_sum,
        supported_count = supported_count + excluded.supported_count;
END;;

CREATE TRIGGER entries_deleted AFTER DELETE ON entries
WHEN old.sealed = 0 AND old.trashed_at IS NULL
BEGIN
    INSERT INTO entries_search (entries_search, rowid, text) VALUES ('delete', old.id, old.text);
    UPDATE days SET
        moments = moments - (old.type = 'moment'),
        reflections = reflections - (old.type = 'reflection'),
        check_ins = check_ins - (old.type = 'check-in'),
        supported_sum = supported_sum - ifnull(old.supported, 0),
        supported_count = supported_count - (old.supported IS NOT NULL)
    WHERE day = old.happened_on;
END;;

-- For people who open the file in a shell: each kind of entry in plain columns, newest last.
CREATE VIEW entry_names AS
    SELECT
        e.id AS entry_id,
        (SELECT group_concat(p.name, ', ') FROM
            (SELECT people.name FROM entry_people JOIN people ON people.id = person_id
             WHERE entry_id = e.id ORDER BY position) AS p) AS people,
        (SELECT group_concat(t.name, ', ') FROM
            (SELECT tags.name FROM entry_tags JOIN tags ON tags.id = tag_id
             WHERE entry_id = e.id ORDER BY position) AS t) AS tags,
        (SELECT group_concat(c.condition, ', ') FROM
            (SELECT condition FROM entry_conditions
             WHERE entry_id = e.id AND presence = 'present' ORDER BY position) AS c) AS helped,
        (SELECT group_concat(c.condition, ', ') FROM
            (SELECT condition FROM entry_conditions
             WHERE entry_id = e.id AND presence = 'missing' ORDER BY position) AS c) AS missing
    FROM entries AS e;;

CREATE VIEW moments AS
    SELECT happened_on AS day, substr(happened_at, 12, 5) AS time, kind, direction, mode, text,
           people, tags, supported, helped, missing, minutes, fit, uuid AS id
    FROM entries JOIN entry_names ON entry_id = entries.id
    WHERE type = 'moment' AND sealed = 0 AND trashed_at IS NULL;;

CREATE VIEW reflections AS
    SELECT happened_on AS day, substr(happened_at, 12, 5) AS time,
           (SELECT group_concat(question, ' / ') FROM parts WHERE parts.entry_id = entries.id)
               AS question,
           text AS answer, people, tags, supported, helped, missing, prompt_id AS prompt,
           uuid AS id
    FROM entries JOIN entry_names ON entry_names.entry_id = entries.id
    WHERE type = 'reflection' AND sealed = 0 AND trashed_at IS NULL;;

CREATE VIEW checkins AS
    SELECT happened_on AS day, substr(happened_at, 12, 5) AS time, energy, load, supported,
           text AS note, uuid AS id
    FROM entries
    WHERE type = 'check-in' AND sealed = 0 AND trashed_at IS NULL;;
