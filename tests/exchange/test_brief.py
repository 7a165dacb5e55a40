"""The file of a brief: the same lines give the same bytes, and nothing in it does anything."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hostile import HOSTILE, UNSAFE
from tracejournal.exchange.brief import ENDINGS, WIDTH, written
from tracejournal.model.brief import ALL, HIGHEST, Brief, Figure, Line, Section

FIGURES = (Figure(HIGHEST, 6, 8), Figure(ALL, 11, 30))
BRIEF = Brief(
    "1 October to 23 November 2026",
    (
        Section("want", (Line("To be heard"),)),
        Section("topic", (Line("The wait list", ("I don't have an option yet.",)),)),
        Section(
            "supported",
            (Line("Time was protected", ("in 6 of 8",), "Time was protected", FIGURES),),
            has_chart=True,
        ),
        Section("good", (Line("A laugh"),)),
    ),
)
VOID = {"meta", "rect"}
_REMOTE = re.compile(r"(?i)https?:|//|url\(|@import|src=|href=")


class Page(HTMLParser):
    """A page as a browser reads it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.said: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] != ["style"]:
            self.said.append(data)


def of(text: str) -> Brief:
    return Brief(
        text,
        (
            Section("topic", (Line(text, (text,)),)),
            Section("supported", (Line(text, (text,), text, FIGURES),), has_chart=True),
        ),
    )


@pytest.mark.parametrize("form", ENDINGS)
def test_rule_27_an_empty_brief_is_an_empty_file(form: str) -> None:
    assert written(Brief(), form) == ""


@pytest.mark.parametrize("form", ENDINGS)
def test_the_same_brief_gives_the_same_bytes(form: str) -> None:
    text = written(BRIEF, form)
    assert text == written(BRIEF, form)
    assert "\r" not in text
    assert text.endswith("\n")
    for said in ("To be heard", "The wait list", "Time was protected", "A laugh", "6 of 8"):
        assert said in text


def test_plain_text() -> None:
    assert written(BRIEF, "text") == (
        "For supervision\n"
        "1 October to 23 November 2026\n"
        "\n"
        "What I want today\n"
        "  - To be heard\n"
        "\n"
        "What I bring\n"
        "  1. The wait list\n"
        "     - I don't have an option yet.\n"
        "\n"
        "What supported me\n"
        "  - Time was protected\n"
        "    - in 6 of 8\n"
        "\n"
        "  Time was protected\n"
        "  most supported  ███████████████░░░░░  6 of 8\n"
        "  all moments     ███████░░░░░░░░░░░░░  11 of 30\n"
        "\n"
        "One good thing\n"
        "  - A laugh\n"
    )


def test_markdown_keeps_the_chart_as_it_is_drawn() -> None:
    text = written(BRIEF, "md")
    assert text.startswith("# For supervision\n\n1 October to 23 November 2026\n\n## What I want")
    assert "1. The wait list\n   - I don't have an option yet.\n" in text
    assert "```\nTime was protected\nmost supported  █" in text


def test_a_page_says_its_chart_in_words_too() -> None:
    page = Page(written(BRIEF, "html"))
    assert page.tags.count("svg") == 1
    assert ("role", "img") in page.attributes
    said = "Time was protected: 6 of 8 (most supported), 11 of 30 (all moments)."
    assert said in page.said


def test_without_its_tick_there_is_no_chart() -> None:
    plain = Brief(sections=(Section("supported", BRIEF.sections[2].lines),))
    assert "<svg" not in written(plain, "html")
    assert "█" not in written(plain, "text") + written(plain, "md")


@pytest.mark.parametrize("brief", [BRIEF, *(of(text) for text in HOSTILE.values())])
def test_a_page_runs_nothing_and_fetches_nothing(brief: Brief) -> None:
    text = written(brief, "html")
    page = Page(text)
    assert not {"script", "iframe", "img", "link", "object", "form", "a"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "style"]
    (policy,) = [value for _, value in page.attributes if value and "default-src" in value]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not _REMOTE.search("".join(re.findall(r"<[^>]*>", text)))


def test_the_style_sheet_is_the_one_the_policy_names_and_fetches_nothing() -> None:
    text = written(BRIEF, "html")
    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in text
    assert not _REMOTE.search(style)


@pytest.mark.parametrize("form", ENDINGS)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_shown_and_does_nothing(form: str, name: str) -> None:
    text = written(of(HOSTILE[name]), form)
    assert not UNSAFE.search(text)
    text.encode()


@given(st.text(max_size=200))
def test_whatever_is_typed_a_page_holds_it_as_text(typed: str) -> None:
    page = Page(written(of(typed), "html"))
    assert page.tags.count("section") == 2
    assert set(page.tags) <= {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "p", "section", "h2",
        "ol", "ul", "li", "svg", "desc", "text", "rect",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("# no heading", r"- \# no heading"),
        ("<b>no tag</b> & no &amp;", r"- \<b>no tag\</b> \& no \&amp;"),
        ("[no](link) *no* _no_ `no`", r"- \[no\](link) \*no\* \_no\_ \`no\`"),
        ("1. no list", r"- 1\. no list"),
        ("- no list", r"- \- no list"),
        ("a plain line, isn't it - yes", "- a plain line, isn't it - yes"),
    ],
)
def test_nothing_typed_becomes_markup_in_markdown(typed: str, marked: str) -> None:
    assert marked in written(Brief(sections=(Section("need", (Line(typed),)),)), "md").split("\n")


def test_a_fence_is_longer_than_any_in_it() -> None:
    text = written(of("a ```` b"), "md")
    assert "\n`````\n" in text


@given(st.lists(st.from_regex(r"[a-z]{1,12}", fullmatch=True), min_size=1, max_size=60))
def test_plain_text_fits_on_paper_and_loses_no_word(spoken: list[str]) -> None:
    typed = " ".join(spoken)
    text = written(Brief(sections=(Section("need", (Line(typed, (typed,)),)),)), "text")
    assert max(map(len, text.split("\n"))) <= WIDTH
    found = text.replace("- ", "").split()
    assert found[-2 * len(spoken) :] == spoken * 2
