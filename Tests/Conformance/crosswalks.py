"""Every crosswalk passes `sssom validate`, which is called in this process: it takes seconds to start.

`sssom validate` leaves out a row it cannot read and reports nothing, so the rows are counted as well.
"""

import csv
import logging
import sys
from pathlib import Path

from jsonschema import ValidationError
from sssom.parsers import parse_sssom_table
from sssom.validators import validate

ROOT = Path(__file__).resolve().parents[2]
logging.basicConfig(level=logging.ERROR)
faults = 0
total = 0
files = sorted((ROOT / "crosswalks").glob("*.sssom.tsv"))
for file in files:
    path = file.relative_to(ROOT)
    try:
        mappings = parse_sssom_table(str(file))
        validate(mappings)
    except (ValidationError, ValueError) as error:
        print(f"{path}: {error}", file=sys.stderr)
        faults += 1
        continue
    with open(file, encoding="utf-8", newline="") as text:
        rows = sum(1 for _ in csv.reader((line for line in text if line[0] != "#"), delimiter="\t")) - 1
    if len(mappings.df) != rows:
        print(f"{path}: sssom reads {len(mappings.df)} of {rows} rows", file=sys.stderr)
        faults += 1
    total += rows
if faults:
    sys.exit(1)
print(f"  {len(files)} mapping sets with {total} mappings are valid")
