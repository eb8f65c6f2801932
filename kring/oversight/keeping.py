"""THE KEEPING TABLE: how long every stored field is kept. A column without a row keeps the house from starting."""

from django.apps import apps
from django.core.checks import Critical, register
from django.utils.translation import gettext_lazy as _

from kring.followup.closing import knows_how_long

# kind: (days, counted from, what it is). None is for ever; days are defaults the organisation may change.
KINDS = {
    "call_back": (30, _("het belverzoek"), _("belverzoeken")),
    "draft": (14, _("het bewaren"), _("begonnen aanvragen die niet verstuurd zijn")),
    "complaint": (365, _("het antwoord"), _("klachten")),
    "testimonial": (30, _("het einde van de toestemming"), _("woorden van mensen op de site")),
    "story": (90, _("de laatste wijziging, als het niet verscheen"), _("vrijdagverhalen en wie erin voorkomen")),
    "subscriber": (7, _("de inschrijving, als niemand haar bevestigt"), _("lezers van het vrijdagverhaal")),
    "request": (183, _("de laatste stap"), _("aanvragen die niet doorgingen")),
    "wishes": (0, _("de afronding"), _("wensen voor de coördinator")),
    "safety": (0, _("de afronding"), _("veiligheidsnotities")),
    "contact": (90, _("de afronding"), _("hoe we de kring bereikten, en brieven")),
    "after_no": (30, _("het nee"), _("wie niet mee wilde doen")),
    "message": (30, _("de verzending"), _("de tekst van berichten")),
    "plan": (365, _("de afronding"), _("het plan en alles wat erbij hoort")),
    "private": (0, _("het vaststellen van het plan"), _("wat achter de deur geschreven is")),
    "sign_in": (30, _("het einde van de link of sessie"), _("links, sessies en codes")),
    "work": (14, _("het werk"), _("klussen en signalen van het programma")),
    "staff": (None, _("zolang iemand hier werkt"), _("gegevens van medewerkers")),
    "evaluation": (365, _("de maand van het antwoord"), _("eigen woorden bij de evaluatie, zonder namen")),
    "fees": (7 * 365, _("de afronding"), _("vergoedingen, declaraties en facturen, zonder namen van de familie")),
    "statistics": (None, _("altijd, zonder namen"), _("cijfers")),
    "reference": (None, _("altijd"), _("regio's, teksten en instellingen")),
    "left_alone": (None, _("altijd, zonder namen"), _("merktekens van wie niet meer benaderd wil worden")),
    "register": (None, _("altijd"), _("het register van wat verwijderd is")),
}

