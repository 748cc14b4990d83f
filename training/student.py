"""The student: one vector a row of the vocabulary, summed over a text and normalised.

The loss of a batch, for each meaning with its texts in one to three languages:

* 1 - cosine between a text's vector and the teacher's (centred) vector of that meaning;
* cross-entropy of telling its teacher vector from the others of the batch;
* where it has two languages, cross-entropy of telling its translation from the others.

The rows start as the mean teacher vector of the texts they occur in, weighted as in
Arora, Liang & Ma (2017), "A simple but tough-to-beat baseline for sentence embeddings".

sentence-transformers' trainer would fit the losses, but it tokenises every batch anew and
its optimizers update the whole table every step. This loop keeps token ids in one array
and updates the rows of the batch only: a pass over 360,000 meanings takes a minute.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.sparse import csr_array  # type: ignore[import-untyped]
from torch.nn import functional as F  # noqa: N812

from training.settings import Settings


@dataclass(frozen=True, slots=True)
class Bags:
    """Texts as bags of row numbers: text i is `rows[starts[i]:starts[i + 1]]`."""

    rows: NDArray[np.int64]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, bags: Sequence[NDArray[np.int64]]) -> Bags:
        """Join one array a text."""
        starts = np.concatenate([[0], np.cumsum([len(bag) for bag in bags])])
        return cls(np.concatenate(bags).astype(np.int64), starts.astype(np.int64))

    def take(self, texts: NDArray[np.int64]) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the rows of these texts and the offsets of each, for an EmbeddingBag."""
        starts, ends = self.starts[texts], self.starts[texts + 1]
        lengths = ends - starts
        offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        where = np.repeat(starts - offsets, lengths) + np.arange(lengths.sum())
        return torch.from_numpy(self.rows[where]), torch.from_numpy(offsets)


@dataclass(frozen=True, slots=True)
class Lessons:
    """What the student learns from."""

    bags: Bags
    """All texts, of all languages."""
    texts: NDArray[np.int64]
    """Shape (meanings, 3): the text of each meaning in each language, or -1."""
    targets: NDArray[np.float32]
    """Shape (meanings, dimension): the teacher's vector of each, centred, of norm 1."""


def start(lessons: Lessons, size: int) -> NDArray[np.float32]:
    """Return the first table: the weighted mean teacher vector of each row's texts."""
    total = np.zeros((size, lessons.targets.shape[1]), dtype=np.float32)
    count = np.zeros(size, dtype=np.float32)
    for column in lessons.texts.T:
        meanings = np.flatnonzero(column >= 0)
        if not len(meanings):
            continue
        rows, offsets = (tensor.numpy() for tensor in lessons.bags.take(column[meanings]))
        ones, ends = np.ones(len(rows), dtype=np.float32), np.append(offsets, len(rows))
        bags = csr_array((ones, rows, ends), shape=(len(meanings), size))
        total += bags.T @ lessons.targets[meanings]
        count += bags.sum(axis=0)
    rarity = 1e-4 / (1e-4 + count / count.sum())
    return np.asarray(total / (count + 3)[:, None] * rarity[:, None], dtype=np.float32)


def train(
    settings: Settings,
    lessons: Lessons,
    size: int,
    after: Callable[[int, float, NDArray[np.float32]], None],
) -> NDArray[np.float32]:
    """Train a table of shape (size, dimension); `after` sees (epoch, loss, table)."""
    torch.manual_seed(settings.seed)
    random = np.random.default_rng(settings.seed)
    table = torch.nn.EmbeddingBag(size, lessons.targets.shape[1], mode="sum", sparse=True)
    with torch.no_grad():
        table.weight.copy_(torch.from_numpy(start(lessons, size)))
        table.weight /= table.weight.norm(dim=1).mean()
    optimizer = torch.optim.SparseAdam(table.parameters(), lr=settings.learning_rate)
    steps = settings.epochs * (len(lessons.texts) // settings.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - 0.95 * step / steps)
    for epoch in range(settings.epochs):
        losses = []
        order = random.permutation(len(lessons.texts))
        for batch in np.split(order, range(settings.batch, len(order), settings.batch)):
            if len(batch) < settings.batch:
                continue
            loss = _loss(table, lessons, batch, random, settings)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()  # type: ignore[no-untyped-call]
            schedule.step()
            losses.append(float(loss.detach()))
        after(epoch + 1, float(np.mean(losses)), table.weight.detach().numpy())
    return np.asarray(table.weight.detach().numpy(), dtype=np.float32)


def _loss(
    table: torch.nn.EmbeddingBag,
    lessons: Lessons,
    batch: NDArray[np.int64],
    random: np.random.Generator,
    settings: Settings,
) -> torch.Tensor:
    texts = lessons.texts[batch]
    ranks = random.random(texts.shape) - (texts >= 0)
    first, second = np.argsort(ranks, axis=1)[:, :2].T
    pick = np.arange(len(batch))
    one, other = texts[pick, first], texts[pick, second]
    both = other >= 0
    target = torch.from_numpy(lessons.targets[batch])
    vectors = _encode(table, lessons.bags, one, random, settings)
    loss = _distance(vectors, target, settings)
    if both.sum() > 1:
        mask = torch.from_numpy(both)
        others = _encode(table, lessons.bags, other[both], random, settings)
        loss = loss + _distance(others, target[mask], settings) * float(both.mean())
        logits = vectors[mask] @ others.T * settings.scale
        truth = torch.arange(len(others))
        pairs = F.cross_entropy(logits, truth) + F.cross_entropy(logits.T, truth)
        loss = loss + settings.translation * pairs * float(both.mean())
    return loss


def _distance(vectors: torch.Tensor, target: torch.Tensor, settings: Settings) -> torch.Tensor:
    cosines = (vectors * target).sum(1)
    logits = vectors @ target.T * settings.scale
    crowd = F.cross_entropy(logits, torch.arange(len(target)))
    return (1 - cosines).mean() + settings.contrast * crowd


def _encode(
    table: torch.nn.EmbeddingBag,
    bags: Bags,
    texts: NDArray[np.int64],
    random: np.random.Generator,
    settings: Settings,
) -> torch.Tensor:
    rows, offsets = bags.take(texts)
    kept = random.random(len(rows), dtype=np.float32) >= settings.dropout
    before = np.concatenate([[0], np.cumsum(kept)])
    vectors = table(rows[torch.from_numpy(kept)], torch.from_numpy(before[offsets.numpy()]))
    return F.normalize(vectors, dim=1, eps=1e-6)
