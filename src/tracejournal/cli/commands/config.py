"""`tracejournal config`: where the settings are, and what holds now."""

from __future__ import annotations

import json
import os

from tracejournal import places
from tracejournal.cli.output import tell, write_line
from tracejournal.model.text import display
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments

OPTIONS = ()
TAKES_WORDS = False


def run(_arguments: Arguments, context: Context) -> None:
    """Print the path and the settings, the way the file is written."""
    config, path = context.config, places.config_file()
    write_line(f"# {display(path)}")
    write_line(f"theme = {_quoted(config.theme)}")
    write_line(f"day_starts_at = {_quoted(f'{config.day_starts_at:%H:%M}')}")
    write_line(f"show_words = {_truth(yes=config.show_words)}")
    write_line(f"motion = {_truth(yes=config.motion)}")
    write_line(f"region = {_quoted(config.region)}")
    write_line()
    write_line("[keys]")
    for name, keys in config.keys.items():
        write_line(f"{_key(name)} = {_quoted(keys)}")
    if not os.path.exists(path):
        tell(words.NO_CONFIG_YET)


def _quoted(text: str) -> str:
    # A text of JSON is a text of TOML, too.
    return json.dumps(text)


def _key(name: str) -> str:
    bare = name.replace("-", "").replace("_", "")
    return name if bare.isascii() and bare.isalnum() else _quoted(name)


def _truth(*, yes: bool) -> str:
    return "true" if yes else "false"
