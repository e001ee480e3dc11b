"""Finds Shrinq's command and runs it."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Union

Setting = Union[str, int, float, bool, Path, None]
Listener = Callable[["Progress"], None]

_JAVA = ["-XX:+UseParallelGC", "-XX:MaxRAMPercentage=60", "-Dfile.encoding=UTF-8"]
_EVENTS = (
    ("improved", re.compile(r"objective (?P<value>\S+) by (?P<what>.+) after (?P<seconds>[\d.]+) s")),
    ("bound", re.compile(r"bound (?P<value>\S+)$")),
    ("stage", re.compile(r"(?P<what>[\w-]+) begins(?:, round \d+)?$")),
)


class ShrinqError(RuntimeError):
    """The command failed. ``code`` is its exit code: 2 wrong usage, 3 unreadable input, 5 too large for this machine, 1 anything else."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Progress:
    """One line of the log of a run: ``kind`` is improved (an objective), bound, stage, or line for any other."""

    kind: str
    text: str
    value: float | None = None
    seconds: float | None = None

    @staticmethod
    def of(line: str) -> Progress:
        """From a line of standard error with ``--verbose``."""
        text = re.sub(r"^[A-Z]+ +run: ", "", line.rstrip())
        for kind, pattern in _EVENTS:
            if found := pattern.match(text):
                groups = found.groupdict()
                value, seconds = groups.get("value"), groups.get("seconds")
                return Progress(kind, text, float(value) if value else None, float(seconds) if seconds else None)
        return Progress("line", text)


def command(jar: str | Path | None = None) -> list[str]:
    """The words that start Shrinq: the given jar, the one that SHRINQ_JAR names, the command of SHRINQ, a launcher on the PATH,
    or the launcher or jar of a checkout around this file or the working directory."""
    given = jar or os.environ.get("SHRINQ_JAR")
    if given:
        if not Path(given).is_file():
            raise ShrinqError(1, f"{given} is no file. Maybe build it first with ./shrinq --version.")
        return _java(Path(given))
    if words := os.environ.get("SHRINQ"):
        return shlex.split(words)
    if launcher := shutil.which("shrinq"):
        return [launcher]
    for root in (*Path(__file__).resolve().parents, *Path.cwd().resolve().parents, Path.cwd()):
        if (root / "shrinq").is_file() and (root / "cli" / "pom.xml").is_file() and os.name != "nt":
            return [str(root / "shrinq")]
        if (root / "cli" / "target" / "shrinq.jar").is_file():
            return _java(root / "cli" / "target" / "shrinq.jar")
    raise ShrinqError(1, "Shrinq was not found. Maybe set SHRINQ_JAR to its jar, or put its launcher on the PATH.")


def _java(jar: Path) -> list[str]:
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(home) / "bin")) if home else None
    java = java or shutil.which("java")
    if not java:
        raise ShrinqError(1, "there is no java in JAVA_HOME or on the PATH; Shrinq needs 17 or newer.")
    return [java, *_JAVA, "-jar", str(jar)]


def flags(settings: Mapping[str, Setting]) -> list[str]:
    """Settings as flags: ``time_limit=30`` is ``--time-limit 30``, True is the flag alone, False its ``--no-`` form, None nothing."""
    words: list[str] = []
    for name, value in settings.items():
        flag = name.replace("_", "-")
        if value is True:
            words.append(f"--{flag}")
        elif value is False:
            words.append(f"--no-{flag}")
        elif value is not None:
            words.append(f"--{flag}={value}")
    return words


def run(
    arguments: Iterable[str | Path],
    *,
    jar: str | Path | None = None,
    progress: Listener | None = None,
    accepted: tuple[int, ...] = (0,),
) -> str:
    """Standard output of one verb. Lines of standard error go to ``progress`` as they come. An exit code that is not accepted raises
    ShrinqError with the command's own message; an interrupt is passed on, and Shrinq ends."""
    words = [*command(jar), *map(str, arguments)]
    lines: list[str] = []
    with subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        reader = threading.Thread(target=_listen, args=(process.stderr, lines, progress), daemon=True)
        reader.start()
        try:
            text = process.stdout.read()
            process.wait()
        except BaseException:
            process.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
            raise
        reader.join()
    if process.returncode not in accepted:
        said = [line for line in lines if line.startswith("shrinq: ")] or lines or [f"exit code {process.returncode}"]
        raise ShrinqError(process.returncode, "\n".join(line.removeprefix("shrinq: ") for line in said))
    return text


def _listen(stream: IO[str], lines: list[str], progress: Listener | None) -> None:
    for line in stream:
        lines.append(line.rstrip())
        if progress is not None and line.strip():
            progress(Progress.of(line))
