"""A question to the database that every page asks: drawn up once, and asked from then on with other values.

Django turns a queryset into SQL each time it is asked. With a dozen subqueries that takes far longer than the answer
(docs/decisions/0012).
"""

from collections.abc import Callable
from copy import copy
from datetime import date, datetime, timedelta
from functools import wraps
from types import SimpleNamespace

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

FIRST_SIGN = 1_900_000_000  # no row gets a key as high
FAR_DAY = date(2199, 1, 1)


def drawn_up_once(draw: Callable[..., QuerySet]) -> Callable[..., list]:
    """What this function draws up is kept as SQL. The function it becomes returns the rows, as the queryset would.

    Its arguments, by name, are all that may differ from time to time: keys, slugs, days or moments, and never None.
    Whatever else it depends on, the clock for one, is refused with a ValueError when it is first asked. It knows no
    prefetch_related.
    """
    kept: list[Question] = []

    @wraps(draw)
    def ask(**values) -> list:
        if not kept:
            kept.append(Question(draw, values))
        return kept[0].ask(values)

    return ask


class Question:
    """The SQL of a queryset, and where each value stands in it."""

    def __init__(self, draw: Callable[..., QuerySet], like: dict):
        signs, others = signs_for(like, 0), signs_for(like, len(like))
        self.rows = draw(**signs)
        self.compiler = compiler_of(self.rows)
        self.sql, self.params = drawn(self.compiler, signs)
        if (self.sql, self.params) != drawn(compiler_of(draw(**others)), others):
            raise ValueError(f"{draw.__qualname__} depends on more than its arguments")

    def ask(self, values: dict) -> list:
        params = tuple(adapted(values[name]) if name else param for name, param in self.params)
        compiler, query = copy(self.compiler), copy(self.rows.query)
        compiler.connection = connection
        compiler.as_sql = lambda *_some, **_more: (self.sql, params)
        query.get_compiler = lambda *_some, **_more: compiler
        asked = SimpleNamespace(db=connection.alias, query=query, _known_related_objects={})
        return list(self.rows._iterable_class(asked))


def compiler_of(rows: QuerySet):
    return rows.query.get_compiler(connection.alias)


def drawn(compiler, signs: dict) -> tuple[str, list[tuple]]:
    """The SQL, and for each place in it the name of the value that goes there, or what always stands there."""
    sql, params = compiler.as_sql()
    names = {adapted(sign): name for name, sign in signs.items()}
    found = [names.get(param) if isinstance(param, int | str | date) else None for param in params]
    return sql, [(name, None if name else param) for name, param in zip(found, params, strict=True)]


def signs_for(like: dict, start: int) -> dict:
    """A value of the same kind for each, found back in the SQL and nowhere else."""
    return {name: sign_for(value, number) for number, (name, value) in enumerate(like.items(), start)}


def sign_for(value, number: int):
    if isinstance(value, datetime):
        return timezone.make_aware(datetime.combine(FAR_DAY + timedelta(number), datetime.min.time()))
    if isinstance(value, date):
        return FAR_DAY + timedelta(number)
    if isinstance(value, int):
        return FIRST_SIGN + number
    if isinstance(value, str):
        return f"‹{number}›"
    raise TypeError(f"a key, a slug, a day or a moment, and not {value!r}")


def adapted(value):
    """As this database gets it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value
