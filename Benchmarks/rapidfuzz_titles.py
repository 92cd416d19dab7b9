"""What `puente code` does, as one would write it with rapidfuzz.

    rapidfuzz_titles.py FILE COUNT     codes the first titles of a file and prints them with their group
"""

import csv
import sys

from rapidfuzz import fuzz, process, utils

from titles_data import index

titles, groups = zip(*index())
titles = [utils.default_process(title) for title in titles]
writer = csv.writer(sys.stdout)
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for number, row in enumerate(csv.DictReader(file)):
        if number == int(sys.argv[2]):
            break
        found = process.extract(
            utils.default_process(row["title"]), titles, scorer=fuzz.token_sort_ratio, limit=5)
        writer.writerow([row["title"], *(groups[place] for _, _, place in found)])
