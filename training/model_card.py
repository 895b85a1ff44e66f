"""Fills MODEL_CARD.md of an exported folder (licence, sources, shape, scores beside those of other models) and
about.json, from which the program's panel tells the model's name, licence, scores and limits.

    python -m training.model_card FOLDER --scores SCORES.json --checkpoint RUN/best --work WORK

SCORES.json is what `npm run -s bench:translation -- FOLDER --rounds 0 --json` prints: the scores are those of the program,
which searches with beams.
"""

import argparse
import json
from pathlib import Path

from training.checkpoint import load_weights, read_about
from training.directions import directions_of
from training.model import parameter_count
from training.sources import ATTRIBUTIONS
from training.text import TO_ENGLISH, TO_VIETNAMESE

PUBLISHED: tuple[tuple[str, dict[str, str]], ...] = (
    ("OPUS-MT, one model each way, int8, 107 MB each", {"vi-en": "53.6 / 26.2", "en-vi": "45.3 / 26.0"}),
    ("Firefox tiny, 17 MB (trained on 69 million pairs)", {"vi-en": "59.9 / 33.6"}),
    ("NLLB-200 distilled 600M, int8, 895 MB", {"vi-en": "58.1 / 32.5", "en-vi": "56.0 / 36.8"}),
    ("Google Translate", {"vi-en": "65.7 / 41.1", "en-vi": "62.6 / 45.4"}),
)
"""Others on flores-dev, chrF / BLEU by direction."""

INTO = {"vi-en": "into English", "en-vi": "into Vietnamese"}

WHAT = {
    ("vi-en", "en-vi"): "Translates Vietnamese and English, both ways,",
    ("vi-en",): "Translates Vietnamese into English",
    ("en-vi",): "Translates English into Vietnamese",
}

LICENCE = {"name": "CC BY-SA 4.0", "url": "https://creativecommons.org/licenses/by-sa/4.0/"}

LIMITS: dict[str, tuple[str, ...]] = {
    "en": (
        "Knows the words of letters, telegrams, speeches and official news best; slang, verse, medicine, code and rare "
        "names it often gets wrong, and it may leave out or add a clause in long sentences.",
        "Numbers and names may be altered; the program marks numbers that disagree. Do not rely on it where a mistake "
        "matters.",
    ),
    "vi": (
        "Rành nhất từ ngữ của thư từ, điện văn, diễn văn và tin chính thức; tiếng lóng, thơ, y khoa, mã nguồn và "
        "tên hiếm thường dịch sai, và trong câu dài có thể bỏ sót hoặc thêm một vế.",
        "Số và tên có thể bị đổi; chương trình đánh dấu những số không khớp. Đừng dựa vào bản dịch ở chỗ không được "
        "phép sai.",
    ),
}
"""For the panel, in the languages of the interface; the card says the same in English."""

GUESSED: dict[str, dict[str, str]] = {
    "en-vi": {
        "en": "It sees one sentence at a time: pronouns of kinship and address (anh, chị, đồng chí) are guessed.",
        "vi": "Mỗi lần chỉ thấy một câu: đại từ xưng hô (anh, chị, đồng chí) là phỏng đoán.",
    },
    "vi-en": {
        "en": "It sees one sentence at a time: he or she, one or several, and when things happen are guessed.",
        "vi": "Mỗi lần chỉ thấy một câu: nam hay nữ, một hay nhiều và thì của động từ là phỏng đoán.",
    },
}
"""The same of what the target language says and the source language does not."""


def limits_of(directions: list[str]) -> dict[str, list[str]]:
    """The limits of a model, in each language of the interface."""
    return {
        language: [first, *(GUESSED[one][language] for one in directions), *others]
        for language, (first, *others) in LIMITS.items()
    }

CARD = """# {name}

{what} sentence by sentence, on the reader's own device. Trained by the project
for what it holds: letters, telegrams, speeches, official news, history. The first source piece asks for the language:
{prefixes}.

- Licence: {licence[name]}, <{licence[url]}>
- Size: {megabytes:.1f} MB, {parameters:.1f} million parameters, int8
- Shape: {encoder_layers} encoder and {decoder_layers} decoder layers, width {width}, {pieces} SentencePiece pieces
- Trained: {steps} steps, seed {seed}, {pairs} pairs and {synthetic} pairs that earlier models wrote

## Scores

chrF2 / BLEU as sacrebleu computes them (13a), of what the program makes of the lines, with {beams} beams and the model in
int8{channel}.
`dev-genre`: 400 pairs of the genre, held out with their passages (`training/dev-genre.tsv`). `flores-dev`: general
text. No development set was trained on.

| set | {columns} |
| --- |{rules}
{rows}

On flores-dev, others:

| model | {columns} |
| --- |{rules}
{published}

## Limits

{limits}
{seen}
## Made from

| source | by | licence |
| --- | --- | --- |
{sources}

The sources were normalised (NFKC), filtered and weighted; `training/` says how and repeats it. None of the texts shipped
with the program, nor any translation of them, is in the training data.
"""


