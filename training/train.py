"""Trains one model, both ways or one (--only); saves as it goes and goes on where it stopped.

    python -m training.train WORK RUN --flores FLORES/flores-dev --steps 12000 --stop-after 570

RUN gets latest/ and best/ (checkpoints of averaged weights, see checkpoint.py), state.pt (everything needed to go on
exactly), log.tsv and settings.json. The same command again goes on from RUN/state.pt. Where that file was left behind,
--from CHECKPOINT starts from weights alone.
"""

import argparse
import json
import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.func import functional_call
from torch.nn import functional

from training.batches import Batch, Batches, TokenFiles
from training.checkpoint import load_weights, read_about, save_weights
from training.decode import translate
from training.directions import DIRECTIONS
from training.loss import cross_entropy
from training.model import Shape, Translator, int8_bytes, parameter_count
from training.score import DevSet, Score, dev_sets, score
from training.vocabulary import END, PAD, UNKNOWN, Vocabulary


def options_of(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--flores", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=tuple(DIRECTIONS), help="one direction in place of both")
    shape = parser.add_argument_group("shape")
    shape.add_argument("--width", type=int, default=384)
    shape.add_argument("--inner", type=int, default=1536)
    shape.add_argument("--heads", type=int, default=6)
    shape.add_argument("--encoder-layers", type=int, default=6)
    shape.add_argument("--decoder-layers", type=int, default=3)
    length = parser.add_argument_group("length")
    length.add_argument("--steps", type=int, default=12_000, help="steps of the whole schedule, over all resumptions")
    length.add_argument("--finish-in", type=float, help="seconds of training for it, in place of --steps")
    length.add_argument("--stop-after", type=float, default=math.inf, help="seconds after which this process has to be over")
    length.add_argument("--spare", type=float, default=25, help="seconds of them kept for saving and evaluating")
    length.add_argument("--last-part", type=float, default=0.2, help="share of the schedule with the last weights of sources.py")
    learning = parser.add_argument_group("learning")
    learning.add_argument("--budget", type=int, default=16_384, help="pieces of a side in a batch, padding counted")
    learning.add_argument("--optimizer", choices=("muon", "adamw"), default="muon")
    learning.add_argument("--rate", type=float, default=1e-3)
    learning.add_argument("--warm-up", type=int, default=800)
    learning.add_argument("--schedule", choices=("cosine", "inverse-sqrt"), default="cosine")
    learning.add_argument("--decay", type=float, default=0.01, help="weight decay")
    learning.add_argument("--dropout", type=float, default=0.2)
    learning.add_argument("--word-dropout", type=float, default=0.1, help="share of source pieces made unknown")
    learning.add_argument("--target-dropout", type=float, default=0.05, help="the same for what the decoder reads")
    learning.add_argument("--smoothing", type=float, default=0.1)
    learning.add_argument("--r-drop", type=float, default=0.0, help="weight of the agreement of two passes; 0: one pass")
    learning.add_argument("--average", type=float, default=0.999, help="decay of the running average of the weights")
    learning.add_argument("--best-share", type=float, default=0.25, help="share of sides in their best cut")
    learning.add_argument("--from", dest="start", type=Path, help="checkpoint whose weights to begin with")
    running = parser.add_argument_group("running")
    running.add_argument("--evaluate-every", type=int, default=1_000)
    running.add_argument("--evaluate-lines", type=int, help="so many lines of each development set; all at the end")
    running.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    running.add_argument("--fp32", action="store_true", help="no bf16 arithmetic, for processors that have none")
    running.add_argument("--threads", type=int, default=1)
    return parser.parse_args(arguments)


@dataclass
class Place:
    """Where training is. `seconds` counts training alone, over all resumptions."""

    step: int = 0
    epoch: int = 0
    in_epoch: int = 0
    last: bool = False
    seconds: float = 0.0
    best: float = 0.0


class Averaged:
    """The running average of the weights, which is what is evaluated and exported."""

    def __init__(self, model: Translator, decay: float) -> None:
        self.decay = decay
        self.weights = {name: one.detach().clone() for name, one in model.named_parameters()}

    @torch.no_grad()
    def take(self, model: Translator, step: int) -> None:
        """Follows the model, faster in the beginning."""
        decay = min(self.decay, (1 + step) / (10 + step))
        current = [one.detach() for _, one in model.named_parameters()]
        torch._foreach_lerp_(list(self.weights.values()), current, 1 - decay)


def progress(options: argparse.Namespace, place: Place) -> float:
    """How much of the schedule is done, 0 to 1."""
    if options.finish_in is not None:
        return min(1.0, place.seconds / options.finish_in)
    return min(1.0, place.step / options.steps)


def rate_factor(options: argparse.Namespace, step: int, done: float) -> float:
    """What the rate is multiplied with: warm-up, then half a cosine, or the inverse root with a short way down."""
    warm = min(1.0, (step + 1) / options.warm_up)
    if options.schedule == "cosine":
        return warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))
    return warm * math.sqrt(options.warm_up / max(options.warm_up, step + 1)) * min(1.0, 10 * (1.02 - done))


