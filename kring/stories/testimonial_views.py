"""The office looks after what people let us pass on."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kring.foundation.forms import posted
from kring.people.doors import at_desk
from kring.people.models import Desk
from kring.stories.desk_forms import TestimonialForm
from kring.stories.testimonials import Testimonial


@at_desk(Desk.OFFICE)
def testimonials(request):
    """Whose words stand where, and since which yes; add one, or take one away."""
    form = TestimonialForm(posted(request))
    if form.is_bound and form.carry(Testimonial.publish):
        messages.success(request, _("Bewaard."))
        return redirect("stories:testimonials")
    return render(request, "stories/pages/testimonials.html", {"said": Testimonial.objects.all(), "form": form})


@at_desk(Desk.OFFICE)
@require_POST
def withdraw(request, said: str):
    get_object_or_404(Testimonial, slug=said).withdraw()
    messages.success(request, _("Weggehaald."))
    return redirect("stories:testimonials")
