"""Writes a checkpoint as a model folder of the program, in int8, and beside it (FOLDER-fp32) the same in fp32.

    python -m training.export RUN/best FOLDER --vocabulary WORK/sentencepiece.model [--channel MODEL]

Then: training.check_export, training.check_tokenizer, training.model_card.
"""

import argparse
import json
from pathlib import Path

import onnx
import torch

from training.checkpoint import load_translator, read_about
from training.directions import directions_of
from training.model import Translator
from training.onnx_translator import decoder_graph, encoder_graph
from training.tokenizer_json import write_tokenizer
from training.vocabulary import END, PAD, Vocabulary

REDUCED, FULL = 63, 127
"""Largest int8 weight. Processors without VNNI add pairs of products in 16 bits, where larger ones overflow."""

SEARCH = {"num_beams": 4, "length_penalty": 1.4}
"""How the program searches: four beams were 1.0 to 1.6 chrF above greedy search on both sets and both ways, six hardly
more; penalties of 1 to 2 lay within 0.3."""

USUAL_PIECES = 64
"""Longer sources are cut where they pause: of 48, 64, 80 and 256 the two shortest gave dev-genre most, both ways, and long
sentences are lost without; 48 marks half as many again as translated in parts."""

MOST_BYTES = 45_000_000


def write_configs(translator: Translator, folder: Path, about: dict) -> None:
    """Writes config.json and generation_config.json."""
    shape = translator.shape
    tokens = {"eos_token_id": END, "pad_token_id": PAD, "decoder_start_token_id": PAD, "bos_token_id": None}
    config = {
        "_name_or_path": f"song-hanh-{next(iter(directions_of(about)))}",
        "architectures": ["MarianMTModel"],
        "model_type": "marian",
        "is_encoder_decoder": True,
        "vocab_size": shape.pieces,
        "d_model": shape.width,
        "encoder_layers": shape.encoder_layers,
        "encoder_attention_heads": shape.heads,
        "encoder_ffn_dim": shape.inner,
        "decoder_layers": shape.decoder_layers,
        "decoder_attention_heads": shape.heads,
        "decoder_ffn_dim": shape.inner,
        "activation_function": "relu",
        "max_position_embeddings": shape.positions,
        "scale_embedding": True,
        "static_position_embeddings": True,
        "share_encoder_decoder_embeddings": True,
        "normalize_before": True,
        "trained": {name: about[name] for name in ("step", "seed", "directions") if name in about},
        **tokens,
    }
    generation = {**tokens, "max_length": shape.positions, "forced_eos_token_id": None, **SEARCH}
    for name, content in (("config.json", config), ("generation_config.json", generation)):
        plain = {key: value for key, value in content.items() if value is not None}
        (folder / name).write_text(json.dumps(plain, indent=1) + "\n")


def write_folder(checkpoint: Path, vocabulary: Vocabulary, folder: Path, int8: bool, largest: int) -> int:
    """Writes a model folder; gives its size in bytes."""
    translator = load_translator(checkpoint, vocabulary, torch.device("cpu"))
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    about = read_about(checkpoint)
    write_configs(translator, folder, about)
    write_tokenizer(vocabulary, folder, USUAL_PIECES, list(directions_of(about)))
    suffix = "_quantized" if int8 else ""
    for name, draw in (("encoder_model", encoder_graph), ("decoder_model_merged", decoder_graph)):
        onnx.save(draw(translator, int8, largest), folder / f"onnx/{name}{suffix}.onnx")
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> None:
    """Reads the command line and exports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--vocabulary", type=Path, required=True, help="sentencepiece.model")
    parser.add_argument("--channel", help="the model of the other direction, beside FOLDER, that helps this one to choose")
    parser.add_argument("--full-range", action="store_true", help="weights up to 127: only for processors with VNNI")
    options = parser.parse_args()
    vocabulary = Vocabulary(options.vocabulary)
    largest = FULL if options.full_range else REDUCED
    plain = options.folder.with_name(f"{options.folder.name}-fp32")
    print(f"{plain}: {write_folder(options.checkpoint, vocabulary, plain, False, largest) / 1e6:.1f} MB")
    size = write_folder(options.checkpoint, vocabulary, options.folder, True, largest)
    print(f"{options.folder}: {size / 1e6:.1f} MB")
    (options.folder / "about.json").write_text(json.dumps({"channel": options.channel}))  # model_card writes the rest
    if size > MOST_BYTES:
        raise SystemExit(f"more than {MOST_BYTES / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
