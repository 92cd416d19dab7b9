#!/usr/bin/env bash
# Makes the tables of datasets/ and crosswalks/ from transcribed copies of the publishers' tables.
#
#   Scripts/import-facts.sh FOLDER     the folder has noc/, sinco/, international/, cmp/ and credentials/
#
# It was run once for each edition of the data and is kept so that every table can be made again. New
# editions are imported from the publishers' own files: see docs/importing.md.
set -euo pipefail
facts=${1:?usage: Scripts/import-facts.sh FOLDER}
cd "$(dirname "$0")/.."
puente=${PUENTE:-.build/release/puente}
log=datasets/import-log.csv
export PUENTE_DATA=$PWD
rm -f "$log"

codes() { "$puente" import codes "$facts/$1" --classification "$2" --log "$log" "${@:3}" 2>&1 | tail -n 1; }
titles() { "$puente" import titles "$facts/$1" --classification "$2" --source "$3" --log "$log" "${@:4}" 2>&1 | tail -n 1; }
links() { "$puente" import correspondence "$facts/$1" --table "$2" --log "$log" "${@:3}" 2>&1 | tail -n 1; }

# Code tables.
codes noc/noc2006.csv noc2006
codes noc/nocs2006.csv nocs2006 --column title-en=title --column level-name=Hierarchical_structure
codes noc/noc2011.csv noc2011
codes noc/noc2016.csv noc2016
codes noc/noc2021.csv noc2021
codes sinco/sinco2011.csv sinco2011 --column title-en=title_en_unofficial
codes sinco/sinco2019.csv sinco2019
codes international/isco08.csv isco08
# BLS's list ends with four rows titled TBD, which are not part of the classification.
codes international/soc2010.csv soc2010 --column level-name=level_name \
  --exclude 99-0000 --exclude 99-9000 --exclude 99-9990 --exclude 99-9999
codes international/soc2010_titles_en_es.csv soc2010 --add-titles --column code=soc2010
codes international/soc2018.csv soc2018 --column level-name=level_name
# ISCO-88 comes from the correspondence alone: its unit groups and their English titles.
"$puente" import codes "$facts/international/isco88_isco08.csv" --classification isco88 --log "$log" \
  --column code=isco88 --column title-en=isco88_title_en --first-of-equal 2>&1 | tail -n 1

# Job titles.
titles sinco/sinco2011_titles.csv sinco2011 inegi-sinco2011-ocupaciones --language es --column kind=source \
  --rename-kind sinco2011_group_title=group:inegi-sinco2011 --rename-kind sinco2011_ocupacion=occupation \
  --rename-kind cno_stps_title=carried:inegi-sinco2011-cno
titles sinco/sinco2019_titles.csv sinco2019 puente-sinco2019-titles --language es --column kind=source \
  --rename-kind sinco2019_group_title=group:inegi-sinco2019 --rename-kind sinco2011_ocupacion=carried \
  --rename-kind cno_stps_title=carried
titles noc/noc2016_titles_en.csv noc2016 statcan-noc2016-titles --column kind=source \
  --rename-kind statcan_elements=element --rename-kind esdc_index=index \
  --rename-kind esdc_index+statcan_elements=element
titles noc/noc2016_titles_fr_derived.csv noc2016 puente-noc2016-titles-fr --kind derived --add
titles noc/noc2021_titles.csv noc2021 statcan-noc2021-titles
titles international/isco08_titles.csv isco08 ilo-isco08-index --column kind=source \
  --rename-kind 'ILO ISCO-08 index=index' --rename-kind 'CH-ISCO-19 type *=index:fso-isco08-titles'

# Correspondences.
links sinco/sinco2011_isco08.csv sinco2011-isco08
links sinco/sinco2011_soc2010.csv sinco2011-soc2010 --mixed-levels
links sinco/sinco2011_noc_s2006.csv sinco2011-nocs2006
links sinco/sinco2011_sinco2019.csv sinco2011-sinco2019 --blank-is-none
links sinco/sinco2019_isco08.csv sinco2019-isco08
links noc/nocs2006_noc2011.csv nocs2006-noc2011 --mixed-levels
links noc/noc2006_noc2011.csv noc2006-noc2011 --mixed-levels --blank-is-none --exclude 01-09 --exclude 72/73 --exclude 94/95
# That concordance lists what changed. The other unit groups kept code and title, which is evidence for the
# same group: hyphens and case aside, 263 of them.
unchanged=$(mktemp)
python3 - "$facts" > "$unchanged" <<'PY'
import csv, re, sys
read = lambda name: list(csv.DictReader(open(f"{sys.argv[1]}/noc/{name}.csv", encoding="utf-8", newline="")))
fold = lambda title: re.sub(r"[^a-z0-9]", "", title.lower())
listed = {row["noc2006"] for row in read("noc2006_noc2011")}
new = {row["code"]: row["title_en"] for row in read("noc2011") if row["level"] == "4"}
print("noc2006,noc2011,note")
for row in read("noc2006"):
    if row["level"] == "4" and row["code"] not in listed and fold(new.get(row["code"], "")) == fold(row["title_en"]):
        print(f"{row['code']},{row['code']},same code and title in both; not listed in the concordance as changed")