TABLE = """
Organisation         reference   *
LetterText           reference   *
ListWord             reference   *
Birth                register    *
Region               reference   *
FundingRegion        reference   *
FundingContract      reference   *
Municipality         reference   *
Municipality_merged_into reference *
FridayStory          story       *
StoryPerson          story       *
StoryConsent         story       *
FridayRound          reference   *
Subscriber           subscriber  *
AnbiPaper            reference   *
Testimonial          testimonial *
Complaint            complaint   *
KeepingPeriod        reference   *
Erasure              register    *
Tally                statistics  *
Edition              statistics  *
YearReport           work        *
FunderSeat           staff       *
StopReason           plan        *
Seat                 staff       *
Coordinator          staff       *
Coordinator_regions  staff       *
FreePeriod           staff       *
Portrait             staff       *
Terms                reference   *

Person               plan        id slug first_name last_name channel language works_at job birth_month shares_phone
Person               plan        is_active is_invented created_at password last_login
Person               contact     email phone postal_address
Person               staff       login_email is_staff is_superuser
Person_groups        staff       *
Person_user_permissions staff    *
PersonalLink         sign_in     *
RememberedDevice     sign_in     *
OneDayPass           sign_in     *

Enquiry              call_back   id slug first_name phone good_times language municipality asked_at called_at
Enquiry              call_back   called_by digits

Conference           statistics  id slug kind phase outcome region municipality funding is_urgent resting_since
Conference           statistics  created_at moved_at
Conference           statistics  closed_at
Participant          plan        id conference person role since until
Consent              plan        id conference act role given_by given_at withdrawn_at
JournalEntry         plan        id conference number at step taken_by in_name_of via phase_before phase_after
JournalEntry         plan        previous hash
JournalRelease       plan        id conference
Referral             plan        id conference requester kind occasion correction knows has_minors urgency
Referral             plan        presumed_ground presses_on
Referral             plan        talked_on talked_with answered_at form_token
Referral             plan        may_look_back earlier
Answer               plan        id conference person says at noted_by via
Authority            plan        id slug conference child parent parent_name holds how_checked says answered_at
Authority            plan        noted_by via informed_on
Authority            contact     reach
StartCheck           safety      *
EarlierConference    plan        id conference earlier linked_by linked_at
Draft                draft       *
Referral             wishes      wish_language wish_culture wish_background wish_gender wish_other no_preference
Referral             contact     place reach_requester reach_main_person
Offer                plan        id slug conference coordinator offered_by offered_at note answered_at accepted
Offer                plan        withdrawn_at expires_at reason travel coach words has_tie expired_at
Offer                plan        unmet family_said family_said_at
Declaration          plan        id offer declared_at asked remarks
HandOver             plan        id slug conference first why asked_at left_at settled_at next met_on
CoachingTalk         plan        id conference on asked_by_coordinator held_at
CoachingNote         plan        id conference by to text written_at
Fee                  fees        *
Claim                fees        *
ClaimLine            fees        *
PayBatch             fees        *
PayAccount           staff       *
Invoice              fees        *
InvoiceLine          fees        *
FirstContact         plan        id conference on recorded_at

CircleMember         plan        id slug conference person name hat relation works_at channel language named_by
CircleMember         plan        named_at
CircleMember         plan        agreed_at agreed_by left_out_at invited_at answered_at mode may_be_seen reminded_at
CircleMember         plan        ring side has_died lost_touch hides_namer hat_asked for_a_child
CircleMember         contact     reach needs aids particulars
CircleMember         plan        way took_back_at
Tie                  plan        *
TwoSides             plan        *
LeftAlone            left_alone  *
OwnWords             plan        id conference person text said_at
InvitationPicture    plan        id slug conference person drawing upload chosen_at
SafetyNote           safety      id slug conference about apart_from apart_from_person flag arrangement noted_at
SafetyNote           safety      signed_at signed_by why
SafetyTalk           safety      *
ArrivingApart        safety      *
Exclusion            safety      reason offered
Exclusion            plan        id slug conference member consulted_on proposed_by proposed_at agreed_by agreed_at
OwnMessage           plan        id slug conference author text picture sound hears reader via written_at
OwnMessage           plan        opened_at opened_by
Beside               plan        id slug conference whom kind name scope via noted_at
JoiningIn            plan        id conference person ways words asked_by via at

ConditionsForm       plan        id slug conference setter ground issued_at concerns without_plan discussed_on
ConditionsForm       plan        discussed_how
ConditionsForm       plan        handed_in_at why_late seen_at reaction released_at
ConditionsForm       plan        discussed_with checked_at sent_back_at version
Condition            plan        id slug form number text lacks word_back withdrawn_at
Reading              plan        id form person how at noted_by via
Contradiction        plan        id slug conference first second what noted_at solved_at
ConditionsVersion    plan        id form number why content kept_at
InOtherWords         plan        id slug form language text upload made_by written_by written_at

Preparation          plan        id conference starts_at place practical why_not_asked change ready_at
Preparation          plan        answer_by
WithoutThem          plan        id preparation person why noted_at
KeyPerson            plan        id conference person
OtherDay             plan        id slug conference person starts_at words said_at settled_at
OwnClock             plan        id person zone
MeetingPlace         plan        *
Venue                reference   *
Question             plan        id slug conference text worded_by worded_at agreed_at agreed_by
ChildsSay            plan        id slug conference child said asked_by may_be_read noted_by via at
EarlyQuestion        plan        id slug conference asker of_whom text shows_asker asked_at passed_on_at answer
EarlyQuestion        plan        answered_at member
DateOption           plan        id slug conference starts_at proposed_at withdrawn_at
DateAnswer           plan        id option person says at
PersonalPreparation  plan        id conference person how on topics
Appointment          plan        id conference person how starts_at part_three
Appointment          contact     reachable
SentTick             plan        *
Waiver               plan        *
PracticalItem        contact     *
Milestone            plan        *
Tension              safety      *
InformationSheet     plan        id conference professional concerns going_well help_given help_possible written_at
InformationSheet     plan        waiting read_at read_by word_back

Meeting              plan        id slug conference number opened_at ended_at round point on_paper door_asked_at
Meeting              plan        called_at
Meeting              plan        came_at waiting_place welcome_told
Round                plan        id meeting number point began_at opened_at
Attendance           plan        id meeting person part how came_late at left_at
Turn                 plan        *
SitsIn               contact     *
SealedRoom           private     id slug meeting salt check_nonce check_text words_nonce words_text made_at
SealedNote           private     id room uuid version nonce ciphertext changed_at

Plan                 plan        id conference title also_called otherwise progress_on progress_where easy child
Plan                 plan        progress_planner initiator
Plan                 plan        who_on_change contact typed_by_coordinator_at confirmed_at adopted_at
Agreement            plan        id slug plan kind is_safety what who doer when stand_in watcher accepted_at
Agreement            plan        handed_back_at position removed_at starts_on until_on for_whom
Agreement            plan        went went_at
HelpAsked            plan        id slug plan what of_whom professional by_when keep_in_touch answer answer_text
HelpAsked            plan        answered_at answer_by position removed_at
Expectation          plan        id slug plan professional expected in_touch
PlanCopy             plan        id slug plan person way with_safety number due_on given_at given_by
ConditionAnswer      plan        id plan condition how
ConditionTest        plan        id condition meeting round meets point how at
PlanReceipt          plan        id plan person at
PlanVersion          plan        id slug plan number kept_at content why

FollowUp             plan        id conference closed_well_at
Contact              plan        id conference on moment how runs wants_change wants_help again_on by
ContactWish          plan        *
Parting              plan        *
EvaluationAsked      plan        *
QuestionSet          reference   *
Evaluation           statistics  id questions year month region group language phase meeting plan coordinator
Evaluation           statistics  could_say felt_safe is_ours less_burdened
Evaluation           evaluation  words
ProgressTalk         plan        id conference held_on next_on changes
TalkTopic            plan        id slug conference person text added_at
CircleWord           plan        id agreement person text said_at
StandIn              plan        id slug agreement person asked_at agreed_at ended_at
Reminder             plan        id conference person rhythm weekday since
Gathering            plan        *
Gathering_people     plan        *
GatheringDay         plan        id slug gathering starts_at
GatheringAnswer      plan        id day person says at
ReconveneRequest     plan        id slug conference asked_by asked_at answered_at is_coming

Message              contact     id slug key recipient about sent_by channel language subject link_path status tries
Message              contact     last_problem not_before created_at sent_at message_id
Message              message     text short calendar
Upload               plan        id slug name kind content_type added_at
LiveEvent            work        *
Slot                 work        *
Heartbeat            work        *

admin.LogEntry                       register    *
auth.Permission                      reference   *
auth.Group                           reference   *
auth.Group_permissions               reference   *
contenttypes.ContentType             reference   *
sessions.Session                     sign_in     *
account.EmailAddress                 staff       *
account.EmailConfirmation            sign_in     *
mfa.Authenticator                    staff       *
socialaccount.SocialApp              reference   *
socialaccount.SocialApp_sites        reference   *
socialaccount.SocialAccount          staff       *
socialaccount.SocialToken            sign_in     *
django_tasks_database.DBTaskResult   work        *
"""


