"""The deck that comes with the program, as its file tells it."""

from __future__ import annotations

import os
import tomllib

from tracejournal.model.prompt import Prompt

DECK_FILE = os.path.join(os.path.dirname(__file__), "deck.toml")
_NOT_SHOWN = ("theme",)


def load_deck(path: str = DECK_FILE) -> tuple[Prompt, ...]:
    """Return the prompts of a deck file, in its order."""
    with open(path, "rb") as file:
        tables = tomllib.load(file)["prompt"]
    return tuple(
        Prompt(**{name: value for name, value in table.items() if name not in _NOT_SHOWN})
        for table in tables
    )
