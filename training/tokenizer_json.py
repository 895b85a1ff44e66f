"""Writes tokenizer.json: the SentencePiece model as the tokenizers library and transformers.js read it."""

import json
from pathlib import Path
from typing import Any

from training.text import CHARACTER_RULES, SYNTHETIC
from training.vocabulary import END, PAD, UNKNOWN, Vocabulary


def tokenizer(vocabulary: Vocabulary) -> dict[str, Any]:
    """The content of tokenizer.json."""
    pieces = vocabulary.processor
    special = {END: "</s>", UNKNOWN: "<unk>", PAD: "<pad>", vocabulary.synthetic: SYNTHETIC}
    metaspace = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "add_prefix_space": True}
    end = {"SpecialToken": {"id": "</s>", "type_id": 0}}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {"id": one, "content": content, "single_word": False, "lstrip": False, "rstrip": False,
             "normalized": False, "special": True}
            for one, content in sorted(special.items())
        ],
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                *({"type": "Replace", "pattern": {"Regex": pattern}, "content": content}
                  for pattern, content in CHARACTER_RULES),
                {"type": "NFKC"},
            ],
        },
        # Words apart, as SentencePiece cuts them too: no piece reaches over a space.
        "pre_tokenizer": {
            "type": "Sequence",
            "pretokenizers": [{"type": "WhitespaceSplit"}, {**metaspace, "split": False}],
        },
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [{"Sequence": {"id": "A", "type_id": 0}}, end],
            "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}}, end],
            "special_tokens": {"</s>": {"id": "</s>", "ids": [END], "tokens": ["</s>"]}},
        },
        "decoder": {**metaspace, "split": False},
        "model": {
            "type": "Unigram",
            "unk_id": UNKNOWN,
            "byte_fallback": False,
            "vocab": [[pieces.id_to_piece(one), pieces.get_score(one)] for one in range(vocabulary.size)],
        },
    }


def write_tokenizer(vocabulary: Vocabulary, folder: Path, longest: int, directions: list[str]) -> None:
    """Writes tokenizer.json and tokenizer_config.json, which states the direction of a model of one."""
    text = json.dumps(tokenizer(vocabulary), ensure_ascii=False, separators=(",", ":"))
    (folder / "tokenizer.json").write_text(text, encoding="utf-8")
    config = {
        "tokenizer_class": "MarianTokenizer",
        "model_max_length": longest,
        "eos_token": "</s>",
        "unk_token": "<unk>",
        "pad_token": "<pad>",
        "clean_up_tokenization_spaces": False,
    }
    if len(directions) == 1:
        config["source_lang"], config["target_lang"] = directions[0].split("-")
    (folder / "tokenizer_config.json").write_text(json.dumps(config, indent=1) + "\n")
