"""Circuits of shrunk problems for devices, and their counts back."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import launch, problems, solving

Counts = Mapping[str, Any]


@dataclass(frozen=True)
class Decoded:
    """What measured strings mean: the best solution after repair, and the strings themselves before it."""

    objective: float | None
    values: Mapping[Hashable, float] = field(repr=False)
    selected: tuple[Hashable, ...]
    shots: int
    mean_energy: float
    best_energy: float
    feasible_share: float
    """Of the strings, without any repair."""
    account: str = field(repr=False)


@dataclass(frozen=True)
class Circuit:
    """An exported circuit in its own folder, which goes when the object does."""

    qasm: str = field(repr=False)
    account: str
    sidecar: Mapping[str, Any] = field(repr=False)
    _written: problems.Written = field(repr=False)
    _folder: Any = field(repr=False)
    _jar: str | Path | None = field(repr=False, default=None)

    @property
    def folder(self) -> Path:
        """Where circuit.qasm, its sidecar and the instance lie."""
        return Path(self._folder.name)

    @property
    def qubits(self) -> int:
        return int(self.sidecar["circuit"]["qubits"])

    def qiskit(self) -> Any:
        """The circuit as a ``qiskit.QuantumCircuit``, measured into the register c."""
        from qiskit import qasm2, qasm3

        if self.qasm.startswith("OPENQASM 2"):
            return qasm2.loads(self.qasm, custom_instructions=qasm2.LEGACY_CUSTOM_INSTRUCTIONS)
        return qasm3.loads(self.qasm)

    def simulate(self, shots: int = 1024, noise: str = "none", **settings: launch.Setting) -> dict[str, int]:
        """Counts by Shrinq's own simulator, variable 0 last as Qiskit writes them."""
        target = self.folder / "counts.json"
        words = launch.flags({"shots": shots, "noise": noise, **settings})
        launch.run(["simulate", self.folder / "circuit.qasm", "-o", target, *words], jar=self._jar)
        counts: dict[str, int] = json.loads(target.read_text())
        return counts

    def decode(self, counts: Counts, **settings: launch.Setting) -> Decoded:
        """Measured counts back to a verified solution: ``get_counts()`` of Qiskit, or any shape of JSON that ``shrinq decode`` reads."""
        solution = self.folder / "decoded.json"
        solution.unlink(missing_ok=True)
        words: list[str | Path] = ["decode", self._sidecar(), self._counts(counts), "-o", solution, *launch.flags(settings)]
        account = launch.run(words, jar=self._jar, accepted=(0, 4))
        found = json.loads(solution.read_text())
        own = found.get("solution")
        values = solving.values_of(self._written, own["x"], own.get("integers", {})) if own else {}
        samples = found["samples"]
        return Decoded(
            objective=found.get("objective"),
            values=values,
            selected=tuple(label for label, value in values.items() if value == 1),
            shots=samples["shots"],
            mean_energy=samples["mean_energy"],
            best_energy=samples["best_energy"],
            feasible_share=samples["feasible_fraction"],
            account=account,
        )

    def audit(self, counts: Counts, **settings: launch.Setting) -> dict[str, Any]:
        """Was the device needed? All figures of ``shrinq audit``, with its sentences under ``account``."""
        target = self.folder / "audit.json"
        words: list[str | Path] = ["audit", self._sidecar(), self._counts(counts), "-o", target, *launch.flags(settings)]
        account = launch.run(words, jar=self._jar)
        figures: dict[str, Any] = json.loads(target.read_text())
        return {**figures, "account": account}

    def _sidecar(self) -> Path:
        return self.folder / "circuit.qasm.sidecar.json"

    def _counts(self, counts: Counts) -> Path:
        target = self.folder / "measured.json"
        target.write_text(json.dumps(counts, default=int))
        return target


def circuit(
    problem: Any, *, kind: str | None = None, jar: str | Path | None = None, **settings: launch.Setting
) -> Circuit:
    """Shrinks a problem, trains a circuit for what is left and exports it. Settings are the flags of ``shrinq export``, such as
    ``qubits=8, layers=2, coupling="linear", qasm="braket"``; problems are those of ``solve``."""
    folder = tempfile.TemporaryDirectory(prefix="shrinq-")
    place = Path(folder.name)
    written = problems.write(problem, place, kind)
    target = place / "circuit.qasm"
    words = launch.flags({"problem": written.problem, **settings})
    account = launch.run(["export", written.path.resolve(), "-o", target, *words], jar=jar)
    sidecar = json.loads((place / "circuit.qasm.sidecar.json").read_text())
    return Circuit(target.read_text(), account, sidecar, written, folder, jar)
