"""Reads YAML as PyYAML does: a line of Base64 documents in, a line of JSON (or "!" and an error) for each out."""

import base64
import json
import math
import sys

import yaml


def plain(value):
    kind = type(value)
    if value is None or kind in (bool, int, str) or kind is float and math.isfinite(value):
        return value
    if kind is list:
        return [plain(item) for item in value]
    if kind is dict and all(type(key) is str for key in value):
        return {key: plain(item) for key, item in value.items()}
    raise TypeError(f"{kind.__name__} {value}")


for line in sys.stdin.buffer:
    for document in line.split():
        try:
            result = json.dumps(plain(yaml.load(base64.b64decode(document), getattr(yaml, sys.argv[1]))))
        except Exception as error:
            result = "!" + repr(error).replace("\n", " ")
        sys.stdout.write(result + "\n")
    sys.stdout.flush()
