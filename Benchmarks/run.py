"""Measures Puente side by side with other tools; `make bench` calls it.

Every figure is of whole processes, started anew each time: hyperfine gives the median time, GNU time the
greatest memory. The table is printed and replaces the part of docs/benchmarks.md between the markers.
"""

import csv
import datetime
import importlib.metadata
import itertools
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PUENTE = ROOT / ".build/release/puente"
PYTHON = Path(sys.executable)
SSSOM = PYTHON.with_name("sssom")
PAGE = ROOT / "docs/benchmarks.md"
BEGIN, END = "<!-- made by make bench -->", "<!-- end -->"
HEADER = f"""# Benchmarks

How long Puente takes for a job, and how long a tool that people use today takes for the same one.
Every figure is of whole processes, their start included, as a person at a shell waits for them. What
differs between the tools is said below the table.

{BEGIN}
{END}
"""


def run(command):
    """What a command prints, and its exit code."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, cwd=ROOT)
    return done.stdout, done.returncode


class Measure:
    """The median time of a command in seconds and its greatest memory in bytes.

    The exit code 1 says that a check has findings, so it is no failure.
    """

    def __init__(self, command, runs):
        command = [str(word) for word in command]
        _, code = run(command)
        if code not in (0, 1):
            raise ChildProcessError(f"'{' '.join(command)}' ends with exit code {code}")
        with tempfile.NamedTemporaryFile() as memory:
            start = time.monotonic()
            subprocess.run(
                ["/usr/bin/time", "--quiet", "--format=%M", f"--output={memory.name}", *command],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
            self.times = [time.monotonic() - start]
            self.memory = int(Path(memory.name).read_text().split()[-1]) * 1024
        # hyperfine takes no fewer than two runs; one is enough for what takes a minute.
        if runs > 1:
            with tempfile.NamedTemporaryFile() as result:
                subprocess.run(
                    ["hyperfine", "-N", "--ignore-failure", "--style=none", "--warmup=2",
                     f"--runs={runs}", f"--export-json={result.name}", subprocess.list2cmdline(command)],
                    check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
                self.times = json.loads(Path(result.name).read_text())["results"][0]["times"]
        self.median = statistics.median(self.times)


def codes(classification):
    path = ROOT / f"datasets/classifications/{classification}.csv"
    with open(path, encoding="utf-8", newline="") as file:
        return [(row["code"], row["title_en"] or row["title_es"])
                for row in csv.DictReader(file) if row["level"] == "4"]


def write_mapping_set(path, count):
    """Writes a valid mapping set: pairs of real codes, each once, with real titles."""
    pairs = itertools.islice(itertools.product(codes("noc2016"), codes("sinco2011")), count)
    with open(path, "w", encoding="utf-8") as file:
        file.write("""#curie_map:
