"""Makes a large country out of a small one, inside the database: every row again and again, with numbers of its own."""

from django.core.management.color import no_style
from django.db import connection, models

SCRAMBLE, SPACE = 25_214_903_917, 2**48  # a number times this, within this space, is unique and in no order


class Rows:
    """The rows made since `mark`, of these models, that belong together."""

    def __init__(self, *tables: type[models.Model]):
        self.tables = tables
        self.floor = {table: highest(table) for table in tables}

    def copy(self, times: int) -> None:
        """Copy them so many times. What they point at among themselves moves along, the rest stays."""
        if times < 1:
            return
        self.width = {table: highest(table) - self.floor[table] for table in self.tables}
        with connection.cursor() as cursor:
            for table in self.tables:
                cursor.execute(self.statement(table), [times, self.floor[table], self.floor[table] + self.width[table]])
            for sql in connection.ops.sequence_reset_sql(no_style(), self.tables):
                cursor.execute(sql)

    def statement(self, table: type[models.Model]) -> str:
        columns = table._meta.concrete_fields
        names = ", ".join(quoted(field.column) for field in columns)
        values = ", ".join(self.value(table, field) for field in columns)
        copies = "WITH RECURSIVE copies(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM copies WHERE k < %s)"
        name, key = quoted(table._meta.db_table), quoted(table._meta.pk.column)
        chosen = f"SELECT {values} FROM {name}, copies WHERE {key} > %s AND {key} <= %s"
        return f"INSERT INTO {name} ({names}) {copies} {chosen}"

    def value(self, table: type[models.Model], field: models.Field) -> str:
        name = quoted(field.column)
        target = field.related_model if field.is_relation else table if field.primary_key else None
        if target in self.floor:
            width, floor = self.width[target], self.floor[target]
            return f"CASE WHEN {name} > {floor} THEN {name} + k * {width} ELSE {name} END"
        if field.unique and isinstance(field, models.CharField):
            number = f"(({quoted(table._meta.pk.column)} + k * {self.width[table]}) * {SCRAMBLE}) %% {SPACE}"
            text = f"lpad(to_hex({number}), 12, '0')" if on_postgresql() else f"printf('%%012x', {number})"
            return f"CASE WHEN {name} IS NULL THEN NULL ELSE {text} END"
        return name


def highest(table: type[models.Model]) -> int:
    return table.objects.aggregate(models.Max("pk"))["pk__max"] or 0


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def on_postgresql() -> bool:
    return connection.vendor == "postgresql"
