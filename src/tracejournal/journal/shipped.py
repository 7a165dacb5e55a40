"""Questions for a locked journal: those that come along, since its own cannot be looked up."""

from __future__ import annotations

from tracejournal.journal.guides import chosen
from tracejournal.journal.guides import shipped as guides
from tracejournal.journal.own_prompts import deck
from tracejournal.model.errors import NotFound
from tracejournal.model.prompt import PromptOfDay, PromptWishes
from tracejournal.prompts.choice import Asking, choose_prompt, times_at
from tracejournal.words import lock as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.model.clock import Clock
    from tracejournal.model.guided import Guide
    from tracejournal.model.prompt import Prompt


class ShippedPrompts:
    """The deck, by the day alone: what was shown, hidden or let be is known to the journal."""

    def __init__(self, clock: Clock, wishes: PromptWishes | None) -> None:
        """Take the clock, and what the person said about what may come up."""
        self._clock = clock
        self._wishes = wishes

    def get(self, prompt_id: str) -> Prompt:
        """Return a prompt of the deck by its id or the unique start of it.

        Raises:
            NotFound: there is none, or more than one.
        """
        found = [each for each in deck() if each.id == prompt_id] or [
            each for each in deck() if prompt_id and each.id.startswith(prompt_id)
        ]
        if len(found) != 1:
            raise NotFound(words.ONLY_THE_DECK.format(value=prompt_id))
        return found[0]

    def of_today(self) -> PromptOfDay:
        """Return what the deck offers today."""
        return PromptOfDay(self._chosen())

    def another(self) -> PromptOfDay:
        """Return what comes after that: nothing notes which ones were passed over before."""
        first = self._chosen()
        return PromptOfDay(self._chosen(first.id) if first else None)

    def today_after_all(self) -> PromptOfDay:
        """Return the same as `of_today`: that it was let be is known to the journal."""
        return self.of_today()

    def _chosen(self, *passed_over: str) -> Prompt | None:
        today = self._clock.today()
        times = times_at(self._clock.local_now(), today)
        asking = Asking(passed_over=passed_over, times=times, wishes=self._wishes)
        return choose_prompt(deck(), today, asking)


class ShippedGuides:
    """The guided reflections that come along."""

    def get(self, typed: str) -> Guide:
        """Return one of them, see `guides.chosen`.

        Raises:
            NotFound: there is none, or more than one.
        """
        try:
            return chosen(guides(), typed)
        except NotFound:
            raise NotFound(words.ONLY_GUIDES_THAT_COME.format(value=typed)) from None
