#!/usr/bin/env python3
"""Twenty small models as LP, as MPS and as OPB, which HiGHS, SCIP, CBC and Shrinq must read alike: the optima are compared.

Usage: readers.py [lp] [mps] [opb] [NAME OF A MODEL]…     SHRINQ names the command, ./shrinq where it is not set.
Each model is there for a corner of its format. Where a solver is known not to read that corner, it is named with the reason and not asked.
"""

import os
import subprocess
import sys
import tempfile

import highspy
import pulp
import pyscipopt
from shrinq_cli import solved

FOLDER = tempfile.mkdtemp()

NO_LP_INDICATORS = {"highs": "no indicators in LP", "cbc": "no indicators in LP"}
NO_LP_PRODUCTS = {"cbc": "no products in LP"}
NO_ROW_PRODUCTS = {"highs": "no products in rows", "cbc": "no products in LP"}

# name: optimum, text, solvers that do not read it
LP = {
    "constant": (
        4.5,
        """Minimize
 obj: 2 x0 - 3 x1 + 7.5 k
Subject To
 R0: x0 + x1 >= 1
Bounds
 k = 1
Binaries
 x0 x1
End""",
        {},
    ),
    "one-var-constant": (
        7,
        """max
 obj: +3 x1 +2 x2 +4 ONE_VAR_CONSTANT
st
 c: +1 x1 +1 x2 <= 1
 d: +1 ONE_VAR_CONSTANT = 1.0
bounds
 1 <= ONE_VAR_CONSTANT <= 1
bin
 x1
 x2
end""",
        {},
    ),
    "objective-constant": (
        -6,
        """Minimize
 obj: 3 a - 2 b - 4
Subject To
 r: a + b <= 1
Binaries
 a b
End""",
        {"cbc": "the constant is left out"},
    ),
    "bounded-integer": (
        18,
        """Maximize
 obj: 3 i + 2 a
Subject To
 r: 2 i + 5 a <= 13
Bounds
 0 <= i <= 9
Generals
 i
Binaries
 a
End""",
        {},
    ),
    "negative-integer": (
        -9,
        """Minimize
 obj: i + 2 j
Subject To
 r: i + j >= -10
Bounds
 -5 <= i <= 3
 -2 <= j <= 4
Generals
 i j
End""",
        {},
    ),
    "implied-bound": (
        1,
        """Minimize
 obj: s
Subject To
 r: 3 a + 5 b + s = 6
Bounds
 s >= 0
Generals
 s
Binaries
 a b
End""",
        {},
    ),
    "fractional-bounds": (
        4,
        """Maximize
 obj: i - j
Subject To
 r: i + j <= 20
Bounds
 0.5 <= i <= 6.9
 1.2 <= j <= 4.5
Generals
 i j
End""",
        {},
    ),
    "free-integer": (
        -7,
        """Minimize
 obj: i
Subject To
 r: i >= -7
 s: i <= 3
Bounds
 i free
Generals
 i
End""",
        {},
    ),
    "minus-infinity": (
        -4,
        """Minimize
 obj: i + a
Subject To
 r: 2 i + a >= -9
Bounds
 -inf <= i <= 2
Generals
 i
Binaries
 a
End""",
        {"cbc": "-inf as a lower bound is lost"},
    ),
    "range-row": (
        6,
        """Maximize
 obj: 2 a + 3 b + 4 c
Subject To
 r: 1 <= a + b + c <= 2
 s: b + c <= 1
Binaries
 a b c
End""",
        {"highs": "no ranges in LP", "scip": "no ranges in LP"},
    ),
    "reversed-signs": (
        1,
        """Minimize
 obj: a + b + c
Subject To
 r: a + b + c => 1
 s: a - b =< 0
Binaries
 a b c
End""",
        {"cbc": "no => and =<"},
    ),
    "quadratic": (
        -4,
        """Minimize
 obj: a - 2 b + [ 2 a^2 - 8 a * b + 4 b * c ] / 2
Subject To
 r: a + b + c <= 3
Binaries
 a b c
End""",
        NO_LP_PRODUCTS | {"highs": "an integer model with products is not solved"},
    ),
    "product-row": (
        1,
        """Maximize
 obj: a + b + c
Subject To
 q: [ a * b + b * c + a * c ] <= 0.5
 r: a + c <= 2
 s: 2 b + a <= 2
Binaries
 a b c
End""",
        NO_ROW_PRODUCTS,
    ),
    "indicator": (
        4,
        """Maximize
 obj: 3 a + 2 b - z
Subject To
 i: z = 0 -> a + b <= 1
 r: z >= 0
Binaries
 a b z
End""",
        NO_LP_INDICATORS,
    ),
    "indicator-of-integers": (
        10,
        """Maximize
 obj: i + j - 3 z
Subject To
 u: z = 0 -> i + j <= 4
 v: z = 1 -> i - j >= -1
 w: i <= 6
Bounds
 i <= 8
 j <= 9
Generals
 i j
Binaries
 z
End""",
        NO_LP_INDICATORS,
    ),
    "lazy-rows": (
        2,
        """Maximize
 obj: a + 2 b
Subject To
 r: a + b <= 2
Lazy Constraints
 l: a + b <= 1
Binaries
 a b
End""",
        {"highs": "no lazy constraints", "cbc": "no lazy constraints"},
    ),
    "infeasible": (
        None,
        """Minimize
 obj: a + b
Subject To
 r: a + b >= 2
 s: a - b = 1
Binaries
 a b
End""",
        {},
    ),
    "names": (
        1,
        """\\ as modelling layers write them
Maximize
 obj: x(1,_2) + 2 y{b}.z - 3 t_x#1~2
Subject To
 c_e_x_: x(1,_2) + y{b}.z = 1
 c_u: 2 y{b}.z <= 1
 c_v: t_x#1~2 + y{b}.z <= 4
Binaries
 x(1,_2)
 y{b}.z
 t_x#1~2
End""",
        {},
    ),
    "exponents": (
        0.5,
        """Minimize
 obj: 5e-1 a + 1.5E0 b + 2.e0 c
Subject To
 r: 1e0 a + .1e1 b + 10.0e-1 c >= 1
Binaries
 a b c
End""",
        {"cbc": "2.e0 is no number"},
    ),
    "equality-of-integers": (
        3,
        """Minimize
 obj: i + j + k
Subject To
 r: 6 i + 10 j + 15 k = 31
Bounds
 i <= 5
 j <= 5
 k <= 5
Generals
 i j k
End""",
        {},
    ),
}


