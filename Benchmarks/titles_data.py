"""Titles of NOC 2016 as the scripts that code titles read them, and titles to code.

    titles_data.py FILE COUNT     writes COUNT distinct titles, made of those of the index
"""

import csv
import random
import sys
from pathlib import Path

TITLES = Path(__file__).resolve().parent.parent / "datasets/titles/noc2016.csv"


def index():
    """The English titles of the index with their groups."""
    with open(TITLES, encoding="utf-8", newline="") as file:
        return [(row["title"], row["code"]) for row in csv.DictReader(file) if row["lang"] == "en"]


def answers(count):
    """Distinct titles as people might write them: parts of two titles of the index, a tenth mistyped."""
    source = random.Random(4)
    words = [title.replace('"', "").split() for title, _ in index()]
    found = {}
    while len(found) < count:
        first, second = source.choice(words), source.choice(words)
        title = source.sample(first, min(len(first), source.randint(1, 3)))
        if source.random() < 0.5:
            title.append(source.choice(second))
        text = " ".join(title).strip(",")
        if len(text) > 5 and source.random() < 0.1:
            place = source.randrange(1, len(text) - 1)
            text = text[:place] + text[place + 1:]
        found[text] = None
    return list(found)


if __name__ == "__main__":
    with open(sys.argv[1], "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["title"])
        writer.writerows([title] for title in answers(int(sys.argv[2])))
