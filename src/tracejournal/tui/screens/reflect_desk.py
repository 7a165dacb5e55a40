"""What lies on the desk: prompts being written about now, and words waiting from earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.model.draft import GUIDED, REFLECTION
from tracejournal.model.guided import PREFIX
from tracejournal.tui.draft_keeper import DraftKeeper, fresh_slot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.prompt import Prompt
    from tracejournal.tui.screens.base import HouseScreen


class Sitting:
    """One prompt being written about.

    Attributes:
        prompt: what is asked.
        keeper: keeps its words safe, under a name of its own.
        left: what the form held when another prompt was turned to.
        stepped_back: whether it is asked from a distance.
    """

    def __init__(self, prompt: Prompt) -> None:
        """Begin with nothing written."""
        self.prompt = prompt
        self.keeper: DraftKeeper  # given by the desk, which knows where the words are
        self.left: dict[str, object] = {}
        self.stepped_back = False

    @property
    def question(self) -> str:
        """The question, plainly or from a step back."""
        return self.prompt.distancing if self.stepped_back else self.prompt.text

    @property
    def hint(self) -> str:
        """How an answer might begin."""
        return "" if self.stepped_back else self.prompt.starter


class Desk:
    """Every prompt turned to in this visit, each with its words, and the earlier drafts.

    Args:
        screen: the screen it is on.
        fields: returns what the form holds now.
        saved: called when the words in the form are on the disk.
    """

    def __init__(
        self,
        screen: HouseScreen,
        fields: Callable[[], dict[str, object]],
        saved: Callable[[], None],
    ) -> None:
        """Begin with an empty desk."""
        self.here: Sitting | None = None
        self._screen = screen
        self._fields = fields
        self._saved = saved
        self._sittings: dict[str, Sitting] = {}
        self._drafts: tuple[SavedDraft, ...] = ()
        self._guided: frozenset[str] = frozenset()

    @property
    def at_hand(self) -> Sitting:
        """The sitting there is; only asked for where one has begun."""
        if self.here is None:
            raise LookupError
        return self.here

    def learn(self, drafts: Sequence[SavedDraft]) -> None:
        """Take the drafts there are, the latest first."""
        self._drafts = tuple(draft for draft in drafts if draft.form == REFLECTION)
        self._guided = frozenset(PREFIX + draft.subject for draft in drafts if draft.form == GUIDED)

    @property
    def waiting(self) -> tuple[SavedDraft, ...]:
        """Drafts of earlier visits, the latest first."""
        mine = {sitting.keeper.slot for sitting in self._sittings.values()}
        return tuple(draft for draft in self._drafts if draft.slot not in mine)

    @property
    def offered(self) -> SavedDraft | None:
        """The latest earlier draft to the prompt that is being written about."""
        here = self.here
        if here is None:
            return None
        return next((each for each in self.waiting if each.subject == here.prompt.id), None)

    def knows(self, prompt: Prompt) -> bool:
        """Whether the prompt was turned to in this visit."""
        return prompt.id in self._sittings

    def with_words(self) -> frozenset[str]:
        """Ids of prompts that hold words which are not kept."""
        written = {
            prompt_id
            for prompt_id, sitting in self._sittings.items()
            if (self._fields() if sitting is self.here else sitting.left)
        }
        return self._guided | written | {draft.subject for draft in self.waiting}

    def turn_to(self, prompt: Prompt) -> Sitting:
        """Leave what the form holds where it is, and turn to a prompt; its words come along."""
        if self.here is not None:
            self.here.left = self._fields()
        if prompt.id not in self._sittings:
            self._sittings[prompt.id] = self._sitting(prompt)
        self.here = self._sittings[prompt.id]
        return self.here

    def begin_again(self) -> Sitting:
        """Begin another sitting at the prompt at hand; return the one that ended."""
        ended = self.at_hand
        ended.left = self._fields()
        prompt = ended.prompt
        self.here = self._sitting(prompt)
        self.here.stepped_back = ended.stepped_back
        self._sittings[prompt.id] = self.here
        return ended

    def _sitting(self, prompt: Prompt) -> Sitting:
        sitting = Sitting(prompt)

        def fields() -> dict[str, object]:
            return self._fields() if sitting is self.here else sitting.left

        def saved() -> None:
            if sitting is self.here:
                self._saved()

        slot = fresh_slot(REFLECTION, prompt.id)
        sitting.keeper = DraftKeeper(self._screen, slot, fields, saved)
        return sitting

    def keepers(self) -> list[DraftKeeper]:
        """Return what keeps the words of every sitting safe."""
        return [sitting.keeper for sitting in self._sittings.values()]
