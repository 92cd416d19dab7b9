"""Code tables have as many codes of each level as levels.csv says, of the form and in the place it says.

Also: no other table of the repository names a code that its classification does not have.
"""

import csv
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
faults = []


def rows(path, comment="", delimiter=","):
    """The rows of a table with the number of the line each ends on."""
    with open(ROOT / path, encoding="utf-8", newline="") as file:
        lines = [line for line in file if not (comment and line.startswith(comment))]
    with open(ROOT / path, encoding="utf-8", newline="") as file:
        skipped = len(file.readlines()) - len(lines)
    reader = csv.DictReader(lines, delimiter=delimiter)
    return [(reader.line_num + skipped, row) for row in reader]


def fault(path, line, message):
    faults.append(f"{path}:{line}: {message}")


# Each code table, and the codes of each classification.
levels = {}
for line, row in rows("datasets/levels.csv"):
    levels[row["classification"], row["level"]] = row
codes = {}
for _, classification in rows("datasets/classifications.csv"):
    id = classification["id"]
    path = f"datasets/classifications/{id}.csv"
    table = {row["code"]: row for _, row in rows(path)}
    codes[id] = set(table)
    found = Counter(row["level"] for row in table.values())
    for (owner, number), level in levels.items():
        if owner == id and level["count"] and found[number] != int(level["count"]):
            fault(path, 1, f"{found[number]} codes of level {number}, not {level['count']}")
    for line, row in rows(path):
        level = levels.get((id, row["level"]))
        if level is None:
            fault(path, line, f"'{row['code']}' is of level {row['level']}, which levels.csv does not have")
        elif not re.fullmatch(level["code_pattern"], row["code"]):
            fault(path, line, f"'{row['code']}' has not the form of level {row['level']}")
        elif row["parent"] and int(table[row["parent"]]["level"]) != int(row["level"]) - 1:
            fault(path, line, f"the parent of '{row['code']}' is not of the level above")
        elif not row["parent"] and row["level"] != "1" and classification["complete"] == "yes":
            fault(path, line, f"'{row['code']}' has no parent")

# The tables between classifications.
links = 0
index = {row["file"]: row for _, row in rows("crosswalks/index.csv")}
for file in sorted((ROOT / "crosswalks").glob("*.sssom.tsv")):
    if file.name not in index:
        fault("crosswalks/index.csv", 1, f"'{file.name}' is not in it")
for name, description in index.items():
    path = f"crosswalks/{name}"
    for line, row in rows(path, comment="#", delimiter="\t"):
        links += 1
        for side in ("subject", "object"):
            identifier = row[f"{side}_id"]
            if identifier == "sssom:NoTermFound":
                continue
            prefix, _, code = identifier.partition(":")
            if prefix != description[side]:
                fault(path, line, f"'{identifier}' is not of {description[side]}")
            elif code not in codes[prefix]:
                fault(path, line, f"{prefix} has no '{code}'")
for file in sorted((ROOT / "crosswalks").glob("*/links.csv")):
    path = str(file.relative_to(ROOT))
    for line, row in rows(path):
        for side in ("noc", "sinco"):
            code, version = row[f"{side}_resolved"], row[f"{side}_version"]
            if code and code not in codes[version]:
                fault(path, line, f"{version} has no '{code}'")
for line, row in rows("datasets/sectors.csv"):
    if row["code"] not in codes[row["classification"]]:
        fault("datasets/sectors.csv", line, f"{row['classification']} has no '{row['code']}'")

print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")
if faults:
    sys.exit(1)
print(f"  {len(codes)} code tables with {sum(map(len, codes.values()))} codes and"
      f" {len(index)} crosswalks with {links} links agree")
