-- Who a moment was with, by role, which kinds of support it held, and on what occasion. A table of
-- its own: in `entries` the words stay the last column.
CREATE TABLE entry_facets (
    entry_id INTEGER NOT NULL REFERENCES entries (id) ON UPDATE CASCADE ON DELETE CASCADE,
    facet TEXT NOT NULL CHECK (facet IN ('who', 'support', 'occasion')),
    key TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (entry_id, facet, key)
) STRICT, WITHOUT ROWID;;
CREATE INDEX entry_facets_by_key ON entry_facets (facet, key, entry_id);;

-- What the person calls kinds and conditions, which of them they hide, and those of their own.
CREATE TABLE own_terms (
    vocabulary TEXT NOT NULL CHECK (vocabulary IN ('kind', 'condition')),
    key TEXT NOT NULL,               -- one that came along, or my-… for one of their own
    label TEXT NOT NULL DEFAULT '',  -- '' for the one that came along
    observable INTEGER NOT NULL DEFAULT 0 CHECK (observable IN (0, 1)), -- of own conditions alone
    hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
    changed_at TEXT NOT NULL,
    PRIMARY KEY (vocabulary, key)
) STRICT, WITHOUT ROWID;;

-- For people who open the file in a shell.
DROP VIEW moments;;
CREATE VIEW moments AS
    SELECT happened_on AS day, substr(happened_at, 12, 5) AS time, kind, direction, mode, text,
           people,
           (SELECT group_concat(f.key, ', ') FROM
               (SELECT key FROM entry_facets
                WHERE entry_id = entries.id AND facet = 'who' ORDER BY position) AS f) AS who,
           tags, supported, helped, missing, minutes, fit,
           (SELECT group_concat(f.key, ', ') FROM
               (SELECT key FROM entry_facets
                WHERE entry_id = entries.id AND facet = 'support' ORDER BY position) AS f)
               AS support,
           (SELECT key FROM entry_facets WHERE entry_id = entries.id AND facet = 'occasion')
               AS occasion,
           uuid AS id
    FROM entries JOIN entry_names ON entry_names.entry_id = entries.id
    WHERE type = 'moment' AND sealed = 0 AND trashed_at IS NULL;;