def blanked(ids: Tensor, share: float, kept: list[int]) -> Tensor:
    """Some pieces made unknown, so that the model learns to lean on the others; `kept` ones never."""
    if share == 0:
        return ids
    free = torch.rand(ids.shape, device=ids.device) < share
    for one in kept:
        free &= ids != one
    return torch.where(free, UNKNOWN, ids)


def halved(model: Translator) -> dict[str, Tensor]:
    """The weights in bf16, for the arithmetic; what is learned from them goes to the weights themselves."""
    return {name: one.to(torch.bfloat16) for name, one in model.named_parameters()}


def loss_of(model: Translator, batch: Batch, options: argparse.Namespace, special: list[int]) -> Tensor:
    """Cross entropy with label smoothing per target piece; with R-drop the divergence of two passes besides."""
    source = blanked(batch.source, options.word_dropout, special)
    given = blanked(batch.given, options.target_dropout, special)
    wanted = batch.wanted
    if options.r_drop:
        source, given, wanted = source.repeat(2, 1), given.repeat(2, 1), wanted.repeat(2, 1)
    weights = dict(model.named_parameters()) if options.fp32 else halved(model)
    states = functional_call(model, weights, (source, given))
    weight, bias = weights["pieces.weight"], weights["bias"]
    loss = cross_entropy(
        states.flatten(0, 1), weight, bias, wanted.flatten(), options.smoothing, fused=not options.fp32
    )
    if options.r_drop:
        first, second = functional.linear(states, weight, bias).float().log_softmax(-1).chunk(2)
        apart = functional.kl_div(first, second, log_target=True, reduction="none")
        apart = apart + functional.kl_div(second, first, log_target=True, reduction="none")
        loss = loss + options.r_drop * 0.5 * apart.sum(-1)[(wanted != PAD).chunk(2)[0]].mean()
    return loss


def optimizers_of(model: Translator, options: argparse.Namespace) -> list[torch.optim.Optimizer]:
    """AdamW for piece vectors, biases and norms; for the matrices between layers Muon, which gives the same loss in
    fewer steps, its rates scaled so that one rate does for both."""
    inner = [one for name, one in model.named_parameters() if one.dim() == 2 and name != "pieces.weight"]
    muon = options.optimizer == "muon"
    outer = [one for one in model.parameters() if not muon or all(one is not other for other in inner)]
    adam = torch.optim.AdamW(
        outer, lr=options.rate, betas=(0.9, 0.98), eps=1e-9, weight_decay=options.decay, fused=True
    )
    if not muon:
        return [adam]
    return [adam, torch.optim.Muon(inner, lr=options.rate, weight_decay=options.decay, adjust_lr_fn="match_rms_adamw")]


