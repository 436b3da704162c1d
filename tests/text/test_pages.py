"""Small pages in Markdown and HTML: what is read, as which block, and what is skipped."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from extractor.text import SourceText, read, sentences
from extractor_schema import Article, ContentType


class Case(NamedTuple):
    """A page, the blocks that are read ("kind: words" a line) and the slices that are skipped ("reason: slice")."""

    id: str
    source: str
    reads: str
    skips: str = ""
    content_type: ContentType | None = None


MARKDOWN = [
    Case(
        "links are read without brackets and addresses",
        "[Norland](https://a.example/strike-attack) and [Sudland](https://b.example/x) have been hit by airstrikes.",
        "body: Norland and Sudland have been hit by airstrikes.",
    ),
    Case(
        "bold inside a sentence",
        "The army **struck** the town of Vik.",
        "body: The army struck the town of Vik.",
    ),
    Case(
        "emphasis of several kinds",
        "The **envoy** of *Norland* said ***no*** to _talks_ in __Oslo__ on [Monday](https://x.example/).",
        "body: The envoy of Norland said no to talks in Oslo on Monday.",
    ),
    Case(
        "headings are blocks of their own",
        "# Envoys meet in Oslo\n\n## Second round\n\nEnvoys met in Oslo.",
        "headline: Envoys meet in Oslo\nheading: Second round\nbody: Envoys met in Oslo.",
    ),
    Case(
        "underlined headings",
        "Envoys meet in Oslo\n===\n\nEnvoys met in [Oslo](https://x.example/).",
        "headline: Envoys meet in Oslo\nbody: Envoys met in Oslo.",
    ),
    Case(
        "a heading right above its text is not glued to it",
        "## What we know\nThe army struck Vik.\n## What comes\nTalks follow.",
        "heading: What we know\nbody: The army struck Vik.\nheading: What comes\nbody: Talks follow.",
    ),
    Case(
        "images are not read",
        "![Jets attack a village](https://x.example/strike.jpg)\n\nThe **army** left the valley.",
        "body: The army left the valley.",
    ),
    Case(
        "quotations",
        "The **minister** spoke.\n\n> We will not attack.\n> We will wait.",
        "body: The minister spoke.\nquote: We will not attack.\nquote: We will wait.",
    ),
    Case(
        "list items are blocks",
        "The **points**:\n\n- Norland withdraws.\n- Sudland pays.\n",
        "body: The points:\nbody: Norland withdraws.\nbody: Sudland pays.",
    ),
    Case(
        "a year at the beginning is no list number",
        "The **war** ended.\n\n2019. That was the year of the first talks.",
        "body: The war ended.\nbody: 2019. That was the year of the first talks.",
    ),
    Case(
        "indented text is prose",
        "1. **Norland** met the rebels.\n\n    In the capital, leaders were nervous.\n\n        They met again.",
        "body: Norland met the rebels.\nbody: In the capital, leaders were nervous.\nbody: They met again.",
    ),
    Case(
        "entities and escapes",
        "Norland &amp; Sudland *met* on 5\\* June&nbsp;2025.",
        "body: Norland & Sudland met on 5* June 2025.",
        content_type="text/markdown",
    ),
    Case(
        "raw tags are not words",
        'The **army** <span class="attack">left</span> the<br>valley on Monday.',
        "body: The army left the valley on Monday.",
        content_type="text/markdown",
    ),
    Case(
        "an address in angle brackets is not read",
        "Read **this** at <https://x.example/attack-on-vik> now.",
        "body: Read this at  now.",
    ),
    Case(
        "link definitions are not read",
        'The [minister][1] met **rebels**.\n\n[1]: https://x.example/attack "Attack on Vik"',
        "body: The minister met rebels.",
    ),
    Case(
        "share lines, adverts and reply forms are skipped",
        "The **army** left.\n\nShare this article:\n\nAdvertisement\n\nTalks follow.\n\nLeave a Reply",
        "body: The army left.\nbody: Talks follow.",
        "boilerplate: Share this article:\n\nAdvertisement\nboilerplate: Leave a Reply",
    ),
    Case(
        "related teasers are skipped until text follows",
        "The **army** left the valley.\n\nRelated articles\n\n[Army shells town](https://x.example/1)\n\n"
        "[Ministers meet](https://x.example/2)\n\nThe talks in the capital will go on next week, officials said.",
        "body: The army left the valley.\nbody: The talks in the capital will go on next week, officials said.",
        "boilerplate: Related articles\n\n[Army shells town](https://x.example/1)\n\n[Ministers meet",
    ),
    Case(
        "a passage in another language",
        "The **army** of the north left the valley on Monday.\n\n"
        "Der Minister sagte am Montag, dass die Truppen nicht weiter nach Norden gehen werden.\n\n"
        "The talks will go on in the capital of the north.",
        "body: The army of the north left the valley on Monday.\n"
        "body: The talks will go on in the capital of the north.",
        "language de: Der Minister sagte am Montag, dass die Truppen nicht weiter nach Norden gehen werden.",
    ),
    Case(
        "an unclosed mark stays a character",
        "The army *left the **valley** on Monday.",
        "body: The army *left the valley on Monday.",
    ),
    Case(
        "bold headings without a full stop",
        "**A new offer**\n\nThe minister made an offer to the rebels.\n\n**What the rebels say**\n\nThey said no to it.",
        "headline: A new offer\nbody: The minister made an offer to the rebels.\n"
        "heading: What the rebels say\nbody: They said no to it.",
    ),
    Case(
        "lines that are paragraphs stay apart",
        "The **army** left the valley on Monday and the rebels took it without a fight, officials of the north said.\n"
        "Talks follow in the capital.",
        "body: The army left the valley on Monday and the rebels took it without a fight, officials of the north said.\n"
        "body: Talks follow in the capital.",
    ),
    Case(
        "a sentence that a blank line breaks is one",
        "The **army** of the north left the valley\n\nand the rebels took it.",
        "body: The army of the north left the valley and the rebels took it.",
    ),
    Case(
        "tables are read cell by cell",
        "| Town | What happened |\n|---|---|\n| Vik | Jets **struck** the port. |\n",
        "heading: Town\nheading: What happened\nheading: Vik\nbody: Jets struck the port.",
    ),
    Case(
        "comments after their count",
        "The **army** of the north left the valley on Monday, and the ministers of both sides met in the capital on the "
        "day after to talk about what comes next for the towns along the border that have been shelled for many weeks "
        "by the guns of the south, officials of both sides said on the day.\n\n2 comments\n\nI do not think so.",
        "body: The army of the north left the valley on Monday, and the ministers of both sides met in the capital on "
        "the day after to talk about what comes next for the towns along the border that have been shelled for many "
        "weeks by the guns of the south, officials of both sides said on the day.\ncomment: I do not think so.",
        "boilerplate: 2 comments",
    ),
]

_ARTICLE = (
    "<p>Envoys of Norland met envoys of Sudland in Oslo on Monday, the ministry of the north said.</p>"
    "<p>The talks were the first since the war began in March, and both sides said they would meet again.</p>"
)
_READ = (
    "body: Envoys of Norland met envoys of Sudland in Oslo on Monday, the ministry of the north said.\n"
    "body: The talks were the first since the war began in March, and both sides said they would meet again."
)


def _page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


HTML = [
    Case("paragraphs", _page(f"<article>{_ARTICLE}</article>"), _READ),
    Case("a fragment without a body", _ARTICLE, _READ),
    Case(
        "headline and heading",
        _page(f"<article><h1>Envoys meet</h1><h2>First talks</h2>{_ARTICLE}</article>"),
        f"headline: Envoys meet\nheading: First talks\n{_READ}",
    ),
    Case(
        "navigation and footer are skipped",
        _page(
            f"<nav><a href='/'>Home page</a></nav><main>{_ARTICLE}</main><footer>About the Ledger</footer>"
        ),
        _READ,
        "boilerplate: Home page\nboilerplate: About the Ledger",
    ),
    Case(
        "scripts, styles and attributes are not read",
        _page(
            f"<script>var x = 'attack <p>jets struck</p>';</script><style>p {{}}</style>"
            f"<article data-x='strike > attack'>{_ARTICLE}</article>"
        ),
        _READ,
    ),
    Case(
        "comments in the source are not read",
        _page(f"<article><!-- <p>Jets struck.</p> -->{_ARTICLE}</article>"),
        _READ,
    ),
    Case(
        "entities",
        _page(
            f"<article>{_ARTICLE}<p>Norland &amp; Sudland&rsquo;s envoys &#8220;met&#x201d; in&nbsp;Oslo again.</p></article>"
        ),
        f"{_READ}\nbody: Norland & Sudland’s envoys “met” in Oslo again.",
    ),
    Case(
        "soft hyphens and zero-width characters",
        _page(
            f"<article>{_ARTICLE}<p>The minis&shy;ter and the am\u200bbassador met in the capital again.</p></article>"
        ),
        f"{_READ}\nbody: The minister and the ambassador met in the capital again.",
    ),
    Case(
        "links and inline marks",
        _page(
            f"<article>{_ARTICLE}<p><a href='/strike'>Jets</a> <b>struck</b> the <i>port</i> of Vik on Sunday.</p></article>"
        ),
        f"{_READ}\nbody: Jets struck the port of Vik on Sunday.",
    ),
    Case(
        "line breaks",
        _page(
            f"<article>{_ARTICLE}<p>The envoys flew home<br/>on Tuesday.<br><br>Nobody was hurt in the raid.</p></article>"
        ),
        f"{_READ}\nbody: The envoys flew home on Tuesday.\nbody: Nobody was hurt in the raid.",
    ),
    Case(
        "white space and line breaks of the source",
        _page(
            f"<article>{_ARTICLE}<p>\n   The envoys\n   flew home\n\n  on Tuesday with\ttheir aides.\n</p></article>"
        ),
        f"{_READ}\nbody: The envoys flew home on Tuesday with their aides.",
    ),
    Case(
        "captions",
        _page(
            f"<article><figure><img alt='attack' src='a.jpg'><figcaption>The envoys in Oslo</figcaption></figure>"
            f"{_ARTICLE}</article>"
        ),
        f"caption: The envoys in Oslo\n{_READ}",
    ),
    Case(
        "quotations",
        _page(
            f"<article>{_ARTICLE}<blockquote><p>We will not attack the port of Vik.</p></blockquote>{_ARTICLE}</article>"
        ),
        f"{_READ}\nquote: We will not attack the port of Vik.\n{_READ}",
    ),
    Case(
        "related articles in an aside are skipped",
        _page(
            f"<article>{_ARTICLE}<aside><h3>Related</h3><a href='/2'>Army shells the town of Vik</a></aside></article>"
        ),
        _READ,
        "boilerplate: Related</h3><a href='/2'>Army shells the town of Vik",
    ),
    Case(
        "cookie notices are skipped",
        _page(
            f"<div class='cookie'>We use cookies to improve your experience.</div><article>{_ARTICLE}</article>"
        ),
        _READ,
        "boilerplate: We use cookies to improve your experience.",
    ),
    Case(
        "share lines within the article are skipped",
        _page(f"<article>{_ARTICLE}<p>Share this article:</p></article>"),
        _READ,
        "boilerplate: Share this article:",
    ),
    Case(
        "readers' comments",
        _page(
            f"<article>{_ARTICLE}</article><section id='comments' class='comments'>"
            "<p>I think that the talks were a waste of time for all of us here.</p></section>"
        ),
        f"{_READ}\ncomment: I think that the talks were a waste of time for all of us here.",
    ),
    Case(
        "hidden text is not read",
        _page(
            f"<article>{_ARTICLE}<p style='display: none'>Jets struck the port of Vik.</p>"
            "<p hidden>Jets struck Vik.</p></article>"
        ),
        _READ,
    ),
    Case(
        "a byline and a publication line",
        _page(f"<article><h1>Envoys meet</h1><p>By Jane Roe</p><p>12 August 2025</p>{_ARTICLE}</article>"),
        f"headline: Envoys meet\ndateline: By Jane Roe\ndateline: 12 August 2025\n{_READ}",
    ),
    Case(
        "a passage in another language",
        _page(
            f"<article>{_ARTICLE}<p>Il ministro ha detto che le truppe non andranno più a nord del fiume.</p></article>"
        ),
        _READ,
        "language it: Il ministro ha detto che le truppe non andranno più a nord del fiume.",
    ),
    Case(
        "tags that are never closed",
        f"<html><body><article><div><p>{_ARTICLE}<p>The envoys flew home on Tuesday with their aides.",
        f"{_READ}\nbody: The envoys flew home on Tuesday with their aides.",
    ),
    Case(
        "a stray quote in a tag and a lone less-than sign",
        _page(
            f"<article>{_ARTICLE}<p>The toll was < 5 and the price > 6, the officials of the north said.</p></article>"
        ),
        f"{_READ}\nbody: The toll was < 5 and the price > 6, the officials of the north said.",
    ),
    Case(
        "lists",
        _page(
            f"<article>{_ARTICLE}<ul><li>Norland withdraws from Vik.</li><li>Sudland pays for the port.</li></ul></article>"
        ),
        f"{_READ}\nbody: Norland withdraws from Vik.\nbody: Sudland pays for the port.",
    ),
    Case(
        "capital tags and attributes without quotes",
        _page(
            f"<ARTICLE>{_ARTICLE}<P CLASS=x>The envoys flew <A HREF=/home>home</A> on Tuesday with their aides.</P></ARTICLE>"
        ),
        f"{_READ}\nbody: The envoys flew home on Tuesday with their aides.",
    ),
]

WHOLE = Case(
    "a whole page of a weblog",
    """<html><head><title>Rebels take port | Daily Post</title><meta name="description" content="x">
