"""What `puente code` does, as one would write it with SQLite's full-text search.

    fts5_titles.py FILE COUNT     codes the first titles of a file and prints them with their group
"""

import csv
import re
import sqlite3
import sys

from titles_data import index

database = sqlite3.connect(":memory:")
database.execute("CREATE VIRTUAL TABLE titles USING fts5(title, code UNINDEXED,"
                 " tokenize = 'porter unicode61 remove_diacritics 2')")
database.executemany("INSERT INTO titles VALUES (?, ?)", index())
writer = csv.writer(sys.stdout)
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for number, row in enumerate(csv.DictReader(file)):
        if number == int(sys.argv[2]):
            break
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", row["title"]))
        found = words and database.execute(
            "SELECT code FROM titles WHERE titles MATCH ? ORDER BY rank LIMIT 5", [words]).fetchall()
        writer.writerow([row["title"], *(code for code, in found)])
