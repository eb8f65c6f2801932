"""The back room at /beheer/: regions, municipalities, texts. Reference data only; never anything of a conference."""

from functools import wraps

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.urls import URLResolver

from kring.people.models import Organisation
from kring.people.proving import first_to
from kring.region.models import FundingRegion, Municipality, Region


def behind_the_scenes(view):
    """The doorkeeper here: who keeps the reference data, with a second factor; to others it is not there."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        if not request.user.is_staff or first_to(request):
            raise Http404
        return view(request, *args, **kwargs)

    guarded.guard = "behind_the_scenes"
    return guarded


def with_a_doorkeeper(patterns: list) -> list:
    """Every page of the admin gets its doorkeeper; its nameless forwarding addresses go."""
    patterns[:] = [pattern for pattern in patterns if isinstance(pattern, URLResolver) or pattern.name]
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            with_a_doorkeeper(pattern.url_patterns)
        else:
            pattern.callback = behind_the_scenes(pattern.callback)
    return patterns


class BackRoom(admin.AdminSite):
    site_header = site_title = "Kring"
    index_title = "Regio's, gemeenten en teksten"

    def get_urls(self):
        return with_a_doorkeeper(super().get_urls())


site = BackRoom(name="admin")


@admin.register(Organisation, site=site)
class OrganisationAdmin(admin.ModelAdmin):
    """One row: who runs this house. Its logo is chosen at the office's desk, where pictures are made anew."""

    exclude = ["logo"]

    def has_add_permission(self, request) -> bool:
        return super().has_add_permission(request) and not Organisation.objects.exists()


@admin.register(Region, site=site)
class RegionAdmin(admin.ModelAdmin):
    list_display = ["name", "manager", "stand_in"]

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        """A region that exists is handed over at /werk/regios/, so that what runs there goes along."""
        return ["manager"] if obj else []

    def formfield_for_foreignkey(self, field, request, **kwargs):
        """A region is answered for by somebody at the desk, never by a family."""
        if field.name in ("manager", "stand_in"):
            kwargs["queryset"] = field.related_model.objects.filter(seat__desk="manager")
        return super().formfield_for_foreignkey(field, request, **kwargs)


@admin.register(FundingRegion, site=site)
class FundingRegionAdmin(admin.ModelAdmin):
    list_display = ["name"]


@admin.register(Municipality, site=site)
class MunicipalityAdmin(admin.ModelAdmin):
    list_display = ["name", "province", "region", "funding_region", "ended_on"]
    search_fields = ["name", "also", "places"]
