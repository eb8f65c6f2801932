"""Coming in, one's own settings, going out."""

from django.urls import path

from kring.foundation.doors import open_to_all
from kring.people import staff_views, views

app_name = "people"
urlpatterns = [
    path("inloggen/", views.come_in, name="come_in"),
    path("code/", views.type_code, name="type_code"),
    path("l/<slug:code>/", views.link, name="link"),
    path("thuis/", views.home, name="home"),
    path("instellingen/", views.own_settings, name="settings"),
    path("instellingen/vergeet/", views.forget_device, name="forget_device"),
    path("instellingen/overal-uit/", views.sign_out_everywhere, name="sign_out_everywhere"),
    path("taal/", views.language, name="language"),
    path("uitloggen/", open_to_all(staff_views.Leave.as_view()), name="leave"),
    path("tot-ziens/", views.gone, name="gone"),
    path("inloggen/dagpas/<slug:code>/", staff_views.one_day_pass, name="one_day_pass"),
    path("werk/dagpassen/", staff_views.passes, name="passes"),
    path("werk/dagpassen/geven/", staff_views.give_pass, name="give_pass"),
]
