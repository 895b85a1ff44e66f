"""The translator: a transformer with normalisation before each sublayer, written so that export.py can draw the same
graph in ONNX. What it reads and says is that of a Marian model: pieces in, PAD as the first target piece, END last."""

import math
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.vocabulary import PAD


@dataclass(frozen=True)
class Shape:
    """What a model is made of. `positions`: the most pieces of a source or target."""

    pieces: int
    width: int = 384
    inner: int = 1536
    heads: int = 6
    encoder_layers: int = 6
    decoder_layers: int = 3
    positions: int = 256

    def __post_init__(self) -> None:
        if self.width % self.heads or self.width % 2:
            raise ValueError(f"width {self.width} does not part into {self.heads} heads")

    @property
    def head(self) -> int:
        """Width of a head."""
        return self.width // self.heads

    def as_json(self) -> dict[str, int]:
        """Plain numbers, for checkpoints."""
        return asdict(self)


def sinusoids(count: int, width: int) -> Tensor:
    """Fixed position vectors, sines in the first half and cosines in the second, as Marian has them."""
    rate = torch.exp(torch.arange(width // 2) * (-math.log(10_000.0) / (width // 2 - 1)))
    angle = torch.arange(count)[:, None] * rate[None, :]
    return torch.cat([angle.sin(), angle.cos()], dim=1)


POOL = 1 << 24
"""Masks for dropout on a CPU, where drawing them anew costs a quarter of a step: a stretch of a pool is as good."""

_pools: dict[float, Tensor] = {}


def drop(x: Tensor, rate: float, training: bool) -> Tensor:
    """Dropout; on a CPU with masks from a pool, a stretch that begins at random."""
    if not training or rate == 0:
        return x
    if x.device.type != "cpu":
        return functional.dropout(x, rate)
    if rate not in _pools:
        kept = torch.rand(POOL, generator=torch.Generator().manual_seed(1948)) >= rate
        _pools[rate] = kept.to(torch.bfloat16) / (1 - rate)
    start = int(torch.randint(0, POOL - x.numel(), ()))
    return x * _pools[rate][start : start + x.numel()].view(x.shape).to(x.dtype)


def attend(query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None, causal: bool) -> Tensor:
    """Attention; on a CPU by plain products, three times as fast for the short rows here as the ready-made one."""
    if query.device.type != "cpu":
        return functional.scaled_dot_product_attention(query, key, value, mask, is_causal=causal)
    scores = (query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2)
    if causal:
        scores = scores + torch.full(scores.shape[-2:], -1e4, dtype=scores.dtype).triu(1)
    elif mask is not None:
        scores = scores.masked_fill(~mask, -1e4)
    return scores.softmax(-1) @ value


class FeedForward(nn.Module):
    """Two matrices with ReLU between, which int8 arithmetic likes: half of what it reads is zero."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(shape.width)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.dropout = dropout

    def forward(self, x: Tensor) -> Tensor:
        inner = functional.relu(self.up(self.norm(x)))
        return x + drop(self.down(inner), self.dropout, self.training)


def parted(x: Tensor, heads: int) -> Tensor:
    """[rows, length, width] as [rows, heads, length, head]."""
    return x.unflatten(-1, (heads, -1)).transpose(1, 2)


def joined(x: Tensor) -> Tensor:
    """[rows, heads, length, head] as [rows, length, width]."""
    return x.transpose(1, 2).flatten(2)


class SelfAttention(nn.Module):
    """Attention of a text to itself; query, key and value come from one matrix."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.norm = nn.LayerNorm(shape.width)
        self.enter = nn.Linear(shape.width, 3 * shape.width)
        self.leave = nn.Linear(shape.width, shape.width)
        self.dropout = dropout

    def forward(
        self, x: Tensor, mask: Tensor | None, causal: bool, past: tuple[Tensor, Tensor] | None = None
    ) -> tuple[Tensor, tuple[Tensor, Tensor]]:
        """`mask` is True where a piece may be looked at. Gives the keys and values too, `past` before them."""
        query, key, value = (parted(part, self.heads) for part in self.enter(self.norm(x)).chunk(3, dim=-1))
        if past is not None:
            key, value = torch.cat([past[0], key], dim=2), torch.cat([past[1], value], dim=2)
        seen = attend(query, key, value, mask, causal)
        return x + drop(self.leave(joined(seen)), self.dropout, self.training), (key, value)


class CrossAttention(nn.Module):
    """Attention of the target to the source. Keys and values are made by the encoder's side, once per source."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.norm = nn.LayerNorm(shape.width)
        self.enter = nn.Linear(shape.width, shape.width)
        self.leave = nn.Linear(shape.width, shape.width)
        self.dropout = dropout

    def forward(self, x: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
        query = parted(self.enter(self.norm(x)), self.heads)
        seen = attend(query, key, value, mask, causal=False)
        return x + drop(self.leave(joined(seen)), self.dropout, self.training)


class EncoderLayer(nn.Module):
    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.attention = SelfAttention(shape, dropout)
        self.forward_part = FeedForward(shape, dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        return self.forward_part(self.attention(x, mask, causal=False)[0])


class DecoderLayer(nn.Module):
    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.attention = SelfAttention(shape, dropout)
        self.cross = CrossAttention(shape, dropout)
        self.forward_part = FeedForward(shape, dropout)


Cache = list[tuple[Tensor, Tensor]]
"""Keys and values of each decoder layer."""


class Translator(nn.Module):
    """Encoder, decoder, and one matrix of piece vectors for reading and for saying."""

    def __init__(self, shape: Shape, unsayable: list[int], dropout: float = 0.0) -> None:
        super().__init__()
        self.shape = shape
        self.dropout = dropout
        self.pieces = nn.Embedding(shape.pieces, shape.width)
        self.encoder = nn.ModuleList(EncoderLayer(shape, dropout) for _ in range(shape.encoder_layers))
        self.encoder_norm = nn.LayerNorm(shape.width)
        # Keys and values of all decoder layers at once: the exported encoder gives these, so that the decoder need
        # not make them anew for every piece it says.
        self.memory = nn.Linear(shape.width, 2 * shape.decoder_layers * shape.width)
        self.decoder = nn.ModuleList(DecoderLayer(shape, dropout) for _ in range(shape.decoder_layers))
        self.decoder_norm = nn.LayerNorm(shape.width)
        self.bias = nn.Parameter(torch.zeros(shape.pieces))
        self.register_buffer("positions", sinusoids(shape.positions, shape.width), persistent=False)
        forbidden = torch.zeros(shape.pieces)
        forbidden[unsayable] = -1e9
        self.register_buffer("forbidden", forbidden, persistent=False)
        self._start()

    def _start(self) -> None:
        """Weights to begin with; what leaves a sublayer starts the smaller the more layers there are."""
        depth = self.shape.encoder_layers + 2 * self.shape.decoder_layers
        for name, parameter in self.named_parameters():
            if parameter.dim() == 2:
                gain = 1.0 / math.sqrt(depth) if name.endswith(("leave.weight", "down.weight")) else 1.0
                nn.init.xavier_uniform_(parameter, gain)
        nn.init.normal_(self.pieces.weight, std=self.shape.width**-0.5)

    def _read(self, ids: Tensor, start: int) -> Tensor:
        vectors = self.pieces(ids) * math.sqrt(self.shape.width)
        vectors = vectors + self.positions[start : start + ids.shape[1]].to(vectors.dtype)
        return drop(vectors, self.dropout, self.training)

    def encode(self, source: Tensor) -> tuple[Cache, Tensor]:
        """Keys and values of the source for each decoder layer, and where the source is not padding."""
        mask = (source != PAD)[:, None, None, :]
        x = self._read(source, 0)
        for layer in self.encoder:
            x = layer(x, mask)
        memory = self.memory(self.encoder_norm(x)).chunk(2 * self.shape.decoder_layers, dim=-1)
        parts = [parted(part, self.shape.heads) for part in memory]
        return list(zip(parts[0::2], parts[1::2], strict=True)), mask

    def decode(self, given: Tensor, memory: Cache, mask: Tensor, past: Cache | None = None) -> tuple[Tensor, Cache]:
        """Logits for the piece after each given one, and the cache with these pieces in it. With a past only one
        piece may be given at a time."""
        x, present = self._decode_states(given, memory, mask, past)
        # Not in training: label smoothing would pay for every piece that may not be said.
        return functional.linear(x, self.pieces.weight, self.bias + self.forbidden), present

    def _decode_states(
        self, given: Tensor, memory: Cache, mask: Tensor, past: Cache | None = None
    ) -> tuple[Tensor, Cache]:
        x = self._read(given, 0 if past is None else past[0][0].shape[2])
        present: Cache = []
        for index, layer in enumerate(self.decoder):
            x, kept = layer.attention(x, None, past is None, None if past is None else past[index])
            x = layer.forward_part(layer.cross(x, *memory[index], mask))
            present.append(kept)
        return self.decoder_norm(x), present

    def forward(self, source: Tensor, given: Tensor) -> Tensor:
        """What the decoder holds at each given piece, [rows, length, width]: training scores it with `pieces` and
        `bias` (loss.py)."""
        memory, mask = self.encode(source)
        return self._decode_states(given, memory, mask)[0]


def parameter_count(shape: Shape) -> int:
    """Numbers that are trained."""
    with torch.device("meta"):
        return sum(one.numel() for one in Translator(shape, []).parameters())


def int8_bytes(shape: Shape) -> int:
    """About the size of all files of the exported model: matrices in a byte each, piece vectors in both graphs,
    positions in both graphs, and 90 bytes a piece for tokenizer.json."""
    positions = 2 * 4 * shape.positions * shape.width
    return parameter_count(shape) + shape.pieces * (shape.width + 90) + positions + 200_000
