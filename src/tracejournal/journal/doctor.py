"""Looks at the journal and what surrounds it; repairs what can be repaired without any loss.

Nothing here needs a journal that opens. Looking changes nothing but what reading itself does.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from tracejournal import places
from tracejournal.journal import surroundings
from tracejournal.journal.backups import Backups
from tracejournal.model.clock import Clock
from tracejournal.model.errors import Damaged, StoreError
from tracejournal.model.finding import ACT, FINE, NOTE, Finding
from tracejournal.store import checking, keys
from tracejournal.store.engine import SCHEMA_VERSION, Store
from tracejournal.store.opening import check_file, is_newer
from tracejournal.store.pages import is_taken_for_text, looks_opened_by, wal_is_readable
from tracejournal.store.private import narrow
from tracejournal.store.rows import stamp
from tracejournal.words import backups as backup_words
from tracejournal.words import doctor as words
from tracejournal.words import refusals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BESIDE = ("", "-wal", "-shm", "-journal")
_OTHERS = 0o077
_SHARED = 0o1000


class _Look(NamedTuple):
    """How something that follows from the entries is looked at and made again."""

    check: str
    agrees: Callable[[Store], bool]
    rebuild: Callable[[Store], None]
    fine: str
    off: str
    rebuilt: str


_LOOKS = (
    _Look(
        "search",
        checking.search_agrees,
        checking.rebuild_search,
        words.SEARCH_FINE,
        words.SEARCH_OFF,
        words.SEARCH_REBUILT,
    ),
    _Look(
        "days",
        checking.days_agree,
        checking.rebuild_days,
        words.DAYS_FINE,
        words.DAYS_OFF,
        words.DAYS_REBUILT,
    ),
)


class Doctor:
    """One look at the journal at a path.

    Args:
        path: where the journal is, or would be.
        repair: mend what can be mended; a damaged file itself is never written to.
    """

    def __init__(self, path: str, *, repair: bool = False) -> None:
        """Look at nothing yet."""
        self._path = os.path.abspath(path)
        self._folder = os.path.dirname(self._path)
        self._repair = repair
        self._is_copied = False

    def findings(self) -> Iterator[Finding]:
        """Yield what is found, one check after another; the slow ones come as they are done."""
        yield surroundings.engine()
        yield surroundings.place(self._folder)
        yield surroundings.space(self._path)
        yield from self._file()
        yield surroundings.copies(self._path)

    def _file(self) -> Iterator[Finding]:
        if not self._is_writable():
            yield from self._who_can_read_it()
            yield Finding("file", ACT, words.NOT_WRITABLE, words.NOT_WRITABLE_ADVICE)
            return
        if not os.path.lexists(self._path):
            yield self._missing()
            return
        yield surroundings.leftovers(self._path, repair=self._repair)
        try:
            locked = check_file(self._path)
        except Damaged:
            yield from self._who_can_read_it()
            yield self._damaged()
        except StoreError as refusal:
            yield Finding("file", ACT, self._public(refusal))
        else:
            yield from self._who_can_read_it()
            if not wal_is_readable(self._path):  # opening the journal would write over it
                yield Finding("file", ACT, words.WAL_UNREADABLE, words.WAL_ADVICE)
                return
            size = backup_words.size(os.path.getsize(self._path))
            said = words.FILE_LOCKED if locked else words.FILE_FINE
            yield Finding("file", FINE, said.format(size=size))
            if locked or os.path.isdir(places.lock_folder(self._path)):
                from tracejournal.journal import lock_looks  # noqa: PLC0415 - plain journals do without

                yield from lock_looks.look(self._path, locked=locked, repair=self._repair)
            if locked and not keys.held():
                yield Finding("integrity", NOTE, words.NOT_UNLOCKED, words.NOT_UNLOCKED_ADVICE)
            else:
                yield from self._inside()

    def _missing(self) -> Finding:
        if any(os.path.lexists(self._path + ending) for ending in _BESIDE):
            said = refusals.FILE_LEFTOVER.format(path=os.path.basename(self._path))
            return Finding("file", ACT, said)
        return Finding("file", NOTE, words.NO_FILE, words.NO_FILE_ADVICE)

    def _is_writable(self) -> bool:
        """Whether the folder, and the file where it is one, can be read and written if there."""
        both = os.R_OK | os.W_OK
        if os.path.isdir(self._folder) and not os.access(self._folder, both | os.X_OK):
            return False
        return not os.path.isfile(self._path) or os.access(self._path, both)

    def _public(self, refusal: StoreError) -> str:
        """Return a refusal without the path in it, which can hold a person's name."""
        said = str(refusal).replace(self._path, os.path.basename(self._path))
        return said.replace(self._folder, os.path.basename(self._folder))

    def _who_can_read_it(self) -> Iterator[Finding]:
        if os.name != "posix":
            return
        beside = [self._path + ending for ending in _BESIDE]
        ours = [self._folder, *(path for path in beside if os.path.lexists(path))]
        status = {path: os.stat(path) for path in ours}
        if os.stat(self._folder).st_mode & _SHARED:
            del status[self._folder]  # such as /tmp, where each file is guarded by itself
        if any(each.st_uid != os.getuid() for each in status.values()):
            yield Finding("permissions", ACT, words.NOT_YOURS, words.NOT_YOURS_ADVICE)
        elif not any(each.st_mode & _OTHERS for each in status.values()):
            yield Finding("permissions", FINE, words.PRIVATE)
        elif self._repair:
            for path in status:
                narrow(path, 0o700 if path == self._folder else 0o600)
            yield Finding("permissions", FINE, words.MADE_PRIVATE)
        else:
            yield Finding("permissions", ACT, words.NOT_PRIVATE, words.NOT_PRIVATE_ADVICE)

    def _inside(self) -> Iterator[Finding]:
        """Look into the file, at first in a way that cannot write to it.

        Unless it was being written when the machine stopped: then it must be put right first.
        """
        unfinished = os.path.lexists(self._path + "-journal")
        try:
            with Store(self._path, read_only=not unfinished) as store:
                integrity = checking.integrity(store)
                newer = is_newer(store) if integrity.whole else False
                older = store.value("PRAGMA user_version") < SCHEMA_VERSION
        except Damaged:
            yield self._damaged()
            return
        except StoreError as refusal:
            said = words.NOT_LOOKED.format(reason=self._public(refusal))
            yield Finding("integrity", ACT, said)
            return
        if not integrity.whole:
            yield self._damaged()
            return
        yield Finding("integrity", FINE, words.WHOLE)
        if newer:
            yield Finding("schema", NOTE, words.SCHEMA_NEWER, words.SCHEMA_ADVICE)
        elif older:
            yield Finding("schema", FINE, words.SCHEMA_OLDER)
        else:
            yield Finding("schema", FINE, words.SCHEMA_FINE)
            yield from self._what_follows(tied=integrity.tied)

    def _what_follows(self, *, tied: bool) -> Iterator[Finding]:
        yield Finding("order", FINE, words.TIED) if tied else Finding("order", NOTE, words.LOOSE)
        with Store(self._path) as store:
            for look in _LOOKS:
                try:
                    yield self._look(store, look)
                except StoreError as refusal:
                    said = words.NOT_CHECKED.format(reason=self._public(refusal))
                    yield Finding(look.check, ACT, said)

    def _look(self, store: Store, look: _Look) -> Finding:
        if look.agrees(store):
            return Finding(look.check, FINE, look.fine)
        if not self._repair:
            return Finding(look.check, ACT, look.off, words.REBUILD_ADVICE)
        self._copy_first()
        look.rebuild(store)
        if look.agrees(store):
            return Finding(look.check, FINE, look.rebuilt)
        return Finding(look.check, ACT, words.NOT_REBUILT)

    def _copy_first(self) -> None:
        """See to one verified copy, in which the index is made again, before anything here is."""
        if not self._is_copied:
            Backups(self._path, Clock()).make_if_changed()
            self._is_copied = True

    def _damaged(self) -> Finding:
        key = self._key_of_damaged()
        if key is None:
            return Finding("integrity", ACT, words.OTHER_KEY, words.OTHER_KEY_ADVICE)
        if not self._repair:
            return Finding("integrity", ACT, words.DAMAGED, words.DAMAGED_ADVICE)
        from tracejournal.store.salvage import salvage  # noqa: PLC0415 - hardly ever needed

        now = datetime.now(UTC)
        try:
            saved = salvage(self._path, self._free_name(now), stamp(now), key)
        except StoreError as refusal:
            said = words.NOT_SAVED.format(reason=self._public(refusal))
            return Finding("integrity", ACT, said, words.SPACE_ADVICE)
        if saved.path is None:
            said, advice = words.NOTHING_SAVED, words.NOTHING_SAVED_ADVICE
            return Finding("integrity", ACT, said, advice)
        said = words.SALVAGED.format(
            whole=saved.whole,
            part=saved.in_part,
            others=sum(saved.kept.values()) - saved.kept["entries"],
            lost=saved.lost,
            dark=saved.dark_pages,
        )
        said = f"{said} {words.SALVAGED_LOCKED}" if key else said
        advice = words.SALVAGED_ADVICE.format(path=saved.path)
        return Finding("integrity", ACT, said, advice)

    def _key_of_damaged(self) -> bytes | None:
        """Return what opens the pages of a damaged file, b"" for none; None where none fits."""
        held = keys.held()
        fitting = next((key for key in held if looks_opened_by(self._path, key)), b"")
        if fitting or not held or looks_opened_by(self._path, b""):
            return fitting
        # Every page is elsewhere in a file that was taken for text; else there is none.
        return held[0] if is_taken_for_text(self._path) else None

    def _free_name(self, now: datetime) -> str:
        again = 1
        while True:
            suffix = f"-{again}" if again > 1 else ""
            name = words.RESCUED.format(day=f"{now:%Y-%m-%d}", again=suffix)
            path = os.path.join(self._folder, name)
            if not os.path.lexists(path):
                return path
            again += 1
