"""What `puente import table FILE --columns ... --key ... --output -` does, with pandas.

    pandas_table.py FILE COLUMNS KEY     the names with commas between
"""

import sys

import pandas as pd

file, columns, key = sys.argv[1], sys.argv[2].split(","), sys.argv[3].split(",")
table = pd.read_csv(file, dtype=str, keep_default_na=False, usecols=columns)[columns].drop_duplicates()
if table.duplicated(key).any():
    sys.exit("the key is not unique")
table.to_csv(sys.stdout, index=False, lineterminator="\n")
