"""What tells the status of a mention, as named features."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from extractor.evidence import Mention, Sentence

__all__ = ["load_cues", "status_features"]


def load_cues() -> dict[str, str]:
    """Class of cue by lemma."""
    found: dict[str, str] = {}
    for line in (files("extractor") / "data" / "lexicon" / "cues.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, lemmas = line.split("\t")
            for lemma in lemmas.split():
                found.setdefault(lemma, name)
    return found


def status_features(sentence: Sentence, mention: Mention, cues: Mapping[str, str]) -> list[str]:
    """Features of tense, modality, negation and embedding; offers and threats are acts of speech and differ."""
    tree, i, kind = sentence.tree, mention.token, mention.type
    clause = sentence.clause_of(i)
    verbal = tree.is_verb(i)
    base = f"{kind}:{'v' if verbal else 'n'}"
    found = [
        f"type={kind}", f"tense={clause.tense}:{clause.relation}", f"tb={base}:{clause.tense}", f"neg={clause.negated}", f"nb={base}:{clause.negated}",
        f"rel={base}:{clause.relation}", f"q={clause.question}", f"tn={clause.tense}:{clause.negated}", f"lem={kind}:{tree.lemmas[i]}", f"form={kind}:{tree.tags[i]}:{clause.tense}",
        f"row={mention.rule}", f"block={sentence.block}",
    ]
    if clause.verb >= 0 and clause.verb != i:
        lemma = tree.lemmas[clause.verb]
        found += [f"gov={kind}:{lemma}:{clause.relation}", f"gl={lemma}", f"gc={cues.get(lemma, '-')}:{clause.relation}", f"gct={cues.get(lemma, '-')}:{clause.tense}"]
    for depth, lemma in enumerate(clause.embedded[:3]):
        cue = cues.get(lemma, "-")
        found += [f"emb={lemma}", f"embc={cue}", f"embt={kind}:{cue}:{clause.tense}"]
        if depth == 0:
            found += [f"emb0={kind}:{lemma}:{clause.tense}", f"embc0={cue}:{clause.tense}"]
    found += [f"mark={mark}" for mark in clause.marks]
    found += [f"mod={kind}:{lemma}" for lemma in clause.modifiers]
    found += [f"modc={cues[lemma]}" for lemma in clause.modifiers if lemma in cues]
    if i > 0:
        found += [f"prev={tree.lower[i - 1]}", f"prevc={cues.get(tree.lemmas[i - 1], '-')}"]
    near = range(max(0, i - 5), min(len(tree), i + 6))
    found += sorted({f"near={cues[tree.lemmas[k]]}" for k in near if tree.lemmas[k] in cues})
    found += sorted({f"any={kind}:{cues[lemma]}" for lemma in tree.lemmas if lemma in cues})
    found += sorted({f"md={kind}:{tree.lemmas[k]}" for k in near if tree.tags[k] == "MD"})
    ancestors = tree.ancestors(i)
    found += [f"anc={cues[tree.lemmas[k]]}" for k in ancestors[:5] if tree.lemmas[k] in cues]
    found.append(f"number={base}:{tree.tags[i] == 'NNS'}:{clause.tense}")
    return found
