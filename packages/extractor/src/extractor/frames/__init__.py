"""The parse as predicates with normalised arguments: the one place that knows dependency labels.

`tree` holds a parsed sentence without anything of spaCy, `reader` makes trees from spaCy docs, `phrases`
cuts noun phrases as arguments, `functions` names what each phrase is to a predicate, `clauses` reads tense,
modality, negation and embedding.
"""
