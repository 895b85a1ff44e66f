"""The translator of model.py drawn as the two graphs that transformers.js runs.

The encoder's `last_hidden_state` is not its states but what the decoder makes of them in every layer, keys and values
[batch, 2 x layers x heads, length, head]: transformers.js hands it to the decoder unread, and so they are made once
for a sentence and not for every piece said. The decoder's cache holds its own keys and values alone, and may be empty.
"""

import math

import numpy
import onnx
from onnx import TensorProto

from training.model import Translator
from training.onnx_graph import Graph, quantised

FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64
SHUT = -1e9
"""Added where a piece must not look."""


class Drawing:
    """What both graphs have in common."""

    def __init__(self, translator: Translator, name: str, int8: bool, largest: int) -> None:
        self.graph = Graph(name, int8, largest)
        self.shape = translator.shape
        state = translator.state_dict() | dict(translator.named_buffers())
        self.weights = {key: value.detach().cpu().float().numpy() for key, value in state.items()}

    def linear(self, x: str, name: str) -> str:
        return self.graph.linear(x, name, self.weights[f"{name}.weight"], self.weights[f"{name}.bias"])

    def normed(self, x: str, name: str) -> str:
        return self.graph.normed(x, name, self.weights[f"{name}.weight"], self.weights[f"{name}.bias"])

    def parted(self, x: str, parts: int) -> str:
        """[batch, length, parts x head] as [batch, parts, length, head]."""
        shape = self.graph.integers(0, 0, parts, self.shape.head)
        return self.graph.node("Transpose", self.graph.node("Reshape", x, shape), perm=[0, 2, 1, 3])

    def attended(self, query: str, key: str, value: str, mask: str) -> str:
        """Softmax attention; the mask is added. Gives [batch, length, width]."""
        graph = self.graph
        scaled = graph.node("Mul", query, graph.number(1 / math.sqrt(self.shape.head)))
        scores = graph.node("Add", graph.node("MatMul", scaled, graph.node("Transpose", key, perm=[0, 1, 3, 2])), mask)
        seen = graph.node("MatMul", graph.node("Softmax", scores, axis=-1), value)
        return graph.node("Reshape", graph.node("Transpose", seen, perm=[0, 2, 1, 3]), graph.integers(0, 0, self.shape.width))

    def fed_forward(self, x: str, name: str) -> str:
        graph = self.graph
        inner = graph.node("Relu", self.linear(self.normed(x, f"{name}.norm"), f"{name}.up"))
        return graph.node("Add", x, self.linear(inner, f"{name}.down"))

    def source_mask(self, attention_mask: str) -> str:
        """0 where the mask is 1, SHUT where it is 0, as [batch, 1, 1, length]."""
        graph = self.graph
        open_ = graph.node("Cast", graph.node("Unsqueeze", attention_mask, graph.integers(1, 2)), to=FLOAT)
        return graph.node("Mul", graph.node("Sub", graph.number(1.0), open_), graph.number(SHUT))

    def placed(self, vectors: str, start: str, length: str) -> str:
        """Piece vectors, scaled, with their positions added; `start` and `length` are int64 vectors of one."""
        graph = self.graph
        positions = graph.constant("positions", self.weights["positions"])
        place = graph.node("Slice", positions, start, graph.node("Add", start, length), graph.integers(0))
        return graph.node("Add", graph.node("Mul", vectors, graph.number(math.sqrt(self.shape.width))), place)

    def axis(self, x: str, axis: int) -> str:
        """The length of an axis as a vector of one."""
        return self.graph.node("Gather", self.graph.node("Shape", x), self.graph.integers(axis))


def encoder_graph(translator: Translator, int8: bool, largest: int) -> onnx.ModelProto:
    """input_ids, attention_mask -> last_hidden_state."""
    drawing = Drawing(translator, "encoder", int8, largest)
    graph, shape = drawing.graph, drawing.shape
    ids = graph.add_input("input_ids", INT64, ["batch_size", "encoder_length"])
    mask = drawing.source_mask(graph.add_input("attention_mask", INT64, ["batch_size", "encoder_length"]))
    table = drawing.weights["pieces.weight"]
    if int8:
        cells, scales = quantised(table, 0, 127)
        read = graph.node("Cast", graph.node("Gather", graph.constant("pieces.int8", cells), ids), to=FLOAT)
        scale = graph.node("Gather", graph.constant("pieces.scale", scales), ids)
        vectors = graph.node("Mul", read, graph.node("Unsqueeze", scale, graph.integers(2)))
    else:
        vectors = graph.node("Gather", graph.constant("pieces", table), ids)
    x = drawing.placed(vectors, graph.integers(0), drawing.axis(ids, 1))
    for layer in range(shape.encoder_layers):
        name = f"encoder.{layer}.attention"
        entered = drawing.linear(drawing.normed(x, f"{name}.norm"), f"{name}.enter")
        query, key, value = (drawing.parted(one, shape.heads) for one in graph.split(entered, 3, -1, shape.width))
        x = graph.node("Add", x, drawing.linear(drawing.attended(query, key, value, mask), f"{name}.leave"))
        x = drawing.fed_forward(x, f"encoder.{layer}.forward_part")
    parts = 2 * shape.decoder_layers * shape.heads
    memory = drawing.parted(drawing.linear(drawing.normed(x, "encoder_norm"), "memory"), parts)
    graph.add_output(memory, "last_hidden_state", FLOAT, ["batch_size", parts, "encoder_length", shape.head])
    return graph.model()


