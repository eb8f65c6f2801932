"""Rows as a file for a spreadsheet: CSV as it opens here, and xlsx; nothing in a cell is ever worked out."""

import csv
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

from django.http import HttpResponse

from kring.foundation.giving import given

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_text(value) -> str:
    """As it is written here; what a spreadsheet would take for a formula stays text."""
    if isinstance(value, Decimal):
        return f"{value:.2f}".replace(".", ",")
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def as_csv(titles: list, rows: Iterable) -> bytes:
    """With semicolons, a comma for cents, and a mark that tells which letters these are: ş stays ş."""
    page = StringIO()
    writer = csv.writer(page, delimiter=";")
    writer.writerow([str(title) for title in titles])
    writer.writerows([as_text(value) for value in row] for row in rows)
    return page.getvalue().encode("utf-8-sig")


def as_xlsx(titles: list, rows: Iterable) -> bytes:
    import xlsxwriter  # only who asks for a spreadsheet waits for it

    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        styles = {
            Decimal: book.add_format({"num_format": "#,##0.00"}),
            date: book.add_format({"num_format": "dd-mm-yyyy"}),
        }
        for column, title in enumerate(titles):
            sheet.write_string(0, column, str(title), bold)
        for place, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                write(sheet, place, column, value, styles)
        sheet.freeze_panes(1, 0)
        sheet.autofit()
    return made.getvalue()


def write(sheet, place: int, column: int, value, styles: dict) -> None:
    if isinstance(value, Decimal):
        sheet.write_number(place, column, value, styles[Decimal])
    elif isinstance(value, date):
        sheet.write_datetime(place, column, value, styles[date])
    elif isinstance(value, int):
        sheet.write_number(place, column, value)
    else:
        sheet.write_string(place, column, "" if value is None else str(value))


def sent(content: bytes, name: str) -> HttpResponse:
    """The file itself, to keep and not to show."""
    response = given(content, name)
    response["Cache-Control"], response["X-Content-Type-Options"] = "no-store", "nosniff"
    return response
