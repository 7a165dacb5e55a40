"""Writing config.toml: one setting at a time, and everything else in it stays as it is.

Comments, order and layout are the person's own, so the file is never made anew from settings.
Imported when something is to be written, never at a start: its library is slow to import.
"""

from __future__ import annotations

import os
import tomllib
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from tomlkit import document, item, parse
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Table

from tracejournal import places
from tracejournal.config import checked, tables
from tracejournal.model.errors import JournalError, Misuse
from tracejournal.words import refusals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tomlkit import TOMLDocument

_FILE_MODE, _FOLDER_MODE = 0o600, 0o700
_MOST_TRIES = 5
"""How often to begin again where an editor, which knows no lock, saved the file meanwhile."""

_GROUP = "keys."
"""How settings begin that stand in a table of their own: `keys.hide`."""


def write_setting(name: str, value: object) -> object:
    """Change one setting in the person's config.toml, or take it out.

    The file is exchanged in one step and is for its owner alone. A link is followed, so that one
    kept among other settings elsewhere stays there.

    Args:
        name: the setting, or `keys.` and the name of a command.
        value: as the file holds it: a text, a truth value, a list of texts, a time; None takes
            the line out.

    Returns:
        the value the file held before, None where it held none: writing it takes this back.

    Raises:
        Misuse: there is no such setting, it cannot have this value, or the file is not TOML and
            was left as it is; the sentence says what to do.
        JournalError: the file could not be written.
    """
    path = os.path.realpath(places.config_file())
    if value is not None:
        top, inner = _split(name)
        checked(path, top, {inner: value} if inner else value)
    try:
        os.makedirs(os.path.dirname(path), mode=_FOLDER_MODE, exist_ok=True)
        with _alone_in(os.path.dirname(path)):
            for _ in range(_MOST_TRIES):
                before = _read(path)
                after, former = _changed(path, before, name, value)
                if after == before or _exchange(path, before, after):
                    return former
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise JournalError(refusals.CONFIG_UNWRITABLE.format(path=path, reason=reason)) from None
    raise Misuse(_by_hand(path, name, value))


def _split(name: str) -> tuple[str, str]:
    """Return a setting and what it is inside of that one, "" for itself."""
    return ("keys", name.removeprefix(_GROUP)) if name.startswith(_GROUP) else (name, "")


@contextmanager
def _alone_in(folder: str) -> Iterator[None]:
    """Let programs of ours change the file one after another; the lock ends with the process."""
    try:
        import fcntl  # noqa: PLC0415 - POSIX alone has it
    except ImportError:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks know no locks; the comparison still holds
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _read(path: str) -> str | None:
    """Return what the file holds, None where there is none.

    Raises:
        Misuse: it is not TOML.
    """
    if not os.path.lexists(path):
        return None
    tables(path)
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def _changed(
    path: str, before: str | None, name: str, value: object
) -> tuple[str | None, object | None]:
    """Return the text with a setting changed, and the value it had."""
    values = tomllib.loads(before or "")
    top, inner = _split(name)
    holder = values.get(top, {}) if inner else values
    former = holder.get(inner or top) if isinstance(holder, dict) else None
    if former == value and type(former) is type(value):
        return before, former
    try:
        toml = parse(before) if before else document()
        _put(toml, top, inner, value)
        after = toml.as_string()
        right = tomllib.loads(after) == _wanted(values, top, inner, value)
    except (TOMLKitError, ValueError, TypeError, LookupError, AttributeError):
        right = False
    if not right:  # a harder way of writing than the library knows: never half of it
        raise Misuse(_by_hand(path, name, value))
    return after, former


def _put(toml: TOMLDocument, top: str, inner: str, value: object) -> None:
    if inner and top not in toml:
        toml.add(top, item({inner: value}))
    elif inner:
        _put_in(toml[top], inner, value)
    elif value is None or top in toml:
        _put_in(toml, top, value)
    else:
        _add_on_top(toml, top, value)


def _put_in(holder: Any, name: str, value: object) -> None:  # noqa: ANN401 - tables of any kind
    if value is None:
        holder.remove(name)
    else:
        holder[name] = value


def _add_on_top(toml: TOMLDocument, name: str, value: object) -> None:
    """Add a setting after the last one that stands in no table.

    The library alone puts it between a table and the comment above it.
    """
    place = 0
    for number, (key, each) in enumerate(toml.body):
        if isinstance(each, Table | AoT):
            toml._insert_at(place, name, item(value))  # noqa: SLF001 - nothing public does it
            return
        if key is not None:
            place = number + 1
    toml.add(name, item(value))


def _wanted(values: dict[str, Any], top: str, inner: str, value: object) -> dict[str, Any]:
    if inner:
        value = {key: each for key, each in values.get(top, {}).items() if key != inner} | (
            {} if value is None else {inner: value}
        )
    return {key: each for key, each in values.items() if key != top} | (
        {} if value is None else {top: value}
    )


def _exchange(path: str, before: str | None, after: str | None) -> bool:
    """Put the new text in place of the old; return whether it was still the old one."""
    new = f"{path}.{os.urandom(4).hex()}.new"
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
    try:
        with open(os.open(new, flags, _FILE_MODE), "w", encoding="utf-8", newline="") as file:
            file.write(after or "")
            file.flush()
            os.fsync(file.fileno())
        if _read(path) != before:
            return False
        os.replace(new, path)
        return True
    finally:
        with suppress(OSError):
            os.unlink(new)


def _by_hand(path: str, name: str, value: object) -> str:
    top, inner = _split(name)
    if value is None:
        return refusals.CONFIG_OUT_BY_HAND.format(path=path, name=name)
    line = f"{inner or top} = {item(value).as_string()}"
    return refusals.CONFIG_BY_HAND.format(path=path, line=line)
