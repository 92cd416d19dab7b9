"""The data package is what Scripts/datapackage.py makes, and frictionless finds the tables to be as it says."""

import subprocess
import sys
from pathlib import Path

from frictionless import Package

ROOT = Path(__file__).resolve().parents[2]

if subprocess.run([sys.executable, ROOT / "Scripts/datapackage.py", "--check"]).returncode != 0:
    sys.exit(1)

report = Package(ROOT / "datasets/datapackage.json").validate()
for error in report.errors:
    print(f"datasets/datapackage.json: {error.message}", file=sys.stderr)
for task in report.tasks:
    for error in task.errors:
        print(f"datasets/{task.place}: {error.message}", file=sys.stderr)
if not report.valid:
    sys.exit(1)
print(f"  {len(report.tasks)} tables with {sum(task.stats.get('rows', 0) for task in report.tasks)} rows are valid")
