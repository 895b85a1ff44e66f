"""The joint SentencePiece vocabulary of both languages."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import sentencepiece

from training.text import SYNTHETIC, TO_ENGLISH, TO_VIETNAMESE

END, UNKNOWN, PAD = 0, 1, 2
"""Ids. Marian begins a target with PAD; config.json states all three."""

_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
_LETTERS = _VOWELS + "bcdđfghjklmnpqrstvwxz"
_MARKS = "0123456789.,;:?!'\"()[]-–/%&+*=#@$°"
FOREIGN_AT_LEAST = 20
"""Other Latin letters (Étienne, Wałęsa) get a piece if the training data has them so often."""


def alphabet(lines: Iterable[str]) -> str:
    """Characters that must have pieces: both alphabets in both cases, common marks, foreign letters that occur."""
    counts = Counter(character for line in lines for character in line)
    foreign = {
        character
        for character, count in counts.items()
        if count >= FOREIGN_AT_LEAST and character.isalpha() and ord(character) < 0x250
    }
    return "".join(sorted(set(_LETTERS + _LETTERS.upper() + _MARKS) | foreign))


def train(lines: list[str], size: int, prefix: Path, seed: int) -> None:
    """Writes PREFIX.model and PREFIX.vocab from normalised lines. Unigram, because transformers.js reads that one
    exactly; digits one by one, so that no number is rare; one thread, so that a repetition gives the same pieces."""
    sentencepiece.set_random_generator_seed(seed)
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_prefix=str(prefix),
        model_type="unigram",
        vocab_size=size,
        # The lines are normalised before; what the trainer would do besides, the program would not.
        normalization_rule_name="identity",
        # Rare signs (Chinese, Greek) stay unknown; what must be known is required.
        character_coverage=0.9998,
        required_chars=alphabet(lines),
        split_digits=True,
        byte_fallback=False,
        user_defined_symbols=[TO_ENGLISH, TO_VIETNAMESE, SYNTHETIC],
        eos_id=END,
        unk_id=UNKNOWN,
        pad_id=PAD,
        bos_id=-1,
        eos_piece="</s>",
        unk_piece="<unk>",
        pad_piece="<pad>",
        num_threads=1,
        max_sentence_length=16_384,
        minloglevel=1,
    )


class Vocabulary:
    """Pieces and ids. Texts must be normalised."""

    def __init__(self, model: Path) -> None:
        self.path = model
        self.processor = sentencepiece.SentencePieceProcessor(model_file=str(model))
        self.size = self.processor.get_piece_size()
        self.to_english = self.processor.piece_to_id(TO_ENGLISH)
        self.to_vietnamese = self.processor.piece_to_id(TO_VIETNAMESE)
        self.synthetic = self.processor.piece_to_id(SYNTHETIC)
        found = (self.processor.eos_id(), self.processor.unk_id(), self.processor.pad_id())
        if found != (END, UNKNOWN, PAD):
            raise ValueError(f"{model}: ids {found} for the end, unknown and padding pieces")

    @property
    def unsayable(self) -> list[int]:
        """Ids that no translation may hold."""
        return [UNKNOWN, PAD, self.to_english, self.to_vietnamese, self.synthetic]

    def encode(self, text: str) -> list[int]:
        """The best pieces, as the program cuts them."""
        return self.processor.encode(text)

    def sample(self, text: str, alpha: float) -> list[int]:
        """Pieces drawn from all ways to cut the text: subword regularisation."""
        return self.processor.encode(text, enable_sampling=True, alpha=alpha, nbest_size=-1)

    def decode(self, ids: list[int]) -> str:
        """Text of pieces; special pieces say nothing."""
        special = {END, *self.unsayable}
        return " ".join(self.processor.decode([one for one in ids if one not in special]).split())
