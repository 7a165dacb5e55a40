"""The lines that come with the program, as their file tells them."""

from __future__ import annotations

import os
import tomllib

from tracejournal.model.contact import Contact

LINES_FILE = os.path.join(os.path.dirname(__file__), "lines.toml")


def load_lines(path: str = LINES_FILE) -> tuple[Contact, ...]:
    """Return the lines of a file, in its order."""
    with open(path, "rb") as file:
        return tuple(Contact(**table) for table in tomllib.load(file)["line"])
