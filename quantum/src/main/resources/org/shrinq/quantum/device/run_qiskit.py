#!/usr/bin/env python3
"""Runs the circuits beside this file with Qiskit and writes the counts that 'shrinq decode' and 'shrinq audit' read.

Needs: pip install qiskit qiskit-qasm3-import qiskit-aer, and qiskit-ibm-runtime with a saved account for a device.
"""

import argparse
import json
import pathlib

# by name: the program, and the device's qubits that it calls q[0], q[1], … where it was laid out for one
CIRCUITS = @CIRCUITS@
HERE = pathlib.Path(__file__).resolve().parent


def program(name):
    from qiskit import QuantumCircuit, qasm3

    text = (HERE / CIRCUITS[name]["file"]).read_text()
    return QuantumCircuit.from_qasm_str(text) if "OPENQASM 2" in text else qasm3.loads(text)


def simulated(programs, shots, seed):
    from qiskit_aer import AerSimulator

    result = AerSimulator().run(programs, shots=shots, seed_simulator=seed).result()
    return [result.get_counts(k) for k in range(len(programs))]


def measured(programs, shots, device):
    from qiskit import transpile
    from qiskit_ibm_runtime import QiskitRuntimeService, SamplerV2

    backend = QiskitRuntimeService().backend(device)
    layouts = [circuit["qubits"] for circuit in CIRCUITS.values()]
    ready = [transpile(p, backend, initial_layout=q, optimization_level=1) for p, q in zip(programs, layouts)]
    result = SamplerV2(mode=backend).run(ready, shots=shots).result()
    return [pub.data.c.get_counts() for pub in result]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--backend", default="aer", help="aer simulates here; any other name is a device of IBM's service")
    parser.add_argument("--shots", type=int, default=4000, help="of each circuit")
    parser.add_argument("--seed", type=int, help="of the simulator")
    parser.add_argument("-o", "--output", default=str(HERE / "@COUNTS@"), help="the file of counts")
    given = parser.parse_args()
    programs = [program(name) for name in CIRCUITS]
    if given.backend == "aer":
        counts = simulated(programs, given.shots, given.seed)
    else:
        counts = measured(programs, given.shots, given.backend)
    by_name = dict(zip(CIRCUITS, counts))
    pathlib.Path(given.output).write_text(json.dumps(by_name if @JOB@ else counts[0]))
    print(f"{given.output}: {given.shots} shots of {len(counts)} circuit{'' if len(counts) == 1 else 's'}")


if __name__ == "__main__":
    main()
