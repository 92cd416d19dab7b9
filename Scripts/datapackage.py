#!/usr/bin/env python3
"""Writes what describes the data to others: datasets/datapackage.json and datasets/LICENSES.md.

    Scripts/datapackage.py            write both
    Scripts/datapackage.py --check    exit 1 if one of them is not what would be written

It is run when the tables change; neither building Puente nor using it needs it. It takes sources and
licences from datasets/sources.csv and datasets/licences.csv, the form of codes from datasets/levels.csv
and everything else from TABLES below, where a new table has to be entered.
"""

import csv
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "datasets"
LANGUAGES = ["en", "es", "fr"]
LANGUAGE_NAMES = {"en": "English", "es": "Spanish", "fr": "French"}


def rows(path):
    """The rows of a table of the repository."""
    with open(ROOT / path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CLASSIFICATIONS = {row["id"]: row for row in rows("datasets/classifications.csv")}
LEVELS = rows("datasets/levels.csv")
SOURCES = {row["id"]: row for row in rows("datasets/sources.csv")}
LICENCES = {row["id"]: row for row in rows("datasets/licences.csv")}
# Puente's own tables are under the licence of its code.
OWN = {"name": "Apache-2.0", "title": "Apache License 2.0",
       "path": "https://www.apache.org/licenses/LICENSE-2.0"}


# MARK: Fields


def field(name, description, type="string", **constraints):
    """A field; what is passed by keyword constrains it, except `format` and the values of booleans."""
    result = {"name": name, "type": type}
    for key in ("format", "trueValues", "falseValues"):
        if key in constraints:
            result[key] = constraints.pop(key)
    result["description"] = description
    if constraints:
        result["constraints"] = constraints
    return result


def key_to(resource, name="id", *, here):
    """A foreign key; without a resource, to the table itself."""
    reference = {"resource": resource} if resource else {}
    return {"fields": [here], "reference": reference | {"fields": [name]}}


def pattern(classification):
    """What a code of a classification looks like, at any of its levels.

    The parentheses keep the alternatives together where a validator only adds '^' and '$'.
    """
    forms = dict.fromkeys(
        form
        for level in LEVELS if level["classification"] == classification
        for form in level["code_pattern"].split("|"))
    return f"({'|'.join(forms)})"


def levels(classification):
    return [int(row["level"]) for row in LEVELS if row["classification"] == classification]


def code(classification, name="code", description="The code. It is text: zeros at its start count.",
         **constraints):
    return field(name, description, pattern=pattern(classification), **constraints)


def language(name="lang", description="The language of the title."):
    return field(name, description, required=True, enum=LANGUAGES)


SOME_LANGUAGES = "(en|es|fr)( (en|es|fr))*"
SKILL_LEVELS = {
    "noc": ("The skill level or type of NOC 2011 and 2016: 0 for management, else A, B, C or D.", "[0ABCD]"),
    "isco": ("The skill level or levels of ISCO-08, 1 to 4, joined with '+'.", r"[1-4](\+[1-4])*"),
}


# MARK: Tables


def code_table(path):
    id = path.stem
    classification = CLASSIFICATIONS[id]
    skill, form = SKILL_LEVELS.get(classification["family"], ("Not used by this classification.", "-"))
    return {
        "title": f"{classification['name']}: codes and titles",
        "description": f"Every code of {classification['title']}."
        if classification["complete"] == "yes"
        else f"The codes of {classification['title']} that its sources name; not the whole of it.",
        "fields": [
            code(id, required=True, unique=True),
            field("level", "How deep the code is, 1 at the top; levels.csv names the levels.", "integer",
                  required=True, enum=levels(id)),
            code(id, "parent", "The code of the group above; empty at the top."),
            *(field(f"title_{tag}", f"The title in {LANGUAGE_NAMES[tag]}; empty where there is none.")
              for tag in LANGUAGES),
            field("unofficial_titles",
                  "The languages, with spaces between, whose title here is not the publisher's.",
                  pattern=SOME_LANGUAGES),
            field("skill_level", skill, pattern=form),
            field("teer", "The TEER category of NOC 2021: training, education, experience and"
                  " responsibilities, 0 to 5.", pattern="[0-5]"),
        ],
        "primaryKey": ["code"],
        "foreignKeys": [key_to(None, "code", here="parent")],
        "sources": [classification["source"]],
    }


def title_table(path):
    id = path.stem
    return {
        "title": f"{CLASSIFICATIONS[id]['name']}: job titles",
        "description": "Job titles and the group each belongs to.",
        "fields": [
            code(id, required=True, description="The code of the group the title belongs to."),
            language(),
            field("title", "The job title.", required=True),
            field("kind", "What kind of entry the title is: 'group' (the title of the group itself),"
                  " 'occupation' (an individual occupation of INEGI), 'element' or 'illustrative' (an example"
                  " of Statistics Canada), 'index' (an entry of an index), 'carried' (through a table"
                  " between classifications) or 'derived' (by Puente; the source says how).", required=True,
                  enum=["group", "occupation", "element", "illustrative", "index", "carried", "derived"]),
            field("source", "The publication the title is from.", required=True),
        ],
        "primaryKey": ["code", "lang", "title"],
        "foreignKeys": [key_to(f"codes-{id}", "code", here="code"), key_to("sources", here="source")],
        "sources": sorted({row["source"] for row in rows(path.relative_to(ROOT))}),
    }


TABLES = {
    "classifications.csv": {
        "title": "Classifications",
        "description": "The classifications of occupations that Puente knows.",
        "fields": [
            field("id", "Puente's name for the classification.", required=True, unique=True,
                  pattern="[a-z][a-z0-9]*"),
            field("name", "The short name.", required=True),
            field("family", "What the versions of one classification have in common.", required=True,
                  pattern="[a-z]+"),
            field("year", "The year that the version is called by.", "year", required=True),
            field("title", "The full name.", required=True),
            field("publisher", "Who maintains it.", required=True),
            field("country", "The country it is of (ISO 3166-1); empty for an international one.",
                  pattern="[A-Z]{2}"),
            field("languages", "The languages it is published in and held here, with spaces between.",
                  required=True, pattern=SOME_LANGUAGES),
            field("complete", "Whether every code of it is held here.", "boolean", required=True,
                  trueValues=["yes"], falseValues=["no"]),
            field("source", "The publication the codes are from.", required=True),
        ],
        "primaryKey": ["id"],
        "foreignKeys": [key_to("sources", here="source")],
    },
    "levels.csv": {
        "title": "Levels of the classifications",
        "description": "The levels of each classification, from the top down.",
        "fields": [
            field("classification", "The classification.", required=True),
            field("level", "How deep the level is, 1 at the top.", "integer", required=True,
                  enum=[1, 2, 3, 4, 5]),
            *(field(f"name_{tag}", f"What the level is called in {LANGUAGE_NAMES[tag]}.", required=tag == "en")
              for tag in LANGUAGES),
            field("code_pattern", "A regular expression for the codes of the level.", required=True),
            field("count", "How many codes the publisher says it has; empty where that is not known.",
                  "integer", minimum=1),
        ],
        "primaryKey": ["classification", "level"],
        "foreignKeys": [key_to("classifications", here="classification")],
    },
    "sources.csv": {
        "title": "Sources",
        "description": "The publications that the tables are taken or derived from.",
        "fields": [
            field("id", "Puente's name for the source.", required=True, unique=True,
                  pattern="[a-z0-9]+(-[a-z0-9]+)*"),
            field("publisher", "Who published it.", required=True),
            field("title", "Its title.", required=True),
            field("published", "When: a year, or a year and a month; empty where that is not known.",
                  pattern="[0-9]{4}(-[0-9]{2})?"),
            field("licence", "The terms it may be used under.", required=True),
            field("as_of", "The month that the copy here stands for.", "yearmonth", required=True),
            field("confidence", "How far the copy here can be relied on.", required=True,
                  enum=["high", "medium", "low"]),
            field("note", "What has to be known to use it."),
        ],
        "primaryKey": ["id"],
        "foreignKeys": [key_to("licences", here="licence")],
    },
    "licences.csv": {
        "title": "Licences",
        "description": "The terms that the publishers set for the use of their publications.",
        "fields": [
            field("id", "Puente's name for the licence.", required=True, unique=True,
                  pattern="[a-z0-9]+(-[a-z0-9]+)*"),
            field("name", "Its name.", required=True),
            field("url", "Where it can be read; empty where that is not known.", format="uri"),
            field("attribution", "The words that credit the publisher.", required=True),
        ],
        "primaryKey": ["id"],
    },
    "sectors.csv": {
        "title": "Sectors",
        "description": "The sectors that occupations can be asked for by, each as codes with all that is below"
        " them. Puente's own choice.",
        "fields": [
            field("sector", "The sector.", required=True, pattern="[a-z]+(-[a-z]+)*"),
            field("classification", "The classification the code is of.", required=True),
            field("code", "A code that belongs to the sector with every code below it.", required=True),
            field("note", "What the code takes in, where its title would not suggest it."),
        ],
        "primaryKey": ["sector", "classification", "code"],
        "foreignKeys": [key_to("classifications", here="classification")],
    },
    "demand/lmia-noc2016.csv": {
        "title": "Positions approved for foreign workers, by NOC 2016",
        "sources": ["esdc-lmia-2024q1"],
        "description": "How many positions of each unit group ESDC approved in its positive labour market impact"
        " assessments. A group that is not listed had none or is not published.",
        "fields": [
            field("code", "The unit group of NOC 2016.", required=True, unique=True, pattern="[0-9]{4}"),
            field("employer_records", "How many records of employers there are.", "integer", required=True,
                  minimum=0),
            field("approved_positions", "How many positions were approved.", "integer", required=True, minimum=0),
            field("period", "The quarter in which they were.", required=True, pattern="[0-9]{4}Q[1-4]"),
        ],
        "primaryKey": ["code"],
    },
    "equivalence/model.csv": {
        "title": "Weights of the equivalence model",
        "description": "By which weights evidence becomes a probability of being an accepted equivalence"
        " (docs/method.md). Fitted weights are written by 'puente fit'.",
        "fields": [
            field("term", "The evidence, a feature of the pair, or a part of the model.", required=True,
                  pattern="[a-z0-9+-]+"),
            field("form", "The form in which it enters.", required=True,
                  enum=["tie", "of-source", "of-target", "plain", "listed", "unlisted"]),
            field("weight", "The weight, in units of log odds.", "number", required=True),
            field("origin", "Whether it was fitted or set by hand.", required=True, enum=["fitted", "set"]),
            field("note", "Why it is as it is; empty for a fitted one."),
        ],
        "primaryKey": ["term", "form"],
    },
    "equivalence/fit.csv": {
        "title": "The fit of the equivalence model",
        "description": "When the weights were fitted, to what, and how well they do in cross-validation.",
        "fields": [
            field("name", "What the value is.", required=True, unique=True, pattern="[a-z0-9_]+"),
            field("value", "The value.", required=True),
            field("low", "The lower end of the interval that holds it in 95 of 100 resamplings.", "number"),
            field("high", "The upper end.", "number"),
            field("note", "What it is over.", required=True),
        ],
        "primaryKey": ["name"],
    },
    "title_fields.csv": {
        "title": "Words that tell fields and roles",
        "description": "The beginnings of words in titles that tell the field of an occupation or the role in"
        " it. Puente's own list, for its checks.",
        "fields": [
            field("kind", "Whether the word tells a field, a role, or the scope of a group.", required=True,
                  enum=["field", "role", "scope"]),
            field("name", "The name of the field or role.", required=True),
            language(description="The language of the word."),
            field("term", "The beginning of one or more words, in small letters without accents.",
                  required=True),
        ],
        "primaryKey": ["kind", "name", "lang", "term"],
    },
    "coding/abbreviations.csv": {
        "title": "Abbreviations in job titles",
        "description": "Abbreviations that people use in job titles, and what they stand for. Puente's own list.",
        "fields": [
            language(description="The language the abbreviation is used in."),
            field("abbreviation", "The abbreviation in small letters without accents and full stops.",
                  required=True),
            field("expansion", "The words it stands for.", required=True),
        ],
        "primaryKey": ["lang", "abbreviation", "expansion"],
    },
    "coding/common_titles.csv": {
        "title": "Short answers and where coders put them",
        "description": "Answers to 'what is your occupation?' that name no group by themselves, and the group"
        " that most people who answer so belong to. Puente's own reading; a person decides.",
        "fields": [
            language(),
            field("title", "The answer.", required=True),
            field("classification", "The classification the code is of.", required=True),
            field("code", "The group.", required=True),
        ],
        "primaryKey": ["lang", "title", "classification", "code"],
        "foreignKeys": [key_to("classifications", here="classification")],
    },
    "coding/national_titles.csv": {
        "title": "National job titles linked to ESCO",
        "description": "Job titles of national employment services, the ESCO occupation that each is linked to,"
        " and the ISCO-08 group of that occupation.",
        "fields": [
            language(),
            field("title", "The title.", required=True),
            field("esco_id", "The occupation of ESCO.", format="uuid", required=True),
            code("isco08", "isco08", "The unit group of ISCO-08."),
            field("relation", "How the title relates to the occupation.", required=True,
                  enum=["exactMatch", "closeMatch", "broadMatch", "narrowMatch"]),
            field("source", "The publication.", required=True),
        ],
        "foreignKeys": [key_to("codes-isco08", "code", here="isco08"), key_to("sources", here="source")],
        "sources": ["france-rome3", "belgium-competent"],
    },
    "coding/openings_bc.csv": {
        "title": "Job openings in British Columbia, by NOC 2021",
        "description": "Expected job openings from 2025 to 2035. 00018 stands for 00011 to 00015.",
        "fields": [
            field("noc2021", "The unit group of NOC 2021.", required=True, unique=True, pattern="[0-9]{5}"),
            field("openings", "How many openings are expected.", "integer", required=True, minimum=0),
        ],
        "primaryKey": ["noc2021"],
        "sources": ["bc-outlook-2025"],
    },
    "coding/workforce.csv": {
        "title": "How large groups are, about",
        "description": "The openings of openings_bc.csv, carried to each classification through the published"
        " tables: a hint which of two groups is the larger, and no more than that. Made by 'puente"
        " train-titles'.",
        "fields": [
            field("classification", "The classification.", required=True),
            field("code", "The group.", required=True),
            field("openings", "How many openings it has by that reckoning.", "number", required=True),
        ],
        "primaryKey": ["classification", "code"],
        "foreignKeys": [key_to("classifications", here="classification")],
        "sources": ["bc-outlook-2025"],
    },
    "coding/ranking.csv": {
        "title": "Weights of the ranking of titles",
        "description": "How much each kind of evidence weighs in the ranking of groups for a title, by the title's"
        " language. Made by 'puente train-titles'.",
        "fields": [
            field("evidence", "The kind of evidence.", required=True, unique=True),
            field("en", "Its weight for English titles.", "number", required=True),
            field("es", "Its weight for Spanish ones.", "number", required=True),
            field("fr", "Its weight for French ones.", "number", required=True),
        ],
        "primaryKey": ["evidence"],
    },
    "coding/calibration.csv": {
        "title": "Certainty of the ranking of titles",
        "description": "How often a first answer of each probability is right. Made by 'puente train-titles'.",
        "fields": [
            field("lang", "The language of the titles.", required=True),
            field("raw", "The probability by the weights.", "number", required=True, minimum=0, maximum=1),
            field("certainty", "The share of right answers.", "number", required=True, minimum=0, maximum=1),
        ],
        "primaryKey": ["lang", "raw"],
    },
    "import-log.csv": {
        "title": "Import log",
        "description": "What was left out or changed when the tables were made from the publishers' files.",
        "fields": [
            field("target", "The table that was made.", required=True),
            field("file", "The publisher's file it was made from.", required=True),
            field("line", "The line of that file.", "integer", required=True, minimum=1),
            field("rule", "Why the line was not taken as it is.", required=True),
            field("message", "What was found.", required=True),
            field("value", "What was written instead; empty if nothing was."),
        ],
    },
    "esco/occupations.csv": {
        "title": "ESCO: occupations",
        "description": "The occupations of ESCO 1.0 to 1.2 and the ISCO-08 group of each.",
        "fields": [
            field("esco_id", "The last part of the occupation's address in ESCO.", format="uuid",
                  required=True, unique=True),
            field("esco_code", "The code in ESCO; empty where it is not known.", unique=True,
                  pattern=r"[0-9]{4}(\.[0-9]+)+"),
            code("isco08", "isco08", "The unit group of ISCO-08.", required=True),
            *(field(f"label_{tag}", f"The preferred label in {LANGUAGE_NAMES[tag]}; empty where there is none.")
              for tag in LANGUAGES),
        ],
        "primaryKey": ["esco_id"],
        "foreignKeys": [key_to("codes-isco08", "code", here="isco08")],
        "sources": ["esco"],
    },
    "esco/labels.csv": {
        "title": "ESCO: labels",
        "description": "All labels of the occupations of ESCO 1.0 to 1.2. Spanish is Peninsular.",
        "fields": [
            field("esco_id", "The occupation.", format="uuid", required=True),
            language(description="The language of the label."),
            field("kind", "Whether ESCO prefers the label, gives it as another or keeps it for searching.",
                  required=True, enum=["preferred", "alt", "hidden"]),
            field("label", "The label.", required=True),
            field("versions", "The versions of ESCO that have it, with '|' between.", required=True,
                  pattern=r"1\.[0-2](\|1\.[0-2])*"),
        ],
        "primaryKey": ["esco_id", "lang", "kind", "label"],
        "foreignKeys": [key_to("esco-occupations", "esco_id", here="esco_id")],
        "sources": ["esco"],
    },
}


# Folders whose schemas Puente writes: `puente cmp schema`, `puente credentials --schema`.
FACTS = {"cmp": "Reports of the Canada-Mexico Partnership", "credentials": "Recognition of credentials"}
SCHEMAS = {name: json.loads((DATA / name / "schema.json").read_text(encoding="utf-8")) for name in FACTS}


def fact_table(path):
    """A table of facts, each row with its source."""
    folder = path.parent.name
    return SCHEMAS[folder][path.stem] | {
        "title": f"{FACTS[folder]}: {path.stem.replace('_', ' ')}",
        "sources": sorted({row["source"] for row in rows(path.relative_to(ROOT))}),
    }


# MARK: The data package


def resource_name(relative):
    folder, stem = relative.parent.name, relative.stem
    names = {"": stem, "classifications": f"codes-{stem}", "titles": f"titles-{stem}"}
    return names.get(folder, f"{folder}-{stem}").replace("_", "-")


def table(path):
    """What is known of a table of datasets/."""
    relative = path.relative_to(DATA)
    if relative.parent.name == "classifications":
        return code_table(path)
    if relative.parent.name == "titles":
        return title_table(path)
    if relative.parent.name in FACTS:
        return fact_table(path)
    if str(relative) not in TABLES:
        sys.exit(f"datasets/{relative}: not described; enter it in TABLES of Scripts/datapackage.py")
    return TABLES[str(relative)]


def licence(id):
    """A licence as a data package lists it: with an address, or with the name for one not known."""
    row = LICENCES[id]
    where = {"path": row["url"]} if row["url"] else {"name": "notspecified"}
    return where | {"title": row["name"], "attribution": row["attribution"]}


def source(id):
    row = SOURCES[id]
    version = {"version": row["published"]} if row["published"] else {}
    return {"title": f"{row['publisher']}: {row['title']}"} | version


def resource(path):
    facts = table(path)
    with open(path, encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    names = [field["name"] for field in facts["fields"]]
    if header != names:
        sys.exit(f"{path.relative_to(ROOT)}: has the columns {header}, "
                 f"but Scripts/datapackage.py describes {names}")
    schema = {"fields": facts["fields"], "missingValues": [""]}
    schema |= {key: facts[key] for key in ("primaryKey", "foreignKeys") if key in facts}
    ids = facts.get("sources", [])
    result = {
        "name": resource_name(path.relative_to(DATA)),
        "title": facts["title"],
        "description": facts["description"],
        "path": str(path.relative_to(DATA)),
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "licenses": [licence(id) for id in dict.fromkeys(SOURCES[id]["licence"] for id in ids)] or [OWN],
        "schema": schema,
    }
    if ids:
        result["sources"] = [source(id) for id in ids]
    return result


def data_package():
    latest = max(row["as_of"] for row in SOURCES.values())
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "puente-datasets",
        "title": "Occupation classifications of Canada, Mexico and the world: codes, titles and labels",
        "description": "The tables Puente works with. The licences differ from table to table and are listed"
        " with each; LICENSES.md sums them up.",
        "version": f"{int(latest[:4])}.{int(latest[5:])}.0",
        "resources": [resource(path) for path in sorted(DATA.rglob("*.csv"))],
    }


# MARK: The licences


def sources_of(path):
    """The sources of a file of datasets/ or crosswalks/; none for Puente's own."""
    if path.is_relative_to(DATA):
        return table(path).get("sources", [])
    # In a folder of crosswalks/, a table that names no source is from the source of the others.
    tables = [rows(table.relative_to(ROOT)) for table in path.parent.glob("*.csv")]
    named = [{row["source"] for row in table if row.get("source")} for table in tables]
    here = {row["source"] for row in rows(path.relative_to(ROOT)) if row.get("source")}
    return sorted(here or set().union(*named))


def licences_text():
    files = {path: sources_of(path) for path in sorted(DATA.rglob("*.csv"))}
    for row in rows("crosswalks/index.csv"):
        files[ROOT / "crosswalks" / row["file"]] = [row["source"]]
    for path in sorted((ROOT / "crosswalks").glob("*/*.csv")):
        files[path] = sources_of(path)
    own = [path for path, ids in files.items() if not ids and path.is_relative_to(DATA)]
    lines = [
        "# Licences of the data",
        "",
        "The code of Puente is under the Apache License 2.0 (`LICENSE`). **The data are not**: the tables in"
        " `datasets/` and `crosswalks/` hold codes, titles and correspondences of the publishers named here,"
        " who set the terms for them. Whoever passes tables on, changed or not, passes on the attribution."
        " None of the publishers endorses Puente.",
        "",
        "Puente made changes: the tables have other columns than the publishers' files, and"
        " `import-log.csv` lists every row that was left out or corrected. Sources whose publisher is Puente"
        " are derived from other sources and under the terms of those.",
        "",
        "This file is made by `Scripts/datapackage.py` from `sources.csv` and `licences.csv`, and so is"
        " `datapackage.json`, which says the same to programs.",
        "",
        "## Terms",
        "",
    ]
    used = {id for ids in files.values() for id in ids}
    for id, row in LICENCES.items():
        from_it = [s for s in SOURCES.values() if s["licence"] == id and s["id"] in used]
        if not from_it:
            continue
        name = f"[{row['name']}]({row['url']})" if row["url"] else row["name"]
        lines += [f"### {id}: {row['name']}", ""]
        lines += [f"Terms: {name}.", ""]
        lines += [f"Attribution: \"{row['attribution']}\"", ""]
        for s in from_it:
            when = f", {s['published']}" if s["published"] else ""
            note = f" ({s['note']})" if s["note"] else ""
            lines.append(f"- `{s['id']}`: {s['publisher']}, *{s['title']}*{when}{note}")
        lines.append("")
    lines += ["## Tables", "", "| Table | Terms | Sources |", "|---|---|---|"]
    for path, ids in files.items():
        terms = dict.fromkeys(SOURCES[id]["licence"] for id in ids)
        if path not in own:
            lines.append(f"| `{path.relative_to(ROOT)}` | {', '.join(terms) or 'Apache-2.0'} "
                         f"| {', '.join(f'`{id}`' for id in ids) or 'Puente'} |")
    lines += [
        "",
        "`crosswalks/compiled/` holds the links of the mapping sets once more, under the same terms.",
        "",
        "The rest of `datasets/` is Puente's own work and under the Apache License 2.0 as the code is: "
        + ", ".join(f"`{path.relative_to(DATA)}`" for path in own) + ".",
    ]
    return "\n".join(lines) + "\n"


def main():
    unknown = {id for path in (ROOT / "datasets").rglob("*.csv") for id in sources_of(path)} - set(SOURCES)
    if unknown:
        sys.exit(f"not in datasets/sources.csv: {', '.join(sorted(unknown))}")
    made = {
        DATA / "datapackage.json": json.dumps(data_package(), ensure_ascii=False, indent=2) + "\n",
        DATA / "LICENSES.md": licences_text(),
    }
    stale = False
    for path, text in made.items():
        if "--check" not in sys.argv[1:]:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"{path.relative_to(ROOT)}: out of date; run Scripts/datapackage.py", file=sys.stderr)
            stale = True
    sys.exit(1 if stale else 0)


if __name__ == "__main__":
    main()