def mps(rows, columns, sides="", bounds="", ranges="", sense="", after="", name="m"):
    """Free MPS of lines parted by semicolons; columns are integers but those of a line that begins with '='."""
    lines = [f"NAME {name}", *sense.split(";")]

    def section(title, text):
        lines.append(title)
        lines.extend(" " + line.strip() for line in text.split(";") if line.strip())

    section("ROWS", rows)
    lines.append("COLUMNS")
    integer = False
    for line in (line.strip() for line in columns.split(";")):
        if integer == line.startswith("="):
            integer = not integer
            lines.append(f" MARK{len(lines)} 'MARKER' {chr(39)}{'INTORG' if integer else 'INTEND'}{chr(39)}")
        lines.append(" " + line.lstrip("="))
    if integer:
        lines.append(" MARKEND 'MARKER' 'INTEND'")
    section("RHS", sides)
    if ranges:
        section("RANGES", ranges)
    if bounds:
        section("BOUNDS", bounds)
    if after:
        title, text = after.split(":")
        section(title, text)
    return "\n".join(line for line in lines if line) + "\nENDATA"


FIXED = """NAME          fixed
ROWS
 N  COST
 L  LIM1
 G  MYEQN
COLUMNS
    MARKER                 'MARKER'                 'INTORG'
    X1        COST              -3.0   LIM1               2.0
    X1        MYEQN              1.0
    X2        COST              -2.0   LIM1               1.0
    MARKER                 'MARKER'                 'INTEND'
RHS
    RHS       LIM1               2.0   MYEQN             -1.0
BOUNDS
 BV BND       X1
 UP BND       X2                 1.0
ENDATA"""

