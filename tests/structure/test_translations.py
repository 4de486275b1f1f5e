# SPDX-License-Identifier: GPL-2.0-or-later
"""The Swedish file has every text of the source, translated, with the same places for values."""

from __future__ import annotations

import ast
import shutil
import string
import subprocess
from xml.etree import ElementTree

import pytest


class Text:
    """One message of a .ts file."""

    def __init__(self, context: str, message: ElementTree.Element) -> None:
        self.context = context
        self.source = message.findtext("source", "")
        translation = message.find("translation")
        forms = translation.findall("numerusform") or [translation]
        self.translations = [form.text or "" for form in forms]
        self.is_finished = translation.get("type") != "unfinished" and all(self.translations)


def read_ts(path) -> list[Text]:
    contexts = ElementTree.parse(path).iter("context")
    return [Text(context.findtext("name", ""), item) for context in contexts for item in context.iter("message")]


def places(text: str) -> set[str]:
    """The values a text has room for: its ``{names}``, and ``%n``."""
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return names | ({"%n"} if "%n" in text else set())


def short_list(texts) -> str:
    return "".join(f"\n  {text!r}" for text in sorted(texts))


@pytest.fixture(scope="module")
def swedish(root):
    return root / "i18n" / "est_plugin_sv.ts"


@pytest.fixture(scope="module")
def texts(swedish):
    return read_ts(swedish)


def test_file_has_the_texts_of_the_source(root, swedish, texts, tmp_path):
    collected = shutil.copy(swedish, tmp_path)
    subprocess.run([root / "scripts" / "translate", "--update", collected], check=True)
    in_source = {(text.context, text.source) for text in read_ts(collected)}
    in_file = {(text.context, text.source) for text in texts}
    missing = short_list(source for _, source in in_source - in_file)
    left = short_list(source for _, source in in_file - in_source)
    problem = f"Run scripts/translate --update.\nNot in the file:{missing}\nOnly in the file:{left}"
    assert not missing + left, problem


def test_file_has_our_context_only(texts):
    assert {text.context for text in texts} <= {"est_plugin"}


def test_every_text_is_translated(texts):
    missing = [text.source for text in texts if not text.is_finished]
    assert not missing, f"{len(missing)} of {len(texts)} texts lack Swedish:{short_list(missing)}"


def test_translations_have_the_same_places_for_values(texts):
    wrong = [
        text.source
        for text in texts
        for translation in text.translations
        if translation and places(translation) != places(text.source)
    ]
    assert not wrong, f"Other {{places}} or %n than the source:{short_list(wrong)}"


def is_put_together(text: ast.expr) -> bool:
    """Is the text an f-string, a sum, or formatted before it is translated?"""
    is_formatted = isinstance(text, ast.Call) and getattr(text.func, "attr", "") == "format"
    return is_formatted or isinstance(text, ast.JoinedStr | ast.BinOp)


def test_marked_texts_are_whole_literals(root):
    """The collecting tool drops other texts without a word."""
    wrong = []
    for path in sorted((root / "est_plugin").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or len(node.args) < 2:
                continue
            match getattr(node.func, "id", getattr(node.func, "attr", "")), node.args[1]:
                case "QT_TRANSLATE_NOOP", text if not isinstance(text, ast.Constant):
                    wrong.append(f"{path.relative_to(root)}:{node.lineno}")
                case "translate", text if is_put_together(text):
                    wrong.append(f"{path.relative_to(root)}:{node.lineno}")
    assert wrong == []
