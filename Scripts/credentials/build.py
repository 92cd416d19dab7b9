#!/usr/bin/env python3
"""Writes datasets/credentials/ from transcribed facts on the recognition of credentials.

    Scripts/credentials/build.py FACTS FOLDER     FACTS has credentials/ and international/

The transcription has one row for each fact, with the page it is from. What Puente reads in free text (amounts,
times, bounds of dates, bodies named in a cell, the tests of a stream, the groups of NOC 2021 that a profession
of a treaty belongs to) is in the tables beside this script; every text that is read is kept as printed. A text
without its reading, or a reading without its text, stops the script.
"""

import csv
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FACTS, OUTPUT = Path(sys.argv[1]), Path(sys.argv[2])
# The first day of the month in which the facts were transcribed: what an undated page says was so by then.
TRANSCRIBED = "2026-11-01"
SOURCES = {"document": "credential-pages", "general-knowledge": "general-knowledge",
           "report-2017": "cmp-report-2017"}
PROVENANCE = "valid_from valid_to source source_ref as_of as_of_note confidence general_knowledge_fields"


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def facts(name):
    return read(FACTS / "credentials" / f"{name}.csv")


def readings(name, key):
    """A table beside the script, by its key; `leftovers` says which of its rows were never asked for."""
    table = {row[key]: row for row in read(HERE / f"{name}.csv")}
    UNUSED[name] = set(table)
    return table


UNUSED = {}


def take(name, table, key):
    if key not in table:
        sys.exit(f"Scripts/credentials/{name}.csv has no reading of '{key}'")
    UNUSED[name].discard(key)
    return table[key]


