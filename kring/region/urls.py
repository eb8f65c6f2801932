"""Who to call near you; regions, municipalities and money at the desk."""

from django.urls import path

from kring.region import desk_views, views

app_name = "region"
urlpatterns = [
    path("bij-u-in-de-buurt/", views.find, name="find"),
    path("bij-u-in-de-buurt/<slug:slug>/", views.funding, name="funding"),
    path("werk/vervanger/", desk_views.stand_in, name="stand_in"),
    path("werk/vervanger/terug/", desk_views.come_back, name="come_back"),
    path("werk/gemeenten/", desk_views.municipalities, name="municipalities"),
    path("werk/regios/", desk_views.regions, name="regions"),
    path("werk/regios/<slug:region>/", desk_views.region, name="region"),
    path("werk/regios/<slug:region>/zelf-weer/", desk_views.end_stand_in, name="end_stand_in"),
    path("werk/geld/", desk_views.payers, name="payers"),
    path("werk/geld/<slug:payer>/", desk_views.payer, name="payer"),
    path("werk/geld/<slug:payer>/naam/", desk_views.rename_payer, name="rename_payer"),
    path("werk/geld/<slug:payer>/<slug:contract>/", desk_views.contract, name="contract"),
]
