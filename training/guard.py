"""Keeps texts that must not be trained on out of the training data: the shipped texts and the development sets."""

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from training.text import grams, words

RUN = 8
"""So many words in a row are no accident."""

FORMULAS: tuple[str, ...] = (
    "the central committee of the workers' party of korea",
    "chủ tịch hội đồng bộ trưởng liên xô",
    "the government of the democratic people's republic of korea",
    "chính phủ cộng hòa dân chủ nhân dân triều tiên",
    "của nước cộng hòa dân chủ nhân dân triều tiên",
    "của cộng hòa dân chủ nhân dân triều tiên",
)
"""Names of states and offices: shared by all texts of the genre, nobody's sentence. A run is a formula if it lies
wholly inside one of these."""

NEAR_RUN = 3
NEAR_SHARE = 0.5
"""Two sentences are near-duplicates where they share this part of the runs of NEAR_RUN words of the shorter one."""
SHORT = 5
"""Of sentences with fewer words only equal pairs count: "Dear Comrade Premier," opens many letters."""


def formula_runs() -> set[tuple[str, ...]]:
    """The runs of RUN words that are common property."""
    return {gram for formula in FORMULAS for gram in grams(words(formula), RUN)}


def shipped_runs(corpus: Path) -> dict[str, set[tuple[str, ...]]]:
    """The runs of the shipped texts by language ('vi', 'en'), formulas left out. Raises where a text is missing."""
    manifest = json.loads((corpus / "manifest.json").read_text(encoding="utf-8"))
    runs: dict[str, set[tuple[str, ...]]] = {"vi": set(), "en": set()}
    for document in manifest["documents"]:
        text = (corpus / document["file"]).read_text(encoding="utf-8")
        runs[document["language"]] |= grams(words(text), RUN)
    common = formula_runs()
    if not runs["vi"] or not runs["en"]:
        raise ValueError(f"{corpus}: no text of one of the languages")
    return {language: found - common for language, found in runs.items()}


def runs_of_lines(lines: Iterable[str]) -> set[tuple[str, ...]]:
    """The runs of RUN words of a development set's side, each line for itself."""
    return {gram for line in lines for gram in grams(words(line), RUN)}


def shared_run(text: str, runs: set[tuple[str, ...]]) -> str | None:
    """A run of the text that is among `runs`, as words, or None."""
    found = grams(words(text), RUN) & runs
    return " ".join(min(found)) if found else None


class NearDuplicates:
    """Finds the sentence of a small set that a sentence nearly repeats."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self._tokens = [words(sentence) for sentence in sentences]
        self._holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._whole = {tuple(tokens) for tokens in self._tokens}
        for index, tokens in enumerate(self._tokens):
            for gram in grams(tokens, NEAR_RUN):
                self._holders[gram].append(index)

    def equal(self, sentence: str) -> bool:
        """Whether the set holds the sentence, letter case and punctuation apart."""
        return tuple(words(sentence)) in self._whole

    def find(self, sentence: str) -> str | None:
        """The words of the sentence that is nearly repeated, or None. Sentences under SHORT words are never near."""
        tokens = words(sentence)
        if len(tokens) < SHORT:
            return None
        own = grams(tokens, NEAR_RUN)
        shared: dict[int, int] = defaultdict(int)
        for gram in own:
            for index in self._holders.get(gram, ()):
                shared[index] += 1
        for index, count in shared.items():
            other = self._tokens[index]
            shorter = min(len(own), len(set(grams(other, NEAR_RUN))))
            if len(other) >= SHORT and count / shorter >= NEAR_SHARE:
                return " ".join(other)
        return None
