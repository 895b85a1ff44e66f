"""Writes the token files of a work folder: every side cut into pieces once the best way and several times at random.

    python -m training.encode WORK --samples 8

WORK/tokens/ gets, for each side and variant, SIDE.N.ids.npy (uint16, all pairs in a row) and SIDE.N.offsets.npy
(int64, one more than pairs), and examples.npy (one row per pair and direction: see Examples). Synthetic pairs of
WORK/synthetic/*.tsv (vi, en, direction, tag: see training.augment) are read with the others.
"""

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

import numpy
import sentencepiece

from training.text import SYNTHETIC, TO_ENGLISH, TO_VIETNAMESE
from training.vocabulary import Vocabulary

EXAMPLE = numpy.dtype(
    [("pair", "i4"), ("to_english", "?"), ("tagged", "?"), ("weight", "f4"), ("last", "f4")]
)
"""An example: a pair in one direction, whether its source is tagged synthetic, and its weights (sources.py)."""

ALPHA = 0.2
"""How near the sampled cuts stay to the best one; 0 would take all ways to cut alike."""
CHUNK = 4_000


class Line(NamedTuple):
    """A pair to encode, with its directions."""

    vi: str
    en: str
    directions: tuple[bool, ...]
    tagged: bool
    weight: float
    last: float


def read_lines(work: Path, synthetic_weight: float, synthetic_last: float) -> list[Line]:
    """The pairs of pairs.tsv, both ways, then the synthetic ones, each in the one direction it is meant for."""
    lines: list[Line] = []
    for text in (work / "pairs.tsv").read_text(encoding="utf-8").splitlines():
        vi, en, _, weight, last = text.split("\t")
        lines.append(Line(vi, en, (True, False), False, float(weight), float(last)))
    for path in sorted((work / "synthetic").glob("*.tsv")):
        for text in path.read_text(encoding="utf-8").splitlines():
            vi, en, direction, tag = text.split("\t")
            if direction not in (TO_ENGLISH, TO_VIETNAMESE) or tag not in ("", SYNTHETIC):
                raise ValueError(f"{path}: direction {direction!r}, tag {tag!r}")
            to_english = direction == TO_ENGLISH
            lines.append(Line(vi, en, (to_english,), tag != "", synthetic_weight, synthetic_last))
    return lines


def _cut(texts: list[str], model: Path, alpha: float, seed: int) -> list[list[int]]:
    """One chunk in a process of its own; alpha 0 gives the best cut."""
    vocabulary = Vocabulary(model)
    if alpha == 0:
        return [vocabulary.encode(text) for text in texts]
    sentencepiece.set_random_generator_seed(seed)
    return [vocabulary.sample(text, alpha) for text in texts]


def write_variant(texts: list[str], model: Path, alpha: float, seed: int, target: Path, workers: int) -> int:
    """Encodes the texts and writes TARGET.ids.npy and TARGET.offsets.npy. Gives the number of pieces."""
    chunks = [texts[start : start + CHUNK] for start in range(0, len(texts), CHUNK)]
    seeds = [seed * 100_003 + index for index in range(len(chunks))]
    with ProcessPoolExecutor(workers) as pool:
        done = pool.map(_cut, chunks, repeat(model), repeat(alpha), seeds)
    rows = [row for chunk in done for row in chunk]
    offsets = numpy.zeros(len(rows) + 1, dtype=numpy.int64)
    numpy.cumsum([len(row) for row in rows], out=offsets[1:])
    ids = numpy.fromiter((one for row in rows for one in row), dtype=numpy.uint16, count=int(offsets[-1]))
    numpy.save(target.with_name(target.name + ".ids.npy"), ids)
    numpy.save(target.with_name(target.name + ".offsets.npy"), offsets)
    return len(ids)


def encode(work: Path, samples: int, alpha: float, seed: int, workers: int, synthetic: tuple[float, float]) -> None:
    """Writes all token files of a work folder: variant 0 is the best cut, the others are sampled."""
    lines = read_lines(work, *synthetic)
    model = work / "sentencepiece.model"
    folder = work / "tokens"
    folder.mkdir(exist_ok=True)
    for side in ("vi", "en"):
        texts = [line.vi if side == "vi" else line.en for line in lines]
        for variant in range(samples + 1):
            strength = 0.0 if variant == 0 else alpha
            count = write_variant(texts, model, strength, seed + variant, folder / f"{side}.{variant}", workers)
            if variant <= 1:
                print(f"{side}, {'best cut' if variant == 0 else 'sampled'}: {count} pieces", flush=True)
    examples = [
        (index, to_english, line.tagged, line.weight, line.last)
        for index, line in enumerate(lines)
        for to_english in line.directions
    ]
    numpy.save(folder / "examples.npy", numpy.array(examples, dtype=EXAMPLE))
    summary = {"variants": samples + 1, "alpha": alpha, "seed": seed, "examples": len(examples)}
    (folder / "encode.json").write_text(json.dumps(summary) + "\n")


def main() -> None:
    """Reads the command line and encodes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("--samples", type=int, default=8)
    parser.add_argument("--alpha", type=float, default=ALPHA)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--synthetic-weight", type=float, default=1.0)
    parser.add_argument("--synthetic-last", type=float, default=0.3, help="weight in the last part of training")
    options = parser.parse_args()
    synthetic = (options.synthetic_weight, options.synthetic_last)
    encode(options.work, options.samples, options.alpha, options.seed, options.workers, synthetic)


if __name__ == "__main__":
    main()
