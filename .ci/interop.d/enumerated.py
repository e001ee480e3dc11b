#!/usr/bin/env python3
"""Twenty small models of each format that MIP solvers do not read, by readers of this file (graph6: networkx) and enumeration, against Shrinq's proven optimum.

Usage: enumerated.py [COUNT] [pace] [graph6] [biqmac] [orlib] [split] [squared] [qplib]…     SHRINQ names the command, ./shrinq where it is not set.
The readers are independent of Shrinq's; they follow the publications of the formats.
"""

import itertools
import random
import sys

import networkx
from shrinq_cli import Tally, path, solved


def points(n):
    return itertools.product((0, 1), repeat=n)


def independent(n, edges):
    """The size of the largest independent set."""
    return max(sum(x) for x in points(n) if not any(x[u] and x[v] for u, v in edges))


def lines(text, comment):
    return [line.split() for line in text.splitlines() if line.strip() and not line.startswith(comment)]


# PACE: "p KIND n m", edges "u v" from 1


def pace_text(draw):
    n = draw.randint(4, 9)
    edges = [(u, v) for u in range(1, n) for v in range(u + 1, n + 1) if draw.random() < 0.4]
    draw.shuffle(edges)
    kind = draw.choice(["tw", "td", "vc", "ds"])
    return "\n".join(["c written for a comparison", f"p {kind} {n} {len(edges)}", *(f"{u} {v}" for u, v in edges)]) + "\n"


def pace_optimum(text):
    head, *edges = lines(text, "c")
    return independent(int(head[2]), [(int(u) - 1, int(v) - 1) for u, v in edges])


def graph6_text(draw):
    graph = networkx.gnp_random_graph(draw.randint(3, 10), draw.choice([0.2, 0.4, 0.6]), seed=draw.randint(0, 9999))
    return networkx.to_graph6_bytes(graph, header=draw.random() < 0.5).decode()


def graph6_optimum(text):
    graph = networkx.from_graph6_bytes(text.strip().removeprefix(">>graph6<<").encode())
    return independent(len(graph), list(graph.edges()))


# Symmetric matrices in lists of their upper triangle: Biq Mac minimises, OR-Library maximises x'Qx


def entries(draw, n):
    found = [(i, j, draw.randint(-20, 20)) for i in range(1, n + 1) for j in range(i, n + 1) if draw.random() < 0.6]
    return found or [(1, 1, -3)]


def entry_lines(n, found):
    return [f"{n} {len(found)}", *(f"{i} {j} {v}" for i, j, v in found)]


def biqmac_text(draw):
    n = draw.randint(3, 9)
    return "\n".join(["# Biq Mac: minimise", *entry_lines(n, entries(draw, n))]) + "\n"


def symmetric_values(rows):
    """All values of x'Qx, and the rows that are left."""
    n, count = int(rows[0][0]), int(rows[0][1])
    q = [[0.0] * n for _ in range(n)]
    for i, j, v in rows[1 : count + 1]:
        q[int(i) - 1][int(j) - 1] = q[int(j) - 1][int(i) - 1] = float(v)
    return [sum(q[i][j] for i in range(n) if x[i] for j in range(n) if x[j]) for x in points(n)], rows[count + 1 :]


def biqmac_optimum(text):
    return min(symmetric_values(lines(text, "#"))[0])


def orlib_text(draw):
    problems = draw.randint(2, 3)
    found = [str(problems)]
    for _ in range(problems):
        n = draw.randint(3, 8)
        found += entry_lines(n, entries(draw, n))
    return "\n".join(found) + "\n"


def orlib_optimum(text):
    """Of the second problem."""
    rows = lines(text, "#")[1:]
    _, rows = symmetric_values(rows)
    return max(symmetric_values(rows)[0])


# Market split: "m n", m rows of n coefficients and a right-hand side


def split_text(draw):
    m, n = draw.randint(1, 3), draw.randint(4, 9)
    return "\n".join(["# written for a comparison", f"{m} {n}"] + [" ".join(str(draw.randint(0, 99)) for _ in range(n)) + f" {draw.randint(50, 300)}" for _ in range(m)]) + "\n"


def deviations(text):
    (m, n), *rows = [[int(w) for w in row] for row in lines(text, "#")]
    assert len(rows) == m
    return [[sum(a for a, b in zip(row, x) if b) - row[n] for row in rows] for x in points(n)]


def split_optimum(text):
    return min(sum(abs(d) for d in found) for found in deviations(text))


def squared_optimum(text):
    return min(sum(d * d for d in found) for found in deviations(text))


# QPLIB: binaries, bounded integers; quadratic or linear objectives; without or with linear rows (Furini et al. 2019)


