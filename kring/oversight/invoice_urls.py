"""Invoices at the office."""

from django.urls import path

from kring.oversight import invoice_views

BILLS = "werk/facturen/"
app_name = "invoices"
urlpatterns = [
    path(BILLS, invoice_views.invoices, name="listed"),
    path(f"{BILLS}maak/<slug:contract>/", invoice_views.make, name="make"),
    path(f"{BILLS}<slug:invoice>/", invoice_views.invoice, name="invoice"),
    path(f"{BILLS}<slug:invoice>/regels.csv", invoice_views.fetch, {"kind": "csv"}, name="csv"),
    path(f"{BILLS}<slug:invoice>/regels.xlsx", invoice_views.fetch, {"kind": "xlsx"}, name="xlsx"),
    path(f"{BILLS}<slug:invoice>/verstuurd/", invoice_views.send, name="send"),
    path(f"{BILLS}<slug:invoice>/weg/", invoice_views.undo, name="undo"),
]
