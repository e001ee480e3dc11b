"""Solves problems."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import launch, problems


@dataclass(frozen=True)
class Result:
    """What a run found. ``values`` has every variable under its label, ``selected`` the labels of those that are 1 (numbers from 0 for files);
    ``raw`` is the whole result as Shrinq writes it."""

    status: str
    """OPTIMAL, FEASIBLE, INFEASIBLE or UNKNOWN."""
    sense: str
    objective: float | None
    bound: float | None
    values: Mapping[Hashable, float] = field(repr=False)
    selected: tuple[Hashable, ...]
    permutation: tuple[int, ...] | None
    """Facility i is at location permutation[i], both from 0."""
    credit: str
    """Whose the solution is: what the circuit had a part in, and what was known before it."""
    seconds: float
    pool: tuple[Mapping[Hashable, float], ...] = field(repr=False)
    raw: Mapping[str, Any] = field(repr=False)

    @property
    def feasible(self) -> bool:
        return self.objective is not None


def values_of(written: problems.Written, x: list[int], integers: Mapping[str, float]) -> dict[Hashable, float]:
    """By label, from the file's own order."""
    labels = written.labels if written.labels is not None else tuple(range(len(x)))
    values: dict[Hashable, float] = dict(zip(labels, x))
    values.update({label: integers[name] for name, label in written.integers.items() if name in integers})
    if written.labels is None:
        values.update(integers)
    values.update(written.fixed)
    return values


def result_of(written: problems.Written, raw: Mapping[str, Any]) -> Result:
    solution = raw.get("solution") or {}
    values = values_of(written, solution["x"], solution.get("integers", {})) if solution else {}
    permutation = solution.get("permutation")
    pool = tuple(values_of(written, x, {}) for x in raw.get("solutions", ()))
    return Result(
        status=raw["status"],
        sense=raw["sense"],
        objective=raw.get("objective") if solution else None,
        bound=raw.get("bound"),
        values=values,
        selected=tuple(label for label, value in values.items() if value == 1),
        permutation=tuple(p - 1 for p in permutation) if permutation else None,
        credit=raw.get("credit", ""),
        seconds=raw["timing"]["total_seconds"],
        pool=pool,
        raw=raw,
    )


def solve(
    problem: Any,
    *,
    kind: str | None = None,
    jar: str | Path | None = None,
    progress: launch.Listener | None = None,
    **settings: launch.Setting,
) -> Result:
    """Solves a problem and returns the verified solution, also where none was found.

    ``problem`` is the path of a file, a Knapsack, an Assignment, a Model, a dimod BQM or CQM, a networkx graph, or a QuadraticProgram of
    qiskit-optimization; ``kind`` says what a file or graph is read as: mis, maxcut, mdkp, qap, bqp. Settings are the flags of
    ``shrinq solve``, such as ``time_limit=30, qubits=12, seed=1, pool=5``. ``progress`` is called with every event, in another thread.
    """
    with tempfile.TemporaryDirectory(prefix="shrinq-") as folder:
        written = problems.write(problem, Path(folder), kind)
        words = ["solve", str(written.path), "--json", *launch.flags({"problem": written.problem, **settings})]
        if progress is not None:
            words.append("--verbose")
        text = launch.run(words, jar=jar, progress=progress, accepted=(0, 4))
    return result_of(written, json.loads(text))
