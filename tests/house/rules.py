"""Which test proves which rule: reads docs/rules.md and the marks on the tests."""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\|\s*([AB]\d+|R-[A-Z]{3}-\d+)\s*\|\s*(.+?)\s*\|", re.MULTILINE)


def rules(text: str) -> dict[str, str]:
    """Rule and meaning, in the order of the table."""
    return dict(ROW.findall(text))


def marks(decorators: list[ast.expr]) -> Iterator[str]:
    """The rules that these decorators name, also inside pytest.param(…, marks=…)."""
    for node in (node for decorator in decorators for node in ast.walk(decorator)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "rule":
            yield from (argument.value for argument in node.args if isinstance(argument, ast.Constant))


def marked(source: str) -> Iterator[tuple[str, str]]:
    """(rule, test) for each mark on a test, on its class, or on the whole module by `pytestmark`."""

    def inside(body: list[ast.stmt], inherited: list[str]) -> Iterator[tuple[str, str]]:
        for node in body:
            if isinstance(node, ast.Assign) and any(getattr(t, "id", "") == "pytestmark" for t in node.targets):
                inherited = [*inherited, *marks([node.value])]
        for node in body:
            if isinstance(node, ast.ClassDef):
                yield from inside(node.body, [*inherited, *marks(node.decorator_list)])
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                yield from ((rule, node.name) for rule in [*inherited, *marks(node.decorator_list)])

    return inside(ast.parse(source).body, [])


def proofs(tests: Path) -> dict[str, list[str]]:
    """Rule → the tests that carry it, each as file::test."""
    found = defaultdict(list)
    for path in sorted(tests.rglob("test_*.py")):
        for rule, name in marked(path.read_text()):
            found[rule].append(f"{path.relative_to(tests.parent)}::{name}")
    return dict(found)


def unknown(known: dict[str, str], proven: dict[str, list[str]]) -> list[str]:
    return [f"{test} proves {rule}, which is no rule" for rule in proven if rule not in known for test in proven[rule]]


def main() -> int:
    known, proven = rules((ROOT / "docs" / "rules.md").read_text()), proofs(ROOT / "tests")
    without = [rule for rule in known if rule not in proven]
    for rule in known:
        if rule in proven:
            print(f"{rule}  {known[rule]}", *(f"      {test}" for test in proven[rule]), sep="\n")
    print("\nWithout a test:", *(f"{rule}  {known[rule]}" for rule in without), sep="\n")
    print(f"\n{len(known) - len(without)} of {len(known)} rules are proven by a test.")
    mistakes = unknown(known, proven)
    print(*mistakes, sep="\n", end="\n" if mistakes else "")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
