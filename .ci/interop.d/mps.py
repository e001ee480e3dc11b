"""Matrix product states here and in Qiskit Aer on the same circuits in one run: processor seconds a layer, and the mean cut of the strings.

mps.py [N] [LAYERS] [CHI]…: max-cut on a random 3-regular graph with N = 100 vertices, three layers at the angles of regular trees, bonds of 32 and 64.
Both run on one thread and draw 1,000 strings. A layer's time is the difference between all layers and one, so that starts, imports and sampling count nowhere.
"""

import json
import os
import resource
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"

from qiskit import QuantumCircuit  # noqa: E402
from qiskit_aer import AerSimulator  # noqa: E402

from shrinq_cli import path, shrinq  # noqa: E402

SHOTS = 1000


def children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def cut(counts, edges):
    """Mean cut of the strings, whose variable 0 is the last character."""
    total = sum(c * sum(s[-1 - i] != s[-1 - j] for i, j in edges) for s, c in counts.items())
    return total / sum(counts.values())


def ours(qasm, chi):
    """Processor seconds and counts of Shrinq, its virtual machine included."""
    begin = children()
    shrinq("simulate", qasm, "--backend", "mps", "--bond", chi, "--shots", SHOTS, "-o", path("ours.json"))
    used = children() - begin
    with open(path("ours.json")) as file:
        held = json.load(file)
    return used, held.get("counts", held)


def aer(qasm, chi):
    """Processor seconds and counts of Aer, without import and parsing."""
    circuit = QuantumCircuit.from_qasm_file(qasm)
    simulator = AerSimulator(method="matrix_product_state", matrix_product_state_max_bond_dimension=chi,
                             matrix_product_state_truncation_threshold=1e-16, max_parallel_threads=1, seed_simulator=1)
    begin = time.process_time()
    counts = simulator.run(circuit, shots=SHOTS).result().get_counts()
    return time.process_time() - begin, counts


def main(n=100, layers=3, bonds=(32, 64)):
    graph = path("cubic.mc")
    shrinq("generate", "maxcut", "--family", "cubic", "--n", n, "--seed", 1, "-o", graph)
    with open(graph) as file:
        rows = [line.split() for line in file if line.strip() and not line.startswith("#")]
    edges = [(int(i) - 1, int(j) - 1) for i, j, *_ in rows[1:]]
    for p in (1, layers):
        shrinq("export", graph, "--qubits", n, "--no-shrink", "--no-reduce", "--layers", p, "--init", "fixed", "--maxiter", 0,
               "--backend", "mps", "--bond", 4, "--qasm", 2, "-o", path(f"cubic{p}.qasm"))
    print(f"cubic graph, {n} vertices, {len(edges)} edges: seconds a layer from the second to layer {layers}")
    for chi in bonds:
        used, cuts = [], []
        for run in (ours, aer):
            first, _ = run(path("cubic1.qasm"), chi)
            last, counts = run(path(f"cubic{layers}.qasm"), chi)
            used.append((last - first) / (layers - 1))
            cuts.append(cut(counts, edges))
        print(f"bonds of {chi}: {used[0]:.1f} s, mean cut {cuts[0]:.1f}; Aer {used[1]:.1f} s, mean cut {cuts[1]:.1f}; "
              f"ratio {used[1] / used[0]:.2f}", flush=True)


if __name__ == "__main__":
    numbers = [int(a) for a in sys.argv[1:]]
    main(*numbers[:2], *([numbers[2:]] if len(numbers) > 2 else []))
