"""A program that works on the journal of its home until it is killed.

It says what it is about to do, and when that is done: one JSON line each, `{"will": [words, …]}`
with all the words there will be, then `{"done": n}`.

    python writer.py keep|change|erase|migrate SEED
"""

from __future__ import annotations

import json
import random
import sys
from typing import TYPE_CHECKING

from tracejournal.journal.journal import Journal
from tracejournal.model.entry import Draft, Moment

if TYPE_CHECKING:
    from collections.abc import Callable


def say(**what: object) -> None:
    print(json.dumps(what), flush=True)


class Writer:
    """Does one thing after another, told beforehand and acknowledged after."""

    def __init__(self, journal: Journal, chance: random.Random) -> None:
        self._journal = journal
        self._chance = chance
        self._done = 0
        self.words = {entry.id: entry.content.text for entry in journal.history.entries()}
        self._announce(self.words)
        self._acknowledge()

    def _announce(self, words: dict[str, str]) -> None:
        say(will=sorted(words.values()))

    def _acknowledge(self) -> None:
        self._done += 1
        say(done=self._done)

    def _new_words(self) -> str:
        many = self._chance.choice((1, 3, 40, 400))
        return " ".join(f"w{self._chance.randrange(10**6)}" for _ in range(many))

    def _choose(self) -> str:
        return self._chance.choice(sorted(self.words))

    def keep(self) -> None:
        """Keep something new."""
        words = f"{self._new_words()} with @Priya #tea"
        self._announce(self.words | {"new": words})
        kept = self._journal.entries.keep(Draft(Moment(words)))
        self.words[kept.id] = words
        self._acknowledge()

    def change(self) -> None:
        """Change, delete, bring back: each rewrites the index and the summary of its day."""
        if len(self.words) < 5:
            self.keep()
            return
        chosen, words = self._choose(), self._new_words()
        self._announce(self.words | {chosen: words})
        self._journal.entries.revise(chosen, Moment(words))
        self.words[chosen] = words
        self._acknowledge()
        rest = {one: said for one, said in self.words.items() if one != chosen}
        self._announce(rest)
        self._journal.entries.delete([chosen])
        self._acknowledge()
        self._announce(self.words)
        self._journal.entries.restore([chosen])
        self._acknowledge()

    def erase(self) -> None:
        """Erase something for good, which writes all of the -wal into the file."""
        self.keep()
        self.keep()
        chosen = self._choose()
        del self.words[chosen]
        self._announce(self.words)
        self._journal.entries.erase([chosen])
        self._acknowledge()


def migrate() -> None:
    """Bring the journal to a schema of tomorrow, which writes every entry again."""
    from tracejournal.store import engine, migrations  # noqa: PLC0415 - of this one alone

    @migrations.steps(name="0002_of_tomorrow")
    def _tomorrow(database: object) -> None:
        execute: Callable[[str], object] = database.execute  # type: ignore[attr-defined]
        execute("CREATE TABLE tomorrow (id INTEGER PRIMARY KEY, words TEXT) STRICT")
        execute("INSERT INTO tomorrow SELECT id, text FROM entries")
        execute("UPDATE entries SET text = text || ' ' WHERE id % 2")

    vars(migrations)["SCHEMA_VERSION"] = 2
    store = engine.Store(sys.argv[3])
    say(will=[])
    say(done=1)
    migrations.migrate(store)
    store.close()
    say(done=2)


def main() -> None:
    what, seed = sys.argv[1:3]
    if what == "migrate":
        migrate()
        return
    with Journal.open(create=True) as journal:
        writer = Writer(journal, random.Random(seed))  # noqa: S311 - chances that can be drawn again
        do: Callable[[], None] = getattr(writer, what)
        while True:
            do()


if __name__ == "__main__":
    main()
