"""Runs a script in DuckDB, then a query, and prints the rows as JSON. Usage: duckdb_query.py DATABASE QUERY < SCRIPT"""

import json
import sys

import duckdb

database, query = sys.argv[1:]
connection = duckdb.connect(database)
script = sys.stdin.read()
if script.strip():
    connection.execute(script)
cursor = connection.execute(query)
names = [column[0] for column in cursor.description]
json.dump([dict(zip(names, row)) for row in cursor.fetchall()], sys.stdout, default=str)
