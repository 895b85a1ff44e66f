"""Turns the data folder into a work folder: clean pairs with weights, the vocabulary, what was dropped and why.

    python -m training.prepare DATA WORK --corpus resources/corpus --flores FLORES/flores-dev

WORK gets pairs.tsv (vi, en, source, weight, last weight), sentencepiece.model, dropped.tsv and prepare.json. The
development set training/dev-genre.tsv is chosen if it is not there (or with --new-dev) and never touched otherwise.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from training import dev_set, vocabulary
from training.guard import NearDuplicates, runs_of_lines, shared_run, shipped_runs
from training.sources import Pair, files_of, read_file, source_of
from training.text import normalise, words

LONGEST_WORDS = 160
"""Longer sides are left out: the model's positions end at 256 pieces."""


class Dropped(NamedTuple):
    """A pair that is not trained on."""

    pair: Pair
    reason: str
    detail: str


class Guards:
    """Everything a training pair is compared with."""

    def __init__(self, corpus: Path, dev: list[Pair], flores: Path | None) -> None:
        self.shipped = shipped_runs(corpus)
        self.dev = {
            "vi": NearDuplicates(pair.vi for pair in dev),
            "en": NearDuplicates(pair.en for pair in dev),
        }
        self.flores_runs: dict[str, set[tuple[str, ...]]] = {"vi": set(), "en": set()}
        self.flores: dict[str, NearDuplicates] = {}
        for language in ("vi", "en") if flores else ():
            lines = flores.with_name(f"{flores.name}.{language}").read_text(encoding="utf-8").splitlines()
            self.flores_runs[language] = runs_of_lines(lines)
            self.flores[language] = NearDuplicates(lines)

    def objection(self, pair: Pair) -> tuple[str, str] | None:
        """Why the pair must not be trained on, and the words that say so; None if it may."""
        sides = (("vi", pair.vi), ("en", pair.en))
        if all(self.dev[language].equal(text) for language, text in sides):
            return "is in dev-genre", pair.en
        for language, text in sides:
            if run := shared_run(text, self.shipped[language]):
                return "shares eight words with a shipped text", run
            if run := shared_run(text, self.flores_runs[language]):
                return "shares eight words with flores-dev", run
            if near := self.dev[language].find(text):
                return "nearly repeats dev-genre", near
            if language in self.flores and (near := self.flores[language].find(text)):
                return "nearly repeats flores-dev", near
        return None


def clean(pairs: list[Pair], guards: Guards) -> tuple[list[Pair], list[Dropped]]:
    """Normalised pairs that may be trained on, each once, and the others."""
    kept: list[Pair] = []
    dropped: list[Dropped] = []
    seen: set[tuple[str, str]] = set()
    for raw in pairs:
        pair = Pair(normalise(raw.vi), normalise(raw.en), raw.source)
        if found := guards.objection(pair):
            dropped.append(Dropped(pair, *found))
        elif not words(pair.vi) or not words(pair.en):
            dropped.append(Dropped(pair, "has no words", ""))
        elif max(len(pair.vi.split()), len(pair.en.split())) > LONGEST_WORDS:
            dropped.append(Dropped(pair, "is too long", ""))
        elif (pair.vi, pair.en) in seen:
            dropped.append(Dropped(pair, "stands there twice", ""))
        else:
            seen.add((pair.vi, pair.en))
            kept.append(pair)
    return kept, dropped


def write_pairs(pairs: list[Pair], path: Path) -> None:
    """Writes the pairs with the weights of their sources."""
    with path.open("w", encoding="utf-8") as file:
        for pair in pairs:
            source = source_of(pair.source)
            file.write(f"{pair.vi}\t{pair.en}\t{pair.source}\t{source.weight}\t{source.last}\n")


def vocabulary_lines(pairs: list[Pair]) -> list[str]:
    """What the vocabulary is made from: both sides, authored pairs twice, large narrow sources in part."""
    lines: list[str] = []
    for index, pair in enumerate(pairs):
        weight = source_of(pair.source).weight
        copies = 2 if weight >= 2 else 1 if weight >= 0.6 or index % 3 == 0 else 0
        lines += [pair.vi, pair.en] * copies
    return lines


def main() -> None:
    """Reads the command line and prepares the work folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with authored/*.tsv and open/*.tsv")
    parser.add_argument("work", type=Path)
    parser.add_argument("--corpus", type=Path, default=Path("resources/corpus"))
    parser.add_argument("--flores", type=Path, help="path of the development set without .vi and .en")
    parser.add_argument("--pieces", type=int, default=12_000, help="size of the vocabulary")
    parser.add_argument("--seed", type=int, default=dev_set.SEED)
    parser.add_argument("--most", type=int, help="so many pairs of each file at most: for trials")
    parser.add_argument("--new-dev", action="store_true", help="choose dev-genre anew: earlier scores become void")
    options = parser.parse_args()

    authored, opened = files_of(options.data)
    if options.new_dev or not dev_set.FILE.exists():
        dev_set.write(dev_set.choose(authored))
    guards = Guards(options.corpus, dev_set.read(), options.flores)
    pairs = [pair for path in authored + opened for pair in list(read_file(path))[: options.most]]
    kept, dropped = clean(pairs, guards)

    options.work.mkdir(parents=True, exist_ok=True)
    write_pairs(kept, options.work / "pairs.tsv")
    with (options.work / "dropped.tsv").open("w", encoding="utf-8") as file:
        for pair, reason, detail in dropped:
            file.write(f"{reason}\t{detail}\t{pair.source}\t{pair.vi}\t{pair.en}\n")
    for pair, reason, detail in dropped:
        if "shipped" in reason:
            print(f"dropped: {reason}: {pair.source}: {detail}")
    reasons = Counter(reason for _, reason, _ in dropped)
    for reason, count in reasons.most_common():
        print(f"dropped {count}: {reason}")

    vocabulary.train(vocabulary_lines(kept), options.pieces, options.work / "sentencepiece", options.seed)
    counts = Counter(pair.source for pair in kept)
    weighted = sum(count * source_of(name).weight for name, count in counts.items())
    summary = {
        "seed": options.seed,
        "pieces": options.pieces,
        "pairs": len(kept),
        "weighted_pairs": round(weighted),
        "dropped": dict(reasons),
        "sources": dict(sorted(counts.items())),
    }
    (options.work / "prepare.json").write_text(json.dumps(summary, indent=1, ensure_ascii=False) + "\n")
    print(f"{len(kept)} pairs, {weighted:.0f} weighted; {options.pieces} pieces; now check with training.check_data")


if __name__ == "__main__":
    main()
