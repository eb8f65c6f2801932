"""Where to say that somebody gets no messages any more."""

from django.utils.translation import gettext_lazy

from kring.conference.prompting import About, looks_into

looks_into("let_go", "followup:let_go", gettext_lazy("Iemand krijgt geen berichten meer"), About.CIRCLE)
looks_into("step_out", "followup:step_out", gettext_lazy("Niet meer meedoen"), About.CIRCLE)
