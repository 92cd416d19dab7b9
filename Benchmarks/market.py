"""Writes candidates and openings for a benchmark: market.py FOLDER CANDIDATES OPENINGS.

The numbers are invented, and the same each time; the codes are real. A few occupations have most of the
candidates, as in a recruitment mission.
"""

import csv
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROVINCES = ["CA-ON", "CA-QC", "CA-BC", "CA-AB", "CA-MB", "CA-SK", "CA-NS", "CA-NB", "CA-NL", "CA-PE",
             "CA-YT", "CA-NT", "CA-NU"]
PROVINCE_WEIGHTS = [38, 22, 14, 12, 4, 3, 3, 2, 1, 1, .2, .2, .1]


def codes(classification):
    path = ROOT / f"datasets/classifications/{classification}.csv"
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    level = max(row["level"] for row in rows)
    return [(f"{classification}:{row['code']}", row["title_en"] or row["title_es"])
            for row in rows if row["level"] == level]


def weights(count, chance):
    """Falling weights in an order that chance chose."""
    falling = [1 / (rank + 3) for rank in range(count)]
    chance.shuffle(falling)
    return falling


def test(chance, test_name):
    if test_name in ("CLB", "NCLC"):
        middle = chance.choices(range(3, 11), [4, 8, 12, 14, 12, 8, 4, 2])[0]
        return [str(min(12, max(1, middle + chance.choice([-1, 0, 0, 1])))) for _ in range(4)]
    if test_name == "CEFR":
        return [chance.choices(["A1", "A2", "B1", "B2", "C1"], [1, 3, 5, 4, 1])[0]] * 4
    middle = chance.choice([5, 5.5, 6, 6.5, 7, 7.5])
    return [f"{middle + chance.choice([-.5, 0, 0, .5]):.1f}" for _ in range(4)]


def write_candidates(path, count):
    chance = random.Random(1)
    old, new = codes("sinco2011"), codes("sinco2019")
    old_weights, new_weights = weights(len(old), chance), weights(len(new), chance)
    old_codes = chance.choices(old, old_weights, k=count)
    new_codes = chance.choices(new, new_weights, k=count)
    skills = ["listening", "reading", "writing", "speaking"]
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(
            ["occupations", "cedula", "study_level", "study_field", "study_year",
             "experience_code", "experience_months", "experience_last_year", "languages", "english_test"]
            + [f"english_{skill}" for skill in skills] + ["english_date", "french_test"]
            + [f"french_{skill}" for skill in skills]
            + ["french_date", "target_provinces", "consent_purposes", "consent_recipients", "consent_date",
               "notice_version", "notice_language"])
        for number in range(count):
            own = [(old_codes if chance.random() < .3 else new_codes)[number][0]]
            if chance.random() < .15:
                own.append(new_codes[chance.randrange(count)][0])
            english = french = [""] * 6
            if chance.random() < .55:
                name = chance.choices(["CLB", "IELTS General", "IELTS Academic", "CEFR"], [5, 2, 2, 2])[0]
                english = [name, *test(chance, name), f"2026-{chance.randint(1, 10):02}-15"]
            if chance.random() < .08:
                name = chance.choice(["NCLC", "CEFR"])
                french = [name, *test(chance, name), f"2026-{chance.randint(1, 10):02}-15"]
            places = []
            if chance.random() < .5:
                places = sorted(set(chance.choices(PROVINCES, PROVINCE_WEIGHTS, k=chance.randint(1, 3))))
            writer.writerow(
                [";".join(own), chance.choice(["yes", "no", "unknown"]),
                 chance.choice(["technical", "tsu", "bachelor", "upper_secondary"]),
                 chance.choice(["Enfermería", "Soldadura", "Gastronomía", "Ingeniería civil", ""]),
                 chance.randint(1990, 2024), own[0], chance.randint(6, 240), chance.randint(2018, 2026),
                 "es;en" if chance.random() < .4 else "es", *english, *french, ";".join(places),
                 "matching;recognition;statistics", "stps;sne;esdc",
                 f"2026-{chance.randint(1, 10):02}-{chance.randint(1, 28):02}", "2026-1", "es"])


def write_openings(path, count):
    chance = random.Random(2)
    old, new = codes("noc2016"), codes("noc2021")
    old_weights, new_weights = weights(len(old), chance), weights(len(new), chance)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(
            ["opening", "occupation", "jurisdiction", "languages", "teer", "places", "opens", "closes"])
        for number in range(count):
            table, table_weights = (old, old_weights) if chance.random() < .2 else (new, new_weights)
            code, title = chance.choices(table, table_weights)[0]
            place = chance.choices(PROVINCES, PROVINCE_WEIGHTS)[0]
            languages = chance.choices(
                ["", "none", "en:4", "en:5", "en:7", "en:8", "en:7 or fr:7"], [2, 2, 3, 3, 3, 1, 1])[0]
            if place == "CA-QC":
                languages = chance.choice(["fr:5", "fr:7", "fr:7;en:4", ""])
            writer.writerow(
                [f"O-{number + 1:05}", title if chance.random() < .05 else code, place, languages, "",
                 chance.choices([1, 2, 3, 5, 10, 40], [40, 20, 15, 15, 8, 2])[0], "2026-01-01", "2027-12-31"])


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    write_candidates(folder / "candidates.csv", int(sys.argv[2]))
    write_openings(folder / "openings.csv", int(sys.argv[3]))
