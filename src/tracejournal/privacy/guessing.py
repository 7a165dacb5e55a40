"""How hard a passphrase is to guess, in plain words: advice, never a refusal.

zxcvbn estimates after how many guesses somebody has it who knows common words, names, dates and
patterns, and nothing of the person (D. L. Wheeler, USENIX Security 2016). How long that takes is
ours: 10,000 guesses a second, its figure for a slow hash, is a lot against age's scrypt.
"""

from __future__ import annotations

from tracejournal.words import lock_cli as words

_MOST = 72
"""Characters it looks at; more make a passphrase no easier to guess."""

_LEVELS = ((6, words.EASY), (10, words.POSSIBLE), (14, words.HARD))
"""Below so many guesses, as a power of ten: 2 minutes, 12 days, 300 years."""


def advice(passphrase: str) -> str:
    """Return how hard a passphrase is to guess, and what makes a better one.

    Args:
        passphrase: of any length; an empty one is the easiest.
    """
    if not passphrase:  # which the library cannot take
        return words.EASY
    from zxcvbn import zxcvbn  # noqa: PLC0415 - slow to import, and only read while one is chosen

    guesses = float(zxcvbn(passphrase[:_MOST])["guesses_log10"])
    return next((said for below, said in _LEVELS if guesses < below), words.VERY_HARD)
