"""What a command works with: the clock, the settings and the journal, each had when asked for."""

from __future__ import annotations

from tracejournal.cli.output import tell
from tracejournal.config import Config, read_config
from tracejournal.model.clock import Clock
from tracejournal.model.errors import Misuse, NoJournal
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from tracejournal.journal.journal import Journal
    from tracejournal.journal.letterbox import Letterbox


class Context:
    """What a command works with.

    Args:
        clock: the machine's clock where not given.
        check_settings: refuses settings that the full screen, which the command line does not
            know, cannot use.
    """

    def __init__(
        self,
        clock: Clock | None = None,
        check_settings: Callable[[Config], None] = lambda _config: None,
    ) -> None:
        """Take the clock; nothing is read yet."""
        self._clock = clock
        self.check_settings = check_settings
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

    def journal(self, *, create: bool = False) -> Journal:
        """Open the journal; begin one where there is none and `create` says so.

        Raises:
            StoreError: it cannot be opened; the sentence says why.
        """
        from tracejournal.journal.journal import Journal  # noqa: PLC0415 - the screen does without

        opened = Journal.open(
            clock=self.clock, create=create, wishes=lambda: self.config.prompt_wishes
        )
        if not create:  # what keeps words asks for them itself, where it names any
            opened.learn_terms()
        return opened

    def is_shut(self) -> bool:
        """Return whether the journal is locked, and nothing that opens it is at hand.

        A command that keeps words leaves them in the letterbox then, and asks for nothing.
        """
        from tracejournal.journal.shut import is_shut  # noqa: PLC0415 - the screen does without

        return is_shut()

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