class Training:
    """A run: its model, optimizer, average, place and log."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.began = time.monotonic()
        self.device = torch.device(options.device)
        self.amp = not options.fp32
        torch.set_num_threads(options.threads)
        torch.manual_seed(options.seed)
        torch.set_float32_matmul_precision("high")
        self.vocabulary = Vocabulary(options.work / "sentencepiece.model")
        self.special = [END, PAD, UNKNOWN, *self.vocabulary.unsayable]
        self.shape = Shape(
            self.vocabulary.size, options.width, options.inner, options.heads,
            options.encoder_layers, options.decoder_layers,
        )
        self.place = Place()
        self.steps_before, weights = 0, None
        if options.start:
            self.shape, weights = load_weights(options.start)
            self.steps_before = read_about(options.start)["step"]
            if self.shape.pieces != self.vocabulary.size:
                raise ValueError(f"{options.start} was trained with another vocabulary")
        self.model = Translator(self.shape, self.vocabulary.unsayable, options.dropout).to(self.device)
        if weights is not None:
            self.model.load_state_dict(weights)
        self.listener = Translator(self.shape, self.vocabulary.unsayable).to(self.device).eval()
        self.average = Averaged(self.model, options.average)
        self.optimizers = optimizers_of(self.model, options)
        self.batches = Batches(
            TokenFiles(options.work / "tokens", self.device), self.vocabulary, options.budget, options.seed
        )
        self.directions = [options.only] if options.only else list(DIRECTIONS)
        self.sets = dev_sets(options.flores)
        self.log = options.run / "log.tsv"
        options.run.mkdir(parents=True, exist_ok=True)
        self._resume()
        settings = {name: str(value) if isinstance(value, Path) else value for name, value in vars(options).items()}
        (options.run / "settings.json").write_text(json.dumps(settings, indent=1, default=str) + "\n")
        count, size = parameter_count(self.shape), int8_bytes(self.shape)
        print(f"{self.shape}: {count / 1e6:.1f} M parameters, about {size / 1e6:.1f} MB in int8", flush=True)

    def _resume(self) -> None:
        path = self.options.run / "state.pt"
        if not path.exists():
            return
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.model.load_state_dict(state["model"])
        for optimizer, kept in zip(self.optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(kept)
        self.average.weights = state["average"]
        self.place = Place(**state["place"])
        torch.set_rng_state(state["chance"].cpu())
        if self.device.type == "cuda" and state["device_chance"] is not None:
            torch.cuda.set_rng_state(state["device_chance"].cpu())
        print(f"going on at step {self.place.step}, {self.place.seconds:.0f} s of training done", flush=True)

    def _time_left(self) -> float:
        return self.options.stop_after - (time.monotonic() - self.began) - self.options.spare

    def save(self, name: str, scores: dict[str, Any]) -> None:
        """Writes the averaged weights as a checkpoint of the run."""
        about = {"step": self.steps_before + self.place.step, "seconds": round(self.place.seconds, 1), "scores": scores,
                 "seed": self.options.seed, "directions": self.directions}
        save_weights(self.options.run / name, self.shape, self.average.weights, about)

    def save_state(self) -> None:
        """Writes everything needed to go on exactly."""
        state = {
            "model": self.model.state_dict(),
            "optimizers": [one.state_dict() for one in self.optimizers],
            "average": self.average.weights,
            "place": vars(self.place),
            "chance": torch.get_rng_state(),
            "device_chance": torch.cuda.get_rng_state() if self.device.type == "cuda" else None,
        }
        unfinished = self.options.run / "state.new"
        torch.save(state, unfinished)
        unfinished.replace(self.options.run / "state.pt")

    def evaluate(self, whole: bool) -> dict[str, Score]:
        """Scores of the averaged weights on the development sets, both ways."""
        self.listener.load_state_dict(self.average.weights)
        found: dict[str, Score] = {}
        parts: list[DevSet] = [one if whole else one.part(self.options.evaluate_lines) for one in self.sets]
        for one in parts:
            for direction in self.directions:
                to_english = DIRECTIONS[direction]
                sources, references = one.sides(to_english)
                said = translate([self.listener], sources, to_english, self.vocabulary, amp=self.amp)
                found[f"{one.name} {direction}"] = score(said, references)
        return found

    def note(self, loss: float, rate: float, milliseconds: float, pieces: float, scores: dict[str, Score]) -> None:
        """A line of the log, and the same on the screen."""
        place = self.place
        cells = {
            "step": str(place.step), "epoch": str(place.epoch), "last part": str(int(place.last)),
            "seconds": f"{place.seconds:.1f}", "rate": f"{rate:.2e}", "loss": f"{loss:.4f}",
            "ms a step": f"{milliseconds:.1f}", "pieces a second": f"{pieces:.0f}",
        }
        for name, one in scores.items():
            cells[f"{name} chrF"], cells[f"{name} BLEU"] = f"{one.chrf:.2f}", f"{one.bleu:.2f}"
        if not self.log.exists():
            self.log.write_text("\t".join(cells) + "\n")
        with self.log.open("a") as file:
            file.write("\t".join(cells.values()) + "\n")
        shown = "; ".join(f"{name} {one}" for name, one in scores.items())
        print(f"step {place.step}  loss {loss:.3f}  {milliseconds:.0f} ms  {pieces:.0f} pieces/s  {shown}", flush=True)

    def _in_last_part(self) -> bool:
        return progress(self.options, self.place) >= 1 - self.options.last_part

    def _stretches(self) -> Iterator[Batch]:
        """Batches without end, from where training is; the last part of the schedule begins an epoch of its own."""
        place = self.place
        while True:
            if self._in_last_part() and not place.last:
                place.last, place.epoch, place.in_epoch = True, place.epoch + 1, 0
            drawn = self.batches.epoch(place.epoch, place.last, self.options.best_share, self.options.only)
            for index, batch in enumerate(drawn):
                if index < place.in_epoch:
                    continue
                if self._in_last_part() and not place.last:
                    break
                place.in_epoch += 1
                yield batch
            else:
                place.epoch, place.in_epoch = place.epoch + 1, 0

    def _learn(self, batch: Batch, rate: float) -> Tensor:
        """One step; gives the loss."""
        loss = loss_of(self.model, batch, self.options, self.special)
        self.model.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for optimizer in self.optimizers:
            for group in optimizer.param_groups:
                group["lr"] = rate
            optimizer.step()
        self.average.take(self.model, self.place.step)
        return loss.detach()

    def run(self) -> None:
        """Trains until the schedule or the time is over."""
        options, place = self.options, self.place
        self.model.train()
        if progress(options, place) >= 1:
            print("the schedule is done already")
            return
        total, steps, pieces, noted = torch.zeros((), device=self.device), 0, 0, place.seconds
        mark = time.monotonic()
        for batch in self._stretches():
            rate = options.rate * rate_factor(options, place.step, progress(options, place))
            total += self._learn(batch, rate)
            steps, pieces = steps + 1, pieces + batch.source.numel() + batch.wanted.numel()
            now = time.monotonic()
            place.step, place.seconds, mark = place.step + 1, place.seconds + now - mark, now
            ended = progress(options, place) >= 1
            stopping = self._time_left() < 0
            if ended or stopping or place.step % options.evaluate_every == 0:
                mean, spent = total.item() / steps, place.seconds - noted
                scores = {} if stopping and not ended else self.evaluate(whole=ended)
                self.note(mean, rate, 1000 * spent / steps, pieces / spent, scores)
                self._keep(scores)
                total, steps, pieces, noted = torch.zeros((), device=self.device), 0, 0, place.seconds
                mark = time.monotonic()
            if ended or stopping:
                print("the schedule is done" if ended else "out of time: the same command goes on here", flush=True)
                return

    def _keep(self, scores: dict[str, Score]) -> None:
        """Saves; as the best too where the mean chrF is the highest so far."""
        plain = {name: {"chrF": round(one.chrf, 2), "BLEU": round(one.bleu, 2)} for name, one in scores.items()}
        self.save("latest", plain)
        if scores:
            mean = sum(one.chrf for one in scores.values()) / len(scores)
            if mean > self.place.best:
                self.place.best = mean
                self.save("best", plain)
        self.save_state()


if __name__ == "__main__":
    Training(options_of()).run()