def qplib_text(draw):
    types = draw.choice(["B", "I", "G"])
    rows = draw.choice([0, 0, 2]) if types == "B" else 2
    n = draw.randint(4, 8) if types == "B" else 3
    quadratic = draw.random() < 0.7
    sense = draw.choice(["minimize", "maximize"])
    first = "Q" if quadratic else "L"
    out = [f"MODEL{n}", f"{first}{types}{'L' if rows else 'N' if types == 'B' else 'B'}", sense, f"{n} # variables"]
    if rows:
        out.append(f"{rows} # constraints")
    if quadratic:
        terms = [(i, j, draw.randint(-6, 6)) for i in range(1, n + 1) for j in range(1, i + 1) if draw.random() < 0.4] or [(1, 1, 2)]
        out.append(f"{len(terms)} # quadratic terms")
        out += [f"{i} {j} {v}" for i, j, v in terms]
    linear = [(i, draw.randint(-9, 9)) for i in range(1, n + 1) if draw.random() < 0.6]
    out += [f"{draw.randint(-2, 2)} # default linear", str(len(linear)), *(f"{i} {v}" for i, v in linear), f"{draw.randint(-3, 3)} # constant"]
    if rows:
        terms = [(r, i, draw.randint(-3, 7)) for r in range(1, rows + 1) for i in range(1, n + 1) if draw.random() < 0.7] or [(1, 1, 1)]
        out += [f"{len(terms)} # linear terms", *(f"{r} {i} {v}" for r, i, v in terms)]
    out.append("1e30 # infinity")
    if rows:
        low = [(r, -draw.randint(0, 4)) for r in range(1, rows + 1) if draw.random() < 0.5]
        out += ["-1e30", str(len(low)), *(f"{r} {v}" for r, v in low)]
        high = [(r, draw.randint(1, 9)) for r in range(1, rows + 1) if draw.random() < 0.7]
        out += ["1e30", str(len(high)), *(f"{r} {v}" for r, v in high)]
    if types != "B":
        lower = [(i, draw.randint(-3, 1)) for i in range(1, n + 1) if draw.random() < 0.6]
        upper = [(i, draw.randint(2, 6)) for i in range(1, n + 1) if draw.random() < 0.6]
        out += ["0 # lower", str(len(lower)), *(f"{i} {v}" for i, v in lower), "3 # upper", str(len(upper)), *(f"{i} {v}" for i, v in upper)]
    if types == "G":
        # 0 continuous, 1 integer, 2 binary
        binary = [i for i in range(1, n + 1) if draw.random() < 0.3]
        out += ["1 # default type", str(len(binary)), *(f"{i} 2" for i in binary)]
    out += ["0 # starting values", "0"]
    if rows:
        out += ["0 # of rows", "0"]
    out += ["0 # of bounds", "0", "0 # names", "0"]
    return "\n".join(out) + "\n"


class Words:
    """The numbers of a text line by line, comments apart."""

    def __init__(self, text):
        self.lines = [line.split("#")[0].split() for line in text.splitlines() if line.split("#")[0].strip()]

    def take(self):
        return self.lines.pop(0)

    def number(self):
        return float(self.take()[0])

    def listed(self):
        return [[float(w) for w in self.take()] for _ in range(int(self.number()))]

    def defaulted(self, n):
        values = [self.number()] * n
        for i, v in self.listed():
            values[int(i) - 1] = v
        return values


def qplib_optimum(text):
    words = Words(text)
    words.take()
    kind = words.take()[0]
    maximise = words.take()[0] == "maximize"
    n = int(words.number())
    m = int(words.number()) if kind[2] == "L" else 0
    quadratic = words.listed() if kind[0] == "Q" else []
    linear = words.defaulted(n)
    constant = words.number()
    coefficients = words.listed() if m else []
    infinity = words.number()
    low, high = (words.defaulted(m), words.defaulted(m)) if m else ([], [])
    lower, upper, types = [0] * n, [1] * n, [2] * n
    if kind[1] != "B":
        lower, upper, types = words.defaulted(n), words.defaulted(n), [1] * n
    if kind[1] == "G":
        types = words.defaulted(n)
    values = []
    for i in range(n):
        if types[i] == 2:
            lower[i], upper[i] = max(0, lower[i]), min(1, upper[i])
    for x in itertools.product(*(range(int(lower[i]), int(upper[i]) + 1) for i in range(n))):
        sums = [0.0] * m
        for r, i, v in coefficients:
            sums[int(r) - 1] += v * x[int(i) - 1]
        if all((low[r] <= -infinity or sums[r] >= low[r]) and (high[r] >= infinity or sums[r] <= high[r]) for r in range(m)):
            # the library's files list each product doubled, as their published solutions show
            product = sum(v * x[int(i) - 1] * x[int(j) - 1] / 2 for i, j, v in quadratic)
            values.append(product + sum(a * b for a, b in zip(linear, x)) + constant)
    return (max if maximise else min)(values) if values else None


KINDS = {
    "pace": (pace_text, pace_optimum, "gr", ["--problem", "mis"]),
    "graph6": (graph6_text, graph6_optimum, "g6", ["--problem", "mis"]),
    "biqmac": (biqmac_text, biqmac_optimum, "sparse", []),
    "orlib": (orlib_text, orlib_optimum, "bqp", ["--format", "orlib-qubo", "--index", "2"]),
    "split": (split_text, split_optimum, "dat", ["--format", "market-split"]),
    "squared": (split_text, squared_optimum, "dat", ["--format", "market-split", "--problem", "bqp"]),
    "qplib": (qplib_text, qplib_optimum, "qplib", []),
}


def main():
    tally = Tally()
    count = next((int(w) for w in sys.argv[1:] if w.isdigit()), 20)
    chosen = [w for w in sys.argv[1:] if w in KINDS] or list(KINDS)
    for kind in chosen:
        write, optimum, extension, flags = KINDS[kind]
        for seed in range(1, count + 1):
            text = write(random.Random(f"{kind} {seed}"))
            file = path(f"{kind}{seed}.{extension}")
            with open(file, "w") as out:
                out.write(text)
            expected, found = optimum(text), solved(file, *flags)
            same = expected is found is None or (expected is not None and found is not None and abs(expected - found) <= 1e-9 * max(1, abs(expected)))
            tally.check(same, f"{kind} {seed}: {found} by Shrinq, {expected} by enumeration, see {file}")
    return tally.end("enumerated")


if __name__ == "__main__":
    sys.exit(main())
