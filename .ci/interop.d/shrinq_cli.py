"""Runs Shrinq for the checks: SHRINQ names the command, ./shrinq where it is not set."""

import json
import os
import shlex
import subprocess
import tempfile

FOLDER = tempfile.mkdtemp(prefix="shrinq-interop-")
COMMAND = shlex.split(os.environ.get("SHRINQ", "./shrinq"))


def path(name):
    return os.path.join(FOLDER, name)


def shrinq(*arguments, code=0):
    """Standard output of a command that has to end with that exit code."""
    run = subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, text=True)
    if run.returncode != code:
        raise SystemExit(f"shrinq {' '.join(map(str, arguments))} ended with {run.returncode}: {run.stderr}")
    return run.stdout


def solved(file, *flags):
    """Objective that Shrinq proves; None where it proves that there is none."""
    text = subprocess.run([*COMMAND, "solve", file, "--json", "--seed", "1", "--method", "exact", *flags], capture_output=True, text=True)
    if text.returncode not in (0, 4):
        raise SystemExit(f"shrinq solve {file}: {text.stderr}")
    result = json.loads(text.stdout)
    if result["status"] == "INFEASIBLE":
        return None
    if result["status"] != "OPTIMAL":
        raise SystemExit(f"shrinq solve {file}: {result['status']}")
    return result["objective"]


class Tally:
    """Counts what agrees and tells what does not."""

    def __init__(self):
        self.passed = 0
        self.wrong = []

    def check(self, holds, what):
        if holds:
            self.passed += 1
        else:
            self.wrong.append(what)
            print("WRONG", what)

    def end(self, name):
        print(f"{name}: {self.passed} of {self.passed + len(self.wrong)} comparisons agree")
        return bool(self.wrong)
