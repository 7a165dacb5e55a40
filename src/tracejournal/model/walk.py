"""The way through some steps: what was answered so far, and where one stands."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracejournal.model.guided import Step


class Walk:
    """One time through a guide, forth and back.

    Attributes:
        steps: what is asked.
        answers: one a step, "" where there is none.
        place: the step one stands at, from 0; as many as there are is the end.
    """

    def __init__(self, steps: Sequence[Step]) -> None:
        """Begin at the first step."""
        self.steps = steps
        self.answers = [""] * len(steps)
        self.place = 0

    @property
    def at_the_end(self) -> bool:
        """Whether the last step was passed."""
        return self.place >= len(self.steps)

    @property
    def written(self) -> tuple[bool, ...]:
        """Which steps hold words."""
        return tuple(bool(answer.strip()) for answer in self.answers)

    def stand_at(self, place: int) -> None:
        """Go to a step, or to the end."""
        self.place = max(0, min(place, len(self.steps)))

    def answer(self, said: str) -> None:
        """Note the answer to the step one stands at; at the end there is none to note."""
        if not self.at_the_end:
            self.answers[self.place] = said

    def fields(self, more: Mapping[str, object]) -> dict[str, object]:
        """Return what a draft holds; empty where nothing is written and there is nothing more.

        Args:
            more: what else the form holds.
        """
        held = dict(more)
        if any(self.written):
            held = {"answers": list(self.answers), **more}
        if not held:
            return {}
        text = "\n\n".join(filter(None, self.answers))
        questions = [step.question for step in self.steps]
        return {"text": text} | held | {"questions": questions, "step": self.place}

    def fill(self, fields: Mapping[str, object]) -> None:
        """Go on with what a draft held; answers beyond the last step join the last one."""
        held = fields.get("answers")
        said = [str(each) for each in held] if isinstance(held, list) else []
        count = len(self.steps)
        beyond = [each for each in said[count:] if each.strip()]
        self.answers = (said + [""] * count)[:count]
        self.answers[-1] = "\n".join(filter(None, (self.answers[-1], *beyond)))
        place = fields.get("step")
        self.stand_at(place if isinstance(place, int) else 0)
