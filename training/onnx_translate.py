"""Greedy translation by an exported folder through onnxruntime; the program itself searches with beams."""

import json
from pathlib import Path

import numpy
import onnxruntime
from tokenizers import Tokenizer

from training.decode import GROWTH, SPARE
from training.directions import directions_of
from training.text import TO_ENGLISH, TO_VIETNAMESE

BATCH_ROWS = 16


class Folder:
    """The graphs and the tokenizer of a model folder, in int8 or in fp32, whichever is there."""

    def __init__(self, folder: Path, threads: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        suffix = "_quantized" if (folder / "onnx/encoder_model_quantized.onnx").exists() else ""
        self.encoder, self.decoder = (
            onnxruntime.InferenceSession(folder / f"onnx/{name}{suffix}.onnx", options, ["CPUExecutionProvider"])
            for name in ("encoder_model", "decoder_model_merged")
        )
        self.config = json.loads((folder / "config.json").read_text())
        self.directions = directions_of(self.config["trained"])
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.past = [one for one in self.decoder.get_inputs() if one.name.startswith("past_key_values")]
        self.kept = [one.name.replace("past_key_values", "present") for one in self.past]

    def rows(self, texts: list[str], to_english: bool) -> list[list[int]]:
        """Language piece, pieces, end; cut to what the model takes."""
        language = self.tokenizer.token_to_id(TO_ENGLISH if to_english else TO_VIETNAMESE)
        longest = self.config["max_position_embeddings"]
        return [[language, *one.ids[:-1][: longest - 2], one.ids[-1]] for one in self.tokenizer.encode_batch(texts)]

    def translate_rows(self, rows: list[list[int]]) -> list[list[int]]:
        """Target pieces of a batch, greedily."""
        end, pad = self.config["eos_token_id"], self.config["pad_token_id"]
        width = max(map(len, rows))
        ids = numpy.array([row + [pad] * (width - len(row)) for row in rows], dtype=numpy.int64)
        mask = (ids != pad).astype(numpy.int64)
        (state,) = self.encoder.run(["last_hidden_state"], {"input_ids": ids, "attention_mask": mask})
        limits = numpy.minimum([GROWTH * len(row) + SPARE for row in rows], self.config["max_position_embeddings"] - 1)
        feed = {"encoder_attention_mask": mask, "encoder_hidden_states": state}
        cache = {one.name: numpy.zeros((len(rows), one.shape[1], 0, one.shape[3]), numpy.float32) for one in self.past}
        given = numpy.full((len(rows), 1), self.config["decoder_start_token_id"], dtype=numpy.int64)
        done = numpy.zeros(len(rows), dtype=bool)
        said = []
        for step in range(int(limits.max())):
            logits, *present = self.decoder.run(["logits", *self.kept], {"input_ids": given, **feed, **cache})
            chosen = numpy.where(done, end, logits[:, -1].argmax(-1))
            said.append(chosen)
            done |= (chosen == end) | (step + 1 >= limits)
            if done.all():
                break
            given = chosen[:, None]
            cache = dict(zip(cache, present, strict=True))
        return [row[: row.index(end)] if end in row else row for row in numpy.stack(said, 1).tolist()]

    def translate(self, texts: list[str], to_english: bool) -> list[str]:
        """Translations in the order of the texts."""
        rows = self.rows(texts, to_english)
        order = sorted(range(len(rows)), key=lambda index: len(rows[index]))
        results = [""] * len(rows)
        for start in range(0, len(order), BATCH_ROWS):
            batch = order[start : start + BATCH_ROWS]
            for index, ids in zip(batch, self.translate_rows([rows[one] for one in batch]), strict=True):
                results[index] = self.tokenizer.decode(ids)
        return results
