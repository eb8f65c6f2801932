"""Claims of coordinators and payments at the office."""

from django.urls import path

from kring.oversight import claim_views, money_views

MINE, DESK, PAY = "werk/mijn-declaraties/", "werk/declaraties/", "werk/betalingen/"

app_name = "claims"
urlpatterns = [
    path(MINE, claim_views.mine, name="mine"),
    path(f"{MINE}rekening/", claim_views.account, name="account"),
    path(f"{MINE}begin/<slug:conference>/", claim_views.begin, name="begin"),
    path(f"{MINE}bonnetje/<slug:line>/", claim_views.receipt, name="my_receipt"),
    path(f"{MINE}<slug:claim>/", claim_views.show, name="show"),
    path(f"{MINE}<slug:claim>/reis/", claim_views.add_travel, name="add_travel"),
    path(f"{MINE}<slug:claim>/kosten/", claim_views.add_cost, name="add_cost"),
    path(f"{MINE}<slug:claim>/regel/<slug:line>/weg/", claim_views.drop_line, name="drop_line"),
    path(f"{MINE}<slug:claim>/inleveren/", claim_views.hand_in, name="hand_in"),
    path(f"{MINE}<slug:claim>/weg/", claim_views.throw_away, name="throw_away"),
    path(DESK, money_views.claims, name="listed"),
    path(f"{DESK}bonnetje/<slug:line>/", money_views.receipt, name="receipt"),
    path(f"{DESK}<slug:claim>/", money_views.claim, name="claim"),
    path(f"{DESK}<slug:claim>/goed/", money_views.approve, name="approve"),
    path(PAY, money_views.payments, name="payments"),
    path(f"{PAY}<slug:batch>/", money_views.payment, name="payment"),
    path(f"{PAY}<slug:batch>/bank.xml", money_views.fetch, name="fetch"),
    path(f"{PAY}<slug:batch>/lijst.csv", money_views.payroll, {"kind": "csv"}, name="payroll_csv"),
    path(f"{PAY}<slug:batch>/lijst.xlsx", money_views.payroll, {"kind": "xlsx"}, name="payroll_xlsx"),
    path(f"{PAY}<slug:batch>/verstuurd/", money_views.send, name="send"),
    path(f"{PAY}<slug:batch>/ongedaan/", money_views.undo, name="undo"),
]
