"""Proves that tokenizer.json cuts texts as SentencePiece does: by the tokenizers library, and by the program's own
JavaScript. Exits 1 where a line differs. Needs Node 24 on the PATH and the program's packages.

    python -m training.check_tokenizer FOLDER DATA --vocabulary WORK/sentencepiece.model
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from tokenizers import Tokenizer

from training.sources import files_of, read_file
from training.text import normalise
from training.vocabulary import Vocabulary

LINES = 5_000
"""Of each language."""

ODD = (
    "“Xin chào” – ông nói… ‘được’ — «không»",
    "Ðiện tín số 1142, ngày 3‑4‑1948,  19 giờ.",
    "CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG LIÊN XÔ",
    "Straße, Wałęsa, Étienne, 東京, Москва, 🙂 and ½ of 10²",
    "a\u00a0b\u200bc\u00add\ufeffe ﬁn №5 ①",
    "Wrocław 東東 京 漢字 テスト",
)
"""Lines with everything that a normaliser may stumble over."""


def lines_of(data: Path, count: int) -> list[str]:
    """Lines as the files have them, not normalised, `count` of each language by chance."""
    authored, opened = files_of(data)
    pairs = [pair for path in authored + opened for pair in read_file(path)]
    chosen = random.Random(7).sample(pairs, min(count, len(pairs)))
    return [*ODD, *(pair.vi for pair in chosen), *(pair.en for pair in chosen)]


def main() -> None:
    """Reads the command line and checks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--lines", type=int, default=LINES)
    options = parser.parse_args()
    vocabulary = Vocabulary(options.vocabulary)
    library = Tokenizer.from_file(str(options.folder / "tokenizer.json"))
    wanted, differing = [], 0
    for text in lines_of(options.data, options.lines):
        ids = vocabulary.encode(normalise(text))
        wanted.append([text, ids, vocabulary.decode(ids)])
        if library.encode(text).ids[:-1] != ids:
            differing += 1
            print(f"the library differs: {text!r}")
    print(f"{len(wanted)} lines, {differing} read differently by the tokenizers library")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "lines.json"
        file.write_text(json.dumps(wanted), encoding="utf-8")
        script = Path(__file__).with_name("check-tokenizer.mjs")
        program = subprocess.run(["node", script, options.folder, file], check=False)
    sys.exit(1 if differing or program.returncode else 0)


if __name__ == "__main__":
    main()
