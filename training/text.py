"""The form of a text that the model reads: the same in training and, through tokenizer.json, in the program."""

import re
import unicodedata

TO_ENGLISH = ">>eng<<"
TO_VIETNAMESE = ">>vie<<"
SYNTHETIC = "<synthetic>"
"""Marks a source that a model wrote (tagged back-translation), so that its faults are not taken for the language."""

CHARACTER_RULES: tuple[tuple[str, str], ...] = (
    ("[\u0001-\u0008\u000b\u000e-\u001f\u007f\u0080-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffd]", ""),
    ("[\u0009\u000a\u000c\u000d\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2581\u3000]", " "),
    ("[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]", '"'),
    ("[\u2018\u2019\u201a\u201b\u2032\u00b4\u0060]", "'"),
    ("[\u2012\u2014\u2015]", "\u2013"),
    ("[\u2010\u2011\u2212]", "-"),
    ("\u00d0", "\u0110"),
)
"""Character classes (pattern, replacement), in order, before NFKC. The classes hold literal characters alone, so that
Python, JavaScript and the tokenizers library read them alike. Spellings that mean the same become one: a small model
has no pieces to spare for six kinds of quotation mark."""

_RULES = tuple((re.compile(pattern), replacement) for pattern, replacement in CHARACTER_RULES)
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")


def normalise(text: str) -> str:
    """The text as the tokenizer sees it: character rules, NFKC, single spaces, no space at either end."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return " ".join(unicodedata.normalize("NFKC", text).split())


def words(text: str) -> list[str]:
    """Lower-case words without punctuation, for comparing texts: Vietnamese syllables, English words, numbers."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def grams(tokens: list[str], size: int) -> set[tuple[str, ...]]:
    """All runs of `size` words; empty where there are fewer."""
    return {tuple(tokens[start : start + size]) for start in range(len(tokens) - size + 1)}


def numbers(text: str) -> list[str]:
    """Runs of digits without leading zeros, sorted: "08.05" and "5 8" agree."""
    return sorted(found.lstrip("0") or "0" for found in _NUMBER.findall(text))
