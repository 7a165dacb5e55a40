"""The quiet line under words that could tell who somebody is."""

from __future__ import annotations

COULD = "“{what}” could tell who someone is"
MORE = "{count} more like it"
ROLE = "^f a role instead"
LEAVE = "^d leave it"
NOT_ALL = "not everything is seen here"

ROLE_LIST = "Who is it, without the name?"
ROLES = (
    ("client", "a client"),
    ("patient", "a patient"),
    ("resident", "a resident"),
    ("young-person", "a young person"),
    ("family", "a family member"),
    ("carer", "a carer"),
    ("someone", "someone I work with"),
    ("colleague", "a colleague"),
)

IN_THE_LETTERBOX = "These words could tell who someone is; a role in place of a name is kinder to them. Once the journal is unlocked they can be changed. Not everything is seen here. `tracejournal config set identifier_hint off` ends these hints."
IN_THE_SHELL = "These words could tell who someone is; a role in place of a name is kinder to them: `tracejournal edit {id}`. Not everything is seen here. `tracejournal config set identifier_hint off` ends these hints."
