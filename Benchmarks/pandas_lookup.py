"""What `puente lookup sinco2011:2426 --to noc2016` does, as an analyst would write it with pandas.

    pandas_lookup.py CODE     prints the NOC 2016 codes that a SINCO 2011 code leads to

It joins the same files along the routes through NOC-S and ISCO; Puente follows those through SOC as well,
and scores, explains and names what it finds.
"""

import sys
from pathlib import Path

import pandas as pd

CROSSWALKS = Path(__file__).resolve().parent.parent / "crosswalks"


def links(name, source, target):
    """The links of a crosswalk as two columns, read in the direction asked for."""
    table = pd.read_csv(
        CROSSWALKS / f"{name}.sssom.tsv", sep="\t", comment="#", dtype=str,
        usecols=["subject_id", "object_id"])
    table = table[~table.isin(["sssom:NoTermFound"]).any(axis=1)]
    swapped = name.startswith(target)
    table.columns = [target, source] if swapped else [source, target]
    return table


ROUTES = [
    [("sinco2011-nocs2006", "sinco2011", "nocs2006"), ("noc2016-nocs2006", "nocs2006", "noc2016")],
    [("sinco2011-nocs2006", "sinco2011", "nocs2006"), ("nocs2006-noc2011", "nocs2006", "noc2011"),
     ("noc2011-noc2016", "noc2011", "noc2016")],
    [("sinco2011-isco08", "sinco2011", "isco08"), ("noc2011-isco08", "isco08", "noc2011"),
     ("noc2011-noc2016", "noc2011", "noc2016")],
]
found = set()
for route in ROUTES:
    table = pd.DataFrame({"sinco2011": [f"sinco2011:{sys.argv[1]}"]})
    for name, source, target in route:
        table = table.merge(links(name, source, target), on=source)
    found.update(table["noc2016"])
print("\n".join(sorted(found)))
