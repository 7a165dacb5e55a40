from __future__ import annotations

import pytest

from tracejournal.cli.options import Option, parse
from tracejournal.model.errors import Misuse

OPTIONS = (
    Option("kind", "KIND"),
    Option("tag", "TAG", many=True),
    Option("json"),
    Option("n", "N"),
)


def test_words_and_options_in_any_order() -> None:
    found = parse("log", OPTIONS, ["a", "--kind", "x", "b", "--tag=y", "--tag", "z", "--json", "c"])
    assert found.words == ("a", "b", "c")
    assert found.one("kind") == "x"
    assert found.many("tag") == ("y", "z")
    assert found.has("json")
    assert not found.has("n")
    assert (found.one("n"), found.many("n")) == (None, ())


def test_the_last_of_two_holds() -> None:
    assert parse("log", OPTIONS, ["--kind", "a", "--kind", "b"]).one("kind") == "b"


def test_a_value_may_be_empty_hold_signs_or_look_like_a_word_with_a_dash() -> None:
    assert parse("log", OPTIONS, ["--kind="]).one("kind") == ""
    assert parse("log", OPTIONS, ["--kind=a=b"]).one("kind") == "a=b"
    assert parse("log", OPTIONS, ["--kind", "-5"]).one("kind") == "-5"


@pytest.mark.parametrize("typed", [["-n5"], ["-n", "5"], ["-n=5"]])
def test_short_options(typed: list[str]) -> None:
    assert parse("list", OPTIONS, typed).one("n") == "5"


def test_dashed_words_are_words_where_a_query_is() -> None:
    found = parse("search", OPTIONS, ["-nobody", "-n", "5", "a"], dashed_words=True)
    assert (found.words, found.one("n")) == (("-nobody", "a"), "5")
    with pytest.raises(Misuse):
        parse("log", OPTIONS, ["-nobody"])
    with pytest.raises(Misuse):
        parse("search", OPTIONS, ["--nobody"], dashed_words=True)


@pytest.mark.parametrize("typed", ["-", "-5", "-)", "--no such option", "", "->"])
def test_what_only_looks_like_an_option(typed: str) -> None:
    assert parse("log", OPTIONS, [typed]).words == (typed,)


def test_every_command_can_be_helped_and_silenced() -> None:
    for typed, name in (("-h", "help"), ("--help", "help"), ("--no-input", "no-input")):
        assert parse("log", (), [typed]).has(name)
