"""Makes more training data with trained models: back-translation, self-training, distillation of several into one.

    python -m training.augment back    WORK RUN/best --name back-1    --temperature 0.8
    python -m training.augment forward WORK RUN-A/best RUN-B/best --name teachers

`back`: a real text is the target, its sampled translation the source, tagged as synthetic; the model learns to say
real sentences. `forward`: a real text is the source, the greedy translation of one model (self-training) or of the
vote of several (distillation) the target. Models of one direction take the texts of its language alone, and none of
theirs goes back and forth. The texts are both sides of WORK/pairs.tsv, or files given with --text-vi
and --text-en, one sentence a line, under a licence that may ship. Writes WORK/synthetic/NAME.tsv (vi, en, direction,
tag), which training.encode reads; run training.check_data after it.
"""

import argparse
import random
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path

import torch
from sacrebleu.metrics import CHRF

from training import dev_set
from training.checkpoint import load_translator, read_about
from training.decode import GREEDY, Search, translate
from training.directions import directions_of
from training.model import Translator
from training.prepare import Guards
from training.sources import Pair
from training.text import SYNTHETIC, TO_ENGLISH, TO_VIETNAMESE, normalise, numbers, words
from training.vocabulary import Vocabulary

FEWEST, MOST = 3, 100
"""Words of a text that is worth the trouble."""
RATIO = (0.5, 2.4)
"""Vietnamese syllables to English words, in which a translation must lie."""


def repeats(tokens: list[str]) -> bool:
    """Whether something of up to four words stands three times in a row, as a failing model has it."""
    for period in range(1, 5):
        for start in range(len(tokens) - 3 * period + 1):
            first = tokens[start : start + period]
            if all(tokens[start + period * turn : start + period * (turn + 1)] == first for turn in (1, 2)):
                return True
    return False


def objection(text: str, said: str, into_english: bool) -> str | None:
    """Why a translation is not good enough to learn from, by what can be seen of it; None if it may be."""
    tokens, answer = words(text), words(said)
    if not answer:
        return "nothing said"
    vi, en = (len(tokens), len(answer)) if into_english else (len(answer), len(tokens))
    if not RATIO[0] <= vi / en <= RATIO[1]:
        return "length"
    if numbers(text) != numbers(said):
        return "numbers"
    if repeats(answer) and not repeats(tokens):
        return "repetition"
    if tokens == answer:
        return "copied"
    return None


def texts_of(work: Path, only: str, files: tuple[Path | None, Path | None]) -> dict[bool, list[str]]:
    """Distinct real texts by whether they are to be put into English."""
    found: dict[bool, set[str]] = {True: set(), False: set()}
    if files == (None, None):
        for line in (work / "pairs.tsv").read_text(encoding="utf-8").splitlines():
            vi, en, source = line.split("\t")[:3]
            if fnmatch(source, only):
                found[True].add(vi)
                found[False].add(en)
    for path, into_english in zip(files, (True, False), strict=True):
        if path:
            found[into_english] |= {normalise(line) for line in path.read_text(encoding="utf-8").splitlines()}
    return {
        into_english: sorted(text for text in texts if FEWEST <= len(words(text)) <= MOST)
        for into_english, texts in found.items()
    }


def made(
    texts: list[str], into_english: bool, models: list[Translator], vocabulary: Vocabulary, search: Search,
    budget: int, round_trip: float, amp: bool, counts: Counter[str],
) -> list[tuple[str, str]]:
    """Texts with their translations, those left out that are not good enough."""
    said = translate(models, texts, into_english, vocabulary, search, budget, amp)
    good = []
    for text, answer in zip(texts, said, strict=True):
        reason = objection(text, answer, into_english)
        if reason:
            counts[reason] += 1
        else:
            good.append((text, answer))
    if round_trip > 0 and good:
        again = translate(models, [answer for _, answer in good], not into_english, vocabulary, GREEDY, budget, amp)
        metric = CHRF()
        near = [metric.sentence_score(back, [text]).score >= round_trip for (text, _), back in zip(good, again, strict=True)]
        counts["round trip"] += near.count(False)
        good = [pair for pair, kept in zip(good, near, strict=True) if kept]
    return good


def main() -> None:
    """Reads the command line and writes the synthetic pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=("back", "forward"))
    parser.add_argument("work", type=Path)
    parser.add_argument("checkpoint", type=Path, nargs="+")
    parser.add_argument("--name", required=True)
    parser.add_argument("--only", default="*", help="pattern of the sources whose sides are taken")
    parser.add_argument("--text-vi", type=Path)
    parser.add_argument("--text-en", type=Path)
    parser.add_argument("--most", type=int, help="so many texts of each language, by chance")
    parser.add_argument("--temperature", type=float, help="0: greedy; by default 0.8 for back and 0 for forward")
    parser.add_argument("--top", type=int, default=20, help="sample from the likeliest so many")
    parser.add_argument("--round-trip", type=float, default=35.0, help="chrF of the way back and forth, at least; 0: not asked")
    parser.add_argument("--corpus", type=Path, default=Path("resources/corpus"))
    parser.add_argument("--flores", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--budget", type=int, default=32_768, help="source pieces of a batch")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    vocabulary = Vocabulary(options.work / "sentencepiece.model")
    device = torch.device(options.device)
    models = [load_translator(folder, vocabulary, device) for folder in options.checkpoint]
    able = [set(directions_of(read_about(folder)).values()) for folder in options.checkpoint]
    ways = set.intersection(*able)
    round_trip = options.round_trip if len(ways) == 2 else 0.0
    back = options.kind == "back"
    temperature = options.temperature if options.temperature is not None else 0.8 if back else 0.0
    search = Search(temperature, options.top if temperature else 0, options.seed)
    guards = Guards(options.corpus, dev_set.read(), options.flores)

    (options.work / "synthetic").mkdir(exist_ok=True)
    target = options.work / "synthetic" / f"{options.name}.tsv"
    counts: Counter[str] = Counter()
    with target.open("w", encoding="utf-8") as file:
        for into_english, texts in texts_of(options.work, options.only, (options.text_vi, options.text_en)).items():
            if into_english not in ways:
                continue
            if options.most and len(texts) > options.most:
                texts = random.Random(options.seed).sample(texts, options.most)
            # Forward, the translation is the target; back, it is the source of the way back.
            direction = TO_ENGLISH if into_english != back else TO_VIETNAMESE
            pairs = made(texts, into_english, models, vocabulary, search, options.budget, round_trip,
                         device.type == "cuda", counts)
            for text, answer in pairs:
                vi, en = (text, normalise(answer)) if into_english else (normalise(answer), text)
                if guards.objection(Pair(vi, en, options.name)):
                    counts["forbidden"] += 1
                    continue
                counts["kept"] += 1
                file.write(f"{vi}\t{en}\t{direction}\t{SYNTHETIC if back else ''}\n")
    print(f"{target}: {dict(counts)}")


if __name__ == "__main__":
    main()