PY
"$puente" import correspondence "$unchanged" --table noc2006-noc2011-unchanged 2>&1 | tail -n 1
rm "$unchanged"
links noc/noc2011_noc2016.csv noc2011-noc2016
links noc/noc2016_nocs2006.csv noc2016-nocs2006
links noc/noc2016_noc2021.csv noc2016-noc2021
links noc/noc2011_isco08.csv noc2011-isco08 --unlinked-targets "$facts/noc/isco08_without_noc.csv"
links noc/noc2016_soc2018.csv noc2016-soc2018
# NOC - O*NET-SOC 2010 by analysts of a research institute. An O*NET occupation is a part of the SOC group whose
# code it begins with.
onet=$(mktemp)
{ echo noc2016,soc2010; sed -n '2,$s/^\([0-9]*\),\([0-9-]*\)\..*/\1,\2/p' "$facts/noc/noc2016_onet20.csv" | sort -u; } > "$onet"
"$puente" import correspondence "$onet" --table noc2016-soc2010-onet 2>&1 | tail -n 1
rm "$onet"
links international/isco08_soc2010.csv isco08-soc2010 --mixed-levels
links international/isco88_isco08.csv isco88-isco08
links international/soc2010_soc2018.csv soc2010-soc2018 --column source=soc2010 --column target=soc2018

# ESCO.
"$puente" import table "$facts/international/esco_occupations.csv" --output datasets/esco/occupations.csv \
  --columns esco_id,esco_code,isco08=isco_code,label_en,label_es,label_fr --key esco_id
"$puente" import table "$facts/international/esco_labels.csv" --output datasets/esco/labels.csv \
  --columns esco_id,lang,kind,label,versions=esco_versions --key esco_id,lang,kind,label

# The report of the Canada-Mexico Partnership for 2017, with what is read in it.
report=$(mktemp -d)
python3 Scripts/cmp-2017/build.py "$facts/cmp" "$report"
rm -f datasets/cmp/*.csv
"$puente" cmp import "$report" 2>&1 | tail -n 1
rm -r "$report"
"$puente" cmp schema > datasets/cmp/schema.json

# The recognition of credentials.
python3 Scripts/credentials/build.py "$facts" datasets/credentials
python3 Scripts/credentials/translate.py datasets/credentials
"$puente" credentials --schema > datasets/credentials/schema.json

# How many people a group concerns.
"$puente" import table "$facts/noc/lmia_positive_by_noc2016.csv" --output datasets/demand/lmia-noc2016.csv \
  --columns code=noc2016_code,employer_records=n_employer_records,approved_positions,period --key code

# What titles are found by, besides the indexes: national titles that are linked to ESCO, and how large the
# groups are. Puente's own lists in datasets/coding/ (abbreviations, common titles) are not made here.
python3 - "$facts" <<'PY'
import csv, re, sys
facts = sys.argv[1]
read = lambda name: csv.DictReader(open(f"{facts}/{name}.csv", encoding="utf-8", newline=""))
def write(name, header, rows):
    with open(f"datasets/coding/{name}.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])
sources = {"ROME V3 appellations (France, Pole emploi)": "france-rome3", "Competent 2.0 (Belgium)": "belgium-competent"}
plain = lambda title: re.sub(r"\s*\([hH]/[fF]/[xX]\)$", "", title)
write("national_titles", ["lang", "title", "esco_id", "isco08", "relation", "source"], sorted(
    (row["lang"], plain(row["national_title"]), row["esco_id"], row["isco_code"], row["relation"], sources[row["source"]])
    for row in read("international/national_titles_esco")))
write("openings_bc", ["noc2021", "openings"], (
    (row["noc_code"], row["openings_2025_2035"]) for row in read("noc/noc2021_outlook_bc_2025_2035")
    if row["openings_2025_2035"].isdigit()))
PY

# What is made from the tables.
"$puente" compile
python3 Scripts/datapackage.py