def name_of(directions: list[str]) -> str:
    """What the model is called in the program."""
    return f"Song Hành {directions[0]}"


Scores = dict[str, dict[str, float]]
"""chrF and BLEU by development set and direction ("dev-genre en-vi")."""


def scores_of(report: dict) -> Scores:
    """Those of a report of `bench:translation`."""
    return {
        f"{one['set']} {one['from']}-{one['to']}": {"chrF": one["chrf"], "BLEU": one["bleu"]}
        for one in report["scores"]
    }


def row(scores: Scores, name: str, directions: list[str]) -> str:
    """A row of the table of a development set."""
    cells = (scores[f"{name} {direction}"] for direction in directions)
    return f"| {name} | " + " | ".join(f"{one['chrF']:.1f} / {one['BLEU']:.1f}" for one in cells) + " |"


def card(folder: Path, checkpoint: Path, work: Path, scores: Scores, seen: str, channel: str | None) -> str:
    """The text of the card."""
    shape, _ = load_weights(checkpoint)
    about = read_about(checkpoint)
    directions = list(directions_of(about))
    names = list(dict.fromkeys(name.rsplit(" ", 1)[0] for name in scores))
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and path.suffix != ".md")
    synthetic = sum(
        len(path.read_text(encoding="utf-8").splitlines()) for path in (work / "synthetic").glob("*.tsv")
    )
    return CARD.format(
        name=name_of(directions),
        what=WHAT[tuple(directions)],
        prefixes=" or ".join(f"`{TO_ENGLISH if into else TO_VIETNAMESE}`" for into in directions_of(about).values()),
        licence=LICENCE,
        megabytes=size / 1e6,
        parameters=parameter_count(shape) / 1e6,
        steps=about["step"],
        seed=about["seed"],
        beams=json.loads((folder / "generation_config.json").read_text())["num_beams"],
        channel=f"; `{channel}` helps to choose among what the beams find" if channel else "",
        pairs=json.loads((work / "prepare.json").read_text())["pairs"],
        synthetic=synthetic or "no",
        columns=" | ".join(INTO[one] for one in directions),
        rules=" --- |" * len(directions),
        rows="\n".join(row(scores, name, directions) for name in names),
        published="\n".join(
            f"| {model} | {' | '.join(found.get(one, '–') for one in directions)} |"
            for model, found in PUBLISHED
            if any(one in found for one in directions)
        ),
        sources="\n".join(f"| {' | '.join(row)} |" for row in ATTRIBUTIONS),
        limits="\n".join(f"- {sentence}" for sentence in limits_of(directions)["en"]),
        seen=f"{seen}\n" if seen else "",
        encoder_layers=shape.encoder_layers,
        decoder_layers=shape.decoder_layers,
        width=shape.width,
        pieces=shape.pieces,
    )


def about_json(scores: Scores, directions: list[str], channel: str | None) -> str:
    """The text of about.json; docs/models.md describes it."""
    measured = []
    for key, one in scores.items():
        name, arrow = key.rsplit(" ", 1)
        source, target = arrow.split("-")
        values = {metric: round(one[metric], 1) for metric in ("chrF", "BLEU")}
        measured.append({"set": name, "from": source, "to": target, **values})
    described = {
        "name": name_of(directions),
        "licence": LICENCE,
        "scores": measured,
        "limits": limits_of(directions),
        "channel": channel,
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Reads the command line and writes the card and about.json."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scores", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--seen", default="", help="faults seen by reading, as lines of a list")
    options = parser.parse_args()
    scores = scores_of(json.loads(options.scores.read_text()))
    channel = json.loads((options.folder / "about.json").read_text())["channel"]
    text = card(options.folder, options.checkpoint, options.work, scores, options.seen, channel)
    (options.folder / "MODEL_CARD.md").write_text(text, encoding="utf-8")
    directions = list(directions_of(read_about(options.checkpoint)))
    (options.folder / "about.json").write_text(about_json(scores, directions, channel), encoding="utf-8")


if __name__ == "__main__":
    main()
