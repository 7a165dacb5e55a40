from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from tracejournal import __version__
from tracejournal.cli.main import COMMANDS
from tracejournal.words import cli, cli_help, cli_options

if TYPE_CHECKING:
    from tests.cli.support import Shell

LATER = ("import",)
BANNED = (
    "because|causes?|caused|leads? to|improves?|makes you|should|must|score|scores|risk|trauma"
    "|streak|missed day|failed you|burnout|compliance"
)


def test_help_lists_every_command_with_a_line(shell: Shell) -> None:
    done = shell("--help")
    assert (done.code, done.err) == (0, "")
    for command in COMMANDS:
        assert re.search(rf"^  {command} +\S", done.out, re.MULTILINE)
    assert "--demo" in done.out
    assert shell("-h").out == shell("help").out == done.out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_names_all_its_options(shell: Shell, command: str) -> None:
    done = shell(command, "-h")
    assert (done.code, done.err) == (0, "")
    module = import_module(f"tracejournal.cli.commands.{command.replace('-', '_')}")
    for option in module.OPTIONS:
        assert option.typed in done.out
    assert done.out == shell("help", command).out == shell(command, "--help").out


def test_no_help_is_wider_than_a_terminal(shell: Shell) -> None:
    pages = [shell("--help"), *(shell(command, "-h") for command in COMMANDS)]
    assert max(len(line) for page in pages for line in page.lines) <= 80


def test_what_is_not_there_yet_is_named_nowhere(shell: Shell) -> None:
    listed = re.findall(r"^  ([a-z-]+) ", shell("--help").out, re.MULTILINE)
    assert not set(listed) & set(LATER)


def test_version(shell: Shell) -> None:
    assert shell("--version") == (0, f"tracejournal {__version__}\n", "")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("lgo",), "There is no command “lgo”. Did you mean `tracejournal log`?"),
        (("checkin",), "There is no command “checkin”. Did you mean `tracejournal check-in`?"),
        (("Thanked", "Priya"), "There is no command “Thanked”. `tracejournal --help` lists"),
        (("",), "There is no command “”."),
        (("--quiet",), "There is no command “--quiet”."),
        (("log", "--knd", "x"), "`log` has no option --knd. Did you mean --kind?"),
        (("log", "-x"), "`log` has no option -x."),
        (("log", "--kind"), "--kind needs a value after it."),
        (("log", "--kind", "--json"), "--kind needs a value after it."),
        (("list", "--json=yes"), "--json stands by itself, without a value."),
        (("path", "there"), "`path` takes no words"),
    ],
)
def test_a_slip_is_one_sentence_and_misuse(
    shell: Shell, typed: tuple[str, ...], sentence: str
) -> None:
    done = shell(*typed)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(sentence)
    assert done.err.count("\n") == 1


def test_words_after_two_dashes_are_words(shell: Shell) -> None:
    shell.done("log", "--kind", "huddle", "--", "--kind", "-h")
    (entry,) = shell.kept()
    assert (entry["text"], entry["kind"]) == ("--kind -h", "huddle")


def test_dashes_inside_a_sentence_are_words(shell: Shell) -> None:
    shell.done("log", "- a quiet lunch", "-", "-5", "degrees")
    assert shell.kept()[0]["text"] == "- a quiet lunch - -5 degrees"


def test_without_a_terminal_the_full_screen_is_not_tried(shell: Shell) -> None:
    done = shell()
    assert done.code == 2
    assert done.err.startswith("The full screen needs a terminal.")


def sentences(module: object) -> list[str]:
    """Return every text in a module of words."""

    def texts(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        if isinstance(value, dict):
            return texts(tuple(value.values()))
        if isinstance(value, tuple):
            return [text for each in value for text in texts(each)]
        return []

    return [text for name, value in vars(module).items() if name.isupper() for text in texts(value)]


@pytest.mark.parametrize("module", [cli, cli_help, cli_options])
def test_what_is_said_is_calm(module: object) -> None:
    for sentence in sentences(module):
        assert not re.search(rf"\b({BANNED})\b", sentence, re.IGNORECASE), sentence
        assert "!" not in sentence, sentence