def read(text: str = TABLE) -> dict[tuple[str, str], str]:
    """(model, field) → kind; a field «*» stands for every field of a model. A row that is twice there is refused."""
    found: dict[tuple[str, str], str] = {}
    for line in text.strip().splitlines():
        if not line.strip():
            continue
        model, kind, *fields = line.split()
        if kind not in KINDS:
            raise ValueError(f"{kind} is no kind of keeping")
        for field in fields:
            if (model, field) in found:
                raise ValueError(f"{model}.{field} stands in the keeping table twice")
            found[model, field] = kind
    return found


def stored() -> list[tuple[str, str]]:
    """Every column there is: our models by name, those of packages with their package."""
    models = apps.get_models(include_auto_created=True)
    return [
        (model._meta.object_name if model._meta.app_label == "kring" else model._meta.label, field.name)
        for model in models
        if model._meta.managed and not model._meta.proxy
        for field in model._meta.local_fields
    ]


def without_a_row() -> list[str]:
    table = read()
    return [f"{model}.{field}" for model, field in stored() if not {(model, field), (model, "*")} & set(table)]


def rows_about_nothing() -> list[str]:
    there = set(stored())
    models = {model for model, _field in there}
    return [
        f"{model}.{field}"
        for model, field in read()
        if model not in models or (field != "*" and (model, field) not in there)
    ]


@knows_how_long
def days(kind: str) -> int | None:
    """How many days this kind is kept: what the organisation chose, else the default."""
    from kring.oversight.models import KeepingPeriod

    default = KINDS[kind][0]
    if default is None:
        return None
    chosen = KeepingPeriod.objects.filter(kind=kind).values_list("days", flat=True).first()
    return default if chosen is None else chosen


@register
def every_field_has_a_keeping_time(app_configs, **kwargs):
    return [
        Critical(f"{column} has no row in the keeping table (kring/oversight/keeping.py).", id="kring.E002")
        for column in without_a_row()
    ]
