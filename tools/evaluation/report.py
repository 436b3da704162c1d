"""The report of an evaluation: one HTML page that needs nothing else, gold beside prediction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any

from evaluation.errors import Comparison, Row

__all__ = ["write_report"]

KINDS = ("missed", "spurious", "status", "subtype", "actor", "country", "place", "date")
FIELDS = ("type", "subtype", "status", "triggers", "actors", "places", "date", "confidence", "rule")

STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 75rem; padding: 1rem; color: #222; }
nav { position: sticky; top: 0; background: #fff; padding: .5rem 0; border-bottom: 1px solid #ccc; }
nav label { margin-right: 1rem; white-space: nowrap; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
td, th { border: 1px solid #ddd; padding: .15rem .5rem; text-align: left; vertical-align: top; }
th { width: 6rem; font-weight: 600; background: #f6f6f6; }
.text { white-space: pre-wrap; max-height: 22rem; overflow: auto; background: #fafafa; padding: .5rem; }
mark.right { background: #bfe8c3; } mark.missed { background: #f6b8b8; } mark.spurious { background: #fbdc9a; }
.differs { background: #fdf0f0; } .errors { color: #a11; } section { margin: 1.5rem 0; }
.figures td { width: auto; }
"""
SCRIPT = """
const boxes = [...document.querySelectorAll('nav input[type=checkbox]')];
const find = document.querySelector('#find');
function apply() {
  const wanted = boxes.filter(b => b.checked).map(b => b.value);
  const words = find.value.toLowerCase();
  let shown = 0;
  for (const section of document.querySelectorAll('section')) {
    let any = false;
    for (const row of section.querySelectorAll('.row')) {
      const kinds = row.dataset.kinds.split(' ');
      row.hidden = wanted.length > 0 && !wanted.some(k => kinds.includes(k));
      any = any || !row.hidden;
    }
    section.hidden = !(any || wanted.length === 0) || (words && !section.textContent.toLowerCase().includes(words));
    shown += !section.hidden;
  }
  document.querySelector('#shown').textContent = shown + ' documents';
}
boxes.forEach(b => b.addEventListener('change', apply));
find.addEventListener('input', apply);
apply();
"""


def write_report(
    path: Path, comparisons: Iterable[Comparison], figures: Mapping[str, Mapping[str, float]]
) -> None:
    """Write the page; documents without any event are left out."""
    shown = [c for c in comparisons if c.rows]
    boxes = "".join(f'<label><input type="checkbox" value="{k}"> {k}</label>' for k in KINDS)
    parts = [
        "<!doctype html><html lang='en'><meta charset='utf-8'><title>Evaluation</title>",
        f"<style>{STYLE}</style><h1>Evaluation</h1>",
        figure_table(figures),
        f"<nav>Only events with: {boxes} <input id='find' placeholder='words'> <span id='shown'></span><br>",
        "<mark class='right'>right</mark> <mark class='missed'>missed</mark> ",
        "<mark class='spurious'>spurious</mark></nav>",
        *(document_section(c) for c in shown),
        f"<script>{SCRIPT}</script></html>",
    ]
    path.write_text("\n".join(parts), encoding="utf-8")


def figure_table(figures: Mapping[str, Mapping[str, float]]) -> str:
    """The pinned figures, one row a source."""
    keys = list(dict.fromkeys(k for row in figures.values() for k in row))
    head = "<tr><th></th>" + "".join(f"<th>{escape(k)}</th>" for k in keys) + "</tr>"
    rows = (
        f"<tr><th>{escape(name)}</th>"
        + "".join(f"<td>{row[k]:.3f}</td>" if k in row else "<td></td>" for k in keys)
        + "</tr>"
        for name, row in figures.items()
    )
    return f"<table class='figures'>{head}{''.join(rows)}</table>"


def document_section(comparison: Comparison) -> str:
    """One document: its text with the triggers marked, then its events."""
    rows = "".join(event_row(r) for r in comparison.rows)
    head = f"{escape(comparison.document)} <small>{escape(comparison.published or 'no date')}</small>"
    return f"<section><h2>{head}</h2><div class='text'>{marked_text(comparison)}</div>{rows}</section>"


def marked_text(comparison: Comparison) -> str:
    """The text as HTML; of marks that overlap, the first is kept."""
    parts, at = [], 0
    for start, end, label in comparison.marks:
        if start < at:
            continue
        parts.append(escape(comparison.text[at:start]))
        parts.append(f"<mark class='{label}'>{escape(comparison.text[start:end])}</mark>")
        at = end
    parts.append(escape(comparison.text[at:]))
    return "".join(parts)


def event_row(row: Row) -> str:
    """A gold event and its prediction as a table of fields."""
    kinds = " ".join(sorted({e.kind for e in row.errors}))
    gold, predicted = row.gold or {}, row.predicted or {}
    lines = ["<tr><th></th><th>gold</th><th>predicted</th></tr>"]
    for name in FIELDS:
        left, right = cell(gold.get(name)), cell(predicted.get(name))
        differs = (
            " class='differs'" if gold and predicted and left != right and gold.get(name) is not None else ""
        )
        lines.append(f"<tr{differs}><th>{name}</th><td>{left}</td><td>{right}</td></tr>")
    errors = "; ".join(escape(f"{e.kind}: {e.detail}") for e in row.errors)
    note = f"<div class='errors'>{errors}</div>" if errors else ""
    return f"<div class='row' data-kinds='{kinds}'><table>{''.join(lines)}</table>{note}</div>"


def cell(value: Any) -> str:
    """A field's value as HTML."""
    if value is None:
        return ""
    return escape("; ".join(str(v) for v in value) if isinstance(value, list) else str(value))
