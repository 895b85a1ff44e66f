"""Draws ONNX graphs node by node: matrices in fp32, or in int8 with the activations quantised as they come."""

from collections.abc import Sequence

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET, IR_VERSION = 17, 8
"""What every onnxruntime of the last years reads."""

Axis = int | str


def quantised(matrix: numpy.ndarray, axis: int, largest: int) -> tuple[numpy.ndarray, numpy.ndarray]:
    """The matrix as int8 of at most `largest`, and a scale for each line along `axis`: each output of a layer, each
    piece of the vocabulary, has its own."""
    other = tuple(one for one in range(matrix.ndim) if one != axis)
    scales = numpy.maximum(numpy.abs(matrix).max(axis=other), 1e-12) / largest
    shape = [1] * matrix.ndim
    shape[axis] = -1
    cells = numpy.clip(numpy.rint(matrix / scales.reshape(shape)), -largest, largest)
    return cells.astype(numpy.int8), scales.astype(numpy.float32)


class Graph:
    """A graph that grows by calls; each call gives the name of what it computes."""

    def __init__(self, name: str, int8: bool, largest: int) -> None:
        self.name = name
        self.int8 = int8
        self.largest = largest
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self.inputs: list[onnx.ValueInfoProto] = []
        self.outputs: list[onnx.ValueInfoProto] = []

    def constant(self, name: str, value: numpy.ndarray) -> str:
        """A tensor of the file; the same name again is the same tensor."""
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(numpy.ascontiguousarray(value), name)
        return name

    def integers(self, *values: int) -> str:
        """An int64 vector, named by its values."""
        return self.constant("i_" + "_".join(map(str, values)), numpy.array(values, dtype=numpy.int64))

    def number(self, value: float) -> str:
        """An fp32 scalar, named by its value."""
        return self.constant(f"f_{value!r}", numpy.array(value, dtype=numpy.float32))

    def add_input(self, name: str, kind: int, shape: Sequence[Axis]) -> str:
        """Declares an input; a named axis is free."""
        self.inputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def add_output(self, value: str, name: str, kind: int, shape: Sequence[Axis]) -> None:
        """Declares a value as an output under a name."""
        self.nodes.append(helper.make_node("Identity", [value], [name]))
        self.outputs.append(helper.make_tensor_value_info(name, kind, shape))

    def many(self, operator: str, inputs: Sequence[str], count: int, **attributes: object) -> list[str]:
        """A node of several outputs."""
        number = len(self.nodes)
        outputs = [f"{operator}_{number}_{index}" for index in range(count)]
        self.nodes.append(helper.make_node(operator, list(inputs), outputs, f"{operator}_{number}", **attributes))
        return outputs

    def node(self, operator: str, *inputs: str, **attributes: object) -> str:
        """A node of one output."""
        return self.many(operator, inputs, 1, **attributes)[0]

    def split(self, x: str, count: int, axis: int, size: int) -> list[str]:
        """`count` equal parts of `size`."""
        return self.many("Split", [x, self.integers(*[size] * count)], count, axis=axis)

    def product(self, x: str, name: str, matrix: numpy.ndarray) -> str:
        """x times a matrix of [in, out]."""
        if not self.int8:
            return self.node("MatMul", x, self.constant(name, matrix.astype(numpy.float32)))
        cells, scales = quantised(matrix, 1, self.largest)
        return self.integer_product(x, self.constant(f"{name}.int8", cells), self.constant(f"{name}.scale", scales))

    def integer_product(self, x: str, cells: str, scales: str) -> str:
        """x, quantised to uint8 by its own range, times int8 cells. In the order of nodes that onnxruntime fuses."""
        whole, scale, zero = self.many("DynamicQuantizeLinear", [x], 3)
        summed = self.node("Cast", self.node("MatMulInteger", whole, cells, zero), to=TensorProto.FLOAT)
        return self.node("Mul", summed, self.node("Mul", scale, scales))

    def linear(self, x: str, name: str, weight: numpy.ndarray, bias: numpy.ndarray) -> str:
        """A layer whose weight is [out, in], as PyTorch keeps it."""
        return self.node("Add", self.product(x, name, weight.T), self.constant(f"{name}.bias", bias))

    def normed(self, x: str, name: str, weight: numpy.ndarray, bias: numpy.ndarray) -> str:
        """Layer normalisation over the last axis."""
        inputs = (x, self.constant(f"{name}.weight", weight), self.constant(f"{name}.bias", bias))
        return self.node("LayerNormalization", *inputs, axis=-1, epsilon=1e-5)

    def model(self) -> onnx.ModelProto:
        """The finished file, checked."""
        graph = helper.make_graph(self.nodes, self.name, self.inputs, self.outputs, list(self.constants.values()))
        made = helper.make_model(
            graph, producer_name="song-hanh-training", opset_imports=[helper.make_opsetid("", OPSET)]
        )
        made.ir_version = IR_VERSION
        onnx.checker.check_model(made, full_check=True)
        return made
