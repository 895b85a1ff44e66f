"""Scores a checkpoint, several that vote, or an exported model folder, greedily, and shows a text in translation.

    python -m training.evaluate RUN/best --vocabulary WORK/sentencepiece.model --flores FLORES/flores-dev
    python -m training.evaluate MODEL_FOLDER --flores FLORES/flores-dev --read resources/corpus/telegram-1948.vi.txt
"""

import argparse
from collections.abc import Callable
from pathlib import Path

import torch

from training.checkpoint import load_translator, read_about
from training.decode import translate
from training.directions import directions_of
from training.score import Score, dev_sets, score
from training.vocabulary import Vocabulary

TEXT = Path("resources/corpus/telegram-1948.vi.txt")

Translate = Callable[[list[str], bool], list[str]]
"""Texts and whether into English, to translations."""


def checkpoint_translate(folders: list[Path], vocabulary_path: Path, device: str) -> Translate:
    """Translation by checkpoints; several vote piece by piece."""
    vocabulary = Vocabulary(vocabulary_path)
    models = [load_translator(folder, vocabulary, torch.device(device)) for folder in folders]
    amp = device != "cpu"
    return lambda texts, to_english: translate(models, texts, to_english, vocabulary, amp=amp)


def evaluate(
    translate_texts: Translate, directions: dict[str, bool], flores: Path | None, most: int | None
) -> dict[str, Score]:
    """Scores by development set and direction."""
    found: dict[str, Score] = {}
    for one in dev_sets(flores):
        for direction, to_english in directions.items():
            sources, references = one.part(most).sides(to_english)
            found[f"{one.name} {direction}"] = score(translate_texts(sources, to_english), references)
    return found


def main() -> None:
    """Reads the command line, prints a table and the text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, nargs="+", help="checkpoints, or one exported folder")
    parser.add_argument("--vocabulary", type=Path, help="sentencepiece.model, for checkpoints")
    parser.add_argument("--flores", type=Path)
    parser.add_argument("--most", type=int, help="so many lines of each set: for trials")
    parser.add_argument("--read", type=Path, nargs="*", default=[TEXT], help="texts to show, named X.vi.txt or X.en.txt")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    if (options.model[0] / "onnx").is_dir():
        # Only here, so that a machine that trains needs no onnxruntime.
        from training.onnx_translate import Folder

        folder = Folder(options.model[0], options.threads)
        translate_texts, directions = folder.translate, folder.directions
    else:
        if options.vocabulary is None:
            parser.error("a checkpoint needs --vocabulary")
        translate_texts = checkpoint_translate(options.model, options.vocabulary, options.device)
        directions = directions_of(read_about(options.model[0]))
    scores = evaluate(translate_texts, directions, options.flores, options.most)
    for name, one in scores.items():
        print(f"{name}: chrF {one.chrf:.2f}, BLEU {one.bleu:.2f}")
    for path in options.read:
        if (".vi." in path.name) not in directions.values():
            continue
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        print(f"\n{path.name}")
        for number, (line, said) in enumerate(zip(lines, translate_texts(lines, ".vi." in path.name), strict=True), 1):
            print(f"{number:3} {line}\n  > {said}")


if __name__ == "__main__":
    main()
