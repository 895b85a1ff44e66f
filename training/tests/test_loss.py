"""The loss made stretch by stretch equals the ready-made one, its gradients too."""

import unittest

import torch
from torch.nn import functional

from training.loss import STRETCH, cross_entropy
from training.vocabulary import PAD


class LossTest(unittest.TestCase):
    def test_equals_the_ready_made_loss(self) -> None:
        torch.manual_seed(1)
        rows, width, pieces = STRETCH + 37, 16, 50
        wanted = torch.randint(0, pieces, (rows,))
        wanted[::5] = PAD
        states, weight, bias = torch.randn(rows, width), torch.randn(pieces, width), torch.randn(pieces)
        results = []
        for own in (True, False):
            given = [one.clone().requires_grad_() for one in (states, weight, bias)]
            if own:
                loss = cross_entropy(*given, wanted, 0.1)
            else:
                logits = functional.linear(*given)
                loss = functional.cross_entropy(logits, wanted, ignore_index=PAD, label_smoothing=0.1)
            (3 * loss).backward()
            results.append([loss.detach(), *(one.grad for one in given)])
        for ours, theirs in zip(*results, strict=True):
            torch.testing.assert_close(ours, theirs, atol=1e-5, rtol=1e-4)


if __name__ == "__main__":
    unittest.main()
