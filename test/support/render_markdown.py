"""Renders Markdown as GitHub does. Reads a JSON list of texts and prints a JSON list of HTML."""

import json
import sys

from markdown_it import MarkdownIt

renderer = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
json.dump([renderer.render(text) for text in json.load(sys.stdin)], sys.stdout)
