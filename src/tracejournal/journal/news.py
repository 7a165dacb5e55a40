"""What changed since this person last opened the full screen; told once, before it is met."""

from __future__ import annotations

import os
from contextlib import suppress

from tracejournal import __version__, places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

Release = tuple[str, tuple[str, ...]]
"""A version, and what changed with it, one sentence a change."""

SEEN = "last-version"
"""The file in the state folder that holds the version that was opened last."""

_FIRST = "0.1.0"
_FOLDER_MODE, _FILE_MODE = 0o700, 0o600
_LONGEST = 64


def news(
    releases: Sequence[Release], version: str = __version__, *, newcomer: bool = False
) -> list[Release]:
    """Return the releases a person has not met yet, newest first; they count as met from now on.

    To a newcomer nothing is news. Of others nothing may tell what they met: the first version,
    which noted nothing, was theirs.

    Args:
        releases: all there are to tell of.
        version: the one that runs.
        newcomer: whether nothing was here before.
    """
    path = os.path.join(places.state_folder(), SEEN)
    seen = _read(path)
    if seen != version:
        with suppress(OSError):  # a disk that takes nothing has it told again next time
            _write(path, version)
    if newcomer:
        return []
    met = _key(seen or _FIRST)
    return [release for release in releases if met < _key(release[0]) <= _key(version)]


def _read(path: str) -> str | None:
    try:
        with open(path, encoding="ascii") as file:
            return file.read(_LONGEST).strip() or None
    except (OSError, ValueError):
        return None


def _write(path: str, version: str) -> None:
    os.makedirs(os.path.dirname(path), mode=_FOLDER_MODE, exist_ok=True)
    new = f"{path}.{os.urandom(4).hex()}.new"
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
    with open(os.open(new, flags, _FILE_MODE), "w", encoding="ascii") as file:
        file.write(f"{version}\n")
    os.replace(new, path)


def _key(version: str) -> tuple[int, ...]:
    """Return a version so that later ones are greater: 0.10 after 0.9."""
    return tuple(int(part) if part.isdecimal() else 0 for part in version.split("."))
