"""Greedy and sampled translation in batches with a cache, by one model or by several that vote."""

from dataclasses import dataclass

import torch
from torch import Tensor

from training.model import Translator
from training.text import normalise
from training.vocabulary import END, PAD, Vocabulary

GROWTH, SPARE = 2, 16
"""A target has at most GROWTH times the source's pieces and SPARE more, as in the program."""


@dataclass(frozen=True)
class Search:
    """How pieces are chosen: temperature 0 takes the likeliest, above it samples, from the `top` likeliest."""

    temperature: float = 0.0
    top: int = 0
    seed: int = 0


GREEDY = Search()


def source_rows(texts: list[str], to_english: bool, vocabulary: Vocabulary, longest: int) -> list[list[int]]:
    """Language piece, pieces, end. What is longer than the model takes is cut: texts to score are short enough."""
    language = vocabulary.to_english if to_english else vocabulary.to_vietnamese
    return [[language, *vocabulary.encode(normalise(text))[: longest - 2], END] for text in texts]


def _vote(logits: list[Tensor]) -> Tensor:
    """The mean of the models' log-probabilities."""
    return torch.stack([one.float().log_softmax(-1) for one in logits]).mean(0)


def _choose(scores: Tensor, search: Search, chance: torch.Generator) -> Tensor:
    if search.temperature == 0:
        return scores.argmax(-1)
    scores = scores / search.temperature
    if search.top:
        floor = scores.topk(search.top, dim=-1).values[:, -1:]
        scores = scores.masked_fill(scores < floor, float("-inf"))
    return torch.multinomial(scores.softmax(-1), 1, generator=chance)[:, 0]


@torch.inference_mode()
def translate_rows(
    models: list[Translator], rows: list[list[int]], search: Search = GREEDY, amp: bool = False
) -> list[list[int]]:
    """Target pieces of a batch of source rows, without start and end."""
    device = models[0].bias.device
    chance = torch.Generator(device).manual_seed(search.seed)
    width = max(map(len, rows))
    source = torch.tensor([row + [PAD] * (width - len(row)) for row in rows], device=device)
    limits = torch.tensor([GROWTH * len(row) + SPARE for row in rows], device=device)
    limits = limits.clamp(max=min(model.shape.positions for model in models) - 1)
    with torch.autocast(device.type, torch.bfloat16, enabled=amp):
        memories = [model.encode(source) for model in models]
        pasts: list = [None] * len(models)
        given = torch.full((len(rows), 1), PAD, device=device)
        said: list[Tensor] = []
        done = torch.zeros(len(rows), dtype=torch.bool, device=device)
        for step in range(int(limits.max())):
            logits = []
            for index, model in enumerate(models):
                last, pasts[index] = model.decode(given, *memories[index], pasts[index])
                logits.append(last[:, -1])
            scores = logits[0].float() if len(models) == 1 else _vote(logits)
            chosen = torch.where(done, END, _choose(scores, search, chance))
            said.append(chosen)
            done = done | (chosen == END) | (step + 1 >= limits)
            given = chosen[:, None]
            # Asking the GPU whether all are done waits for it: not at every piece.
            if step % 8 == 7 and bool(done.all()):
                break
    table = torch.stack(said, dim=1).tolist()
    return [row[: row.index(END)] if END in row else row for row in table]


def translate(
    models: list[Translator],
    texts: list[str],
    to_english: bool,
    vocabulary: Vocabulary,
    search: Search = GREEDY,
    budget: int = 8_192,
    amp: bool = False,
) -> list[str]:
    """Translations in the order of the texts; batches hold rows of like length, `budget` source pieces each."""
    longest = min(model.shape.positions for model in models)
    rows = source_rows(texts, to_english, vocabulary, longest)
    order = sorted(range(len(rows)), key=lambda index: len(rows[index]))
    results = [""] * len(rows)
    start = 0
    while start < len(order):
        end = start + 1
        while end < len(order) and (end + 1 - start) * len(rows[order[end]]) <= budget:
            end += 1
        batch = order[start:end]
        drawn = Search(search.temperature, search.top, search.seed + start)
        for index, ids in zip(batch, translate_rows(models, [rows[one] for one in batch], drawn, amp), strict=True):
            results[index] = vocabulary.decode(ids)
        start = end
    return results
