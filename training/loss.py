"""Cross entropy with label smoothing straight from the decoder's states, a stretch of rows at a time.

The scores of every piece at every place are the largest tensor of a step by far. Here a stretch of them lives only as
long as the cache holds it: its loss and its gradient are made at once, and nothing of it is kept for the way back."""

import torch
from torch import Tensor
from torch.autograd.function import FunctionCtx
from torch.nn import functional

from training.vocabulary import PAD

STRETCH = 512
"""Rows at a time."""


def _stretch(logits: Tensor, wanted: Tensor, smoothing: float) -> tuple[Tensor, Tensor]:
    """Summed loss of the rows [n, pieces] and its gradient, rows that want PAD counting nothing."""
    scores = logits.float()
    counts = wanted != PAD
    total = scores.logsumexp(-1)
    hit = scores.gather(-1, wanted[:, None])[:, 0]
    loss = ((total - (1 - smoothing) * hit - smoothing * scores.mean(-1)) * counts).sum()
    gradient = (scores - total[:, None]).exp() - smoothing / scores.shape[-1]
    gradient = gradient.scatter_add(
        -1, wanted[:, None], torch.full((len(wanted), 1), smoothing - 1, device=scores.device)
    )
    return loss, (gradient * counts[:, None]).to(logits.dtype)


class _LinearCrossEntropy(torch.autograd.Function):
    @staticmethod
    def forward(
        ctx: FunctionCtx, states: Tensor, weight: Tensor, bias: Tensor, wanted: Tensor, smoothing: float, fused: bool
    ) -> Tensor:
        stretch = _compiled if fused else _stretch
        by_state = torch.empty_like(states)
        by_weight = torch.zeros(weight.shape, device=weight.device)
        by_bias = torch.zeros(bias.shape, device=bias.device)
        total = torch.zeros((), device=states.device)
        count = (wanted != PAD).sum()
        for start in range(0, len(states), STRETCH):
            rows, goals = states[start : start + STRETCH], wanted[start : start + STRETCH]
            loss, gradient = stretch(functional.linear(rows, weight, bias), goals, smoothing)
            total += loss
            by_state[start : start + STRETCH] = gradient @ weight
            by_weight += gradient.t() @ rows
            by_bias += gradient.sum(0, dtype=torch.float32)
        ctx.save_for_backward(
            (by_state / count).to(states.dtype), (by_weight / count).to(weight.dtype), (by_bias / count).to(bias.dtype)
        )
        return total / count

    @staticmethod
    def backward(ctx: FunctionCtx, *given: Tensor) -> tuple[Tensor | None, ...]:
        by_state, by_weight, by_bias = ctx.saved_tensors
        (by_loss,) = given
        return by_state * by_loss, by_weight * by_loss, by_bias * by_loss, None, None, None


_compiled = torch.compile(_stretch, dynamic=True)


def cross_entropy(
    states: Tensor, weight: Tensor, bias: Tensor, wanted: Tensor, smoothing: float, fused: bool = False
) -> Tensor:
    """Mean loss per wanted piece (nats). `states` [places, width], `weight` [pieces, width], `bias` [pieces],
    `wanted` [places] with PAD where nothing is wanted. `fused` compiles the arithmetic, which costs some seconds once."""
    return _LinearCrossEntropy.apply(states, weight, bias, wanted, smoothing, fused)
