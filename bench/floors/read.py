"""The least an export can do: read every column of every table it needs, and nothing else.

python read.py JOURNAL
"""

import sys

from sqlcipher3 import dbapi2

QUERIES = (
    "SELECT * FROM entries WHERE sealed = 0 AND trashed_at IS NULL",
    "SELECT * FROM parts",
    "SELECT * FROM entry_conditions",
    "SELECT entry_id, name FROM entry_people JOIN people ON people.id = person_id",
    "SELECT entry_id, name FROM entry_tags JOIN tags ON tags.id = tag_id",
)

connection = dbapi2.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
print(sum(1 for query in QUERIES for _ in connection.execute(query)))
connection.close()
