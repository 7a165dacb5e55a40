"""A brief as one page: light, calm, made to be printed; nothing in it runs or comes from elsewhere.

The policy in its head lets a browser use one thing, the style sheet below, known by its hash.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape

from tracejournal.exchange.brief_charts import drawing
from tracejournal.model.brief import SECTIONS, TOPIC
from tracejournal.model.text import MAX_KEPT, display
from tracejournal.model.vocabulary import label
from tracejournal.words import brief as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracejournal.model.brief import Brief, Section

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body {
  margin: 0; background: #f7f3ec; color: #2a2622;
  font: 17px/1.55 Georgia, "Iowan Old Style", "Palatino Linotype", "DejaVu Serif", serif;
}
main {
  max-width: 44rem; margin: 2.5rem auto; padding: 3rem 3.5rem;
  background: #fffdf9; border: 1px solid #e6ddcf; border-radius: 10px;
}
h1 { margin: 0; font-size: 1.9rem; font-weight: 600; line-height: 1.2; }
h1 + p { margin: .4rem 0 0; color: #6b6258; }
section { margin-top: 2.1rem; }
h2 {
  margin: 0 0 .7rem; padding-bottom: .35rem; border-bottom: 1px solid #e6ddcf;
  color: #1f6a5e; font-size: 1.08rem; font-weight: 600; break-after: avoid;
}
ul, ol { margin: 0; padding-left: 1.5rem; }
li { margin: .45rem 0; padding-left: .2rem; overflow-wrap: anywhere; break-inside: avoid; }
li::marker { color: #1f6a5e; }
li ul { margin-top: .2rem; padding-left: 0; list-style: none; }
li li { margin: .2rem 0; color: #554d45; }
svg { display: block; width: 100%; height: auto; margin-top: 1.2rem; break-inside: avoid; }
text { font: 13px Georgia, "DejaVu Serif", serif; fill: #554d45; }
.label { font-size: 14px; fill: #2a2622; }
.among { text-anchor: end; }
.rail { fill: #efe8dc; }
.high { fill: #1f6a5e; }
.every { fill: #9dbfb5; }
@media (max-width: 40rem) { main { margin: 0; padding: 1.5rem; border: 0; border-radius: 0; } }
@page { margin: 20mm 18mm; }
@media print {
  body { background: none; font-size: 11pt; line-height: 1.45; }
  main { max-width: none; margin: 0; padding: 0; background: none; border: 0; }
  h1 { font-size: 1.6rem; }
  section { margin-top: 1.4rem; }
  li { margin: .25rem 0; }
  svg { max-width: 14cm; }
  .rail, .high, .every { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""

_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"


def page(brief: Brief) -> str:
    """Return the whole page."""
    return "\n".join(_pieces(brief)) + "\n"


def _pieces(brief: Brief) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{words.TITLE}</title>"
    yield f"<style>{STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"
    yield f"<h1>{words.TITLE}</h1>"
    if brief.period:
        yield f"<p>{_safe(brief.period)}</p>"
    for section in brief.sections:
        yield from _section(section)
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _section(section: Section) -> Iterator[str]:
    tag = "ol" if section.key == TOPIC else "ul"
    yield "<section>"
    yield f"<h2>{label(SECTIONS, section.key)}</h2>"
    yield f"<{tag}>"
    for line in section.lines:
        below = "".join(f'<li dir="auto">{_safe(each)}</li>' for each in line.below)
        yield f'<li dir="auto">{_safe(line.text)}{f"<ul>{below}</ul>" if below else ""}</li>'
    yield f"</{tag}>"
    if section.charted:
        yield from drawing(section)
    yield "</section>"


def _safe(text: str) -> str:
    return escape(display(text, MAX_KEPT))
