"""The parallel sources: how much each counts in training, and whom the model card has to thank."""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple


class Pair(NamedTuple):
    """One line of a source file."""

    vi: str
    en: str
    source: str


@dataclass(frozen=True)
class Source:
    """Files of one kind. `weight` is copies of a pair in an epoch of the main part of training (0.3: one epoch in
    three), `last` the same in its last part, where training comes home to the genre. The first pattern that fits a
    file's name counts."""

    pattern: str
    weight: float
    last: float
    reason: str


# Two copies of the genre at most, in the main part: after ten passes over three, the loss on its training lines lay half a
# nat a piece below that on dev-genre. What is far from the genre counts for more than it would with more data.
SOURCES: tuple[Source, ...] = (
    Source("[hp][0-9]-*", 1.5, 2.0, "written for the project; vocabulary and plain prose"),
    Source("e[34]-*", 1.5, 2.0, "written for the project; vocabulary in short sentences"),
    Source("c[1256]-*", 1.5, 1.5, "written for the project; farther from the genre: dialogue, stories, interface"),
    Source("[a-gjk][0-9]-*", 2.0, 4.0, "written for the project, the genre itself"),
    Source("ccby-alt-wikinews", 1.0, 1.2, "news by professional translators, the best open prose"),
    Source("ccbysa-xquad-wikipedia", 1.0, 1.0, "encyclopedia by professional translators"),
    Source("pd-udhr", 1.0, 1.0, "declaration; tiny, and close to the genre"),
    Source("ccbysa-d2l-book", 0.6, 0.2, "good prose of one narrow subject"),
    Source("ccby-tatoeba", 0.8, 0.3, "everyday sentences, many of them variants of one another"),
    Source("ccby-african-storybook", 1.0, 0.5, "stories, somewhat free"),
    Source("pd-bible-1934-nheb", 0.25, 0.0, "scripture of 1934: large, exact, archaic in words and spelling"),
    Source("ccby-msdocs", 0.5, 0.1, "manuals: full sentences, one subject, partly post-edited"),
    Source("mpl-libreoffice-help", 0.4, 0.1, "help text"),
    Source("ccbysa-gnome-help", 0.5, 0.1, "help text"),
    Source("mpl-mozilla", 0.4, 0.1, "interface strings"),
    Source("bsd-chromium", 0.4, 0.1, "interface strings"),
    Source("mpl-libreoffice-ui", 0.3, 0.0, "interface strings"),
    Source("apache-wikipedia-app", 0.4, 0.1, "interface strings"),
    Source("mpl-a-dark-room", 0.3, 0.0, "terse, in lower case on purpose"),
)

EXCLUDED = "gpl-*"
"""Licences that the model is not to carry."""

ATTRIBUTIONS: tuple[tuple[str, str, str], ...] = (
    ("authored/", "pairs written for Song Hành", "CC BY-SA 4.0"),
    ("ccby-alt-wikinews", "Asian Language Treebank (NICT and others; English from Wikinews)", "CC BY 4.0, CC BY 2.5"),
    ("ccby-msdocs", "Microsoft Docs, Dynamics 365, Vietnamese and English (Microsoft)", "CC BY 4.0"),
    ("ccby-tatoeba", "Tatoeba, tatoeba.org, by its contributors", "CC BY 2.0 FR"),
    ("ccby-african-storybook", "African Storybook, africanstorybook.org, and the Global African Storybook Project", "CC BY 4.0"),
    ("ccbysa-d2l-book", "Dive into Deep Learning (A. Zhang, Z. Lipton, M. Li, A. Smola) and d2l-vn", "CC BY-SA 4.0"),
    ("ccbysa-xquad-wikipedia", "XQuAD (Google DeepMind), from Wikipedia", "CC BY-SA 4.0"),
    ("ccbysa-gnome-help", "GNOME and Déjà Dup help pages", "CC BY-SA 3.0"),
    ("apache-wikipedia-app", "Wikipedia Android app messages (Wikimedia)", "Apache 2.0"),
    ("bsd-chromium", "Chromium messages (The Chromium Authors)", "BSD 3-clause"),
    ("mpl-mozilla", "Firefox, Thunderbird and mozilla.org localisation (Mozilla)", "MPL 2.0"),
    ("mpl-libreoffice-help", "LibreOffice help (The Document Foundation)", "MPL 2.0"),
    ("mpl-libreoffice-ui", "LibreOffice messages (The Document Foundation)", "MPL 2.0"),
    ("mpl-a-dark-room", "A Dark Room (Doublespeak Games)", "MPL 2.0"),
    ("pd-bible-1934-nheb", "Vietnamese Bible of 1934; New Heart English Bible", "public domain"),
    ("pd-udhr", "Universal Declaration of Human Rights (United Nations)", "free to reproduce"),
)
"""Source, whose it is, licence: for MODEL_CARD.md."""


def source_of(name: str) -> Source:
    """The row for a file's name (without folder and ending). Raises where none fits: no file slips in unweighed."""
    for source in SOURCES:
        if fnmatch(name, source.pattern):
            return source
    raise ValueError(f"{name}: no row in training/sources.py says how much this file counts")


def read_file(path: Path) -> Iterator[Pair]:
    """The pairs of a file of `vi<TAB>en` lines. Raises on a line of another shape."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != 2:
                raise ValueError(f"{path}:{number}: {len(cells)} columns in place of two")
            yield Pair(cells[0], cells[1], path.stem)


def files_of(data: Path) -> tuple[list[Path], list[Path]]:
    """The authored and the open files of a data folder, sorted, those under EXCLUDED left out."""
    authored = sorted((data / "authored").glob("*.tsv"))
    opened = sorted(path for path in (data / "open").glob("*.tsv") if not fnmatch(path.stem, EXCLUDED))
    if not authored:
        raise FileNotFoundError(f"no authored/*.tsv in {data}")
    return authored, opened
