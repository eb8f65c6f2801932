"""Complaints: for everybody, on paper too, and the drawer of the office."""

from django.urls import path

from kring.oversight import complaint_views

app_name = "complaints"
urlpatterns = [
    path("klacht/", complaint_views.complain, name="complain"),
    path("klacht/op-papier/", complaint_views.paper, name="paper"),
    path("klacht/<slug:token>/", complaint_views.mine, name="mine"),
    path("werk/klachten/", complaint_views.listed, name="listed"),
    path("werk/klachten/<slug:token>/", complaint_views.show, name="show"),
    path("werk/klachten/<slug:token>/ontvangen/", complaint_views.acknowledge, name="acknowledge"),
    path("werk/klachten/<slug:token>/antwoord/", complaint_views.answer, name="answer"),
]
