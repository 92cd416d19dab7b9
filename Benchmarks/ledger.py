"""Writes a large ledger for the benchmarks: 100,000 pairs with 1,000,000 events.

    Benchmarks/ledger.py PUENTE FILE [PAIRS]

It is a second implementation of the format in docs/review.md: `puente review verify` accepts what it writes.
"""

import csv
import datetime
import hashlib
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EPOCH = datetime.date(1970, 1, 1).toordinal()
START = datetime.date(2017, 10, 20).toordinal() - EPOCH
# What happens to a pair after it was proposed and sent, by turns; each way has eight steps.
WAYS = [
    [("reminded", "MX")] * 8,
    [("reminded", "CA")] * 5 + [("commented", "CA")] * 3,
    [("reminded", "MX")] * 6 + [("commented", "CA"), ("accepted", "CA")],
    [("reminded", "MX")] * 5 + [("commented", "CA"), ("accepted", "CA"), ("agreed", "MX")],
    [("reminded", "MX")] * 5 + [("commented", "CA")] * 2 + [("rejected", "CA")],
]


def unit_groups(classification):
    with open(ROOT / f"datasets/classifications/{classification}.csv", encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["level"] == "4"]


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def event(stream, parents, kind, side, day, body):
    """The identifier of an event, and its body as text."""
    on = datetime.date.fromordinal(EPOCH + day).isoformat()
    text = canonical({"body": body, "format": "puente-event-1", "kind": kind, "on": on,
                      "parents": [parent.hex() for parent in parents], "role": "", "side": side,
                      "stream": stream})
    return hashlib.sha256(text.encode()).digest(), canonical(body)


def state_after(way, days):
    """The state, since when, the number of comments and who has to act."""
    state, since, comments = "awaiting_feedback", days[1], 0
    for (kind, _), day in zip(way, days[2:]):
        if kind == "commented":
            comments += 1
            if state == "awaiting_feedback":
                state, since = "feedback_received", day
        elif kind in ("accepted", "agreed", "rejected"):
            state, since = {"accepted": "accepted_by_CA"}.get(kind, kind), day
    awaiting = {"awaiting_feedback": "CA", "feedback_received": "CA", "accepted_by_CA": "MX"}.get(state)
    return state, since, comments, awaiting


def main():
    puente, path, pairs = sys.argv[1], Path(sys.argv[2]), int((sys.argv[3:] or [100_000])[0])
    path.unlink(missing_ok=True)
    subprocess.run([puente, "review", "status", "--ledger", path], check=True, capture_output=True)
    database = sqlite3.connect(path)
    database.execute("PRAGMA synchronous = OFF")
    sequence, chain = database.execute(
        "SELECT seq, chain FROM ledger_event ORDER BY seq DESC LIMIT 1").fetchone()
    stream_number = database.execute("SELECT max(id) FROM ledger_stream").fetchone()[0]
    nocs, sincos = unit_groups("noc2016"), unit_groups("sinco2011")
    streams, events, links = [], [], []
    for index in range(pairs):
        noc, sinco = nocs[index % len(nocs)], sincos[(index // len(nocs) + index) % len(sincos)]
        name, stream = f"B{index}", f"link/B{index}"
        stream_number += 1
        way = WAYS[index % len(WAYS)]
        days = [START + index % 3000 + 7 * step for step in range(10)]
        body = {"noc": f"noc2016:{noc['code']}", "noc_title": noc["title_en"], "list": "benchmark",
                "sinco": f"sinco2011:{sinco['code']}", "sinco_title": sinco["title_es"]}
        parents = []
        for (kind, side), day in zip([("proposed", "MX"), ("sent", "MX")] + way, days):
            if kind == "commented":
                body = {"comment": f"said of {name} on day {day}"}
            if kind == "rejected":
                body = {"reason": f"said of {name}"}
            id, text = event(stream, parents, kind, side, day, body)
            sequence += 1
            chain = hashlib.sha256(chain + id).digest()
            events.append((sequence, id, stream_number, kind, side, "", day, b"".join(parents), text, chain))
            parents, body = [id], {}
        state, since, comments, awaiting = state_after(way, days)
        streams.append((stream_number, stream, 10, parents[0]))
        links.append((stream_number, name, "noc2016", noc["code"], noc["title_en"], "sinco2011", sinco["code"],
                      sinco["title_es"], None, state, since, "MX", days[0], awaiting, 1, None, None, None,
                      comments, 0, "benchmark", "", "", b""))
        if len(links) == 10_000 or index == pairs - 1:
            database.executemany("INSERT INTO ledger_stream VALUES (?, ?, ?, ?)", streams)
            database.executemany(f"INSERT INTO ledger_event VALUES ({', '.join('?' * 10)})", events)
            database.executemany(f"INSERT INTO review_link VALUES ({', '.join('?' * 24)})", links)
            streams, events, links = [], [], []
    database.commit()
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


main()
