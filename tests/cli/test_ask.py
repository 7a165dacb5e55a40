"""`ask`: what a person reads, from an empty journal to one with something to tell."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.house.test_words import BANNED
from tracejournal.journal.journal import Journal
from tracejournal.model.entry import CheckIn, Draft, Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.cli.support import Done, Shell

    Kept = tuple[int, Moment | CheckIn]
    """So many days ago, and what was kept then."""
    Keep = Callable[[Iterable[Kept]], None]

TODAY = date(2026, 11, 23)
QUESTION = "When did you feel most supported, and what made that possible?"


@pytest.fixture
def keep(shell: Shell) -> Keep:
    """Keep what was so many days ago."""

    def keep_all(kept: Iterable[Kept]) -> None:
        with Journal.open(clock=shell.clock, create=True) as journal:
            journal.entries.keep_all(
                Draft(content, journal.clock.on_day(TODAY - timedelta(days=ago), time(8)))
                for ago, content in kept
            )

    return keep_all


def moments(number: int, per_day: int = 2) -> list[Kept]:
    """Moments of which every third had protected time and felt more supported by three."""
    return [
        (
            place // per_day,
            Moment(
                "Secret words with @Priya",
                kind="huddle",
                supported=(4 + place % 2 + 3 * (place % 3 == 0)),
                present=("time", "listened") if place % 3 == 0 else ("humour",),
                missing=("private-place",) if place % 7 == 1 else (),
            ),
        )
        for place in range(number)
    ]


def told(done: Done) -> str:
    """Return what was said, its lines joined."""
    return re.sub(r"\s+", " ", done.out)


def check(done: Done) -> None:
    """What holds of every answer."""
    assert max(map(len, done.lines)) <= 80
    assert not BANNED.search(done.out)
    assert not re.search("Secret|Priya", done.out)
    assert done.err == ""


class TestWhatItSays:
    def test_without_a_journal_it_says_so(self, shell: Shell) -> None:
        done = shell("ask")
        assert (done.code, done.out) == (0, "")
        assert done.err.startswith("There is no journal yet.")

    def test_of_an_empty_journal_it_is_kind(self, shell: Shell, keep: Keep) -> None:
        keep([])
        done = shell.done("ask")
        check(done)
        assert done.lines[0] == QUESTION
        assert "Nothing to look back on yet, and there is no hurry." in told(done)
        assert "zero" not in done.out

    def test_of_one_moment_without_a_rating(self, shell: Shell, keep: Keep) -> None:
        keep([(0, Moment("Secret words"))])
        done = shell.done("ask")
        check(done)
        assert "1 moment kept, none with a rating, and that is fine." in told(done)

    def test_of_one_rated_moment(self, shell: Shell, keep: Keep) -> None:
        keep(moments(1))
        done = shell.done("ask")
        check(done)
        assert re.search(r"2026-11-23   7 of 10  ◷ peer huddle", done.out)
        assert re.search(r"time was protected +1 of 1\n", done.out)
        assert (
            "29 more rated moments that say what helped, on 14 more days,"
            " and we can look at what goes together." in told(done)
        )

    def test_of_a_rating_that_says_nothing_of_what_helped(self, shell: Shell, keep: Keep) -> None:
        keep([(0, Moment("Secret words", supported=9))])
        done = shell.done("ask")
        check(done)
        assert "None of the rated moments says what helped yet." in told(done)

    def test_rule_24_of_29_it_counts_and_does_not_compare(self, shell: Shell, keep: Keep) -> None:
        keep(moments(29))
        done = shell.done("ask")
        check(done)
        assert re.search(r"time was protected +10 of 10 +10 of 29\n", done.out)
        assert "1 more rated moment that says what helped, and we can look" in told(done)
        assert "tends to appear" not in done.out

    def test_rule_24_nor_on_14_days(self, shell: Shell, keep: Keep) -> None:
        keep(moments(42, per_day=3))
        done = shell.done("ask")
        check(done)
        assert "Rated moments that say what helped, on 1 more day, and we can look" in told(done)
        assert "tends to appear" not in done.out

    def test_of_31_it_gives_an_early_hint(self, shell: Shell, keep: Keep) -> None:
        keep(moments(31))
        done = shell.done("ask")
        check(done)
        said = told(done)
        assert "3 circumstances were compared, all at once, over 31 rated moments, each" in said
        assert "With fewer than 60 this is an early hint." in said
        assert "Holds up so far: “time was protected” tends to appear with higher ratings" in said
        assert "11 with it, 20 without." in said
        assert "“listened to, not fixed” tends" not in said

    def test_of_more_it_is_a_hint_no_longer(self, shell: Shell, keep: Keep) -> None:
        keep(moments(90))
        assert "early hint" not in shell.done("ask").out

    def test_rule_24_denominators_stand_beside_every_count(self, shell: Shell, keep: Keep) -> None:
        keep(moments(40))
        lines = shell.done("ask").lines
        begin = next(place for place, line in enumerate(lines) if line.startswith("What was there"))
        rows = [line for line in lines[begin + 1 : begin + 4] if line]
        assert len(rows) == 3
        assert {len(row) for row in rows} == {len(lines[begin])}
        assert all(re.search(r" \d+ of 14 +\d+ of 40$", line) for line in rows)

    def test_seen_together_is_never_told_as_proof(self, shell: Shell, keep: Keep) -> None:
        for number in (1, 31, 90):
            keep(moments(number))
            said = told(shell.done("ask"))
            assert "Seen together, not proof of cause." in said
            assert "It can be the other way round, too" in said

    def test_all_rated_alike_is_no_highest(self, shell: Shell, keep: Keep) -> None:
        keep([(day, Moment("tea", supported=6, present=("time",))) for day in range(9)])
        assert "All are rated 6, so none stands out" in told(shell.done("ask"))


class TestWhatIsLeftOut:
    def test_what_is_not_rated_is_never_a_zero(self, shell: Shell, keep: Keep) -> None:
        keep(moments(31))
        before = shell.done("ask").out.partition("Left out")[0]
        keep([(day, Moment("Secret words")) for day in range(12)])
        done = shell.done("ask")
        check(done)
        assert "12 of 43 moments have no rating. They are left out, never counted as zero." in told(
            done
        )
        counts = before.partition("What was there")[2].partition("Seen together")[0]
        assert counts.strip() in done.out

    def test_a_rating_alone_is_with_and_without_nothing(self, shell: Shell, keep: Keep) -> None:
        keep(moments(31))
        keep([(day, Moment("Secret words", supported=1)) for day in range(12)])
        done = shell.done("ask")
        assert "in all 31" in done.out
        assert "12 of 43 rated moments say nothing of what helped" in told(done)

    def test_ratings_skipped_on_heavy_days_are_disclosed(self, shell: Shell, keep: Keep) -> None:
        keep(moments(31))
        keep([(day, CheckIn(load=9 if day < 3 else 3)) for day in range(12)])
        keep([(day % 3, Moment("Secret words")) for day in range(7)])
        done = shell.done("ask")
        check(done)
        said = "on your heaviest days (load 9 or more): 7 of 13, else 0 of 18."
        assert said in told(done)

    def test_sealed_and_deleted_moments_are_absent(self, shell: Shell, keep: Keep) -> None:
        keep([(0, Moment("Secret words", supported=10)), (0, Moment("Secret", supported=9))])
        shell.done("seal", shell.ids()[0])
        shell.done("delete", shell.ids()[0])
        assert "of 10" not in shell.done("ask").out

    def test_a_first_day_can_be_chosen(self, shell: Shell, keep: Keep) -> None:
        keep(moments(31))
        done = shell.done("ask", "--since", "2026-11-22")
        assert done.lines[1] == "Since Sunday 22 November 2026."
        assert "in all 4" in done.out
        assert "No moment is kept since then." in shell.done("ask", "--since", "2027").out

    def test_a_period_can_be_said_as_on_the_screen(self, shell: Shell, keep: Keep) -> None:
        keep(moments(140))
        assert "in all 60" in shell.done("ask", "--since", "30 days").out
        assert "in all 140" in shell.done("ask", "--since", "last 90 days").out
        assert "in all 140" in shell.done("ask", "--since", "this-year").out
        assert shell.done("ask", "--since", "all").out == shell.done("ask").out

    def test_a_day_that_is_none_is_refused(self, shell: Shell) -> None:
        assert shell("ask", "--since", "soonish").code == 2


def test_rule_25_no_answer_says_a_banned_word(shell: Shell, keep: Keep) -> None:
    for _ in range(4):
        keep(moments(25))
        keep([(day, CheckIn(load=day % 9)) for day in range(20)])
        keep([(day, Moment("Secret words")) for day in range(9)])
        check(shell.done("ask"))


def test_rule_26_no_person_is_named_or_ranked(shell: Shell, keep: Keep) -> None:
    keep(moments(40))
    for done in (shell.done("ask"), shell.done("ask", "--json")):
        assert not re.search("priya|people", done.out, re.IGNORECASE)


def test_help_received_is_never_set_against_energy_or_load(shell: Shell, keep: Keep) -> None:
    keep(moments(40))
    keep([(day, CheckIn(energy=day % 9, load=day % 7)) for day in range(20)])
    keep([(day, Moment("tea", direction="received", supported=6)) for day in range(20)])
    for done in (shell.done("ask"), shell.done("ask", "--json")):
        assert not re.search("received|given|energy", done.out)


def test_occasions_are_counted_in_the_order_they_are_offered(shell: Shell, keep: Keep) -> None:
    keep([(day, Moment("tea", occasion="hard-work", supported=5)) for day in range(12)])
    keep([(0, Moment("tea", occasion="routine")), (0, Moment("tea"))])
    done = shell.done("ask")
    check(done)
    assert re.search(
        r"On which occasion\n  routine +1 of 14\n  after hard work +12 of 14\n\n", done.out
    )
    ways = shell.done("ask", "--json").objects["ways"]  # type: ignore[call-overload]
    assert ways["occasion"] == {"routine": 1, "hard-work": 12}
    assert set(ways) == {"kind", "mode", "who", "support", "occasion"}


class TestForScripts:
    def test_it_says_the_same_in_numbers(self, shell: Shell, keep: Keep) -> None:
        keep(moments(31))
        keep([(0, Moment("Secret words"))])
        answer: dict[str, Any] = shell.done("ask", "--json").objects  # type: ignore[assignment]
        assert (answer["moments"], answer["rated"], answer["told"]) == (32, 31, 31)
        assert (answer["days"], answer["compared"], answer["early_hint"]) == (16, 3, True)
        assert (answer["moments_needed"], answer["days_needed"]) == (0, 0)
        (time_protected,) = (each for each in answer["present"] if each["condition"] == "time")
        assert time_protected["count"] == 11
        assert time_protected["gap"]["verdict"] == "holds"
        assert time_protected["gap"]["low"] > 0
        assert [each["condition"] for each in answer["missing"]] == ["private-place"]
        best = answer["most_supported"][0]
        assert (best["on"], best["kind"], best["supported"]) == ("2026-11-22", "huddle", 8)
        assert "Seen together, not proof of cause." in answer["note"]

    def test_without_a_journal_it_is_an_answer_of_nothing(self, shell: Shell, keep: Keep) -> None:
        nothing = shell("ask", "--json")
        assert nothing.code == 0
        keep([])
        assert shell.done("ask", "--json").out == nothing.out