def write(name, columns, rows):
    names = columns.split() + PROVENANCE.split()
    rows = list(rows)
    with open(OUTPUT / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            unknown = set(row) - set(names)
            if unknown:
                sys.exit(f"{name}: no column {', '.join(sorted(unknown))}")
            writer.writerow({key: value for key, value in row.items()})
    return rows


# MARK: Where a fact is from


VALIDITY = readings("validity", "printed")


def day(printed, as_of):
    """A printed date as ISO 8601-2 has it."""
    if not printed or re.fullmatch(r"\d{4}-\d\d-\d\d", printed):
        return printed
    edtf = take("validity", VALIDITY, printed)["edtf"]
    return edtf.replace("AS_OF", as_of if re.fullmatch(r"\d{4}-\d\d-\d\d", as_of) else TRANSCRIBED)


def as_of(printed):
    """The date of a fact and what else is said of it: an undated page has no date, and never a guessed one."""
    if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", printed):
        return {"as_of": printed, "as_of_note": ""}
    match = re.fullmatch(r"(\d{4})( Acts|\+)", printed)
    if match:
        return {"as_of": match[1], "as_of_note": printed}
    if not printed.startswith("undated"):
        sys.exit(f"cannot read the date '{printed}'")
    return {"as_of": "", "as_of_note": printed}


def provenance(row, **other):
    result = as_of(row["as_of"]) | {
        "source": SOURCES[row["source"]], "source_ref": row["source_ref"], "confidence": row["confidence"],
        "valid_from": day(row.get("valid_from", ""), row["as_of"]),
        "valid_to": day(row.get("valid_to", ""), row["as_of"]),
        "general_knowledge_fields": "all" if row["source"] == "general-knowledge" else ""}
    return result | other


def many(text):
    return ";".join(part.strip() for part in text.split(";") if part.strip())


# MARK: Who and where


LANGUAGES = {"en": ("en", ""), "fr": ("fr", ""), "en+fr": ("en;fr", ""), "en or fr": ("en;fr", ""), "": ("", ""),
             "en (fr accepted by CNO)": ("en", "French is accepted by the College of Nurses"),
             "en (11 official languages)": ("en", "the territory has 11 official languages"),
             "en (+ Inuktut, fr)": ("en", "also Inuktut and French")}
NNAS = {"yes": ("yes", ""), "no": ("no", ""),
        "accepted, not required (BCCNM since 2023-01-31)": ("optional", "BCCNM since 2023-01-31"),
        "no (YRNA registers only nurses eligible elsewhere in Canada)":
            ("no", "YRNA registers only nurses eligible elsewhere in Canada")}


def jurisdictions():
    general = "languages;fair_registration_law;note"
    yield {"id": "CA", "kind": "country", "name_en": "Canada", "name_fr": "Canada", "name_es": "Canadá",
           "languages": "en;fr", "source": "general-knowledge", "as_of": "2026", "confidence": "high",
           "general_knowledge_fields": "all"}
    yield {"id": "MX", "kind": "country", "name_en": "Mexico", "name_fr": "Mexique", "name_es": "México",
           "languages": "es", "source": "general-knowledge", "as_of": "2026", "confidence": "high",
           "general_knowledge_fields": "all"}
    for row in facts("jurisdictions"):
        languages, language_note = LANGUAGES[row["practice_language"]]
        nnas, nnas_note = NNAS[row["nnas_report_accepted"]]
        law = row["fair_registration_law"]
        notes = [row["note"], "" if law in ("yes", "no") else "fair registration law: nine provinces have one"]
        yield {"id": row["code"], "kind": row["kind"], "name_en": row["name_en"], "name_fr": row["name_fr"],
               "name_es": row["name_es"], "languages": languages, "language_note": language_note,
               "nnas_accepted": nnas, "nnas_note": nnas_note,
               "fair_registration_law": law if law in ("yes", "no") else "unclear",
               "note": "; ".join(note for note in notes if note)} | provenance(
                   row | {"source": row["nnas_source"], "source_ref": row["nnas_source_ref"]},
                   general_knowledge_fields=general)


def bodies():
    for row in facts("bodies"):
        acronym = "" if row["acronym"] == "-" else row["acronym"]
        note = row["note"]
        if row["valid_to"] and day(row["valid_to"], row["as_of"]) != row["valid_to"]:
            note = "; ".join(part for part in (note, f"printed end: {row['valid_to']}") if part)
        yield {"id": row["body_id"], "acronym": acronym, "name_en": row["name_en"],
               "name_other": row["name_other"], "role": row["role"],
               "jurisdictions": many(row["jurisdiction"]), "occupations": many(row["occupations"]),
               "url": row["url"], "note": note} | provenance(row)


# MARK: Occupations and their regulation


CUSMA = {"no": ("no", ""), "yes": ("yes", ""),
         "yes (licence of the destination province needed to enter)":
             ("yes", "the licence of the province of destination is needed to enter"),
         "yes (Medical Technologist in Mexico)": ("yes", "listed as Medical Technologist for Mexico"),
         "unclear (listed title is Registered Nurse)": ("unclear", "the listed title is Registered Nurse"),
         "teaching or research only": ("limited", "teaching or research only")}
REGULATED = facts("regulated_occupations")
KNOWN_CODES = {"MLT": "QFB graduates probably elsewhere (2222): check", "MIDW": "2426 for nurse-midwives: check",
               "RPSYCH": "no exact counterpart", "PHYSIO": "2427 for professionals, 2812 for technicians"}


def occupations():
    seen = {}
    cusma_page = next(row for row in facts("requirements") if row["requirement_id"] == "REQ-032")
    for row in REGULATED:
        if row["occupation_id"] in seen:
            continue
        seen[row["occupation_id"]] = True
        listed, note = CUSMA[row["cusma_profession"]]
        codes_note = KNOWN_CODES.get(row["occupation_id"], "")
        if row["sinco_2011_candidates"].startswith("22xx"):
            codes_note = "engineers are in 22 of SINCO 2011; no group is named: check"
        yield {"id": row["occupation_id"], "name_en": row["occupation"], "teer": row["teer"],
               "cusma": listed, "cusma_note": note, "codes_note": codes_note} | provenance(
                   cusma_page, general_knowledge_fields="name_en;teer;codes_note")


def occupation_codes():
    seen = set()
    for row in REGULATED:
        if row["occupation_id"] in seen:
            continue
        seen.add(row["occupation_id"])
        for column, classification, source in [("noc_2016", "noc2016", "statcan-noc2016"),
                                               ("noc_2021", "noc2021", "statcan-noc2021")]:
            for code in row[column].split(";"):
                yield {"occupation_id": row["occupation_id"], "classification": classification,
                       "code": code.strip(), "status": "given", "source": source, "as_of": "2026-11",
                       "confidence": "high"}
        # Remarks beside codes: candidates for a person to judge, not links.
        text = row["sinco_2011_candidates"]
        for code in re.findall(r"(?<![0-9x(])[0-9]{4}(?![0-9x])", text):
            remark = "nurse-midwives: check" if (row["occupation_id"], code) == ("MIDW", "2426") else ""
            remark = {("PHYSIO", "2427"): "professionals", ("PHYSIO", "2812"): "technicians",
                      ("RPSYCH", "2426"): "no exact counterpart"}.get((row["occupation_id"], code), remark)
            yield {"occupation_id": row["occupation_id"], "classification": "sinco2011", "code": code,
                   "status": "candidate", "remark": remark, "source": "general-knowledge", "as_of": "2026",
                   "confidence": "low", "general_knowledge_fields": "all"}


def regulations():
    assessors = readings("assessors", "printed")
    extra = read(HERE / "extra_regulations.csv")
    counts = {}
    rows = []
    for row in REGULATED:
        rows.append(row)
        for more in extra:
            if (row["occupation_id"], row["jurisdiction"], row["regulator_id"]) == (
                    more["occupation_id"], more["jurisdiction"], more["like"]):
                rows.append(row | {key: value for key, value in more.items() if key not in (
                    "like", "source_ref", "as_of")} | {
                        "general_knowledge_fields": row["general_knowledge_fields"],
                        "source_ref": "" if more["source"] == "report-2017" else row["source_ref"],
                        "as_of": more["as_of"] or row["as_of"]})
    for row in rows:
        key = f"{row['occupation_id']}-{row['jurisdiction']}"
        counts[key] = counts.get(key, 0) + 1
        named = ""
        if row["assessment_body"]:
            named = take("assessors", assessors, row["assessment_body"])["bodies"]
        named = named.replace("REGULATOR", row["regulator_id"])
        notes = [row["note"]] + [f"printed {what}: {row[column]}" for what, column in [
            ("start", "valid_from"), ("end", "valid_to")]
            if row[column] and day(row[column], row["as_of"]) != row[column]]
        yield {"id": f"{key}-{counts[key]}", "occupation_id": row["occupation_id"],
               "jurisdiction": row["jurisdiction"], "regulated": row["regulated"],
               "kind": "" if row["kind"] == "-" else row["kind"], "regulator_id": row["regulator_id"],
               "assessment": row["assessment_body"], "assessor_ids": named, "exam": row["exam"],
               "languages": LANGUAGES[row["practice_language"]][0],
               "note": "; ".join(note for note in notes if note)} | provenance(
                   row, general_knowledge_fields={
                       "practice_language": "languages"}.get(
                           row["general_knowledge_fields"],
                           row["general_knowledge_fields"].replace("practice_language", "languages")
                           .replace("assessment_body", "assessment")))


# MARK: What is asked, in which order


def requirements():
    months = readings("requirement_validity", "requirement_id")
    for row in facts("requirements"):
        known = months.get(row["requirement_id"])
        if known:
            UNUSED["requirement_validity"].discard(row["requirement_id"])
        yield {"id": row["requirement_id"], "occupations": many(row["occupation_ids"]),
               "jurisdiction": row["jurisdiction"], "kind": row["kind"], "title": row["title"],
               "detail": row["detail"], "threshold": "" if row["threshold"] == "-" else row["threshold"],
               "validity": row["validity"], "validity_months": known["months"] if known else "",
               "validity_steps": known["steps"] if known else ""
               } | provenance(row)


def language_levels():
    rows = {row["requirement_id"]: row for row in facts("requirements")}
    for level in read(HERE / "requirement_levels.csv"):
        if level["requirement_id"] not in rows:
            sys.exit(f"requirement_levels.csv: no requirement {level['requirement_id']}")
        for skill in ("listening", "reading", "writing", "speaking", "overall"):
            if level[skill]:
                yield {"requirement_id": level["requirement_id"], "language": level["language"],
                       "test": level["test"], "skill": skill, "minimum": level[skill]} | provenance(
                           rows[level["requirement_id"]])


STEPS = facts("steps")
JURISDICTIONS = {row["code"] for row in facts("jurisdictions")}


def pathways():
    table = readings("pathways", "pathway_id")
    ranks = ["low", "medium", "high"]
    for id in dict.fromkeys(row["pathway_id"] for row in STEPS):
        steps = [row for row in STEPS if row["pathway_id"] == id]
        facts_of = take("pathways", table, id)
        confidence = ranks[min(ranks.index(row["confidence"]) for row in steps)]
        dates = sorted(date for date in (as_of(row["as_of"])["as_of"] for row in steps) if date)
        yield {"id": id, "occupation_id": steps[0]["occupation_id"],
               "jurisdictions": many(steps[0]["jurisdictions"]), "stage": facts_of["stage"],
               "title": facts_of["title"], "source": "puente-credential-readings",
               "as_of": dates[0] if dates else "", "confidence": confidence,
               "as_of_note": "the oldest date of its steps" if dates else "its steps have no date"}


def steps():
    fees, durations = readings("fees", "step_id"), readings("durations", "step_id")
    actors = readings("step_actors", "printed")
    known = {row["body_id"] for row in facts("bodies")}
    for row in STEPS:
        id = row["step_id"]
        fee = take("fees", fees, id) if row["fee"] else {"min": "", "max": "", "note": ""}
        printed = " ".join(part for part in (
            "-".join(dict.fromkeys(part for part in (row["duration_min"], row["duration_max"]) if part)),
            row["duration_unit"]) if part)
        time = take("durations", durations, id) if printed else dict.fromkeys(
            ("min", "max", "unit", "basis", "note"), "")
        named = row["body"] if row["body"] in known else ""
        if row["body"] in actors:
            named = take("step_actors", actors, row["body"])["bodies"]
        yield {"id": id, "pathway_id": row["pathway_id"], "seq": row["seq"],
               # The transcription names a file of its own, which nobody has.
               "title": row["title"].removesuffix(" (see streams.csv)"),
               "actor": row["body"], "body_ids": named, "kind": row["kind"], "condition": row["condition"],
               "depends_on": row["depends_on"], "from_mexico": row["can_start_abroad"],
               "fee": row["fee"], "fee_min": fee["min"], "fee_max": fee["max"],
               "currency": row["currency"] if row["fee"] else "", "fee_note": fee["note"],
               "duration": printed, "duration_min": time["min"], "duration_max": time["max"],
               "duration_unit": time["unit"], "duration_basis": time["basis"],
               "duration_note": time["note"],
               "evidence": "" if row["evidence_out"] == "-" else row["evidence_out"],
               "note": row["note"]} | provenance(row)


def bridging():
    table = readings("bridging", "bridging_id")
    for row in facts("bridging"):
        known = take("bridging", table, row["bridging_id"])
        closed = known["offered"] == "no"
        yield {"id": row["bridging_id"], "occupations": many(row["occupation_ids"]),
               "jurisdiction": row["jurisdiction"], "provider": "" if closed else row["provider"],
               "program": row["provider"] if closed else row["program"],
               "length": row["length"], "months_min": known["months_min"], "months_max": known["months_max"],
               "cost": row["cost"], "offered": known["offered"],
               "note": "; ".join(part for part in (row["program"] if closed else "", row["note"]) if part)
               } | provenance(row)


# MARK: Ways to a work permit


def streams():
    rows = [row | {"as_of_note": ""} for row in facts("streams")]
    kinds = {"EE-HEALTH": "residence", "EE-PHYS": "residence", "PNP": "residence", "VISA-MX": "entry"}
    for row in rows:
        yield {"id": row["stream_id"], "kind": kinds.get(row["stream_id"], "permit"), "name": row["name"],
               "authority": row["authority"], "who_can_use": row["who_can_use"],
               "processing": "" if row["processing"] == "-" else row["processing"], "note": row["note"]
               } | provenance(row)
    for row in read(HERE / "extra_streams.csv"):
        yield {"id": row["stream_id"], "kind": "permit"} | {
            key: value for key, value in row.items() if key != "stream_id"}


def stream_tests(streams):
    known = {row["id"]: row for row in streams}
    for row in read(HERE / "stream_tests.csv"):
        stream = known.pop(row["stream_id"], None) or known.get(row["stream_id"])
        stream = stream or next(s for s in streams if s["id"] == row["stream_id"])
        yield row | {key: stream.get(key, "") for key in (
            "source", "source_ref", "as_of", "as_of_note", "general_knowledge_fields")}
    if known:
        sys.exit(f"stream_tests.csv has no test of {', '.join(sorted(known))}")


CONFIDENT = {"as_of": "", "as_of_note": "the table gives no date"}


def professions():
    for number, row in enumerate(read(FACTS / "international/cusma_professions.csv"), 1):
        yield {"id": f"CUSMA-{number:02}", "list": "cusma", "category": row["category"], "status": "permitted",
               "name_en": row["profession_en"], "name_es": row["profession_es"],
               "education": row["min_education"], "alternative": row["alternative"],
               "experience_years": row["alt_experience_years"], "licence_route": row["licence_route"],
               "note": f"Spanish name {row['profession_es_source']}" if row["profession_es"] else "",
               "source": "ircc-cusma", "confidence": "high"} | CONFIDENT
    for number, row in enumerate(read(FACTS / "international/cptpp_mexico_commitments_canada.csv"), 1):
        yield {"id": f"CPTPP-{number:02}", "list": "cptpp", "category": row["category"],
               "status": row["status"], "name_en": row["occupation_en"], "note": row["note"],
               "source": "ircc-cptpp", "confidence": "high"} | CONFIDENT


def profession_codes(professions):
    tables = {"cusma": readings("cusma_codes", "profession_en"), "cptpp": readings("cptpp_codes", "occupation_en")}
    for row in professions:
        reading = tables[row["list"]].get(row["name_en"])
        if not reading:
            continue
        UNUSED[f"{row['list']}_codes"].discard(row["name_en"])
        for code in reading["noc2021"].split(";"):
            yield {"profession_id": row["id"], "classification": "noc2021", "code": code,
                   "source": "puente-credential-readings", "as_of": "2026-11", "confidence": "medium"}


def main():
    OUTPUT.mkdir(parents=True, exist_ok=True)
    write("jurisdictions", "id kind name_en name_fr name_es languages language_note nnas_accepted nnas_note"
          " fair_registration_law note", jurisdictions())
    write("bodies", "id acronym name_en name_other role jurisdictions occupations url note", bodies())
    write("occupations", "id name_en teer cusma cusma_note codes_note", occupations())
    write("occupation_codes", "occupation_id classification code status remark", occupation_codes())
    write("regulations", "id occupation_id jurisdiction regulated kind regulator_id assessment assessor_ids exam"
          " languages note", regulations())
    write("requirements", "id occupations jurisdiction kind title detail threshold validity validity_months validity_steps",
          requirements())
    write("language_levels", "requirement_id language test skill minimum", language_levels())
    write("pathways", "id occupation_id jurisdictions stage title", pathways())
    write("steps", "id pathway_id seq title actor body_ids kind condition depends_on from_mexico fee fee_min fee_max"
          " currency fee_note duration duration_min duration_max duration_unit duration_basis duration_note evidence"
          " note", steps())
    write("bridging", "id occupations jurisdiction provider program length months_min months_max cost offered note",
          bridging())
    all_streams = write("streams", "id kind name authority who_can_use processing note", streams())
    write("stream_tests", "stream_id no test values otherwise note", stream_tests(all_streams))
    all_professions = write("professions", "id list category status name_en name_es education alternative"
                            " experience_years licence_route note", professions())
    write("profession_codes", "profession_id classification code", profession_codes(all_professions))
    left = {name: sorted(keys) for name, keys in UNUSED.items() if keys}
    if left:
        sys.exit(f"readings of nothing: {left}")


if __name__ == "__main__":
    main()