NO_MPS_SENSE = {"cbc": "OBJSENSE MAX is passed over"}

MPS = {
    "binaries": (-3, mps("N c;L r", "a c -3 r 2;b c -2 r 1", "R r 2", "BV B a;BV B b"), {}),
    "fixed": (-3, FIXED, {}),
    "objective-side": (4.5, mps("N c;G r", "a c 1 r 1;b c 2 r 1", "R r 1 c -3.5", "BV B a;BV B b"), {}),
    "maximise": (3, mps("N c;L r", "a c 3 r 2;b c 2 r 1", "R r 2", "BV B a;BV B b", sense="OBJSENSE; MAX"), NO_MPS_SENSE),
    "maximise-with-side": (4, mps("N c;L r", "a c 3 r 2;b c 2 r 1", "R r 2 c -1", "BV B a;BV B b", sense="OBJSENSE; MAX"), NO_MPS_SENSE),
    "minimise-said": (-3, mps("N c;L r", "a c -3 r 2;b c -2 r 1", "R r 2", "BV B a;BV B b", sense="OBJSENSE; MIN"), {}),
    "lower-and-upper": (-7.5, mps("N c;G r", "i c 1.5 r 1", "R r -5", "LO B i -20;UP B i 20"), {}),
    "li-ui": (-7.5, mps("N c;G r", "=i c 1.5 r 1", "R r -5", "LI B i -20;UI B i 20"), {}),
    "range-of-l": (2, mps("N c;L r", "i c 1 r 1", "R r 5", "UP B i 9", ranges="R r 3"), {}),
    "range-of-g": (5, mps("N c;G r", "i c 1 r 1", "R r 3", "UP B i 9", ranges="R r -2", sense="OBJSENSE; MAX"), NO_MPS_SENSE),
    "range-of-e-up": (5, mps("N c;E r", "i c 1 r 1", "R r 3", "UP B i 9", ranges="R r 2", sense="OBJSENSE; MAX"), NO_MPS_SENSE),
    "range-of-e-down": (1, mps("N c;E r", "i c 1 r 1", "R r 3", "UP B i 9", ranges="R r -2"), {}),
    "fixed-continuous": (6, mps("N c;G r", "=k c 2;a c 1 r 1;b c 3 r 1", "R r 1", "FX B k 2.5;BV B a;BV B b"), {}),
    "minus-infinity": (-4, mps("N c;G r", "i c 1 r 2;a c 1 r 1", "R r -9", "MI B i;UP B i 2;BV B a"), {}),
    "free": (-3, mps("N c;G r;L s", "i c 1 r 1 ;i s 1", "R r -3 s 7", "FR B i"), {}),
    "plus-infinity": (9, mps("N c;L r", "i c 1 r 1", "R r 9", "PL B i", sense="OBJSENSE; MAX"), NO_MPS_SENSE),
    "integers-without-bounds": (-3, mps("N c;L r", "a c -3 r 2;b c -2 r 1", "R r 2"), {"scip": "they are unbounded, so that b is 2", "cbc": "they are unbounded, so that b is 2"}),
    "several-free-rows": (-3, mps("N c;N d;L r", "a c -3 d 5;a r 2;b c -2 r 1", "R r 2", "BV B a;BV B b"), {}),
    "quadobj": (-2, mps("N c;L r", "a c 1 r 1;b c -1 r 1", "R r 3", "BV B a;BV B b", after="QUADOBJ: a b -2"), {"highs": "an integer model with products is not solved", "cbc": "no quadratic integer models"}),
    "qmatrix": (-2, mps("N c;L r", "a c 1 r 1;b c -1 r 1", "R r 3", "BV B a;BV B b", after="QMATRIX: a b -2; b a -2"), {"highs": "an integer model with products is not solved", "cbc": "no quadratic integer models"}),
    "indicators": (1, mps("N c;L r", "z c -2;a c 1 r 1;b c 1 r 1", "R r 1", "BV B z;BV B a;BV B b", sense="OBJSENSE; MAX", after="INDICATORS: IF r z 0"), {"highs": "no indicators", "cbc": "no indicators"}),
    "infeasible": (None, mps("N c;G r;L s", "a c 1 r 1;a s 1;b c 1 r 1;b s 1", "R r 2 s 1", "BV B a;BV B b"), {}),
}


