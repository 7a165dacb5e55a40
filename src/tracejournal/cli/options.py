"""What was typed after a command, told apart into options and words.

Our own eighty lines in place of `argparse`, for three reasons: with it `log` cannot stay within
1.75 times the floor of Python and SQLite (it and the `re` it needs cost 10 ms of the 40), words
and options may be mixed freely, and every refusal is one of our own sentences.
"""

from __future__ import annotations

from tracejournal.model.errors import Misuse
from tracejournal.model.record import Record
from tracejournal.words import cli as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Option(Record):
    """One option of a command.

    Attributes:
        name: as typed after two dashes; one letter is typed after one dash.
        value: what stands for its value in the help; "" for a switch, which has none.
        many: may be given several times.
        short: one letter that means the same.
    """

    name: str
    value: str = ""
    many: bool = False
    short: str = ""

    @property
    def typed(self) -> str:
        """The option as it is typed."""
        return f"--{self.name}" if len(self.name) > 1 else f"-{self.name}"


FD_OPTION = "passphrase-fd"
"""The option that names a descriptor from which a passphrase comes."""

COMMON = (Option(FD_OPTION, "N"), Option("no-input"), Option("help", short="h"))
"""Options every command has."""


class Arguments(Record):
    """What was typed after a command.

    Attributes:
        command: the command.
        words: what is no option, in order.
        given: the values of each option given, in order; a switch has one, "".
        in_order: each option with its value, as they were typed one after the other.
    """

    command: str
    words: tuple[str, ...] = ()
    given: Mapping[str, tuple[str, ...]] = {}
    in_order: tuple[tuple[str, str], ...] = ()

    def has(self, name: str) -> bool:
        """Return whether an option was given."""
        return name in self.given

    def one(self, name: str) -> str | None:
        """Return the value of an option, the last one where it was given twice, or None."""
        return self.given[name][-1] if name in self.given else None

    def many(self, name: str) -> tuple[str, ...]:
        """Return all values of an option."""
        return self.given.get(name, ())


def parse(
    command: str, options: Sequence[Option], typed: Sequence[str], *, dashed_words: bool = False
) -> Arguments:
    """Tell options and words apart. What follows -- is words.

    Args:
        command: the command, for refusals.
        options: what it knows.
        typed: what was typed after it.
        dashed_words: an unknown -word is a word, as in a query, where it means without.

    Raises:
        Misuse: an option is unknown, lacks its value or has one too many.
    """
    known = {option.typed: option for option in (*options, *COMMON)}
    known |= {f"-{option.short}": option for option in known.values() if option.short}
    spoken: list[str] = []
    given: dict[str, tuple[str, ...]] = {}
    in_order: list[tuple[str, str]] = []
    rest = iter(typed)
    for each in rest:
        if each == "--":
            spoken.extend(rest)
            break
        name, attached = _split(each)
        if name in known:
            option = known[name]
            value = _value(command, option, attached, rest, known)
            given[option.name] = (*given.get(option.name, ()), value)
            in_order.append((option.name, value))
        elif not name or (dashed_words and not name.startswith("--")):
            spoken.append(each)
        else:
            raise Misuse(_unknown(command, each, known))
    return Arguments(command, tuple(spoken), given, tuple(in_order))


def _split(token: str) -> tuple[str, str | None]:
    """Return the name of an option and the value attached to it; no name for a word."""
    if token.startswith("--"):
        name, equals, value = token.partition("=")
        return ("", None) if " " in name else (name, value if equals else None)
    if token[:1] != "-" or not token[1:2].isalpha() or " " in token:
        return "", None
    value = token[2:].removeprefix("=")
    if value.isdigit():
        return token[:2], value
    return token, None


def _value(
    command: str,
    option: Option,
    attached: str | None,
    rest: Iterator[str],
    known: Mapping[str, Option],
) -> str:
    if not option.value:
        if attached is not None:
            raise Misuse(words.TAKES_NO_VALUE.format(option=option.typed))
        return ""
    value = attached if attached is not None else next(rest, None)
    if value is None or (attached is None and (value == "--" or _split(value)[0] in known)):
        raise Misuse(words.NEEDS_VALUE.format(option=option.typed, command=command))
    return value


def _unknown(command: str, token: str, known: Mapping[str, Option]) -> str:
    found = nearest(token.partition("=")[0], tuple(known))
    sentence = words.NEAREST_OPTION if found else words.UNKNOWN_OPTION
    return sentence.format(command=command, typed=token, nearest=found)


def nearest(typed: str, choices: Sequence[str]) -> str:
    """Return the choice that was probably meant, or ""."""
    from difflib import get_close_matches  # noqa: PLC0415 - slow to import, and only needed after a slip

    return next(iter(get_close_matches(typed.lower(), choices, 1)), "")
