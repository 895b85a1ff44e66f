"""Chooses dev-genre: 400 authored pairs that no training ever sees, spread over the files, passages kept whole."""

import random
import re
from pathlib import Path

from training.sources import Pair, read_file
from training.text import words

SIZE = 400
SEED = 1948
FILE = Path(__file__).with_name("dev-genre.tsv")
"""The chosen pairs; every later run reads them from here, so that scores stay comparable."""

_UNENDED = re.compile(r"[^.!?:,;\"'”)]$")
_LETTER = re.compile(r"^(.+ )?(LETTER|TELEGRAM|APPEAL|MESSAGE|EMBASSY|ACADEMY|COMMITTEE|SOCIETY)\b")
_DATELINE = re.compile(r"^(?=.{5,60}$)[^.?!]*\b(1[89]|20)\d\d\)?\.$")

PASSAGES: tuple[tuple[str, re.Pattern[str], int], ...] = (
    ("g1-", _UNENDED, 1),
    ("g2-", _UNENDED, 1),
    ("g3-", _DATELINE, 1),
    ("g4-", _UNENDED, 2),
    ("g5-", _LETTER, 3),
    ("g6-", _UNENDED, 2),
    ("g7-", re.compile(r"^Lesson \d+"), 1),
)
"""Files of whole passages: how the English of a first line looks, and how many passages are taken."""

BLOCKS: tuple[tuple[str, int], ...] = (("d6-", 12), ("d2-", 8), ("d3-", 8))
"""Files whose neighbouring lines belong together: so many in a row."""

GENRE = re.compile(r"^(a|d|k|b[1345]-|e[126]-|j[1457]-)")
"""Letters, telegrams, speeches, official news, history: three times as many single lines as from the other files."""


def passages(pairs: list[Pair], first: re.Pattern[str]) -> list[list[int]]:
    """The lines of each passage of a file. A passage has eight lines at least; a shorter one is part of the former."""
    starts = [0]
    for index, pair in enumerate(pairs):
        if first.search(pair.en) and index - starts[-1] >= 8:
            starts.append(index)
    return [list(range(start, end)) for start, end in zip(starts, [*starts[1:], len(pairs)], strict=True)]


def _structured(name: str, pairs: list[Pair], chance: random.Random) -> list[int] | None:
    """The chosen lines of a file of passages or blocks, None for other files."""
    for prefix, first, count in PASSAGES:
        if name.startswith(prefix):
            whole = [passage for passage in passages(pairs, first) if len(passage) <= 22]
            return [line for passage in chance.sample(whole, count) for line in passage]
    for prefix, length in BLOCKS:
        if name.startswith(prefix):
            start = chance.randrange(len(pairs) - length)
            return list(range(start, start + length))
    return None


def choose(authored: list[Path], seed: int = SEED, size: int = SIZE) -> list[Pair]:
    """The development set, in the order of the files. The same files and seed give the same set."""
    chance = random.Random(seed)
    chosen: dict[str, list[int]] = {}
    pairs_of = {path.stem: list(read_file(path)) for path in authored}
    single = []
    for name, pairs in pairs_of.items():
        lines = _structured(name, pairs, chance)
        if lines is None:
            single.append(name)
            chosen[name] = []
        else:
            chosen[name] = lines
    shares = [name for name in single for _ in range(3 if GENRE.match(name) else 1)]
    left = size - sum(map(len, chosen.values()))
    if left < 0:
        raise ValueError("the passages alone are more than the development set")
    pools = {name: _order(pairs_of[name], chance) for name in single}
    for turn in range(left):
        # Evenly over the shares; the remainder goes to the first of a shuffled round.
        if turn % len(shares) == 0:
            chance.shuffle(shares)
        name = shares[turn % len(shares)]
        chosen[name].append(pools[name].pop())
    return [pairs_of[name][line] for name in pairs_of for line in sorted(chosen[name])]


def _order(pairs: list[Pair], chance: random.Random) -> list[int]:
    """The lines of a file in random order, those of a word or two first, so that they are taken last."""
    lines = list(range(len(pairs)))
    chance.shuffle(lines)
    return sorted(lines, key=lambda line: len(words(pairs[line].en)) >= 3)


def write(pairs: list[Pair], path: Path = FILE) -> None:
    """Writes `vi<TAB>en<TAB>source` lines."""
    path.write_text("".join(f"{pair.vi}\t{pair.en}\t{pair.source}\n" for pair in pairs), encoding="utf-8")


def read(path: Path = FILE) -> list[Pair]:
    """The development set as it was written."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Pair(*line.split("\t")) for line in lines]
