"""People and prompts as JSON objects, with the keys every script may rely on.

Those of an entry stand in `store.json_objects`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tracejournal.model.guided import Guide
    from tracejournal.model.prompt import Prompt

FORMAT = "tracejournal"
FORMAT_VERSION = 1


def prompt_object(prompt: Prompt) -> dict[str, Any]:
    """Return a prompt of the person's own as an export holds it."""
    return {
        "id": prompt.id,
        "text": prompt.text,
        "title": prompt.title,
        "principle": prompt.principle,
        "depth": prompt.depth,
        "roles": list(prompt.roles),
        "minutes": prompt.minutes,
        "starter": prompt.starter or None,
        "distancing": prompt.distancing or None,
        "hidden": prompt.hidden,
    }


def guide_object(guide: Guide) -> dict[str, Any]:
    """Return a guided reflection of the person's own as an export holds it."""
    return {
        "id": guide.id,
        "title": guide.title,
        "about": guide.about or None,
        "minutes": guide.minutes,
        "steps": [
            {
                "name": step.name,
                "question": step.question,
                "hint": step.hint or None,
                "choices": list(step.choices),
                "closing": step.closing,
            }
            for step in guide.steps
        ],
    }


def person_object(name: str, role: str | None, created_at: str) -> dict[str, Any]:
    """Return a person as an export holds them."""
    return {"name": name, "role": role, "created_at": created_at}