<body class="single"><div id="header"><a href="/">Daily Post</a> <ul class="menu"><li><a href="/a">World</a></li></ul></div>
<div id="content"><h1 class="entry-title">Rebels take port of Vik</h1>
<div class="meta">Posted on <span>March 3, 2024</span> by <a href="/x">admin</a> | 4 Comments</div>
<div class="entry-content">
VIK, Norland (AP) &mdash; Rebels took the port of Vik on Sunday after a week of fighting, the army said.<br><br>
The army withdrew to the hills in the north, where it shelled two villages, residents told the agency.<br /><br />
<strong>What comes next</strong><br><br>
Ministers will meet in the capital on Tuesday to talk about a ceasefire that was proposed by the union.
<div class="share"><h3>Share this:</h3><ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div>
</div>
<div id="comments"><h3>4 thoughts on &ldquo;Rebels take port of Vik&rdquo;</h3><ol class="commentlist"><li class="comment">
<p>Bob says: this is terrible news for everybody in the country.</p></li></ol>
<h3>Leave a Reply</h3><p>Your email address will not be published.</p></div>
<div id="sidebar"><h2>Recent Posts</h2><ul><li><a href="/1">Jets strike capital</a></li></ul></div></div>
<div id="footer">Copyright 2024 Daily Post</div></body></html>""",
    "headline: Rebels take port of Vik\n"
    "dateline: Posted on March 3, 2024 by admin | 4 Comments\n"
    "dateline: VIK, Norland (AP) —\n"
    "body: Rebels took the port of Vik on Sunday after a week of fighting, the army said.\n"
    "body: The army withdrew to the hills in the north, where it shelled two villages, residents told the agency.\n"
    "heading: What comes next\n"
    "body: Ministers will meet in the capital on Tuesday to talk about a ceasefire that was proposed by the union.\n"
    "comment: Bob says: this is terrible news for everybody in the country.",
)


def _blocks(source: SourceText) -> str:
    read_ = (block for block in source.blocks if block.read)
    return "\n".join(f"{block.kind}: {source.plain[block.start : block.end]}" for block in read_)


def _skips(source: SourceText) -> str:
    return "\n".join(
        f"{skip.reason}{' ' + skip.detail if skip.detail else ''}: {source.sent[skip.start : skip.end]}"
        for skip in source.skipped
    )


@pytest.mark.parametrize("case", [*MARKDOWN, *HTML], ids=lambda case: case.id)
def test_page(case: Case) -> None:
    source = read(Article(text=case.source, content_type=case.content_type))
    assert _blocks(source) == case.reads
    assert _skips(source) == case.skips


@pytest.mark.parametrize("case", [*MARKDOWN, *HTML], ids=lambda case: case.id)
def test_offsets(case: Case) -> None:
    """Every word of every block stands in the source where its span says, unless it was an entity or an escape."""
    source = read(Article(text=case.source, content_type=case.content_type))
    for block in source.blocks:
        for start, end in sentences(source.plain, block.start, block.end):
            span = source.span(start, end)
            assert case.source[span.start : span.end] == span.text
            assert (span.plain or span.text) == source.plain[start:end]
        at = block.start
        for word in source.plain[block.start : block.end].split():
            at = source.plain.index(word, at)
            span = source.span(at, at + len(word))
            assert span.text == word or any(mark in span.text for mark in "&<\\*[]\xad\u200b"), word
            at += len(word)


def test_a_whole_page() -> None:
    source = read(Article(text=WHOLE.source))
    assert _blocks(source) == WHOLE.reads
    assert (source.dateline, str(source.published), source.basis) == ("VIK, Norland", "2024-03-03", "text")
    skipped = "\n".join(WHOLE.source[skip.start : skip.end] for skip in source.skipped)
    for words in (
        "Daily Post",
        "Share this:",
        "Facebook",
        "Leave a Reply",
        "Jets strike capital",
        "Copyright 2024",
    ):
        assert words in skipped
