"""The deck that comes with the program.

People write and review `deck.toml`. What is read is `deck.json`, made from it: reading the TOML
takes 20 ms of a shell command, this one takes half of one. A test holds both equal.
"""

from __future__ import annotations

import json
import os

from tracejournal.model.prompt import Prompt

_FOLDER = os.path.dirname(__file__)
DECK_FILE = os.path.join(_FOLDER, "deck.toml")
COMPILED = os.path.join(_FOLDER, "deck.json")
_NOT_SHOWN = ("theme",)


def load_deck() -> tuple[Prompt, ...]:
    """Return the prompts of the deck, in the order of its file."""
    with open(COMPILED, encoding="utf-8") as file:
        rows = json.load(file)
    return tuple(Prompt.restored(**row | {"roles": tuple(row["roles"])}) for row in rows)


def compile_deck(path: str = DECK_FILE) -> str:
    """Return what `deck.json` has to hold: every prompt, checked, with every field.

    Raises:
        Misuse: a prompt has a value that cannot be.
    """
    import tomllib  # noqa: PLC0415 - whoever reads the deck does without

    with open(path, "rb") as file:
        tables = tomllib.load(file)["prompt"]
    kept = [
        Prompt(**{name: value for name, value in table.items() if name not in _NOT_SHOWN})
        for table in tables
    ]
    rows = (json.dumps(prompt.__dict__, ensure_ascii=False) for prompt in kept)
    return "[\n" + ",\n".join(rows) + "\n]\n"


if __name__ == "__main__":
    with open(COMPILED, "w", encoding="utf-8", newline="\n") as file:
        file.write(compile_deck())
