#!/usr/bin/env python3
"""Runs the circuits beside this file with Amazon Braket and writes the counts that 'shrinq decode' and 'shrinq audit' read.

Needs: pip install amazon-braket-sdk, and AWS credentials for a device.
"""

import argparse
import json
import pathlib

# by name: the program, and the device's qubits that it calls q[0], q[1], … where it was laid out for one
CIRCUITS = @CIRCUITS@
HERE = pathlib.Path(__file__).resolve().parent


def device(name):
    if name == "local":
        from braket.devices import LocalSimulator

        return LocalSimulator()
    from braket.aws import AwsDevice

    return AwsDevice(name)


def main():
    from braket.ir.openqasm import Program

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--device", default="local", help="local simulates here; anything else is the ARN of a device")
    parser.add_argument("--shots", type=int, default=4000, help="of each circuit")
    parser.add_argument("-o", "--output", default=str(HERE / "@COUNTS@"), help="the file of counts")
    given = parser.parse_args()
    target = device(given.device)
    tasks = [target.run(Program(source=(HERE / c["file"]).read_text()), shots=given.shots) for c in CIRCUITS.values()]
    counts = []
    for task in tasks:
        result = task.result()
        qubits = [int(q) for q in result.measured_qubits]
        counts.append({"measurementCounts": dict(result.measurement_counts), "measuredQubits": qubits})
    by_name = dict(zip(CIRCUITS, counts))
    pathlib.Path(given.output).write_text(json.dumps(by_name if @JOB@ else counts[0]))
    print(f"{given.output}: {given.shots} shots of {len(counts)} circuit{'' if len(counts) == 1 else 's'}")


if __name__ == "__main__":
    main()
