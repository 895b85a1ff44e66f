"""The model's cache, its checkpoints, its graphs, and the batches it learns from."""

import tempfile
import unittest
from pathlib import Path

import numpy
import onnxruntime
import torch

from training.augment import objection
from training.batches import Batches, TokenFiles, copies
from training.checkpoint import load_weights, save_weights
from training.encode import EXAMPLE
from training.model import Shape, Translator, int8_bytes, parameter_count
from training.onnx_graph import quantised
from training.onnx_translator import decoder_graph, encoder_graph
from training.vocabulary import END, PAD

SHAPE = Shape(pieces=40, width=16, inner=24, heads=2, encoder_layers=2, decoder_layers=2, positions=32)


def translator() -> Translator:
    torch.manual_seed(3)
    made = Translator(SHAPE, [1, 2]).eval()
    for parameter in made.parameters():
        torch.nn.init.normal_(parameter, std=0.3)
    return made


class Cache(unittest.TestCase):
    def test_piece_by_piece_gives_what_all_at_once_gives(self) -> None:
        model = translator()
        source = torch.tensor([[3, 9, 12, END], [4, 7, END, PAD]])
        given = torch.tensor([[PAD, 11, 8, 20, 5], [PAD, 6, 6, 30, 31]])
        memory, mask = model.encode(source)
        whole, _ = model.decode(given, memory, mask)
        past = None
        for step in range(given.shape[1]):
            one, past = model.decode(given[:, step : step + 1], memory, mask, past)
            torch.testing.assert_close(one[:, 0], whole[:, step], rtol=1e-4, atol=1e-4)

    def test_padding_changes_nothing(self) -> None:
        model = translator()
        given = torch.tensor([[PAD, 11, 8]])
        short = model(torch.tensor([[3, 9, END]]), given)
        torch.testing.assert_close(short, model(torch.tensor([[3, 9, END, PAD, PAD]]), given), rtol=1e-4, atol=1e-4)

    def test_later_pieces_do_not_show(self) -> None:
        model = translator()
        source = torch.tensor([[3, 9, END]])
        first = model(source, torch.tensor([[PAD, 11, 8]]))[:, :2]
        torch.testing.assert_close(first, model(source, torch.tensor([[PAD, 11, 30]]))[:, :2])


class Graphs(unittest.TestCase):
    def test_fp32_graphs_compute_what_the_model_does_with_any_cache(self) -> None:
        model = translator()
        encoder, decoder = (
            onnxruntime.InferenceSession(draw(model, False, 63).SerializeToString())
            for draw in (encoder_graph, decoder_graph)
        )
        source = numpy.array([[3, 9, 12, END], [4, 7, END, PAD]])
        mask = (source != PAD).astype(numpy.int64)
        (state,) = encoder.run(None, {"input_ids": source, "attention_mask": mask})
        given = numpy.array([[PAD, 11, 8, 20, 5], [PAD, 6, 6, 30, 31]])
        memory, torch_mask = model.encode(torch.from_numpy(source))
        wanted = model.decode(torch.from_numpy(given), memory, torch_mask)[0].detach().numpy()
        names = [one.name for one in decoder.get_inputs() if one.name.startswith("past")]
        for cut in (0, 1, 3):
            cache = {name: numpy.zeros((2, SHAPE.heads, 0, SHAPE.head), numpy.float32) for name in names}
            feed = {"encoder_attention_mask": mask, "encoder_hidden_states": state}
            logits = []
            for part in (given[:, :cut], given[:, cut:]):
                if part.shape[1]:
                    said, *present = decoder.run(None, {"input_ids": part, **feed, **cache})
                    logits.append(said)
                    cache = dict(zip(names, present, strict=True))
            numpy.testing.assert_allclose(numpy.concatenate(logits, 1), wanted, rtol=1e-3, atol=1e-3)

    def test_the_batch_axis_has_the_name_that_transformers_js_looks_for(self) -> None:
        graph = decoder_graph(translator(), True, 63).graph
        for one in graph.input:
            self.assertEqual(one.type.tensor_type.shape.dim[0].dim_param, "batch_size")

    def test_int8_keeps_each_line_within_half_a_step(self) -> None:
        matrix = numpy.random.default_rng(1).normal(size=(7, 5)).astype(numpy.float32)
        cells, scales = quantised(matrix, 1, 63)
        self.assertLessEqual(int(numpy.abs(cells.astype(int)).max()), 63)
        self.assertTrue((numpy.abs(cells * scales - matrix) <= scales / 2 + 1e-6).all())


