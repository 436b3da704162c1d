"""From an article to its words: characters, markup, paragraphs, language, publication day, sentences.

>>> from extractor_schema import Article
>>> source = read(Article(text="Leaders met.\\n\\nThey talked."))
>>> [source.plain[block.start:block.end] for block in source.blocks]
['Leaders met.', 'They talked.']
"""

from __future__ import annotations

from extractor.text.reading import read
from extractor.text.sentences import sentences, short_titles
from extractor.text.source import BlockSpan, SourceText

__all__ = ["BlockSpan", "SourceText", "read", "sentences", "short_titles"]
