"""A reflection as one text for an editor, and back: each question on a line of its own."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.model.entry import Part

_MARK = "# "


def as_document(parts: Sequence[Part]) -> str:
    """Return the questions, each with its answer below."""
    blocks = (
        f"{_heading(part)}\n\n{part.answer}" if part.question else part.answer for part in parts
    )
    return "\n\n".join(blocks).rstrip() + "\n\n"


def answers_in(document: str, parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the parts with the answers a document holds.

    No line is lost: where a question was taken out, what stood below it joins the answer above.
    """
    answers: list[list[str]] = [[] for _ in parts]
    place = 0
    for line in document.split("\n"):
        ahead = (n for n in range(place, len(parts)) if parts[n].question)
        found = next((n for n in ahead if line.strip() == _heading(parts[n])), None)
        if found is None:
            answers[place].append(line)
        else:
            place = found
    texts = ("\n".join(lines).strip() for lines in answers)
    return tuple(part.replace(answer=text) for part, text in zip(parts, texts, strict=True))


def _heading(part: Part) -> str:
    return _MARK + " ".join(part.question.split())
