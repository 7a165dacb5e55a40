"""What the command line says around the lock: `lock`, `unlock`, `passphrase`, and when it asks."""

from __future__ import annotations

# How hard a passphrase is to guess.
EASY = "This passphrase is easy to guess: a machine that tries needs minutes. It is yours to choose. Four or five words that have nothing to do with each other, or with you, are harder to guess and still easy to remember."
POSSIBLE = "This passphrase can be guessed by someone who lets a machine try for days. It is yours to choose. One or two more words that have nothing to do with the others make it hard."
HARD = "This passphrase is hard to guess."
VERY_HARD = "This passphrase is very hard to guess."
