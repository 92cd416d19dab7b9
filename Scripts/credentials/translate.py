#!/usr/bin/env python3
"""Writes datasets/credentials/wordings.csv: what the credentials say in English, in Spanish and French.

    Scripts/credentials/translate.py FOLDER     FOLDER has the tables, as build.py writes them

The translations stand in translations.csv beside this script, by table, row and column; those of words that are of
no row (levels of study, kinds of rules) have the table 'vocabulary'. The English text is copied from the tables, so
that a translation whose original has changed is found by `puente check datasets/credentials`.
"""

import csv
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FOLDER = Path(sys.argv[1])
COLUMNS = {"steps": "title", "streams": "name", "occupations": "name_en", "bridging": "program",
           "pathways": "title", "requirements": "title"}


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


texts = {(name, row["id"], column): row[column]
         for name, column in COLUMNS.items() for row in read(FOLDER / f"{name}.csv")}
rows = []
for row in read(HERE / "translations.csv"):
    key = (row["table"], row["id"], row["column"])
    text = row["id"] if row["table"] == "vocabulary" else texts.pop(key)
    rows.append([*key, text, row["es"], row["fr"], "", "", "puente-credential-readings", "", "2026-11",
                 "", "medium", ""])
if texts:
    sys.exit("not translated: " + ", ".join("/".join(key) for key in texts))
with open(FOLDER / "wordings.csv", "w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["of_table", "of_row", "of_column", "text_en", "text_es", "text_fr", "valid_from", "valid_to",
                     "source", "source_ref", "as_of", "as_of_note", "confidence", "general_knowledge_fields"])
    writer.writerows(rows)
