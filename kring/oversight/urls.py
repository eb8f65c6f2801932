"""The regiomanager's desk, the numbers of the office, and how long everything is kept."""

from django.urls import path

from kring.oversight import desk_views

app_name = "oversight"
urlpatterns = [
    path("", desk_views.desk, name="desk"),
    path("bureau/", desk_views.office, name="office"),
    path("neem-over/<slug:conference>/", desk_views.take, name="take"),
    path("gebeld/<slug:enquiry>/", desk_views.called, name="called"),
    path("bewaartermijnen/", desk_views.kept, name="kept"),
]
