"""The development sets and their scores, as sacrebleu computes them."""

from dataclasses import dataclass
from pathlib import Path

from sacrebleu.metrics import BLEU, CHRF

from training import dev_set


@dataclass(frozen=True)
class DevSet:
    """Sentences of both languages, line by line."""

    name: str
    vi: list[str]
    en: list[str]

    def sides(self, to_english: bool) -> tuple[list[str], list[str]]:
        """Sources and references of a direction."""
        return (self.vi, self.en) if to_english else (self.en, self.vi)

    def part(self, most: int | None) -> "DevSet":
        """The same set or, for trials, `most` lines spread over it."""
        step = 1 if most is None else max(1, len(self.vi) // most)
        return DevSet(self.name, self.vi[::step], self.en[::step])


@dataclass(frozen=True)
class Score:
    chrf: float
    bleu: float

    def __str__(self) -> str:
        return f"{self.chrf:.1f} / {self.bleu:.1f}"


def score(said: list[str], references: list[str]) -> Score:
    """chrF (chrF2) and BLEU (13a) of a corpus."""
    return Score(
        CHRF().corpus_score(said, [references]).score, BLEU().corpus_score(said, [references]).score
    )


def dev_sets(flores: Path | None) -> list[DevSet]:
    """dev-genre, and flores-dev where its path (without .vi and .en) is given."""
    pairs = dev_set.read()
    sets = [DevSet("dev-genre", [pair.vi for pair in pairs], [pair.en for pair in pairs])]
    if flores:
        vi, en = (
            flores.with_name(f"{flores.name}.{language}").read_text(encoding="utf-8").splitlines()
            for language in ("vi", "en")
        )
        sets.append(DevSet("flores-dev", vi, en))
    return sets
