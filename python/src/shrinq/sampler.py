"""Shrinq as a sampler of dimod; this module alone needs that package."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dimod

from . import solving


class ShrinqSampler(dimod.Sampler):  # type: ignore[misc,name-defined]
    """Solves a BQM with ``shrinq solve``; parameters are its flags, ``num_reads`` the most solutions in the pool. One sample at least."""

    def __init__(self, *, jar: str | Path | None = None) -> None:
        self._jar = jar

    @property
    def properties(self) -> dict[str, Any]:
        return {"description": "Shrinq, by its command"}

    @property
    def parameters(self) -> dict[str, list[str]]:
        names = ("num_reads", "time_limit", "method", "qubits", "layers", "seed", "progress")
        return {name: [] for name in names}

    def sample(self, bqm: Any, num_reads: int | None = None, **parameters: Any) -> Any:
        """Solutions with their energies; ``info`` has status, bound and credit."""
        result = solving.solve(bqm, jar=self._jar, pool=num_reads, **parameters)
        found_values = list({tuple(x.items()): x for x in (result.values, *result.pool)}.values())
        spin = bqm.vartype is dimod.SPIN
        samples = [{v: int(2 * x[v] - 1 if spin else x[v]) for v in bqm.variables} for x in found_values]
        info = {"status": result.status, "bound": result.bound, "credit": result.credit, "seconds": result.seconds}
        found: Any = dimod.SampleSet.from_samples_bqm(samples, bqm)  # type: ignore[no-untyped-call]
        found.info.update(info)
        return found

    def sample_cqm(self, cqm: Any, **parameters: Any) -> Any:
        """The solution of a ConstrainedQuadraticModel as a sample set, empty where none was found."""
        result = solving.solve(cqm, jar=self._jar, **parameters)
        spins = {v for v in cqm.variables if cqm.vartype(v) is dimod.SPIN}
        sample = {v: 2 * value - 1 if v in spins else value for v, value in result.values.items()}
        kept = [sample] if sample else []
        found: Any = dimod.SampleSet.from_samples_cqm(kept, cqm)  # type: ignore[no-untyped-call]
        found.info.update({"status": result.status, "bound": result.bound, "credit": result.credit})
        return found