def opb(variables, rows, text):
    return f"* #variable= {variables} #constraint= {rows}\n" + "\n".join(line.strip() for line in text.replace(";", " ;\n").splitlines() if line.strip())


OPB = {
    "linear": (-4, opb(3, 2, "min: -3 x1 -2 x2 +1 x3;-1 x1 -1 x2 +1 x3 >= -1;+2 x1 +1 x2 >= 1;"), {}),
    "equality": (5, opb(3, 1, "min: +2 x1 +3 x2 +4 x3;+1 x1 +1 x2 +1 x3 = 2;"), {}),
    "negated": (3, opb(3, 2, "min: +1 x1 +1 ~x2 +1 x3;+1 x1 +1 x2 +1 x3 = 2;+1 ~x2 >= 1;"), {}),
    "no-objective": (0, opb(2, 1, "+1 x1 +1 x2 >= 1;"), {}),
    "product": (-5, opb(4, 1, "min: -5 x1 x2 x3 +2 x4;+1 x1 +1 x2 +1 x3 -1 x4 >= 2;"), {}),
    "product-in-row": (-3, opb(3, 1, "min: -1 x1 -2 x2 -1 x3;+1 x1 x2 +1 x1 x3 +1 x2 x3 <= 1;"), {}),
    "negated-product": (1, opb(3, 3, "min: +1 x1 x2 +1 ~x1 ~x2 x3;+1 x1 +1 x2 +1 x3 >= 2;+1 x1 x3 >= 1;+1 x2 >= 1;"), {}),
    "infeasible": (None, opb(2, 2, "min: +1 x1;+1 x1 +1 x2 >= 2;+1 x1 +1 x2 <= 1;"), {}),
    "large-coefficients": (1000000, opb(2, 1, "min: +1000000 x1 +2000000 x2;+1000000 x1 +2000000 x2 >= 999999;"), {}),
    "negative-side": (-6, opb(3, 1, "min: -1 x1 -2 x2 -4 x3;-3 x1 -3 x2 -3 x3 >= -6;"), {}),
    "cover": (2, opb(5, 5, "min: +1 x1 +1 x2 +1 x3 +1 x4 +1 x5;+1 x1 +1 x2 >= 1;+1 x2 +1 x3 >= 1;+1 x3 +1 x4 >= 1;+1 x4 +1 x5 >= 0;+1 x1 +1 x4 >= 1;"), {}),
    "packing": (-9, opb(4, 2, "min: -5 x1 -4 x2 -3 x3 -4 x4;+2 x1 +3 x2 +1 x3 +2 x4 <= 5;+4 x1 +1 x2 +2 x3 +3 x4 <= 8;"), {}),
    "unused-variable": (1, opb(4, 1, "min: +1 x1 +3 x3;+1 x1 +1 x3 >= 1;"), {}),
    "cut": (-4, opb(4, 0, "min: -1 x1 -1 x2 -1 x3 -1 x4 +1 x1 x2 +1 x2 x3 +1 x3 x4 +1 x1 x4 -1 ~x1 ~x3 -1 x2 x4;"), {}),
    "square-of-one": (2, opb(2, 1, "min: +2 x1 +3 x2;+1 x1 +1 x2 >= 1;"), {}),
    "exactly-one-twice": (7, opb(4, 2, "min: +3 x1 +5 x2 +4 x3 +6 x4;+1 x1 +1 x2 = 1;+1 x3 +1 x4 = 1;"), {}),
    "implication": (2, opb(3, 3, "min: +1 x1 +1 x2 +1 x3;+1 ~x1 +1 x2 >= 1;+1 x1 +1 x3 >= 1;+1 ~x3 +1 x2 >= 1;"), {}),
    "weighted-rows": (10, opb(4, 2, "min: +7 x1 +6 x2 +3 x3 +4 x4;+3 x1 +2 x2 +1 x3 +2 x4 >= 4;+1 x1 +2 x2 +1 x3 >= 2;"), {}),
    "all-negative": (-10, opb(4, 0, "min: -1 x1 -2 x2 -3 x3 -4 x4;"), {}),
    "knapsack-equality": (-14, opb(5, 1, "min: -4 x1 -5 x2 -6 x3 -3 x4 -2 x5;+3 x1 +4 x2 +5 x3 +2 x4 +1 x5 = 10;"), {}),
}


