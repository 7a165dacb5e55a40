"""What stands on the pause. Grounding is offered, never prescribed; breath is one of three."""

from __future__ import annotations

TITLE = "A pause"
ASK = "Choose what suits you, or only sit for a moment."
FOOT = "esc back to where you were · nothing here is recorded"

LOOK, FEET, BREATH = "look", "feet", "breath"

WAYS = (
    (
        LOOK,
        "Look around",
        (
            "Let your eyes wander through the room, slowly.",
            "Find something blue, something round, something far.",
            "Name one thing you can hear.",
        ),
    ),
    (
        FEET,
        "Feet on the floor",
        (
            "Put both feet on the floor, if you can.",
            "Press down a little, then let go.",
            "Notice what carries you: the floor, the chair.",
        ),
    ),
    (
        BREATH,
        "Breath",
        (
            "Let the air come in by itself.",
            "Let it go out a little slower than it came.",
            "Stop whenever it feels like too much.",
        ),
    ),
)
"""Key, name and words of each way, in the order they are offered."""

BREATHE_IN, BREATHE_OUT = "in", "out"
