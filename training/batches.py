"""The token files in memory (of the GPU where there is one), and batches of similar length drawn from them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy
import torch
from torch import Tensor

from training.directions import DIRECTIONS
from training.vocabulary import END, PAD, Vocabulary

LONGEST = 240
"""Pieces of a side at most; a sampled cut that is longer is replaced by the best cut, a longer best cut is left out."""


@dataclass(frozen=True)
class Batch:
    """Padded rows. `source` holds language piece, text, end; `given` what the decoder reads, `wanted` what it says."""

    source: Tensor
    given: Tensor
    wanted: Tensor


class TokenFiles:
    """The cuts of every pair: `ids` of all sides and variants in a row, and where each begins and how long it is."""

    def __init__(self, folder: Path, device: torch.device) -> None:
        self.variants: int = json.loads((folder / "encode.json").read_text())["variants"]
        self.examples = numpy.load(folder / "examples.npy")
        ids, starts, lengths, total = [], [], [], 0
        for side in ("vi", "en"):
            for variant in range(self.variants):
                ids.append(numpy.load(folder / f"{side}.{variant}.ids.npy"))
                offsets = numpy.load(folder / f"{side}.{variant}.offsets.npy")
                starts.append(offsets[:-1] + total)
                lengths.append(numpy.diff(offsets))
                total += int(offsets[-1])
        shape = (2, self.variants, -1)
        self.starts = numpy.stack(starts).reshape(shape)
        self.lengths = numpy.stack(lengths).reshape(shape)
        self.ids = torch.from_numpy(numpy.concatenate(ids).astype(numpy.int32)).to(device)


def copies(weights: numpy.ndarray, chance: numpy.random.Generator) -> numpy.ndarray:
    """How often each example comes in an epoch: the whole part of its weight surely, the rest by chance."""
    whole = numpy.floor(weights)
    return (whole + (chance.random(len(weights)) < weights - whole)).astype(numpy.int64)


class Batches:
    """Draws epochs of batches. The same seed and epoch number give the same batches."""

    def __init__(self, files: TokenFiles, vocabulary: Vocabulary, budget: int, seed: int) -> None:
        self.files = files
        self.languages = (vocabulary.to_vietnamese, vocabulary.to_english)
        self.synthetic = vocabulary.synthetic
        self.budget = budget
        self.seed = seed

    def epoch(self, number: int, last: bool, best_share: float = 0.25, only: str | None = None) -> Iterator[Batch]:
        """The batches of an epoch in random order. `last` takes the weights of the last part of training;
        `best_share` of the sides come in their best cut, as the program will cut them; `only` names one direction."""
        chance = numpy.random.default_rng((self.seed, number, int(last)))
        examples = self.files.examples
        weights = examples["last" if last else "weight"].astype(numpy.float64)
        if only:
            weights[examples["to_english"] != DIRECTIONS[only]] = 0
        drawn = numpy.repeat(numpy.arange(len(examples)), copies(weights, chance))
        pairs = examples["pair"][drawn]
        to_english = examples["to_english"][drawn].astype(numpy.int64)
        source_side, target_side = 1 - to_english, to_english
        source = self._variant(source_side, pairs, chance, best_share)
        target = self._variant(target_side, pairs, chance, best_share)
        source_length = self.files.lengths[source_side, source, pairs]
        target_length = self.files.lengths[target_side, target, pairs]
        fits = (source_length <= LONGEST) & (target_length <= LONGEST) & (source_length > 0) & (target_length > 0)
        # By the longer side in bands, within a band by the shorter, with noise so that neighbours change.
        band = (numpy.maximum(source_length, target_length) + 2 * chance.random(len(pairs))) // 6
        order = numpy.lexsort((target_length - source_length + 2 * chance.random(len(pairs)), band))
        order = order[fits[order]]
        groups = self._groups(numpy.maximum(source_length, target_length)[order] + 3)
        for start, end in chance.permutation(groups):
            rows = order[start:end]
            tagged = examples["tagged"][drawn[rows]]
            yield self._batch(
                self.files.starts[source_side[rows], source[rows], pairs[rows]],
                source_length[rows],
                self.files.starts[target_side[rows], target[rows], pairs[rows]],
                target_length[rows],
                to_english[rows],
                tagged,
            )

    def _variant(
        self, side: numpy.ndarray, pairs: numpy.ndarray, chance: numpy.random.Generator, best_share: float
    ) -> numpy.ndarray:
        if self.files.variants == 1:
            return numpy.zeros(len(pairs), dtype=numpy.int64)
        variant = chance.integers(1, self.files.variants, len(pairs))
        variant[chance.random(len(pairs)) < best_share] = 0
        variant[self.files.lengths[side, variant, pairs] > LONGEST] = 0
        return variant

    def _groups(self, sizes: numpy.ndarray) -> list[tuple[int, int]]:
        """Cuts sorted rows into batches of at most `budget` pieces on either side, padding counted."""
        groups, start, widest = [], 0, 0
        for index, size in enumerate(sizes.tolist()):
            widest = max(widest, size)
            if index > start and (index + 1 - start) * widest > self.budget:
                groups.append((start, index))
                start, widest = index, size
        return [*groups, (start, len(sizes))]

    def _batch(
        self,
        source_start: numpy.ndarray,
        source_length: numpy.ndarray,
        target_start: numpy.ndarray,
        target_length: numpy.ndarray,
        to_english: numpy.ndarray,
        tagged: numpy.ndarray,
    ) -> Batch:
        device = self.files.ids.device
        language = torch.tensor(self.languages, device=device)[torch.from_numpy(to_english).to(device)]
        source = self._rows(source_start, source_length, 1)
        if tagged.any():
            # Untagged rows of such a batch stay as they are: the tag stands before the text, in its own column.
            marks = torch.from_numpy(tagged).to(device)
            source = torch.where(marks[:, None], torch.nn.functional.pad(source, (1, 0), value=self.synthetic),
                                 torch.nn.functional.pad(source, (0, 1), value=PAD))
        source = torch.cat([language[:, None], source], dim=1)
        wanted = self._rows(target_start, target_length, 1)
        begin = torch.full_like(wanted[:, :1], PAD)
        given = torch.cat([begin, wanted[:, :-1]], dim=1)
        given = torch.where(given == END, PAD, given)
        return Batch(source, given, wanted)

    def _rows(self, start: numpy.ndarray, length: numpy.ndarray, ends: int) -> Tensor:
        """Rows of pieces, each closed by END, padded to a multiple of eight."""
        device = self.files.ids.device
        width = -(-(int(length.max()) + ends) // 8) * 8
        starts = torch.from_numpy(start).to(device)[:, None]
        lengths = torch.from_numpy(length).to(device)[:, None]
        column = torch.arange(width, device=device)[None, :]
        inside = column < lengths
        cells = self.files.ids[torch.where(inside, starts + column, 0)].long()
        cells = torch.where(inside, cells, PAD)
        return torch.where(column == lengths, END, cells)
