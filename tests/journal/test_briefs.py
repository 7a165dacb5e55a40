"""What is offered for a brief, and that nothing else of the journal can get into one."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracejournal.exchange.brief import ENDINGS, written
from tracejournal.model.brief_sheet import Offer, Sheet, brief, rows
from tracejournal.model.entry import CheckIn, Draft, Entry, Moment, Part, Reflection
from tracejournal.model.loop import LoopContent
from tracejournal.model.vocabulary import OwnTerm, learn

if TYPE_CHECKING:
    from tracejournal.journal.journal import Journal

TODAY = date(2026, 11, 23)
DAYS = (TODAY - timedelta(days=27), TODAY)
ONCE = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


def keep(journal: Journal, content: Moment | Reflection | CheckIn, ago: int = 0) -> Entry:
    when = journal.clock.on_day(TODAY - timedelta(days=ago), time(8))
    return journal.entries.keep(Draft(content, when))


def offers(journal: Journal, *, ratings: bool = True) -> tuple[Offer, ...]:
    return journal.briefs.offers(DAYS, ratings=ratings)


def texts(found: tuple[Offer, ...]) -> list[str]:
    return [offer.text for offer in found]


def marked(number: int) -> Moment:
    """A moment with a word that stands nowhere else in each of its fields."""
    return Moment(
        f"zqwords{number} with @Zqname{number} and zqname{number} #zqtag{number}",
        kind="huddle",
        direction="received",
        supported=7,
        minutes=42,
        present=("time",),
        missing=("humour",),
    )


@pytest.fixture
def full(journal: Journal) -> Journal:
    """A journal with marker words in every field there is, in sight and out of it."""
    for number in range(3):
        keep(journal, marked(number))
    sealed, trashed = keep(journal, marked(7)), keep(journal, marked(8))
    keep(journal, Reflection(parts=(Part("zqquestion", "zqanswer @Zqwho #zqsign"),), supported=9))
    keep(journal, CheckIn("zqnote", energy=3, load=9, supported=2))
    journal.entries.seal([sealed.id])
    journal.entries.delete([trashed.id])
    journal.drafts.save("moment::1a", {"text": "zqdraft"})
    journal.contacts.add("chosen", {"name": "zqcontact", "number": "085"})
    return journal


def file_of(found: tuple[Offer, ...], sheet: Sheet, form: str = "text") -> str:
    return written(brief(rows(sheet, found, DAYS)), form)


def all_but(found: tuple[Offer, ...], *notes: str) -> Sheet:
    return Sheet().ticking(*(offer.id for offer in found if offer.note not in notes))


@pytest.mark.parametrize("form", ENDINGS)
def test_rule_27_of_a_full_journal_a_brief_is_empty_until_something_is_ticked(
    full: Journal, form: str
) -> None:
    assert file_of(offers(full), Sheet(), form) == ""


@pytest.mark.parametrize("form", ENDINGS)
def test_rule_27_names_words_and_ratings_stay_out_of_all_other_lines(
    full: Journal, form: str
) -> None:
    found = offers(full)
    text = file_of(found, all_but(found, "name", "words", "rating"), form)
    assert "Peer huddle, with someone" in text
    assert "zq" not in text.lower()
    assert "7 of 10" not in text


@pytest.mark.parametrize("form", ENDINGS)
def test_rule_27_sealed_entries_and_the_trash_are_not_even_offered(
    full: Journal, form: str
) -> None:
    found = offers(full)
    text = file_of(found, all_but(found), form).lower()
    assert "zqwords0" in text
    assert "zqname0" in text
    for never in ("zqwords7", "zqname7", "zqwords8", "zqname8"):
        assert never not in text
    for never in ("zqanswer", "zqwho", "zqnote", "zqdraft", "zqcontact", "zqquestion"):
        assert never not in text


@ONCE
@given(data=st.data())
def test_rule_27_whatever_is_ticked_nothing_else_is_in_the_file(
    full: Journal, data: st.DataObject
) -> None:
    found = offers(full)
    ticked = data.draw(st.sets(st.sampled_from([offer.id for offer in found])))
    form = data.draw(st.sampled_from(list(ENDINGS)))
    text = file_of(found, Sheet().ticking(*ticked), form)
    in_it = {each.id for each in found if each.id in ticked and each.under in ({""} | ticked)}
    for offer in found:
        for word in offer.text.split():
            if word.strip("“”.#").lower().startswith("zq"):
                meant = any(word in each.text for each in found if each.id in in_it)
                assert (word.strip("“”.#") in text) == meant
    assert ("How supported I felt" in text) == any(each.endswith(":rating") for each in in_it)
    assert ("in 3 of 3" in text) == any(each.endswith(":numbers") for each in in_it)


def test_rule_27_no_line_tells_how_often_or_when_the_program_is_used(full: Journal) -> None:
    found = offers(full)
    text = file_of(found, all_but(found, "numbers"))
    for used in ("2026", "Nov", "08:", "42", "moments", "entries", "entry"):
        assert used not in text
    assert {offer.note for offer in found} <= {
        "", "moment", "name", "words", "rating", "numbers",
    }  # fmt: skip


def test_people_go_by_their_role(journal: Journal) -> None:
    keep(journal, Moment("Walk with @my_supervisor", kind="shared-break", direction="mutual"))
    keep(journal, Moment("Asked @Priya", kind="asked", direction="received", who=("peer",)))
    keep(journal, Moment("Called @Jo and @Dana", direction="received"))
    found = [offer.text for offer in offers(journal) if offer.note == "moment"]
    assert found == [
        "A moment, with someone",
        "Asked how they are, with a peer of my team",
        "Shared break, meal or walk, with my supervisor",
    ]
    named = [offer.text for offer in offers(journal) if offer.note == "name"]
    assert named == ["That was Jo and Dana.", "That was Priya."]


def test_the_role_a_person_has_in_the_circle_stands_for_them(journal: Journal) -> None:
    keep(journal, Moment("Called @Jo", kind="asked", direction="received"))
    journal._store.run("UPDATE people SET role = 'mentor'")
    assert "Asked how they are, with my mentor" in texts(offers(journal))
    assert "“Called my mentor”" in texts(offers(journal))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("@Jo joined, and JO stayed with @jo's team", "someone joined, and someone stayed with"),
        ("@Ana_Li came; Ana Li left. Analysis", "someone came; someone left. Analysis"),
        ("Asked @Zoe\u0308 and Zo\u00eb again", "Asked someone and someone again"),
    ],
)
def test_words_that_are_ticked_have_roles_in_place_of_names(
    journal: Journal, typed: str, said: str
) -> None:
    keep(journal, Moment(typed, direction="received"))
    (words,) = [offer.text for offer in offers(journal) if offer.note == "words"]
    assert words.startswith(f"“{said}")


def test_old_words_are_not_shown_before_they_are_ticked(journal: Journal) -> None:
    keep(journal, Moment("Something from then", direction="received"))
    (words,) = [offer for offer in offers(journal) if offer.note == "words"]
    assert words.shown == "with my words from then (3 words)"


def test_counts_are_those_of_ask(journal: Journal) -> None:
    for number in range(12):
        rated, told = number % 3 != 2, ("time",) if number % 2 else ("humour",)
        supported = 5 + number % 4 if rated else None
        keep(journal, Moment("x", supported=supported, present=told), ago=number)
    keep(journal, Moment("x", supported=1, present=("time",)), ago=40)
    answer = journal.patterns.support(DAYS[0])
    found = {offer.id: offer for offer in offers(journal)}
    for line in answer.present:
        highest, everywhere = found[f"present:{line.condition}:numbers"].figures
        assert (highest.count, highest.of) == (line.highest, answer.highest)
        assert (everywhere.count, everywhere.of) == (line.count, answer.ratings.count)


def test_without_ratings_it_counts_all_the_same_and_offers_no_number(journal: Journal) -> None:
    for _ in range(9):
        keep(journal, Moment("x", direction="received", supported=8, present=("time",)))
    said = "in 9 of 9 moments of mine that say what helped or what was missing"
    assert said in texts(offers(journal, ratings=False))
    assert not [offer for offer in offers(journal, ratings=False) if offer.note == "rating"]


def test_other_days_stay_out(journal: Journal) -> None:
    keep(journal, Moment("Before", direction="received", present=("time",)), ago=28)
    assert offers(journal) == ()
    first = TODAY - timedelta(days=28)
    assert "Time was protected" in texts(journal.briefs.offers((first, first)))
    assert journal.briefs.offers((date(2026, 11, 24), date(2026, 12, 1))) == ()


def test_an_empty_journal_offers_nothing(journal: Journal) -> None:
    assert offers(journal) == ()


def test_conditions_go_by_the_persons_own_names(journal: Journal) -> None:
    keep(journal, Moment("x", present=("time",), missing=("humour",)))
    learn([OwnTerm("condition", "time", "An hour nobody took")])
    assert "An hour nobody took" in texts(offers(journal))
    assert "More often: humour" in texts(offers(journal))


def test_what_is_open_is_offered_to_follow_up_with_roles_for_names(journal: Journal) -> None:
    journal.circle.add("Jo", role="peer")
    journal.loops.keep(
        LoopContent("promise", "The rota, said @Jo", ("Jo",), direction="given", due=TODAY)
    )
    closed = journal.loops.keep(LoopContent("concern", "The wait list"))
    journal.loops.close(closed)
    sealed = journal.loops.keep(LoopContent("heard", "The night team"))
    journal.loops.seal(sealed.id)
    (offer,) = (each for each in journal.briefs.offers(DAYS) if each.section == "follow-up")
    assert offer.text == ("I promised: The rota, said a peer of my team, with a peer of my team")
