"""Proves an export: the fp32 graphs say piece for piece what PyTorch says, and int8 costs little. Exits 1 where not.

    python -m training.check_export RUN/best FOLDER --vocabulary WORK/sentencepiece.model --flores FLORES/flores-dev
"""

import argparse
import sys
from pathlib import Path

import torch

from training.checkpoint import load_translator
from training.decode import source_rows, translate_rows
from training.evaluate import evaluate
from training.onnx_translate import Folder
from training.score import dev_sets
from training.vocabulary import Vocabulary

SENTENCES = 500
LOSS = 0.5
"""chrF that int8 may lose on a development set."""
BATCH = 10


def sentences(flores: Path | None, directions: dict[str, bool], count: int) -> list[tuple[str, bool]]:
    """Sentences of the development sets with their direction, all directions alike, spread over the sets."""
    all_: list[tuple[str, bool]] = []
    for one in dev_sets(flores):
        for to_english in directions.values():
            all_ += [(text, to_english) for text in one.sides(to_english)[0]]
    step = max(1, len(all_) // count)
    return all_[::step][:count]


def different(checkpoint: Path, vocabulary: Vocabulary, folder: Path, flores: Path | None, count: int) -> list[str]:
    """The sentences of which PyTorch and the graphs say different pieces."""
    translator = load_translator(checkpoint, vocabulary, torch.device("cpu"))
    graphs = Folder(folder, threads=1)
    found: list[str] = []
    chosen = sentences(flores, graphs.directions, count)
    for to_english in graphs.directions.values():
        texts = sorted((text for text, direction in chosen if direction == to_english), key=len)
        for start in range(0, len(texts), BATCH):
            batch = texts[start : start + BATCH]
            rows = source_rows(batch, to_english, vocabulary, translator.shape.positions)
            # The program's tokenizer gives the graphs their rows, SentencePiece gives PyTorch its own.
            theirs = graphs.translate_rows(graphs.rows(batch, to_english))
            ours = translate_rows([translator], rows)
            found += [text for text, a, b in zip(batch, ours, theirs, strict=True) if a != b]
    print(f"{len(chosen)} sentences, {len(found)} said differently")
    return found


def main() -> None:
    """Reads the command line and checks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--flores", type=Path)
    parser.add_argument("--sentences", type=int, default=SENTENCES)
    parser.add_argument("--most", type=int, help="so many lines of each set for the scores: for trials")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    plain = options.folder.with_name(f"{options.folder.name}-fp32")
    found = different(options.checkpoint, Vocabulary(options.vocabulary), plain, options.flores, options.sentences)
    for text in found[:20]:
        print(f"  {text}")
    failed = bool(found)
    before, after = (
        evaluate(graphs.translate, graphs.directions, options.flores, options.most)
        for graphs in (Folder(plain, options.threads), Folder(options.folder, options.threads))
    )
    for name, one in before.items():
        lost = one.chrf - after[name].chrf
        failed |= lost > LOSS
        print(f"{name}: chrF / BLEU {one} in fp32, {after[name]} in int8{' TOO MUCH LOST' if lost > LOSS else ''}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