#  noc2016: https://puente.example/noc2016/
#  sinco2011: https://puente.example/sinco2011/
#license: https://creativecommons.org/publicdomain/zero/1.0/
#mapping_set_id: https://puente.example/sets/benchmark
#mapping_set_title: "Pairs made for a benchmark"
subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification
""")
        for (subject, subject_title), (object, object_title) in pairs:
            file.write(f"noc2016:{subject}\t{subject_title}\tskos:closeMatch\tsinco2011:{object}\t"
                       f"{object_title}\tsemapv:UnspecifiedMatching\n")


def reads_mapping_sets(path):
    """Whether this `puente check` takes a mapping set for one."""
    output, code = run([PUENTE, "check", path, "--format", "json"])
    misread = {"ragged-row", "stray-quote", "unknown-table"}
    return code in (0, 1) and not misread & {finding["rule"] for finding in json.loads(output)}


# MARK: The jobs


def lookup(_):
    code = "2426"
    puente = [PUENTE, "lookup", f"sinco2011:{code}", "--to", "noc2016"]
    pandas = [PYTHON, ROOT / "Benchmarks/pandas_lookup.py", code]
    answer = csv.DictReader(run(puente + ["--limit", "1000", "--format", "csv"])[0].splitlines())
    if not set(run(pandas)[0].split()) <= {row["target_id"] for row in answer}:
        raise ValueError("puente does not find all codes that pandas finds")
    return [("puente lookup", Measure(puente, 50)), ("pandas script", Measure(pandas, 10))], ""


def engine(_):
    pair = [PUENTE, "explain", "sinco2011:2814", "noc2016:3212"]
    whole = [PUENTE, "lookup", "--all", "--from", "sinco2011", "--to", "noc2016", "--format", "csv"]
    scores = [PUENTE, "unresolved", "--from", "sinco2011", "--to", "noc2016"]
    return [
        ("puente explain, one pair", Measure(pair, 20)),
        ("puente lookup --all, 468 x 500 pairs with paths", Measure(whole, 5)),
        ("puente unresolved, 468 x 500 pairs", Measure(scores, 5)),
    ], ""


def check(folder):
    small, large = folder / "small.sssom.tsv", folder / "large.sssom.tsv"
    write_mapping_set(small, 3)
    if not reads_mapping_sets(small):
        return None
    write_mapping_set(large, 50_000)
    return [
        ("puente check", Measure([PUENTE, "check", large], 10)),
        ("sssom validate", Measure([SSSOM, "validate", large], 1)),
    ], ""


def table(_):
    file = ROOT / "datasets/esco/labels.csv"
    columns, key = "esco_id,lang,kind,label,versions", "esco_id,lang,kind,label"
    puente = [PUENTE, "import", "table", file, "--columns", columns, "--key", key, "--output", "-"]
    pandas = [PYTHON, ROOT / "Benchmarks/pandas_table.py", file, columns, key]
    if run(puente)[0] != run(pandas)[0]:
        raise ValueError("puente and pandas do not write the same table")
    measures = [("puente import table", Measure(puente, 20)), ("pandas script", Measure(pandas, 10))]
    rate = file.stat().st_size / measures[0][1].median / 1e6
    return measures, f"{rate:.0f} MB/s"


def ledger(folder):
    """The review desk on 100,000 pairs with 1,000,000 events; no other tool does this."""
    file = folder / "large.ledger"
    subprocess.run([PYTHON, ROOT / "Benchmarks/ledger.py", PUENTE, file], check=True)
    end = ["--ledger", file]
    listing = [PUENTE, "review", "list", "--state", "agreed", "--sector", "health", *end]
    # Each run records one more event, which is on disk when the process ends.
    event = [PUENTE, "review", "comment", "B77", "said", "--side", "mexico", *end]
    return [
        ("puente review status", Measure([PUENTE, "review", "status", *end], 20)),
        ("puente review list, two filters", Measure(listing, 20)),
        ("puente review list, 20,000 rows", Measure([PUENTE, "review", "list", "--state", "agreed", *end], 10)),
        ("puente review comment, durable", Measure(event, 20)),
    ], ""


def candidates(folder):
    """350,000 candidates in a ledger, of whom one is changed; no other tool does this."""
    file, ledger = folder / "mission.csv", folder / "candidates.ledger"
    subprocess.run([PYTHON, ROOT / "Benchmarks/candidates.py", file, "350000"], check=True)
    taken = Measure([PUENTE, "candidate", "import", file, "--dry-run", "--ledger", ledger], 1)
    start = time.monotonic()
    subprocess.run([PUENTE, "candidate", "import", file, "--ledger", ledger], cwd=ROOT, stdout=subprocess.DEVNULL)
    taken.median = time.monotonic() - start
    listing = [PUENTE, "candidate", "list", "--ledger", ledger]
    filters = [*listing, "--as", "RN", "--in", "CA-ON", "--cedula", "yes", "--consent", "matching"]
    wide = [*listing, "--consent", "matching", "--language", "es"]
    person = json.loads(run([*filters, "--limit", "1", "--format", "json"])[0])["candidates"][0]["candidate"]
    step = [PUENTE, "candidate", "step", person, "RN-NNAS-02", "--ledger", ledger]
    # One way through the states and back for each run, which is on disk when the process ends.
    events = ["withdraw", "reopen", "--reason", "benchmark"]
    return [
        ("puente candidate import", taken),
        ("puente candidate list, four filters", Measure(filters, 20)),
        ("puente candidate list, two filters that nearly all pass", Measure(wide, 20)),
        ("puente candidate step, durable", Measure([*step, *events], 20)),
        ("puente candidate show", Measure([PUENTE, "candidate", "show", person, "--ledger", ledger], 20)),
    ], ""


def search(folder):
    """One title, the index read or made in the same process."""
    file = folder / "title.csv"
    file.write_text("title\nregsitered nurse emergency\n", encoding="utf-8")
    scripts = [(name, [PYTHON, ROOT / f"Benchmarks/{name}_titles.py", file, 1]) for name in ("fts5", "rapidfuzz")]
    puente = [PUENTE, "search", "regsitered nurse emergency", "--in"]
    return [
        ("puente search", Measure([*puente, "noc2016"], 30)),
        ("puente search, in SINCO, NOC and ISCO", Measure(puente[:-1], 30)),
        *((f"{name} script", Measure(command, 5)) for name, command in scripts),
    ], ""


def coding(folder):
    """Many titles; the scripts code some of them, and their time is reckoned for all."""
    file, count = folder / "titles.csv", 100_000
    subprocess.run([PYTHON, ROOT / "Benchmarks/titles_data.py", file, str(count)], check=True)
    command = [PUENTE, "code", file, "--column", "title", "--to", "noc2016", "--output", folder / "coded.csv"]
    puente = Measure(command, 3)
    measures = [(f"puente code ({count / puente.median:,.0f} titles/s)", puente)]
    for name, part in (("fts5", 2_000), ("rapidfuzz", 100)):
        script = [PYTHON, ROOT / f"Benchmarks/{name}_titles.py", file]
        start, measure = Measure([*script, 0], 3), Measure([*script, part], 3)
        rate = part / (measure.median - start.median)
        measure.median = start.median + count / rate
        measures.append((f"{name} script ({rate:,.0f} titles/s, reckoned from {part:,})", measure))
    return measures, ""


def matching(folder):
    """350,000 candidates and 5,000 openings, ten each; the script matches some, and its time is reckoned for all."""
    count, part = 350_000, 35_000
    subprocess.run([PYTHON, ROOT / "Benchmarks/market.py", folder, str(count), "5000"], check=True)
    files = [folder / "candidates.csv", folder / "openings.csv"]
    ties = folder / "ties.csv"
    with open(ties, "w", encoding="utf-8") as file:
        file.write("source,target,score\n")
        for origin, target in itertools.product(["sinco2011", "sinco2019"], ["noc2016", "noc2021"]):
            table, _ = run([PUENTE, "lookup", "--all", "--from", origin, "--to", target, "--format", "csv"])
            for row in csv.DictReader(table.splitlines()):
                if row["target_id"]:
                    file.write(f"{row['source_id']},{row['target_id']},{row['score']}\n")
    command = [PUENTE, "match", *files, "--top", "10", "--format", "csv"]
    script = Measure([PYTHON, ROOT / "Benchmarks/pandas_match.py", *files, ties, folder / "out.csv", part], 1)
    rate = part / script.median
    script.median = count / rate
    return [
        ("puente match, ten openings for each candidate", Measure(command, 3)),
        ("puente match, ten candidates for each opening", Measure([*command, "--by", "opening"], 3)),
        ("puente match, all places given", Measure([*command, "--assign"], 3)),
        (f"pandas script, two of the four factors (reckoned from {part:,} candidates)", script),
    ], ""


JOBS = [
    ("Look up one occupation (SINCO 2011 to NOC 2016)", lookup),
    ("Score all pairs (SINCO 2011 x NOC 2016), each with the whole evidence", engine),
    ("Check a mapping set of 50,000 mappings", check),
    ("Read, check and write a CSV file of 69,844 rows (6 MB)", table),
    ("Review desk: 100,000 pairs, 1,000,000 events", ledger),
    ("350,000 candidates in a ledger", candidates),
    ("Find the groups of one title", search),
    ("Code 100,000 distinct titles in NOC 2016", coding),
    ("Match 350,000 candidates with 5,000 openings", matching),
]


# MARK: The page


def shown(seconds):
    return f"{seconds:.1f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            if line.startswith("model name"):
                return " ".join(line.split(":", 1)[1].split())
    return platform.machine()


def system():
    release = platform.freedesktop_os_release()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{len(os.sched_getaffinity(0))} cores of {processor()}, {memory:.0f} GiB, {release['PRETTY_NAME']}"


def main():
    lines = ["| Job | Tool | Median time | Most memory | Times as long as Puente |", "|---|---|--:|--:|--:|"]
    left_out = []
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        for title, job in JOBS:
            print(f"{title} ...", file=sys.stderr)
            result = job(Path(folder))
            if result is None:
                left_out.append(title)
                print("  left out: this version of puente cannot do it yet", file=sys.stderr)
                continue
            measures, note = result
            first = measures[0][1].median
            for number, (tool, measure) in enumerate(measures):
                ratio = f"{measure.median / first:.0f}" if number else ""
                tool += f" ({note})" if note and not number else ""
                lines.append(f"| {title if not number else ''} | {tool} | {shown(measure.median)} "
                             f"| {measure.memory / 1e6:.0f} MB | {ratio} |")
    versions = [run([PUENTE, "--version"])[0].strip(), f"Python {platform.python_version()}"]
    versions += [f"{name} {importlib.metadata.version(name)}" for name in ("pandas", "sssom", "rapidfuzz")]
    lines += ["", f"Measured on {datetime.date.today()} by `make bench` on {system()}, "
              f"with {', '.join(versions)}.", "",
              "- Puente finds the codes that the pandas script finds by joining the tables along the routes"
              " through NOC-S and ISCO, and follows those through SOC, compares titles, scores, and says why.",
              "- Both tables written are the same, byte for byte.",
              "- The scripts for titles search the English titles of NOC 2016 alone, by BM25 or by the distance of"
              " sorted words; Puente searches all titles it has in three languages. How many titles each codes"
              " right is in [method.md](method.md).",
              "- The script that matches has the same candidates, openings and scores of equivalence, and languages;"
              " it leaves out readiness, streams, titles, reasons and what is missing."]
    if load > 0.5:
        lines.append(f"- The machine was busy with other work (load average {load:.1f} at the start), which"
                     " lengthens the times unevenly, so that the ratios are rough.")
    if left_out:
        lines.append(f"- Not measured, as this version of Puente cannot do it yet: {'; '.join(left_out)}.")
    else:
        lines.append("- `sssom validate` checks the mapping set against the schema of SSSOM and is run once;"
                     " `puente check` also looks every code up, and for duplicates and contradictions.")
    text = "\n".join(lines)
    print(text)
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else HEADER
    before, rest = page.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
