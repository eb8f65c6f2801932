"""Table of contents: every model of the house, room by room."""

from kring.circle.alone import SafetyTalk
from kring.circle.arriving import ArrivingApart
from kring.circle.excluding import Exclusion
from kring.circle.leaving_alone import LeftAlone
from kring.circle.models import CircleMember
from kring.circle.own_words import OwnMessage
from kring.circle.picturing import InvitationPicture
from kring.circle.safety import SafetyNote
from kring.circle.sides import TwoSides
from kring.circle.speaking_for import Beside, JoiningIn
from kring.circle.ties import Tie
from kring.circle.wording import OwnWords
from kring.conditions.contradicting import Contradiction
from kring.conditions.explaining import InOtherWords
from kring.conditions.models import Condition, ConditionsForm, Reading
from kring.conditions.sharing import ConditionsVersion
from kring.conference.journal import JournalEntry, JournalRelease
from kring.conference.models import Conference, Consent, Participant
from kring.conference.stopping import StopReason
from kring.followup.calling_together import Gathering, ReconveneRequest
from kring.followup.contacting import Contact, ContactWish
from kring.followup.evaluating import Evaluation, EvaluationAsked
from kring.followup.finding_a_day import GatheringAnswer, GatheringDay
from kring.followup.models import FollowUp
from kring.followup.questions import QuestionSet
from kring.followup.reminding import Reminder
from kring.followup.removing import Parting
from kring.followup.saying import CircleWord
from kring.followup.standing_in import StandIn
from kring.followup.talks import ProgressTalk, TalkTopic
from kring.foundation.live import LiveEvent
from kring.foundation.posting import Message
from kring.foundation.rewording import LetterText
from kring.foundation.uploads import Upload
from kring.foundation.wordlists import ListWord
from kring.foundation.working import Heartbeat, Slot
from kring.matching.coaching import CoachingNote, CoachingTalk
from kring.matching.declaring import Declaration
from kring.matching.handing_over import HandOver
from kring.matching.models import FirstContact, Offer
from kring.matching.paying import Fee
from kring.matching.portraits import Portrait
from kring.matching.register import Coordinator, FreePeriod
from kring.matching.terms import Terms
from kring.meeting.attending import Attendance
from kring.meeting.models import Meeting
from kring.meeting.rounds import Round
from kring.meeting.running_order import Turn
from kring.meeting.sealing import SealedNote, SealedRoom
from kring.meeting.sitting_in import SitsIn
from kring.oversight.banking import PayAccount
from kring.oversight.claiming import Claim, ClaimLine
from kring.oversight.complaints import Complaint
from kring.oversight.funders import FunderSeat
from kring.oversight.invoicing import Invoice, InvoiceLine
from kring.oversight.models import Erasure, KeepingPeriod
from kring.oversight.paying import PayBatch
from kring.oversight.tallies import Edition, Tally, YearReport
from kring.people.devices import RememberedDevice
from kring.people.links import PersonalLink
from kring.people.models import Birth, Organisation, Person, Seat
from kring.people.passes import OneDayPass
from kring.plan.copying import PlanCopy
from kring.plan.expecting import Expectation
from kring.plan.models import Agreement, ConditionAnswer, ConditionTest, HelpAsked, Plan, PlanReceipt, PlanVersion
from kring.preparation.appointing import Appointment
from kring.preparation.catching_up import SentTick
from kring.preparation.childs_say import ChildsSay
from kring.preparation.early_questions import EarlyQuestion
from kring.preparation.models import (
    DateAnswer,
    DateOption,
    InformationSheet,
    KeyPerson,
    MeetingPlace,
    OtherDay,
    OwnClock,
    PersonalPreparation,
    Preparation,
    Question,
    Venue,
    WithoutThem,
)
from kring.preparation.pace import Milestone, Tension
from kring.preparation.practical import PracticalItem
from kring.preparation.waiving import Waiver
from kring.referral.answers import Answer, Authority
from kring.referral.checklist import StartCheck
from kring.referral.drafts import Draft
from kring.referral.earlier import EarlierConference
from kring.referral.models import Enquiry, Referral
from kring.referral.public_models import AnbiPaper
from kring.region.models import FundingContract, FundingRegion, Municipality, Region
from kring.stories.appearing import StoryConsent, StoryPerson
from kring.stories.models import FridayStory
from kring.stories.sending import FridayRound
from kring.stories.subscribing import Subscriber
from kring.stories.testimonials import Testimonial
