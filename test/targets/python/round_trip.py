"""Prints every entry of the package in the form of registry.json with what it answers, found by reflection alone."""

import dataclasses
import importlib
import json
import pkgutil
import sys
from enum import Enum

import sms_error_codes
from sms_error_codes.taxonomy import Claims, Provenance

AXES = {field.name for field in dataclasses.fields(Claims)}
QUESTIONS = [name for name in vars(Claims) if name not in AXES and not name.startswith("_")]


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.title() for word in rest)


def lines(provenance: Provenance) -> dict[str, dict[str, int]]:
    stated = dataclasses.asdict(provenance).items()
    return {camel(axis): {"line": line} for axis, line in stated if line is not None}


def plain(entry) -> dict[str, object]:
    values = {field.name: getattr(entry, field.name) for field in dataclasses.fields(entry)}
    stated, basis = lines(values.pop("stated")), lines(values.pop("basis"))
    present = {name: value.value if isinstance(value, Enum) else value for name, value in values.items() if value is not None}
    return {
        **{camel(name): value for name, value in present.items() if name not in AXES},
        "classification": {camel(name): value for name, value in present.items() if name in AXES},
        **({"basis": basis} if basis else {}),
        "stated": stated,
        "yes": sorted(camel(name) for name in QUESTIONS if getattr(entry.claims, name)()),
        "sentence": entry.category.sentence,
    }


def catalogs():
    for package in pkgutil.iter_modules(sms_error_codes.__path__):
        if not package.ispkg:
            continue
        provider = importlib.import_module(f"sms_error_codes.{package.name}")
        for module in pkgutil.iter_modules(provider.__path__):
            catalog = importlib.import_module(f"sms_error_codes.{package.name}.{module.name}")
            if hasattr(catalog, "ENTRIES"):
                yield f"{package.name}/{module.name.replace('_', '-')}", catalog


json.dump({name: [plain(entry) for entry in catalog.ENTRIES] for name, catalog in catalogs()}, sys.stdout)
