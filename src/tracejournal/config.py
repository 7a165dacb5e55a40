"""What a person chose, from config.toml. No file means every default."""

from __future__ import annotations

import os
from datetime import time

from tracejournal import places
from tracejournal.model.errors import Misuse
from tracejournal.model.record import Record
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from tracejournal.model.prompt import PromptWishes

_LATEST_START = time(12, 0)
_MOST_MINUTES = 1440
NEVER = "never"
"""What can be written in place of 0 minutes."""
OFFERED_DEPTHS = ("gentle", "medium")
"""Deep prompts are only ever chosen."""


class Config(Record):
    """The settings.

    Attributes:
        theme: name of a theme; an unknown one is refused where themes are known.
        day_starts_at: local time at which a new day begins, at most noon.
        show_words: whether lists in History begin with words, or with dates and kinds only.
        motion: whether anything on the screen may move by itself.
        ratings: whether forms ask for numbers from 0 to 10; what is kept stays in any case.
        identifier_hint: whether words are looked at for what could name a client.
        region: where the person is, for numbers to call: ISO 3166 alpha-2, "EU", "" for unsaid.
        roles: keys of `vocabulary.ROLES`; prompts for other roles do not come up by themselves.
        prompt_depth: the deepest prompt that may come up by itself, "gentle" or "medium".
        prompts_after_hard_days: whether a check-in may be looked at for that.
        lock_after: minutes without a key after which a journal with a lock is locked; 0 is never.
        keys: for each command that got another key: its name and the key, or keys by commas.
    """

    theme: str = "dusk"
    day_starts_at: time = time(0, 0)
    show_words: bool = True
    motion: bool = False
    roles: tuple[str, ...] = ()
    ratings: bool = True
    identifier_hint: bool = True
    region: str = ""
    prompt_depth: str = "gentle"
    prompts_after_hard_days: bool = False
    lock_after: int = 10
    keys: Mapping[str, str] = {}

    @property
    def prompt_wishes(self) -> PromptWishes:
        """What it says about the prompts that come up by themselves."""
        from tracejournal.model.prompt import PromptWishes  # noqa: PLC0415 - paid for when used

        return PromptWishes(self.roles, self.prompt_depth, self.prompts_after_hard_days)


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
        name: checked(path, name, value) for name, value in tables(path).items()
    }
    return Config(**chosen)


def tables(path: str) -> Mapping[str, Any]:
    """Return what a file holds, nothing of it checked but that it is TOML.

    Raises:
        Misuse: it cannot be read, or is not TOML.
    """
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


def checked(path: str, name: str, value: object) -> object:
    """Return a value of the file as the setting it is.

    Args:
        path: the file, for the refusal.
        name: the setting.
        value: what the file holds for it.

    Raises:
        Misuse: there is no such setting, or it cannot have this value.
    """
    if name not in Config._fields:
        choices = ", ".join(Config._fields)
        raise Misuse(refusals.CONFIG_UNKNOWN.format(path=path, name=name, choices=choices))
    refused = refusals.CONFIG_VALUE.format(
        path=path, name=name, value=value, hint=refusals.CONFIG_HINTS[name]
    )
    if name == "day_starts_at":
        return _day_start(value, refused)
    if name == "roles":
        return _roles(value, refused)
    if name == "lock_after":
        return _minutes(value, refused)
    default = getattr(Config, name)
    if not isinstance(value, type(default)):
        raise Misuse(refused)
    if name == "prompt_depth" and value not in OFFERED_DEPTHS:
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


def _minutes(value: object, refused: str) -> int:
    if value == NEVER:
        return 0
    # A truth value is a number to Python, and says nothing of minutes.
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST_MINUTES:
        raise Misuse(refused)
    return value


def _roles(value: object, refused: str) -> tuple[str, ...]:
    from tracejournal.model.vocabulary import ROLES, choose  # noqa: PLC0415 - paid for by those who chose a role

    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise Misuse(refused)
    try:
        return tuple(dict.fromkeys(choose(ROLES, each, "role") for each in value))
    except Misuse:
        raise Misuse(refused) from None
