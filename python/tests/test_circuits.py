"""Circuits out and counts back, and the README's lines."""

import random
import re
from pathlib import Path

import pytest

import shrinq

ROOT = Path(__file__).resolve().parents[2]
SEED = 7


@pytest.fixture(scope="module")
def circuit():
    draw = random.Random(SEED)
    values = [draw.randint(20, 60) for _ in range(14)]
    weights = [[draw.randint(5, 40) for _ in range(14)] for _ in range(3)]
    knapsack = shrinq.Knapsack(values, weights, [sum(row) // 2 for row in weights])
    return knapsack, shrinq.circuit(knapsack, qubits=6, layers=2, coupling="linear", seed=1)


def test_simulated_counts(circuit):
    knapsack, c = circuit
    assert c.qubits <= 6 and c.folder.is_dir()
    decoded = c.decode(c.simulate(shots=4000))
    assert decoded.shots == 4000 and 0 <= decoded.feasible_share <= 1
    assert decoded.mean_energy == pytest.approx(c.sidecar["circuit"]["expectation"], rel=0.1)
    assert decoded.objective == sum(knapsack.values[i] for i in decoded.selected)
    audit = c.audit(c.simulate(shots=200, noise="noisy"))
    assert "Against:" in audit["account"] and audit["tests"]


def test_qiskit(circuit):
    pytest.importorskip("qiskit_qasm3_import")
    aer = pytest.importorskip("qiskit_aer")
    program = circuit[1].qiskit()
    assert program.num_clbits == circuit[1].qubits
    counts = aer.AerSimulator().run(program, shots=4000, seed_simulator=1).result().get_counts()
    assert circuit[1].decode(counts).mean_energy == pytest.approx(circuit[1].sidecar["circuit"]["expectation"], rel=0.1)


def test_lines_of_the_readme(monkeypatch, capsys):
    pytest.importorskip("networkx")
    pytest.importorskip("qiskit_aer")
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    assert len(blocks) == 1
    monkeypatch.chdir(ROOT)
    exec(compile(blocks[0], "README.md", "exec"), {})
    assert "OPTIMAL" in capsys.readouterr().out
