-- Prompts: what a person's own ones say beyond the first version, topics that rest, and what the
-- days of the last month offered, so that none comes back within a month.

CREATE TABLE prompt_details (        -- more about a prompt of the person's own
    prompt_id TEXT PRIMARY KEY,
    topic TEXT NOT NULL DEFAULT '',
    offered_when TEXT NOT NULL DEFAULT '',
    instead_of TEXT NOT NULL DEFAULT ''  -- the prompt of the deck whose place it takes
) STRICT, WITHOUT ROWID;;

CREATE TABLE resting_topics (        -- not offered, since the person said so
    topic TEXT PRIMARY KEY,
    rested_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;;

CREATE TABLE offered_prompts (       -- of the last month alone; what is older is removed
    offered_on TEXT NOT NULL,
    prompt_id TEXT NOT NULL,
    position INTEGER NOT NULL,       -- the first one that still stands is the prompt of the day
    PRIMARY KEY (offered_on, prompt_id)
) STRICT, WITHOUT ROWID;;