class Checkpoints(unittest.TestCase):
    def test_come_back_whole_and_refuse_a_missing_part(self) -> None:
        model = translator()
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            save_weights(folder, SHAPE, dict(model.named_parameters()), {"step": 5, "seed": 1})
            shape, weights = load_weights(folder)
            self.assertEqual(shape, SHAPE)
            for key, value in model.named_parameters():
                torch.testing.assert_close(weights[key], value.detach(), rtol=1e-3, atol=1e-3)
            (folder / "model.part-0.bin").write_bytes(b"")
            with self.assertRaises(ValueError):
                load_weights(folder)

    def test_counted_size_is_near_the_truth(self) -> None:
        model = translator()
        self.assertEqual(parameter_count(SHAPE), sum(one.numel() for one in model.parameters()))
        self.assertGreater(int8_bytes(SHAPE), parameter_count(SHAPE))


class Rows(unittest.TestCase):
    def files(self, folder: Path) -> TokenFiles:
        texts = {"vi": [[10, 11, 12], [13]], "en": [[20, 21], [22, 23, 24, 25]]}
        for side, rows in texts.items():
            numpy.save(folder / f"{side}.0.ids.npy", numpy.array(sum(rows, []), dtype=numpy.uint16))
            numpy.save(folder / f"{side}.0.offsets.npy", numpy.cumsum([0, *map(len, rows)]))
        examples = [(0, True, False, 1.0, 2.0), (0, False, False, 1.0, 0.0), (1, True, True, 1.0, 0.0)]
        numpy.save(folder / "examples.npy", numpy.array(examples, dtype=EXAMPLE))
        (folder / "encode.json").write_text('{"variants": 1}')
        return TokenFiles(folder, torch.device("cpu"))

    def batches(self, folder: Path, budget: int) -> Batches:
        made = Batches.__new__(Batches)
        made.files, made.languages, made.synthetic, made.budget, made.seed = self.files(folder), (4, 3), 5, budget, 1
        return made

    def test_rows_hold_language_tag_text_and_end(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            (batch,) = self.batches(Path(name), 1_000).epoch(0, last=False)
        source = {tuple(one for one in row if one != PAD) for row in batch.source.tolist()}
        self.assertEqual(source, {(3, 10, 11, 12, END), (4, 20, 21, END), (3, 5, 13, END)})
        for given, wanted in zip(batch.given.tolist(), batch.wanted.tolist(), strict=True):
            said = wanted[: wanted.index(END)]
            self.assertEqual(given[: len(said) + 1], [PAD, *said])

    def test_one_direction_can_be_learned_alone(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            drawn = list(self.batches(Path(name), 1_000).epoch(0, last=False, only="en-vi"))
        self.assertEqual([row[0] for batch in drawn for row in batch.source.tolist()], [4])

    def test_the_last_part_has_its_own_weights(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            rows = [row for batch in self.batches(Path(name), 1).epoch(0, last=True) for row in batch.source.tolist()]
        self.assertEqual(len(rows), 2)
        self.assertEqual(rows[0], rows[1])

    def test_copies_come_to_the_weight(self) -> None:
        counts = copies(numpy.full(10_000, 1.3), numpy.random.default_rng(1))
        self.assertEqual(set(counts.tolist()), {1, 2})
        self.assertAlmostEqual(counts.mean(), 1.3, delta=0.03)


class Synthetic(unittest.TestCase):
    def test_what_is_not_learned_from(self) -> None:
        vi = "Ngày 5 tháng 3 phái đoàn đến Hà Nội"
        self.assertIsNone(objection(vi, "On 5 March 3 the delegation reached Hanoi", True))
        self.assertEqual(objection(vi, "On 6 March 3 the delegation reached Hanoi", True), "numbers")
        self.assertEqual(objection(vi, "5 3", True), "length")
        self.assertEqual(objection(vi, "5 3 the the the the Hanoi", True), "repetition")
        self.assertEqual(objection(vi, "", True), "nothing said")


if __name__ == "__main__":
    unittest.main()
