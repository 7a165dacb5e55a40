from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.brief import ALL, SECTIONS, Brief, Figure
from tracejournal.model.brief_sheet import Offer, Sheet, brief, rows

DAYS = (date(2026, 10, 27), date(2026, 11, 23))
NUMBERS = (Figure(ALL, 2, 7),)
FOUND = (
    Offer("present:time", "supported", "Time was protected"),
    Offer("present:time:n", "supported", "in 2 of 7", "numbers", "present:time", figures=NUMBERS),
    Offer("missing:time", "need", "More often: time"),
)


def made(sheet: Sheet) -> Brief:
    return brief(rows(sheet, FOUND, DAYS))


def ids(sheet: Sheet) -> list[str]:
    return [row.offer.id for row in rows(sheet, FOUND, DAYS)]


def texts(made: Brief) -> list[str]:
    lines = [line for section in made.sections for line in section.lines]
    return [made.period, *(text for line in lines for text in (line.text, *line.below))]


def test_rule_27_a_brief_begins_empty() -> None:
    assert made(Sheet()) == Brief()
    assert not [row for row in rows(Sheet(), FOUND, DAYS) if row.ticked]


@given(st.sets(st.sampled_from(["period", "want:heard", *(offer.id for offer in FOUND)])))
def test_rule_27_ticked_lines_alone_are_in_it(ticked: set[str]) -> None:
    sheet = Sheet().ticking(*ticked)
    wanted = {offer.text for offer in FOUND if offer.id in ticked}
    wanted -= {"in 2 of 7"} if "present:time" not in ticked else set()
    wanted |= {"To be heard"} if "want:heard" in ticked else set()
    wanted |= {"27 October to 23 November 2026"} if "period" in ticked else set()
    assert set(filter(None, texts(made(sheet)))) == wanted


def test_what_says_more_is_offered_once_its_line_is_ticked() -> None:
    assert "present:time:n" not in ids(Sheet())
    assert "present:time:n" in ids(Sheet().ticking("present:time"))


def test_a_chart_is_offered_once_numbers_are_ticked_as_they_were_counted() -> None:
    sheet = Sheet().ticking("present:time")
    assert "chart:supported" not in ids(sheet)
    sheet = sheet.ticking("present:time:n")
    assert "chart:supported" in ids(sheet)
    assert not made(sheet).sections[0].charted
    assert made(sheet.with_chart("supported")).sections[0].charted
    reworded = sheet.with_chart("supported").reworded("present:time:n", "a few times")
    assert "chart:supported" not in ids(reworded)
    assert not made(reworded).sections[0].charted


def test_rule_28_an_option_and_none_yet_stand_side_by_side() -> None:
    sheet = Sheet().added("topic", "The wait list")
    (topic,) = sheet.own
    both = sheet.added("topic", "Ask Jo", topic.id).with_none_yet(topic.id)
    (section,) = made(both).sections
    assert section.lines[0].below == ("One option: Ask Jo", "I don't have an option yet.")
    assert f"none:{topic.id}" in ids(sheet)
    assert made(sheet).sections[0].lines[0].below == ()  # nothing is said of options unasked


def test_a_line_in_other_words_is_a_copy_and_goes_back() -> None:
    sheet = Sheet().reworded("missing:time", "An hour on Thursdays")
    assert texts(made(sheet)) == ["", "An hour on Thursdays"]
    assert texts(made(sheet.without("missing:time"))) == ["", "More often: time"]


def test_an_own_line_goes_with_its_options() -> None:
    sheet = (
        Sheet().added("topic", "One").added("topic", "An option", "own:1").with_none_yet("own:1")
    )
    assert sheet.without("own:1") == Sheet()


def test_up_to_three_topics_and_one_good_thing() -> None:
    sheet = Sheet().added("topic", "1").added("topic", "2").added("topic", "an option", "own:2")
    assert sheet.takes_topics
    assert not sheet.added("topic", "3").takes_topics
    assert not sheet.has_good_thing
    assert sheet.added("good", "A laugh").has_good_thing


def test_sections_stand_in_their_order_whatever_came_first() -> None:
    sheet = Sheet()
    for section in reversed(SECTIONS[1:]):
        sheet = sheet.added(section.key, section.key)
    made_of = made(sheet.ticking("want:help"))
    assert [section.key for section in made_of.sections] == [each.key for each in SECTIONS]


def test_what_a_draft_holds_comes_back() -> None:
    sheet = (
        Sheet(format="html")
        .over(DAYS)
        .ticking("present:time", "period")
        .reworded("missing:time", "More time")
        .added("topic", "The wait list")
        .added("topic", "Ask Jo", "own:1")
    )
    fields = sheet.fields()
    assert Sheet.of_fields(fields) == sheet
    assert fields["text"] == "The wait list\nAsk Jo\nMore time"
    assert Sheet.of_fields({}) == Sheet()


def test_control_characters_and_line_breaks_go() -> None:
    sheet = Sheet().added("need", "one\ntwo\x1b[2J  three")
    assert texts(made(sheet)) == ["", "one two[2J three"]
