"""`tracejournal config`: where the settings are, what holds now, and changing one of them."""

from __future__ import annotations

import json
import os

from tracejournal import places
from tracejournal.cli.output import tell, write_line
from tracejournal.config import Config
from tracejournal.model.errors import Misuse
from tracejournal.model.text import display
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments

OPTIONS = ()

_TRUTHS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def run(arguments: Arguments, context: Context) -> None:
    """Print the settings, or change the one that is named."""
    action, *typed = arguments.words or ("",)
    if not action:
        _print(context.config)
    elif action == "set":
        _set(typed, context)
    elif action == "unset":
        _unset(typed)
    else:
        actions = "set KEY VALUE, unset KEY"
        said = words.NO_SUCH_ACTION.format(command="config", actions=actions, typed=action)
        raise Misuse(said)


def _print(config: Config) -> None:
    """Print the path and the settings, the way the file is written."""
    path = places.config_file()
    write_line(f"# {display(path)}")
    for name in Config._fields:
        if name != "keys":
            write_line(f"{name} = {_written(getattr(config, name))}")
    write_line()
    write_line("[keys]")
    for name, keys in config.keys.items():
        write_line(f"{_key(name)} = {_written(keys)}")
    if not os.path.exists(path):
        tell(words.NO_CONFIG_YET)


def _written(value: object) -> str:
    # Texts, truths and lists of JSON are those of TOML, too; a time stands in quotes.
    if hasattr(value, "strftime"):
        value = f"{value:%H:%M}"
    return json.dumps(list(value) if isinstance(value, tuple) else value)


def _key(name: str) -> str:
    bare = name.replace("-", "").replace("_", "")
    return name if bare.isascii() and bare.isalnum() else _written(name)


def _set(typed: Sequence[str], context: Context) -> None:
    name, *said = typed or ("",)
    if not name or not (said or name == "roles"):
        raise Misuse(words.WHAT_TO_SET)
    value = _value(name, said)
    if name == "theme" or name.startswith("keys."):
        _check(name, str(value), context)
    from tracejournal.config_file import write_setting  # noqa: PLC0415 - slow to import

    write_setting(name, value)
    tell(words.SETTING_SET.format(name=name, value=_written(value)))


def _value(name: str, said: Sequence[str]) -> object:
    """Return what was typed as the kind of value the setting takes."""
    text = " ".join(said)
    default = getattr(Config, name, "") if name in Config._fields else ""
    if isinstance(default, bool):
        return _TRUTHS.get(text.casefold(), text)
    if isinstance(default, int):
        return int(text) if text.isdecimal() else text
    if isinstance(default, tuple):
        return text.replace(",", " ").split()
    if hasattr(default, "strftime"):
        from tracejournal.model.dates import parse_time  # noqa: PLC0415 - paid for when used

        return f"{parse_time(text):%H:%M}"
    return text


def _check(name: str, value: str, context: Context) -> None:
    """Refuse a theme, a command or a key that there is not."""
    command = name.removeprefix("keys.")
    config = Config(theme=value) if command == name else Config(keys={command: value})
    context.check_settings(config)


def _unset(typed: Sequence[str]) -> None:
    if len(typed) != 1:
        raise Misuse(words.WHAT_TO_UNSET)
    from tracejournal.config_file import write_setting  # noqa: PLC0415 - slow to import

    (name,) = typed
    former = write_setting(name, None)
    said = words.SETTING_NOT_THERE if former is None else words.SETTING_UNSET
    tell(said.format(name=name))
