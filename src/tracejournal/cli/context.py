"""What a command works with: the clock, the settings and the journal, each had when asked for."""

from __future__ import annotations

from tracejournal import places
from tracejournal.cli.options import FD_OPTION, Arguments
from tracejournal.cli.output import tell
from tracejournal.config import Config, read_config
from tracejournal.model.clock import Clock
from tracejournal.model.errors import Damaged, Locked, Misuse, NoJournal
from tracejournal.words import cli as words
from tracejournal.words import lock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from tracejournal.cli.passphrases import Given
    from tracejournal.journal.journal import Journal
    from tracejournal.journal.letterbox import Letterbox


class Context:
    """What a command works with.

    Args:
        clock: the machine's clock where not given.
        check_settings: refuses settings that the full screen, which the command line does not
            know, cannot use.
        arguments: what was typed after the command.

    Attributes:
        given: the passphrases that come through a descriptor, or None.
    """

    def __init__(
        self,
        clock: Clock | None = None,
        check_settings: Callable[[Config], None] = lambda _config: None,
        arguments: Arguments = Arguments(""),  # noqa: B008 - a value, which nothing can change
    ) -> None:
        """Take the clock; nothing is read yet but a passphrase that is given.

        Raises:
            Misuse: none that can be used comes through the descriptor.
        """
        self._clock = clock
        self.check_settings = check_settings
        self.arguments = arguments
        self.given = _given(arguments)
        self._config: Config | None = None

    @property
    def config(self) -> Config:
        """The settings.

        Raises:
            Misuse: config.toml cannot be used.
        """
        if self._config is None:
            self._config = read_config()
        return self._config

    def forgive_config(self) -> None:
        """Go on with the usual settings where config.toml cannot be used, and say so.

        For commands that keep words: those must not be lost for a slip in a file.
        """
        try:
            self._config = read_config()
        except Misuse as refusal:
            tell(f"{refusal} {words.WITH_DEFAULTS}")
            self._config = Config()

    @property
    def clock(self) -> Clock:
        """The clock, with the start of the day the person chose."""
        starts = self.config.day_starts_at
        if self._clock is None:
            self._clock = Clock()
        self._clock.day_starts = starts
        return self._clock

    def journal(self, *, create: bool = False, asks: bool = True) -> Journal:
        """Open the journal; begin one where there is none and `create` says so.

        Args:
            create: see `Journal.open`.
            asks: where it is locked, ask for the passphrase if nothing else opens it.

        Raises:
            Locked: it is locked, and nothing that opens it is at hand.
            JournalError: it cannot be opened; the sentence says why.
        """
        try:
            opened = self._opened(create=create)
        except Locked:
            opened = self._unlocked(create=create, asks=asks)
        if not create:  # what keeps words asks for them itself, where it names any
            opened.learn_terms()
        return opened

    def _unlocked(self, *, create: bool, asks: bool) -> Journal:
        """Open a locked journal, with what an unlocked session holds before anything is asked."""
        from tracejournal.journal import session  # noqa: PLC0415 - paid for when locked

        if self.given is None and session.hold_key(places.journal_file()):
            try:
                return self._opened(create=create)
            except Damaged:
                pass  # the key belongs to another lock, or the file is damaged: unlocking tells
        if self.given is None and not asks:
            raise Locked(lock.LOCKED)
        from tracejournal.cli.unlocking import unlock  # noqa: PLC0415 - a session does without

        unlock(self)
        return self._opened(create=create)

    def _opened(self, *, create: bool) -> Journal:
        from tracejournal.journal.journal import Journal  # noqa: PLC0415 - the screen does without

        return Journal.open(
            clock=self.clock, create=create, wishes=lambda: self.config.prompt_wishes
        )

    def is_shut(self) -> bool:
        """Return whether the journal is locked, and nothing that opens it is at hand.

        A command that keeps words leaves them in the letterbox then, and asks for nothing.
        """
        from tracejournal.journal.shut import is_shut  # noqa: PLC0415 - the screen does without

        if not is_shut():
            return False
        if self.given is None:
            from tracejournal.journal import session  # noqa: PLC0415 - paid for when locked

            return not session.hold_key(places.journal_file())
        from tracejournal.cli.unlocking import unlock  # noqa: PLC0415 - a session does without

        unlock(self)
        return False

    def journal_or_letterbox(self) -> Journal | Letterbox:
        """Return what keeps words now: the journal, begun where there is none, or its letterbox.

        Raises:
            StoreError: the journal cannot be opened; the sentence says why.
        """
        if not self.is_shut():
            return self.journal(create=True)
        from tracejournal.journal.letterbox import Letterbox  # noqa: PLC0415 - paid for when used

        return Letterbox(self.clock, lambda: self.config.prompt_wishes)

    def learn_terms(self) -> bool:
        """Know kinds and conditions as the journal has them, if there is one.

        Returns:
            whether the person made any of them their own.

        Raises:
            StoreError: the journal cannot be opened.
        """
        try:
            with self.journal(create=False) as journal:
                return journal.learn_terms()
        except NoJournal:
            return False

    def journal_if_any(self) -> Journal | None:
        """Open the journal, or say that there is none yet and return None."""
        try:
            return self.journal()
        except NoJournal as refusal:
            tell(str(refusal))
            return None


def _given(arguments: Arguments) -> Given | None:
    typed = arguments.one(FD_OPTION)
    if typed is None:
        return None
    from tracejournal.cli.passphrases import Given  # noqa: PLC0415 - paid for when used

    return Given(typed)
