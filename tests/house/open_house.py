"""A front door somebody forgot to guard."""

from django.http import HttpResponse
from django.urls import path

urlpatterns = [path("open/", lambda request: HttpResponse("iedereen"), name="open")]