def by_highs(path):
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    if solver.readModel(path) == highspy.HighsStatus.kError:
        return "not read"
    solver.run()
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return None
    return solver.getInfo().objective_function_value if solver.getModelStatus() == highspy.HighsModelStatus.kOptimal else "not solved"


def by_scip(path):
    model = pyscipopt.Model()
    model.hideOutput()
    try:
        model.readProblem(path)
    except (OSError, Exception) as e:  # noqa: BLE001 — PySCIPOpt raises plain exceptions
        return f"not read: {e}"
    model.optimize()
    return {"optimal": model.getObjVal, "infeasible": lambda: None}.get(model.getStatus(), lambda: "not solved")()


def by_cbc(path):
    if path.endswith(".mps"):
        with open(path) as file:
            text = file.read()
        # free format is told by a word, and names of five characters may pass for fixed format
        path = path.replace(".mps", ".free.mps")
        with open(path, "w") as file:
            file.write(text.replace("NAME m\n", "NAME m FREE\n"))
    found = subprocess.run([pulp.PULP_CBC_CMD().path, path, "solve", "solution", path + ".cbc"], capture_output=True, text=True)
    if not os.path.exists(path + ".cbc"):
        return "not read"
    head = open(path + ".cbc").readline()
    if "nfeasible" in head:
        return None
    return float(head.split()[-1]) if head.startswith("Optimal") else f"not solved: {head} {found.stdout[-300:]}"


SOLVERS = {"highs": by_highs, "scip": by_scip, "cbc": by_cbc}


def same(a, b):
    return a is b is None or (isinstance(a, (int, float)) and isinstance(b, (int, float)) and abs(a - b) <= 1e-6 * max(1, abs(a)))


def compare(kind, name, optimum, text, left_out):
    """How many solvers read it and what disagrees."""
    path = f"{FOLDER}/{name}.{kind}"
    with open(path, "w") as file:
        file.write(text + "\n")
    asked = [s for s in SOLVERS if s not in left_out and not (kind == "opb" and s != "scip")]
    values = {s: SOLVERS[s](path) for s in asked}
    values["shrinq"] = solved(path)
    return len(asked), {s: v for s, v in values.items() if not same(optimum, v)}


def main():
    wrong = 0
    kinds = {"lp": LP, "mps": MPS, "opb": OPB}
    words = sys.argv[1:]
    names = [w for w in words if w not in kinds]
    for kind, models in kinds.items():
        if any(w in kinds for w in words) and kind not in words:
            continue
        chosen = {n: m for n, m in models.items() if not names or n in names}
        bad = 0
        readings = 0
        for name, (optimum, text, left_out) in chosen.items():
            asked, differing = compare(kind, name, optimum, text, left_out)
            readings += asked
            if differing:
                bad += 1
                print(f"{kind} {name}: expected {optimum}, but {differing}; see {FOLDER}")
        print(f"{kind}: {len(chosen) - bad} of {len(chosen)} models agree, {readings} readings by others")
        wrong += bad
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
