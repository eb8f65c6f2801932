"""Who to call near you."""

from django.urls import path

from kring.region import views

app_name = "region"
urlpatterns = [
    path("", views.find, name="find"),
    path("<slug:slug>/", views.funding, name="funding"),
]
