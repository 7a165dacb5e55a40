"""Words that are outside of the journal for a while, and found again whatever happens to them.

There are two kinds: a folder with the file that an editor has open, and a file with a draft that
the journal could not take. Both are for their owner alone, and go once the journal has the words.
What a locked journal could not take is no such file, but a note in its letterbox.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from contextlib import suppress

from tracejournal import places
from tracejournal.journal.shut import is_locked
from tracejournal.model.draft import MOMENT, Belonging, slot_of
from tracejournal.model.errors import StoreError
from tracejournal.store import wiping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EDITED = "tracejournal.md"
"""The file that an editor opens."""

EDITOR_FOLDER = "tracejournal-"
"""How the name of its folder begins."""

NOT_KEPT = "not-kept-*.md"
"""The name of words that could not be kept, for whoever wrote them to take up again."""

_BELONGING = "belongs-to.json"
_ASIDE, _ASIDE_ENDING = "unfinished-", ".json"
_FOLDER_MODE = 0o700
_FILE_MODE = 0o600
_OTHERS = 0o077


class Leftover:
    """Words to be taken in.

    Attributes:
        slot: the draft they become.
        fields: what that draft holds.
    """

    def __init__(
        self, path: str, slot: str, fields: Mapping[str, object], lock: int | None = None
    ) -> None:
        """Take what was found; `lock` is an open file that says it is ours."""
        self.slot = slot
        self.fields = fields
        self._path = path
        self._lock = lock

    def remove(self) -> None:
        """Remove it: the words are in the journal now."""
        if os.path.isdir(self._path):
            for name in _names_in(self._path):
                _remove_file(os.path.join(self._path, name))
            shutil.rmtree(self._path, ignore_errors=True)
        else:
            _remove_file(self._path)
        if self._lock is not None:
            os.close(self._lock)


def write_privately(path: str, text: str) -> None:
    """Write a new file that only its owner can read, all of it on the disk.

    Raises:
        OSError: it could not be written, or something is there.
    """
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags, _FILE_MODE)
    with open(descriptor, "w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(descriptor)


def put_aside(name: str, text: str) -> str | None:
    """Write words that could not be kept into a file only their owner can read.

    Args:
        name: what stands before and after the random part of its name, with a * between.
        text: what it holds.

    Returns:
        its path, or None where no place takes it.
    """
    for folder in _places_aside():
        path = os.path.join(folder, name.replace("*", os.urandom(4).hex()))
        try:
            os.makedirs(folder, mode=_FOLDER_MODE, exist_ok=True)
            write_privately(path, text)
        except OSError:
            _remove_file(path)  # half of it is worse than the next place
            continue
        return path
    return None


def put_draft_aside(slot: str, fields: Mapping[str, object]) -> str | None:
    """Write a draft that the journal does not take into a file; the next start takes it in.

    Returns:
        its path, or None where no place takes it.
    """
    return seal_aside(slot, fields) or put_aside(
        f"{_ASIDE}*{_ASIDE_ENDING}", _written(Belonging(slot, dict(fields)))
    )


def seal_aside(slot: str, fields: Mapping[str, object]) -> str | None:
    """Leave a draft in the letterbox of a locked journal, so that nobody can read it.

    Returns:
        the path of the note, or None where the journal is not locked, or nothing can be sealed.
    """
    if not is_locked():
        return None
    from tracejournal.journal.letterbox import leave_draft  # noqa: PLC0415 - plain journals do without

    try:
        return leave_draft(slot, fields)
    except StoreError:
        return None


def is_sealed(path: str) -> bool:
    """Return whether what was put aside at a path is a note in the letterbox."""
    return os.path.dirname(path) == places.letterbox_folder(places.journal_file())


def hold(folder: str, belonging: Belonging) -> int | None:
    """Write beside the words of an editor where they belong.

    Returns:
        an open file to be handed to the editor. It is locked as long as either of the two still
        has it, so that nobody takes words from under a person who writes them; None where the
        system has no such lock.

    Raises:
        OSError: it could not be written.
    """
    path = os.path.join(folder, _BELONGING)
    write_privately(path, _written(belonging))
    return _locked(path)


def _written(belonging: Belonging) -> str:
    # The journal is named, since a person can have several, and such folders are for all of them.
    values = {"journal": places.journal_file(), **belonging.__dict__}
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "ignore").decode()


def _belonging(path: str) -> Belonging:
    with open(path, encoding="utf-8") as file:
        values = json.load(file)
    if values.pop("journal") != places.journal_file():
        raise ValueError
    return Belonging(**values)


def find() -> list[Leftover]:
    """Return the words that nobody holds any more, oldest first."""
    return [each for path in _paths() if (each := _read(path)) is not None]


def ours() -> list[str]:
    """Return the paths of words of this journal that are outside of it. Nothing is touched."""
    return [path for path in _paths() if _is_of_this_journal(path)]


def not_kept() -> list[Leftover]:
    """Return words that could not be kept once, as moments that were begun; oldest first."""
    found = []
    for path in _not_kept(places.state_folder()):
        with suppress(OSError), open(path, encoding="utf-8", errors="replace") as file:
            slot = slot_of(MOMENT, "", os.urandom(8).hex())
            found.append(Leftover(path, slot, {"text": file.read()}))
    return found


def not_kept_elsewhere() -> list[str]:
    """Return the paths of such words in folders for all journals: whose they are is not told."""
    state = os.path.realpath(places.state_folder())
    folders = dict.fromkeys(map(os.path.realpath, _places_aside()))
    return [path for folder in folders if folder != state for path in _not_kept(folder)]


def _not_kept(folder: str) -> list[str]:
    start, _, end = NOT_KEPT.partition("*")
    names = (name for name in _names_in(folder) if name.startswith(start) and name.endswith(end))
    return sorted(filter(_is_ours, (os.path.join(folder, name) for name in names)), key=_age)


def _is_of_this_journal(path: str) -> bool:
    try:
        _belonging(os.path.join(path, _BELONGING) if os.path.isdir(path) else path)
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return True


def _paths() -> list[str]:
    folders = dict.fromkeys(map(os.path.realpath, _places_aside()))
    paths = [
        os.path.join(folder, name)
        for folder in folders
        for name in _names_in(folder)
        if name.startswith(EDITOR_FOLDER)
        or (name.startswith(_ASIDE) and name.endswith(_ASIDE_ENDING))
    ]
    return sorted((path for path in paths if _is_ours(path)), key=_age)


def _read(path: str) -> Leftover | None:
    try:
        return _read_folder(path) if os.path.isdir(path) else _read_file(path)
    except (OSError, ValueError, KeyError, TypeError):
        return None  # nothing of ours, or half written: it stays where it is


def _read_file(path: str) -> Leftover:
    belonging = _belonging(path)
    return Leftover(path, belonging.slot, belonging.fields)


def _read_folder(path: str) -> Leftover | None:
    lock = _locked(os.path.join(path, _BELONGING))
    if lock is None:
        return None
    try:
        belonging = _belonging(os.path.join(path, _BELONGING))
        with open(os.path.join(path, EDITED), encoding="utf-8-sig", errors="replace") as file:
            words = file.read().removesuffix("\n")
    except BaseException:
        os.close(lock)
        raise
    return Leftover(path, belonging.slot, belonging.with_words(words), lock)


def _locked(path: str) -> int | None:
    """Return an open file that is locked, or None where another one has it."""
    try:
        import fcntl  # noqa: PLC0415 - POSIX alone has it
    except ImportError:
        return None
    descriptor = os.open(path, os.O_RDWR)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def _places_aside() -> Iterator[str]:
    yield places.state_folder()
    yield os.environ.get("XDG_RUNTIME_DIR", "") or tempfile.gettempdir()
    yield tempfile.gettempdir()


def _names_in(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _is_ours(path: str) -> bool:
    """Whether only this person can have put it there: such folders can be shared by many."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    is_mine = not hasattr(os, "getuid") or (
        found.st_uid == os.getuid() and not found.st_mode & 0o077
    )
    return is_mine and not os.path.islink(path)


def _age(path: str) -> float:
    try:
        return os.lstat(path).st_mtime
    except OSError:
        return 0.0


def _remove_file(path: str) -> None:
    with suppress(OSError):
        wiping.remove(path)