def decoder_graph(translator: Translator, int8: bool, largest: int) -> onnx.ModelProto:
    """input_ids, encoder_attention_mask, encoder_hidden_states, past_key_values -> logits, present."""
    drawing = Drawing(translator, "decoder", int8, largest)
    graph, shape = drawing.graph, drawing.shape
    parts = 2 * shape.decoder_layers * shape.heads
    ids = graph.add_input("input_ids", INT64, ["batch_size", "decoder_length"])
    source_mask = drawing.source_mask(graph.add_input("encoder_attention_mask", INT64, ["batch_size", "encoder_length"]))
    state = graph.add_input("encoder_hidden_states", FLOAT, ["batch_size", parts, "encoder_length", shape.head])
    cached = ["batch_size", shape.heads, "past_length", shape.head]
    past = [
        [graph.add_input(f"past_key_values.{layer}.decoder.{part}", FLOAT, cached) for part in ("key", "value")]
        for layer in range(shape.decoder_layers)
    ]
    memory = graph.split(state, 2 * shape.decoder_layers, 1, shape.heads)

    # One table [width, pieces] both reads and says, so that the file holds it once.
    table = drawing.weights["pieces.weight"].T
    if int8:
        cells, scales = quantised(table, 1, largest)
        table_name, scale_name = graph.constant("pieces.int8", cells), graph.constant("pieces.scale", scales)
        read = graph.node("Cast", graph.node("Gather", table_name, ids, axis=1), to=FLOAT)
        vectors = graph.node("Mul", read, graph.node("Gather", scale_name, ids))
    else:
        table_name = graph.constant("pieces", table)
        vectors = graph.node("Gather", table_name, ids, axis=1)
    vectors = graph.node("Transpose", vectors, perm=[1, 2, 0])

    start, length = drawing.axis(past[0][0], 2), drawing.axis(ids, 1)
    x = drawing.placed(vectors, start, length)
    mask = _causal(drawing, start, length)
    present = []
    for layer in range(shape.decoder_layers):
        name = f"decoder.{layer}.attention"
        entered = drawing.linear(drawing.normed(x, f"{name}.norm"), f"{name}.enter")
        query, key, value = (drawing.parted(one, shape.heads) for one in graph.split(entered, 3, -1, shape.width))
        key = graph.node("Concat", past[layer][0], key, axis=2)
        value = graph.node("Concat", past[layer][1], value, axis=2)
        present.append((key, value))
        x = graph.node("Add", x, drawing.linear(drawing.attended(query, key, value, mask), f"{name}.leave"))
        name = f"decoder.{layer}.cross"
        query = drawing.parted(drawing.linear(drawing.normed(x, f"{name}.norm"), f"{name}.enter"), shape.heads)
        seen = drawing.attended(query, memory[2 * layer], memory[2 * layer + 1], source_mask)
        x = graph.node("Add", x, drawing.linear(seen, f"{name}.leave"))
        x = drawing.fed_forward(x, f"decoder.{layer}.forward_part")
    x = drawing.normed(x, "decoder_norm")
    said = graph.integer_product(x, table_name, scale_name) if int8 else graph.node("MatMul", x, table_name)
    bias = graph.constant("bias", drawing.weights["bias"] + drawing.weights["forbidden"])
    graph.add_output(graph.node("Add", said, bias), "logits", FLOAT, ["batch_size", "decoder_length", shape.pieces])
    grown = ["batch_size", shape.heads, "total_length", shape.head]
    for layer, kept in enumerate(present):
        for part, value in zip(("key", "value"), kept, strict=True):
            graph.add_output(value, f"present.{layer}.decoder.{part}", FLOAT, grown)
    return graph.model()


def _causal(drawing: Drawing, start: str, length: str) -> str:
    """[length, start + length]: SHUT where a piece would look past itself."""
    graph = drawing.graph
    zero, one = (graph.constant(f"scalar_{n}", numpy.array(n, dtype=numpy.int64)) for n in (0, 1))
    end = graph.node("Squeeze", graph.node("Add", start, length))
    rows = graph.node("Range", graph.node("Squeeze", start), end, one)
    columns = graph.node("Range", zero, end, one)
    later = graph.node("Greater", graph.node("Unsqueeze", columns, graph.integers(0)),
                       graph.node("Unsqueeze", rows, graph.integers(1)))
    return graph.node("Where", later, graph.number(SHUT), graph.number(0.0))
