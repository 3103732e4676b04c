"""Scripts put together do what they do one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.settings import STATIC
from app.web.modules import whole


def written(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text)
    return folder / "main.js"


def test_each_module_stands_once_before_those_that_import_it(tmp_path: Path) -> None:
    entry = written(
        tmp_path,
        main='import * as one from "./one.js";\nimport { two as second } from "./two.js";\none.say(second);',
        one='import { two } from "./two.js";\nexport function say(x) { return [x, two]; }\n',
        two="export const two = 2;\n",
    )
    made = whole(entry)
    assert [made.count(f"const ${name} = (() =>") for name in ("two", "one", "main")] == [1, 1, 1]
    assert made.index("$two = (") < made.index("$one = (") < made.index("$main = (")
    assert "const { two: second } = $two;" in made
    assert "return { say };" in made
    assert "import" not in made
    assert "export" not in made


@pytest.mark.parametrize(
    "text",
    ['import "./other.js";\n', "export default 1;\n", "export let n = 1;\n", 'export * from "./other.js";\n'],
)
def test_what_is_not_understood_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match=r"main\.js: "):
        whole(written(tmp_path, main=text, other=""))


def test_modules_that_import_each_other_are_refused(tmp_path: Path) -> None:
    entry = written(
        tmp_path,
        main='import { a } from "./a.js";\n',
        a='import { b } from "./b.js";\nexport const a = 1;\n',
        b='import { a } from "./a.js";\nexport const b = 1;\n',
    )
    with pytest.raises(ValueError, match="imports itself"):
        whole(entry)


def test_the_scripts_of_the_timeline_are_all_there() -> None:
    made = whole(STATIC / "js" / "timeline.js")
    for file in (STATIC / "js" / "timeline").glob("*.js"):
        assert f"const ${file.stem} = (() =>" in made
