"""Prints the poverty series of Muara Enim with its sources: python3 docs/open-data/poverty.py [ADDRESS]"""
import csv
import io
import sys
import urllib.request

base = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:3000"


def table(name):
    with urllib.request.urlopen(f"{base}/data/{name}.csv") as answer:
        return list(csv.DictReader(io.TextIOWrapper(answer, encoding="utf-8", newline="")))


sources = {row["code"]: row["publisher"] for row in table("sources")}
for row in table("values"):
    if row["elementCode"] == "P0" and row["areaCode"] == "16.03" and row["seriesCode"] == "utama":
        print(row["period"], row["value"], sources.get(row["sourceCode"], "no source"), sep=" | ")
