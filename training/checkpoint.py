"""Checkpoints in parts of at most 15 MiB: model.json says what is where in model.part-0.bin, model.part-1.bin, …"""

import json
from pathlib import Path
from typing import Any

import numpy
import torch
from torch import Tensor

from training.model import Shape, Translator
from training.vocabulary import Vocabulary

PART_BYTES = 15 * 2**20
FORMAT = 1


def save_weights(folder: Path, shape: Shape, weights: dict[str, Tensor], about: dict[str, Any]) -> None:
    """Writes the weights in fp16. The index is written last: a checkpoint that was cut off has none or an old one,
    whose parts it names with their sizes."""
    folder.mkdir(parents=True, exist_ok=True)
    names = sorted(weights)
    blob = b"".join(weights[name].detach().cpu().to(torch.float16).numpy().tobytes() for name in names)
    parts = [blob[start : start + PART_BYTES] for start in range(0, len(blob), PART_BYTES)]
    for number, part in enumerate(parts):
        (folder / f"model.part-{number}.bin").write_bytes(part)
    index = {
        "format": FORMAT,
        "shape": shape.as_json(),
        "parts": [len(part) for part in parts],
        "tensors": [[name, list(weights[name].shape)] for name in names],
        "about": about,
    }
    unfinished = folder / "model.json.new"
    unfinished.write_text(json.dumps(index, indent=1) + "\n")
    unfinished.replace(folder / "model.json")


def read_about(folder: Path) -> dict[str, Any]:
    """What the checkpoint says of itself: steps, scores, settings."""
    return json.loads((folder / "model.json").read_text())["about"]


def load_weights(folder: Path) -> tuple[Shape, dict[str, Tensor]]:
    """Shape and fp32 weights. Raises where a part is missing or of another size than the index says."""
    index = json.loads((folder / "model.json").read_text())
    parts = [(folder / f"model.part-{number}.bin").read_bytes() for number in range(len(index["parts"]))]
    if index["format"] != FORMAT or [len(part) for part in parts] != index["parts"]:
        raise ValueError(f"{folder}: parts and index do not belong together")
    numbers = numpy.frombuffer(b"".join(parts), dtype=numpy.float16)
    weights, start = {}, 0
    for name, dims in index["tensors"]:
        count = int(numpy.prod(dims))
        weights[name] = torch.from_numpy(numbers[start : start + count].astype(numpy.float32)).reshape(dims)
        start += count
    return Shape(**index["shape"]), weights


def load_translator(folder: Path, vocabulary: Vocabulary, device: torch.device) -> Translator:
    """The model of a checkpoint, ready to translate. Raises where the vocabulary is of another size."""
    shape, weights = load_weights(folder)
    if shape.pieces != vocabulary.size:
        raise ValueError(f"{folder} knows {shape.pieces} pieces, {vocabulary.path} has {vocabulary.size}")
    translator = Translator(shape, vocabulary.unsayable)
    translator.load_state_dict(weights)
    return translator.to(device).eval()
