#!/usr/bin/env python3
"""Writes the facts of the 2017 report as a folder that `puente cmp import` takes.

    Scripts/cmp-2017/build.py FACTS FOLDER      FACTS has the transcribed tables of the report

The transcription has one row for each statement of the report. What Puente reads in them beside it (who
promised, resolved dates, joint work, institutions, more defects of the report) is in the tables beside this
script, each with its lines of the report.
"""

import csv
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FACTS, OUTPUT = Path(sys.argv[1]), Path(sys.argv[2])
SOURCE = {"source": "cmp-report-2017", "as_of": "2017"}
# What the report leaves to be read out of it is trusted less than what it prints.
READINGS = {"joint_work.csv", "item_parties.csv", "extra_defects.csv"}


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name, columns, rows):
    """Writes a table, each row with the report it is of, its source and how far it is trusted."""
    names = ["report"] + columns.split() + ["source", "as_of", "confidence"]
    with open(OUTPUT / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow({"report": "2017", "confidence": "high"} | SOURCE
                            | {key: value for key, value in row.items() if key in names})


def own(file):
    confidence = "medium" if file in READINGS else "high"
    return [row | {"confidence": confidence} for row in read(HERE / file)]


def groups():
    names = {"CC": ("Culture and Creativity", "announced", "starts in 2018; met in 2017 to prepare"),
             "ENV": ("Environment", "group", "line 631 prints CMP-EWG, which clashes with Energy's EWG")}
    for row in read(FACTS / "working_groups.csv"):
        name, kind, note = names.get(row["group_id"], (row["name"], "group", ""))
        abbreviation = row["abbreviation_in_report"].split(" ")[0].replace("-", "")
        yield {"id": row["group_id"], "kind": kind, "name": name, "note": note,
               "abbreviation": "" if row["group_id"] == "ENV" else abbreviation,
               "reported": "meeting" if kind == "announced" else row["has_report"],
               "report_lines": row["report_lines"]}
    yield {"id": "CMP", "kind": "partnership", "name": "Canada-Mexico Partnership", "abbreviation": "CMP",
           "reported": "yes", "report_lines": "5-85", "note": "the partnership as a whole"}


def cochairs():
    ids = {"CONAFOR": "CONAFOR", "NRCan / Canadian Forest Service": "CFS", "AMEXCID / SRE": "AMEXCID",
           "Global Affairs Canada": "GAC", "Secretariat of Economy (SE)": "SE", "COMCE": "COMCE",
           "Business Council of Canada": "BCC", "SENER": "SENER", "NRCan": "NRCAN", "SEMARNAT": "SEMARNAT",
           "Canadian Chamber of Commerce in Mexico (CANCHAM)": "CANCHAM", "ECCC": "ECCC", "STPS": "STPS",
           "TransCanada Pipelines Ltd.": "TRANSCANADA", "SRE": "SRE", "ESDC": "ESDC", "IRCC": "IRCC",
           "National Employment Service (SNE)": "SNE", "Secretariat of Culture": "CULTURA",
           "Department of Canadian Heritage": "PCH"}
    national = [row["value"].split(", ") + [row["field"][-2:].upper(), row["report_lines"]]
                for row in read(FACTS / "general.csv") if row["field"].startswith("national_cochair")]
    for number, (name, title, institution, side, lines) in enumerate(national, 1):
        yield {"group_id": "CMP", "no": number, "side": side, "sector": "public", "name": name, "title": title,
               "institution_id": ids[institution], "role": "national_co_chair", "report_lines": lines}
    count = {}
    for row in read(FACTS / "cochairs.csv"):
        name, _, remark = row["name"].partition(" (")
        title = re.sub("^Team Lead; ", "", row["title"].strip("-"))
        role = "supplemental" if remark.startswith("supplemental") else "co_chair"
        count[row["group_id"]] = count.get(row["group_id"], 0) + 1
        yield row | {"no": count[row["group_id"]], "name": name, "institution_id": ids[row["institution"]],
                     "title": title, "role": "team_lead" if title != row["title"].strip("-") else role,
                     "represented_by": remark.removeprefix("represented by ").strip(")")
                     if remark.startswith("represented") else ""}


def meetings():
    for row in read(FACTS / "meetings.csv"):
        printed = re.search(r"\((.*)\)", row["place"])
        city = row["place"].split(" (")[0]
        in_print = "Ciudad de México, CDMX" if row["meeting_no"] == "13" else printed and printed[1]
        yield row | {"place": city, "place_printed": in_print or city}


def items():
    readings = {row["id"]: row for row in own("item_readings.csv")}
    facts = [{"id": row["item_id"], "number": row["item_no"]} | row for row in read(FACTS / "items.csv")]
    for row in facts + own("extra_items.csv"):
        yield row | {key: readings[row["id"]][key] for key in ("kind", "by_side", "heading")}


def indicators():
    bounds = {"about": "about", "more than": "more_than", "up to": "up_to", "max": "up_to", "goal": "goal"}
    for row in read(FACTS / "indicators.csv"):
        row |= {"bound": bounds.get(row["qualifier"], "exact"), "value_max": "", "note": ""}
        if row["id"] in ("IND-28", "IND-29"):
            row["note"] = "the report names no currency and no period"
        if row["id"] == "IND-03":
            row |= {"indicator": "Mexican SAWP workers who serve Canadian farms",
                    "note": "the report does not say whether per year"}
        if row["id"] == "IND-21":
            row["note"] = "the sum of two printed figures, 10 and 5"
        if row["id"] == "IND-02":
            row["note"] = "the report speaks of workers placed; whether one who returned counts once is not said"
        if row["id"] == "IND-27":
            row |= {"value": "2", "value_max": "4"}
        if row["id"] == "IND-25":
            parts = [("IND-25", "CAIE Montreal: delegates", "640", "delegates", ""),
                     ("IND-25b", "CAIE Montreal: countries", "29", "countries", ""),
                     ("IND-25c", "CAIE Montreal: delegates from Canada and Mexico", "67", "percent",
                      "of the delegates; the report says 'of them'")]
            for id, name, value, unit, note in parts:
                yield row | {"id": id, "indicator": name, "value": value, "unit": unit, "note": note}
            continue
        yield row
    yield from own("extra_indicators.csv")


def defects():
    readings = {row["id"]: row for row in own("defect_readings.csv")}
    # Where the transcription is wrong of the report (lines 757-758 do expand AFEA and CNCJ, in words that the
    # letters do not stand for), speaks to whoever builds software or points to another paper.
    corrected = {
        "Q-01": (" Software must show 'list missing in source', never invent it.", ""),
        "Q-06": (" (see part 4)", ""),
        "Q-12": ("AFEA, CGSNE, CNCJ are not expanded", "CGSNE (760) is not expanded; AFEA (758) and CNCJ (757)"
                 " stand beside English names that they do not abbreviate"),
    }
    # These say more than the report does.
    outside = {"Q-05", "Q-06", "Q-11"}
    for row in read(FACTS / "source_quirks.csv"):
        reading = {key: readings[row["id"]][key] for key in ("kind", "effect")}
        yield row | reading | {"note": row["note"].replace(*corrected.get(row["id"], ("", ""))),
                               "confidence": "medium" if row["id"] in outside else "high"}
    yield from own("extra_defects.csv")


def main():
    OUTPUT.mkdir(parents=True, exist_ok=True)
    general = read(FACTS / "general.csv")
    address = next(row["value"].split(" ")[0] for row in general if row["field"] == "public_address")
    write("reports", "year edition title publisher address meeting_no lines note", [
        {"year": "2017", "edition": "English", "title": "Canada-Mexico Partnership 2017 Annual Report",
         "publisher": "Canada-Mexico Partnership", "meeting_no": "13", "lines": "869", "address": address,
         "note": "line numbers are those of the stored text; the address was found by search and is not printed"}])
    write("groups", "id kind name abbreviation reported note report_lines", groups())
    write("aliases", "alias group_id report_lines", own("aliases.csv"))
    write("facts", "id field value report_lines", [
        row for row in general if row["report_lines"] != "-"])
    write("meetings", "meeting_no place place_printed start end host report_lines", meetings())
    write("institutions", "id name abbreviation country kind names_printed note report_lines",
          own("institutions.csv"))
    write("cochairs", "group_id no side sector name represented_by title institution_id role report_lines",
          cochairs())
    write("items", "id group_id section heading number kind gist by_side report_lines", items())
    write("item_parties", "item_id institution_id role", own("item_parties.csv"))
    write("item_pairs", "item_id pair_set link_id report_lines", own("item_pairs.csv"))
    write("deadlines", "item_id no what printed earliest latest precision certainty report_lines",
          own("deadlines.csv"))
    write("missing_lists", "id group_id section what announced item_id report_lines", own("missing_lists.csv"))
    write("tracker", "id group_id initiative key_milestones timeline status participants comments"
          " report_lines",
          [row | {"group_id": "TII", "timeline": row["timeline_proposed"]}
           for row in read(FACTS / "annex_a.csv")])
    write("tracker_phases", "tracker_id no phase printed earliest latest precision certainty report_lines",
          own("tracker_phases.csv"))
    write("tracker_parties", "tracker_id no side sector institution_id name_printed certainty report_lines",
          own("tracker_parties.csv"))
    write("indicators", "id group_id indicator value value_max unit bound qualifier period note"
          " report_lines", indicators())
    write("joint_work", "id group_a group_b kind subject report_lines", own("joint_work.csv"))
    write("defects", "id kind note effect report_lines", defects())


if __name__ == "__main__":
    main()
