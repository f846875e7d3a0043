//! What a button, a menu or a form does: a typed id that fits Discord's 100 characters, means the same after a
//! restart, and is parsed once. A new one is added to the list below and gets its handler in `components`.

use std::fmt;
use std::str::FromStr;

use crate::domain::ids::{
    AnnouncementId, BarId, ConcernsId, DigestId, IdeaId, IdeasId, LockId, LookBackId, MeetingId, OfferId,
    PageId, PracticeId, ProgrammeId, ProposalId, RoundId, StepId, SupportId, SurveyId, TandemId, TaskId,
};

macro_rules! buttons {
    ($($(#[$doc:meta])* $variant:ident($inner:ident) = $code:literal,)* ; $($(#[$pdoc:meta])* $plain:ident = $pcode:literal,)*) => {
        /// A custom id of ours.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Button {
            $($(#[$doc])* $variant($inner),)*
            $($(#[$pdoc])* $plain,)*
        }

        #[cfg(test)]
        impl Button {
            /// Each code with the kind of number behind it; empty where there is none.
            pub(crate) const CODES: &'static [(&'static str, &'static str)] =
                &[$(($code, stringify!($inner)),)* $(($pcode, ""),)*];
        }

        impl fmt::Display for Button {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Self::$variant(id) => write!(f, concat!($code, ":{}"), id),)*
                    $(Self::$plain => f.write_str($pcode),)*
                }
            }
        }

        impl FromStr for Button {
            type Err = UnknownButton;

            fn from_str(text: &str) -> Result<Self, UnknownButton> {
                let (code, id) = text.split_once(':').unwrap_or((text, ""));
                match code {
                    $($code => id.parse().map(|id| Self::$variant($inner(id))).map_err(|_| UnknownButton),)*
                    $($pcode if id.is_empty() => Ok(Self::$plain),)*
                    _ => Err(UnknownButton),
                }
            }
        }
    };
}

/// Not a custom id of this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a button of ours")]
pub struct UnknownButton;

buttons! {
    /// A task worked.
    TaskWorked(TaskId) = "task-worked",
    /// A task is stuck.
    TaskStuck(TaskId) = "task-stuck",
    /// The word on a task is taken back.
    TaskUndo(TaskId) = "task-undo",
    /// Opens the form for a note, and is the form.
    TaskNote(TaskId) = "task-note",
    /// It is stuck, says a private number.
    Rate1(TandemId) = "rate-1",
    /// It is a little stuck.
    Rate2(TandemId) = "rate-2",
    /// So-so.
    Rate3(TandemId) = "rate-3",
    /// It goes well.
    Rate4(TandemId) = "rate-4",
    /// It goes very well.
    Rate5(TandemId) = "rate-5",
    /// *This tandem…*
    TandemMenu(TandemId) = "tandem-menu",
    /// The tandem's tasks, from its menu.
    TandemTasks(TandemId) = "tandem-tasks",
    /// How is it going, from the tandem's menu.
    TandemFeedback(TandemId) = "tandem-feedback",
    /// How a meeting was.
    MeetingFeedback(MeetingId) = "meeting-feedback",
    /// How the tandem stands about a pause.
    PauseMenu(TandemId) = "pause-menu",
    /// A pause of one week.
    PauseOneWeek(TandemId) = "pause-1",
    /// A pause of two weeks.
    PauseTwoWeeks(TandemId) = "pause-2",
    /// A pause of four weeks.
    PauseFourWeeks(TandemId) = "pause-4",
    /// Opens the form for the day until which to pause, and is the form.
    PauseDate(TandemId) = "pause-date",
    /// Ends the pause.
    PauseEnd(TandemId) = "pause-end",
    /// *I can't reach my partner*: how it stands, and what will happen.
    ReachMenu(TandemId) = "reach-menu",
    /// Asks the room whether there is still time.
    ReachAsk(TandemId) = "reach-ask",
    /// *I'm here*.
    ReachHere(TandemId) = "reach-here",
    /// No answer is needed any more.
    ReachDone(TandemId) = "reach-done",
    /// Takes the offered new tandem: this one ends.
    ReachTake(TandemId) = "reach-take",
    /// Help with a task that is stuck again: the words are shown first.
    SupportTask(TaskId) = "support-task",
    /// Opens the form for the words of a call about a tandem that was chosen by name, and is the form.
    SupportWriteOf(TandemId) = "support-write-of",
    /// Sends that call in the words that are shown.
    SupportSendOf(TandemId) = "support-send-of",
    /// The open calls for support, for their readers.
    SupportList(ProgrammeId) = "support-list",
    /// Another page of them.
    SupportNext(PageId) = "support-next",
    /// Takes care of a call.
    SupportTake(SupportId) = "support-take",
    /// Closes a call.
    SupportClose(SupportId) = "support-close",
    /// Takes one's own call back.
    SupportBack(SupportId) = "support-back",
    /// Sets a room's permissions back.
    RoomRepair(TandemId) = "room-repair",
    /// Asks whether the tandem is to end.
    LeaveAsk(TandemId) = "leave-ask",
    /// Ends the tandem.
    LeaveConfirm(TandemId) = "leave-confirm",
    /// *How shall it go on?*
    GoesOn(TandemId) = "goes-on",
    /// After the ending: a new tandem.
    NextNew(TandemId) = "next-new",
    /// After the ending: a break.
    NextBreak(TandemId) = "next-break",
    /// After the ending: stop here.
    NextStop(TandemId) = "next-stop",
    /// Takes a proposed partner, and agrees to notice and agreement.
    ProposalAccept(ProposalId) = "proposal-accept",
    /// Declines a proposed partner.
    ProposalDecline(ProposalId) = "proposal-decline",
    /// Confirms a meeting.
    MeetingConfirm(MeetingId) = "meeting-confirm",
    /// Opens the form for another time, and is the form.
    MeetingMove(MeetingId) = "meeting-move",
    /// Asks whether a meeting is to be cancelled.
    MeetingCancelAsk(MeetingId) = "meeting-cancel-ask",
    /// Cancels a meeting.
    MeetingCancel(MeetingId) = "meeting-cancel",
    /// Takes the first of three proposed dates.
    MeetingTake1(OfferId) = "meeting-take-1",
    /// Takes the second.
    MeetingTake2(OfferId) = "meeting-take-2",
    /// Takes the third.
    MeetingTake3(OfferId) = "meeting-take-3",
    /// Opens the form to plan a meeting, and is the form.
    MeetingPlan(TandemId) = "meeting-plan",
    /// Under a digest: who is free for a tandem.
    DigestFree(ProgrammeId) = "digest-free",
    /// Another page of it.
    FreeNext(PageId) = "free-next",
    /// Under a digest: who waits to be admitted.
    DigestApprovals(PageId) = "digest-approvals",
    /// Another page of it.
    ApprovalsNext(PageId) = "approvals-next",
    /// Under a digest: what could not be delivered, and why.
    DigestUndelivered(DigestId) = "digest-undelivered",
    /// The tandem's topics, from its menu.
    TopicList(TandemId) = "topic-list",
    /// Opens the form to put something down for the next agenda, and is the form.
    TopicPropose(TandemId) = "topic-propose",
    /// One's wishes in a programme.
    Wishes(ProgrammeId) = "wishes",
    /// Opens the form of a mentor's wishes, and is the form.
    WishesAsMentor(ProgrammeId) = "wishes-mentor",
    /// Opens the form of a mentee's wishes, and is the form.
    WishesAsMentee(ProgrammeId) = "wishes-mentee",
    /// A meeting took place.
    MeetingHeld(MeetingId) = "meeting-held",
    /// A meeting did not take place.
    MeetingNot(MeetingId) = "meeting-not",
    /// The menu of topics: ideas for which one?
    IdeasOf(TandemId) = "ideas-of",
    /// Gives an idea as a task.
    IdeaTake(IdeaId) = "idea-take",
    /// More ideas for the same topic.
    IdeasMore(IdeasId) = "ideas-more",
    /// Asks whoever presses whether a practice may be published.
    PracticeAsk(PracticeId) = "practice-ask",
    /// With both names.
    PracticeNamed(PracticeId) = "practice-named",
    /// Without names.
    PracticeUnnamed(PracticeId) = "practice-unnamed",
    /// It stays in the tandem.
    PracticeNo(PracticeId) = "practice-no",
    /// Takes a practice back.
    PracticeWithdraw(PracticeId) = "practice-withdraw",
    /// A coordinator releases it.
    PracticeRelease(PracticeId) = "practice-release",
    /// A coordinator returns it: opens the form for the remark, and is the form.
    PracticeReturn(PracticeId) = "practice-return",
    /// Under a digest: what waits to be released.
    DigestPractices(PageId) = "digest-practices",
    /// Another page of it.
    PracticesNext(PageId) = "practices-next",
    /// A card of the briefing, as a reply of its own.
    BriefingOpen(PageId) = "briefing-open",
    /// Another card of it.
    Briefing(PageId) = "briefing",
    /// The last card was read.
    BriefingDone(PageId) = "briefing-done",
    /// The menu of what is to be changed about a programme.
    EditChoose(ProgrammeId) = "edit-choose",
    /// One step of changing it: its form.
    EditForm(PageId) = "edit-form",
    /// The menu of what is switched about a programme.
    EditSwitch(ProgrammeId) = "edit-switch",
    /// Sends an announcement that was shown.
    AnnouncementSend(AnnouncementId) = "announcement-send",
    /// A question or concern: who reads it.
    ConcernAsk(ProgrammeId) = "concern-ask",
    /// Opens the form for it, and is the form.
    ConcernWrite(ProgrammeId) = "concern-write",
    /// The questions and concerns that wait.
    ConcernList(PageId) = "concern-list",
    /// Another page of them.
    ConcernsTurn(ConcernsId) = "concerns-turn",
    /// They were taken up, as far as they were told by that day.
    ConcernsTaken(ConcernsId) = "concerns-taken",
    /// The guiding questions of a programme, as a reply of its own.
    QuestionsPage(PageId) = "questions-page",
    /// Another page of them.
    QuestionsNext(PageId) = "questions-next",
    /// The form for a question of a programme's own.
    QuestionAdd(ProgrammeId) = "question-add",
    /// The form for an idea of a programme's own; the page is its topic's place.
    OwnIdeaAdd(PageId) = "own-idea-add",
    /// Another page of the ideas of a programme's own.
    OwnIdeasNext(PageId) = "own-ideas-next",
    /// Opens a programme, after the question.
    ProgrammeOpen(ProgrammeId) = "programme-open",
    /// Begins a programme's closing, after the question.
    ProgrammeClosing(ProgrammeId) = "programme-closing",
    /// Closes a programme, after the question.
    ProgrammeClose(ProgrammeId) = "programme-close",
    /// A remark to pass on without a name: who reads it, and when.
    RemarkAsk(TandemId) = "remark-ask",
    /// Opens the form for it, and is the form.
    RemarkWrite(TandemId) = "remark-write",
    /// Passes on the words that stand above.
    RemarkSend(TandemId) = "remark-send",
    /// Works out the best plan once more.
    MatchAgain(ProgrammeId) = "match-again",
    /// A page of the plan.
    MatchPage(PageId) = "match-page",
    /// A page of who has no place yet.
    MatchLeft(PageId) = "match-left",
    /// What counts, and how much.
    MatchWeights(ProgrammeId) = "match-weights",
    /// A page of what is held and barred.
    MatchHeld(PageId) = "match-held",
    /// Lets a held pair go.
    MatchUnlock(LockId) = "match-unlock",
    /// Lifts a bar.
    MatchUnbar(BarId) = "match-unbar",
    /// What asking everybody would mean.
    MatchReady(ProgrammeId) = "match-ready",
    /// Asks everybody in the plan.
    MatchAsk(RoundId) = "match-ask",
    /// Starts new partners, after the question.
    MatchChange(ProgrammeId) = "match-change",
    /// Under a digest: the remarks that were passed on.
    DigestRemarks(PageId) = "digest-remarks",
    /// Another page of them.
    RemarksNext(PageId) = "remarks-next",
    /// Begins to enrol, or goes on with it.
    JoinShow(ProgrammeId) = "join",
    /// Notice read, agreement given.
    JoinAgree(ProgrammeId) = "join-agree",
    /// The menu of roles.
    JoinRole(ProgrammeId) = "join-role",
    /// The menu of topics.
    JoinTopics(ProgrammeId) = "join-topics",
    /// Opens the form of a mentor's wishes while enrolling, and is the form.
    JoinMentor(ProgrammeId) = "join-mentor",
    /// Opens the form of a mentee's wishes while enrolling, and is the form.
    JoinMentee(ProgrammeId) = "join-mentee",
    /// Opens the form about the company and the time for it, and is the form.
    JoinAbout(ProgrammeId) = "join-about",
    /// The menu of languages.
    JoinLanguages(ProgrammeId) = "join-languages",
    /// The menu of people one would rather not be paired with.
    JoinRatherNot(ProgrammeId) = "join-rather-not",
    /// Goes on from a step that may be left out; the page is the step.
    JoinSkip(PageId) = "join-skip",
    /// The menu of what can be changed.
    JoinEdit(ProgrammeId) = "join-edit",
    /// Confirms the summary.
    JoinConfirm(ProgrammeId) = "join-confirm",
    /// Deletes what was begun.
    JoinDiscard(ProgrammeId) = "join-discard",
    /// Asks whether somebody wants to leave the programme.
    ProgrammeLeaveAsk(ProgrammeId) = "programme-leave-ask",
    /// Leaves the programme.
    ProgrammeLeave(ProgrammeId) = "programme-leave",
    /// Another page of the people of a programme.
    PeoplePage(PageId) = "people-page",
    /// The menu of those who wait: whom to admit?
    PeopleApprove(ProgrammeId) = "people-approve",
    /// The menu of those who wait: for whom is there no place?
    PeopleDecline(ProgrammeId) = "people-decline",
    /// The link of a programme's card as a picture.
    CardPicture(ProgrammeId) = "card-picture",
    /// Begins a survey, or goes on with it.
    Survey(SurveyId) = "survey",
    /// Looks at one item of a survey.
    SurveyItem(StepId) = "survey-item",
    /// Answers one item of a survey.
    SurveyAnswer(StepId) = "survey-answer",
    /// Opens the form of a joint look-back, and is the form.
    LookBack(LookBackId) = "look-back",
    /// Asks whoever presses whether the two shall stay together.
    StayAsk(TandemId) = "stay-ask",
    /// Stay together.
    StayYes(TandemId) = "stay-yes",
    /// A new partner.
    StayNew(TandemId) = "stay-new",
    /// The menu of mentors who take no part in speed networking.
    MeetupOut(ProgrammeId) = "meetup-out",
    /// The menu of mentors who do after all.
    MeetupIn(ProgrammeId) = "meetup-in",
    /// Leaves all mentors out, for those who are to be taken in one by one.
    MeetupAllOut(ProgrammeId) = "meetup-all-out",
    /// Invites everybody to the speed networking that is planned.
    MeetupInvite(ProgrammeId) = "meetup-invite",
    /// How the speed networking goes on.
    MeetupLook(ProgrammeId) = "meetup-look",
    /// Does not wait for the time that was planned.
    MeetupBegin(ProgrammeId) = "meetup-begin",
    /// Ends speed networking, or calls it off, after the question.
    MeetupStop(ProgrammeId) = "meetup-stop",
    /// Whom one would like to be paired with: the question.
    FavouritesAsk(ProgrammeId) = "favourites",
    /// The menu of those one met.
    FavouritesName(ProgrammeId) = "favourites-name",
    /// Nobody of them.
    FavouritesNone(ProgrammeId) = "favourites-none",
    ;
    /// What one's tandems have shared.
    Practices = "practices",
    /// The menu of what they have shared: which one?
    PracticeChoose = "practice-choose",
    /// *My place*: all that waits for whoever presses.
    MyPlace = "my-place",
    /// The data notice.
    Notice = "notice",
    /// The menu of several open tasks: which one worked?
    ChooseWorked = "choose-worked",
    /// The menu of several open tasks: which one is stuck?
    ChooseStuck = "choose-stuck",
    /// The menu of what stands on the next agenda: what is done?
    TopicDone = "topic-done",
    /// Leaves the tandem open after all.
    LeaveStay = "leave-stay",
    /// Private replies in English.
    SpeakEnglish = "speak-en",
    /// Private replies in German.
    SpeakGerman = "speak-de",
    /// One sentence by direct message when something waits.
    DirectOn = "direct-on",
    /// No direct messages.
    DirectOff = "direct-off",
    /// Who reads a call for support, and how it stands.
    SupportMenu = "support-menu",
    /// Opens the form for the words of a call, and is the form.
    SupportWrite = "support-write",
    /// Sends the call in the words that are shown.
    SupportSend = "support-send",
    /// Deletes everything about whoever presses.
    EraseConfirm = "erase-confirm",
    /// Leaves everything stored as it is.
    EraseStay = "erase-stay",
    /// Leaves a private question without acting.
    Nothing = "nothing",
}

#[cfg(test)]
mod tests;
