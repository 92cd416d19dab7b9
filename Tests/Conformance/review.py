"""Checks the files of the review desk with other people's readers: openpyxl, sssom-py, hashlib and sqlite3."""

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl
from sssom.parsers import parse_sssom_table

ROOT = Path(__file__).resolve().parents[2]
PUENTE = next((path for path in (ROOT / ".build/release/puente", ROOT / ".build/debug/puente") if path.exists()), None)


def puente(*arguments, code=0):
    done = subprocess.run([PUENTE, "review", *map(str, arguments), "--on", "2026-11-24"], capture_output=True,
                          text=True, env={**os.environ, "PUENTE_DATA": str(ROOT)})
    assert done.returncode == code, done.stderr
    return done.stdout


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def main():
    if PUENTE is None:
        sys.exit("build puente first: make build")
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger"
        end = ["--ledger", ledger]
        puente("comment", "L2", 'said "so" \\ ñ\n\tand so 🇲🇽', "--side", "canada", *end)

        # Every event is named by the digest of its canonical JSON.
        form = Path(folder) / "form.json"
        puente("export", "--for", "canada", "--format", "json", "--output", form, *end)
        events = [event for row in json.loads(form.read_text())["rows"] for event in row["events"]]
        for event in events:
            content = {key: value for key, value in event.items() if key != "id"}
            content["format"] = "puente-event-1"
            assert hashlib.sha256(canonical(content).encode()).hexdigest() == event["id"], event

        # SQLite finds nothing wrong, and the chain follows from the names.
        database = sqlite3.connect(ledger)
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        chain = b""
        for id, link in database.execute("SELECT id, chain FROM ledger_event ORDER BY seq"):
            chain = hashlib.sha256(chain + id).digest()
            assert chain == link
        database.close()

        # openpyxl reads the workbook, fills it in and saves it; the lists to choose from are there.
        book_path = Path(folder) / "form.xlsx"
        puente("export", "--for", "canada", "--format", "xlsx", "--output", book_path, *end)
        book = openpyxl.load_workbook(book_path)
        sheet = book["form"]
        header = {cell.value: cell.column for cell in sheet[1]}
        lists = {validation.formula1 for validation in sheet.data_validations.dataValidation}
        assert {'"accept,counter,reject,comment"', '"exact,close,broad,narrow,related"'} == lists, lists
        rows = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=2)}
        assert all(cell.data_type in "sn" for row in sheet.iter_rows() for cell in row)
        sheet.cell(rows["L2"], header["decision"], "accept")
        sheet.cell(rows["L2"], header["new_relation"], "close")
        sheet.cell(rows["L3"], header["decision"], "counter")
        # As a spreadsheet keeps what is typed: a number.
        sheet.cell(rows["L3"], header["counter_sinco"], 2813)
        again = Path(folder) / "again.xlsx"
        book.save(again)
        puente("import", again, *end)
        states = {link["id"]: link["state"] for link in json.loads(puente("list", "--format", "json", *end))}
        assert (states["L2"], states["L3"]) == ("accepted_by_CA", "counter_proposed"), states

        # sssom-py reads the mapping set.
        sssom = Path(folder) / "form.sssom.tsv"
        puente("export", "--for", "mexico", "--format", "sssom", "--output", sssom, *end)
        mappings = parse_sssom_table(str(sssom))
        assert len(mappings.df) == len(states), len(mappings.df)
        puente("verify", *end)
    print(f"{len(events)} events, 2 workbooks and 1 mapping set: all as they should be")


main()
