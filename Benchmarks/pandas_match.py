"""Matches candidates with openings by pandas and numpy: pandas_match.py CANDIDATES OPENINGS TIES OUTPUT [PART].

TIES has rows source, target, score: what `puente lookup --all` writes. The score is equivalence x language; what
the credentials say of readiness and streams, reasons and what is missing are left out. PART is how many of the
candidates are matched, all if it is left out.
"""

import re
import sys

import numpy
import pandas

SCALE = {name: 2 * place + 1.5 for place, name in enumerate(["A1", "A2", "B1", "B2", "C1", "C2"])}
TOP = 10


def levels(rows, language):
    """The middle of the level of the weakest skill; not a number where it is not known."""
    skills = rows[[f"{language}_{skill}" for skill in ("listening", "reading", "writing", "speaking")]]
    numbers = skills.apply(lambda column: pandas.to_numeric(column.replace(SCALE), errors="coerce"))
    known = rows[f"{language}_test"].isin(["CLB", "NCLC", "CEFR"])
    return numbers.min(axis=1).where(known).to_numpy()


def fit(demand, english, french):
    if demand == "":
        return numpy.full(len(english), 0.5)
    if demand == "none":
        return numpy.ones(len(english))
    worst = numpy.ones(len(english))
    for group in demand.split(";"):
        best = numpy.zeros(len(english))
        for asked in group.split(" or "):
            language, level = re.fullmatch(r"(\w\w):(\d+)", asked).groups()
            own = english if language == "en" else french
            value = 1 - numpy.clip(int(level) - own, 0, 4) / 4
            best = numpy.maximum(best, numpy.where(numpy.isnan(own), 0.5, value))
        worst = numpy.minimum(worst, best)
    return worst


def main():
    candidates_file, openings_file, ties_file, output, *part = sys.argv[1:]
    count = int(part[0]) if part else None
    rows = pandas.read_csv(candidates_file, dtype=str, keep_default_na=False, nrows=count)
    openings = pandas.read_csv(openings_file, dtype=str, keep_default_na=False)
    ties = pandas.read_csv(ties_file)
    ties = ties[ties["score"] >= 0.05].groupby("source")
    english, french = levels(rows, "english"), levels(rows, "french")
    places = [set(filter(None, text.split(";"))) for text in rows["target_provinces"]]
    open_in = {place: numpy.array([not own or place in own for own in places])
               for place in openings["jurisdiction"].unique()}
    by_code = openings.groupby("occupation").indices
    found = []
    for source, numbers in rows.groupby("occupations").indices.items():
        best = {}
        for code in source.split(";"):
            if code in ties.groups:
                for target, score in ties.get_group(code)[["target", "score"]].itertuples(index=False):
                    for opening in by_code.get(target, ()):
                        best[opening] = max(best.get(opening, 0), score)
        if not best:
            continue
        scores = numpy.empty((len(numbers), len(best)))
        for column, (opening, score) in enumerate(best.items()):
            opening = openings.iloc[opening]
            value = score * fit(opening["languages"], english[numbers], french[numbers])
            scores[:, column] = value * open_in[opening["jurisdiction"]][numbers]
        order = numpy.argsort(-scores, axis=1, kind="stable")[:, :TOP]
        names = openings["opening"].to_numpy()[list(best)]
        taken = numpy.take_along_axis(scores, order, axis=1)
        for rank in range(order.shape[1]):
            keep = taken[:, rank] > 0
            found.append(pandas.DataFrame({
                "candidate": numbers[keep] + 2, "rank": rank + 1, "opening": names[order[keep, rank]],
                "score": taken[keep, rank].round(4)}))
    pandas.concat(found).sort_values(["candidate", "rank"]).to_csv(output, index=False)


if __name__ == "__main__":
    main()
