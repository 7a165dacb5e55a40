"""What a person chose, from config.toml. No file means every default."""

from __future__ import annotations

import os
from datetime import time

from tracejournal import places
from tracejournal.model.errors import JournalError, Misuse
from tracejournal.model.record import Record
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_LATEST_START = time(12, 0)


class Config(Record):
    """The settings.

    Attributes:
        theme: name of a theme; an unknown one is refused where themes are known.
        day_starts_at: local time at which a new day begins, at most noon.
        show_words: whether lists in History begin with words, or with dates and kinds only.
        motion: whether anything on the screen may move by itself.
        region: where the person is, for numbers to call: ISO 3166 alpha-2, "EU", "" for unsaid.
        keys: for each command that got another key: its name and the key, or keys by commas.
    """

    theme: str = "dusk"
    day_starts_at: time = time(0, 0)
    show_words: bool = True
    motion: bool = False
    region: str = ""
    keys: Mapping[str, str] = {}


def read_config(path: str | None = None) -> Config:
    """Return the settings of a file, or of the user's own.

    Raises:
        Misuse: the file cannot be read, holds an unknown name or a value that cannot be; the
            sentence says which and what to write instead.
    """
    path = path or places.config_file()
    if not os.path.exists(path):
        return Config()
    chosen: dict[str, Any] = {
        name: _checked(path, name, value) for name, value in _tables(path).items()
    }
    return Config(**chosen)


def keep_region(region: str, path: str | None = None) -> None:
    """Write into config.toml where the person is; every other line stays as it is.

    Args:
        region: what `Config.region` can be.
        path: the file; the user's own where not given.

    Raises:
        Misuse: what the file holds cannot be used, so it is left alone.
        JournalError: it cannot be written.
    """
    path = path or places.config_file()
    read_config(path)
    try:
        text = _with_region(_text(path), region)
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(f"{path}.new", "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(f"{path}.new", path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise JournalError(refusals.CONFIG_UNWRITABLE.format(path=path, reason=reason)) from None


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def _with_region(text: str, region: str) -> str:
    lines = text.splitlines(keepends=True)
    said = f'region = "{region}"'
    for number, line in enumerate(lines):
        if line.partition("=")[0].strip() == "region":
            _, sign, comment = line.rstrip().partition("#")
            lines[number] = said + (f"  {sign}{comment}" if sign else "") + "\n"
            return "".join(lines)
        if line.lstrip().startswith("["):
            break
    return f"{said}\n{text}"


def _tables(path: str) -> Mapping[str, Any]:
    import tomllib  # noqa: PLC0415 - slow to import, and most people have no such file

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not text in UTF-8"
        raise Misuse(refusals.CONFIG_SYNTAX.format(path=path, reason=f"{reason}.")) from None
    except ValueError as error:  # also a number too long for Python to read
        raise Misuse(refusals.CONFIG_SYNTAX.format(path=path, reason=f"{error}.")) from None
    except RecursionError:
        reason = "its brackets are nested too deep."
        raise Misuse(refusals.CONFIG_SYNTAX.format(path=path, reason=reason)) from None


def _checked(path: str, name: str, value: object) -> object:
    if name not in Config._fields:
        choices = ", ".join(Config._fields)
        raise Misuse(refusals.CONFIG_UNKNOWN.format(path=path, name=name, choices=choices))
    refused = refusals.CONFIG_VALUE.format(
        path=path, name=name, value=value, hint=refusals.CONFIG_HINTS[name]
    )
    if name == "day_starts_at":
        return _day_start(value, refused)
    default = getattr(Config, name)
    if not isinstance(value, type(default)):
        raise Misuse(refused)
    if name == "region":
        return _region(str(value), refused)
    if isinstance(value, dict) and not all(isinstance(key, str) for key in value.values()):
        raise Misuse(refused)
    return value


def _region(value: str, refused: str) -> str:
    from tracejournal.model.contact import check_region  # noqa: PLC0415 - as above

    try:
        return check_region(value)
    except Misuse:
        raise Misuse(refused) from None


def _day_start(value: object, refused: str) -> time:
    from tracejournal.model.dates import parse_time  # noqa: PLC0415 - paid for by those who chose a start

    try:
        start = value if isinstance(value, time) else parse_time(str(value))
    except Misuse:
        raise Misuse(refused) from None
    if start > _LATEST_START:
        raise Misuse(refused)
    return start
