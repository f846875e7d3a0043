//! Why something was not done. A refusal is an outcome, not an error: it changes nothing and becomes one sentence that
//! says what is wrong and what to do.

use serde::{Deserialize, Serialize};

use super::when::WhenError;

/// A reason that a person can do something about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum Refusal {
    /// Not on a server, or on one that has not been set up.
    NotSetUp,
    /// Needs the Manage Server permission.
    NeedsManageServer,
    /// Needs the coordinators' role.
    NeedsCoordinator,
    /// Not in a tandem.
    NoTandem,
    /// In several tandems: to be said in the room of the one meant, or by the option.
    WhichTandem,
    /// This room belongs to two other people.
    NotYourRoom,
    /// The tandem has ended.
    TandemEnded,
    /// Not enrolled in any programme.
    NotEnrolled,
    /// No programme on this server yet.
    NoProgramme,
    /// No programme of that name on this server.
    ProgrammeUnknown {
        /// What was asked for.
        input: String,
    },
    /// Several programmes: which one?
    WhichProgramme,
    /// The programme's phase does not allow it.
    WrongPhase,
    /// No task of that number in this tandem.
    NoSuchTask {
        /// The number that was asked for.
        number: i64,
    },
    /// Not understood as the number of a task.
    TaskNumber,
    /// No open task to report on.
    NoOpenTask,
    /// The task is for the other one to report on.
    NotYourTask,
    /// Only who gave the task changes it.
    NotYourTaskToChange,
    /// The task was taken back.
    TaskCancelled,
    /// The task has worked, and what worked stays as it is.
    TaskWorked,
    /// Too many open tasks.
    TooManyTasks {
        /// How many may be open.
        max: usize,
    },
    /// Mentees give no tasks in this programme.
    MenteesDoNotAssign,
    /// That idea is a task already, which is still to be done.
    IdeaGiven {
        /// The task's number.
        number: i64,
    },
    /// Too much stands on the next agenda.
    TooManyPoints {
        /// How much fits.
        max: usize,
    },
    /// A programme has too many topics of its own.
    TooManyTopics {
        /// How many it may have.
        max: usize,
    },
    /// No meeting has begun yet.
    NoMeetingYet,
    /// A programme has as many questions of its own as it may have.
    TooManyQuestions {
        /// How many that is.
        max: usize,
    },
    /// No question of that number is asked in the programme.
    NoSuchQuestion {
        /// The number that was given.
        number: i64,
    },
    /// A programme has as many ideas of its own as it may have.
    TooManyIdeas {
        /// How many that is.
        max: usize,
    },
    /// The programme has no such topic.
    NoSuchTopic,
    /// The idea has been taken out meanwhile.
    IdeaGone,
    /// The set of guiding questions has run out.
    NoQuestionLeft,
    /// The text is empty or too long.
    TextLength {
        /// The longest that is taken, in characters.
        max: usize,
    },
    /// Not an address of a page (http or https).
    BadLink,
    /// Not understood as a date.
    BadDate,
    /// A date that has passed.
    PastDate,
    /// A date that can be read as two days.
    AmbiguousDate,
    /// A date more than two years ahead.
    FarDate,
    /// Such a day does not exist.
    NoSuchDay,
    /// Not understood as a day and a time.
    BadMoment,
    /// A moment that has passed.
    PastMoment,
    /// A day, but no time.
    MissingTime,
    /// A time that the night of the clock change leaves out or shows twice.
    OddTime,
    /// A length that no meeting has.
    MeetingLength {
        /// The shortest, in minutes.
        least: u32,
        /// The longest, in minutes.
        most: u32,
    },
    /// The two meet each other at that time already.
    MeetingOverlaps,
    /// One of the two has another meeting at that time; which of them, and with whom, is not said.
    TimeTaken,
    /// Nothing is planned.
    NoMeeting,
    /// Several are planned: which one?
    WhichMeeting,
    /// The meeting has begun.
    MeetingBegun,
    /// The meeting was cancelled.
    MeetingCancelled,
    /// Dates were proposed, and one was planned since.
    MeetingPlanned,
    /// As many meetings are planned as fit.
    TooManyMeetings {
        /// How many may be ahead.
        max: usize,
    },
    /// Not understood as a schedule.
    BadSchedule,
    /// A schedule that comes due several times a day.
    ScheduleTooOften,
    /// A schedule that never comes due.
    NeverDue,
    /// No such time zone.
    BadZone,
    /// Not understood as quiet hours.
    BadQuietHours,
    /// k cannot be lower than 5.
    SmallK,
    /// k only rises.
    LowerK {
        /// What it is.
        k: u32,
    },
    /// Not a number in this range.
    NumberRange {
        /// The lowest.
        least: u32,
        /// The highest.
        most: u32,
    },
    /// At least more months than at most.
    MonthsSwapped,
    /// The end lies before the start.
    EndBeforeStart,
    /// The programme's name is taken on this server.
    NameTaken,
    /// The same person twice.
    SamePerson,
    /// A bot cannot take part.
    BotsStayOut,
    /// The two are joined, or proposed to each other, already.
    AlreadyPaired,
    /// The two were joined in this programme in the other direction.
    OtherDirection,
    /// Sharing begins with the first meeting.
    NotMetYet,
    /// Too many of a tandem's practices wait for its two.
    PracticesWait {
        /// How many may wait.
        max: usize,
    },
    /// The file is too large.
    FileTooLarge {
        /// The largest that is taken, in mebibytes.
        max: usize,
    },
    /// A file that a computer would run.
    FileRuns,
    /// The file could not be fetched from Discord.
    FileNotThere,
    /// Too many remarks of one person wait to be passed on.
    RemarksWait {
        /// How many may wait.
        max: usize,
    },
    /// The programme has as many tandems as it may have.
    ProgrammeFull {
        /// How many that is.
        max: u32,
    },
    /// The programme is open already.
    ProgrammeOpen,
    /// The programme is closed already.
    ProgrammeOver,
    /// Coordinators bar the pair.
    PairBarred,
    /// The two are in one reporting line.
    PairInLine,
    /// Not a mentor of the programme who has a free place.
    NoFreeMentor,
    /// Not a mentee of the programme who looks for a mentor.
    NoFreeMentee,
    /// All places of the mentor are held.
    MentorFull,
    /// One of the two is not in the programme.
    NotInProgramme,
    /// Nothing has been proposed, or everybody has been asked about it already.
    NoPlan,
    /// Two people of a plan cannot exchange their partners, or it is not clear which.
    SwapUnclear,
    /// Something has changed since the plan was made.
    PlanOutdated,
    /// People need a day at least to answer, and have so many days at most.
    AnswerTime {
        /// How many.
        days: i64,
    },
    /// So few days are left that nobody is given a new partner.
    TooLateToChange {
        /// How many are needed.
        days: i64,
    },
    /// No tandem is open, or all are being asked already.
    NobodyToAsk,
    /// Every open tandem that has not been asked is newer than so many days.
    TandemsTooYoung {
        /// How many.
        days: i64,
    },
    /// The programme has no mentors' lounge.
    NoLounge,
    /// As many questions and concerns wait as may.
    ConcernsFull,
    /// Not enough free channels.
    NoRoom {
        /// How many tandems still fit.
        room: u32,
    },
    /// A meetup goes on, and is stopped before another one is planned.
    MeetupRuns,
    /// No meetup lies ahead.
    MeetupUnplanned,
    /// No meetup goes on, and none lies ahead.
    MeetupNone,
    /// Nobody could meet anybody, or a group would be without a mentor or a mentee.
    MeetupNobody,
    /// Not enough free channels for the rooms of a meetup, even in several groups.
    MeetupNoRoom {
        /// How many rooms still fit beside a lobby.
        rooms: usize,
        /// How many people could meet in them, group after group.
        people: usize,
    },
    /// The bot may not make voice channels, come into them, or move people.
    MeetupMayNot,
    /// The role of the coordinators or the channel for the digest is still missing.
    SetupIncomplete,
    /// A role that everybody has.
    SetupRoleEveryone,
    /// Leaving is said in the room of the tandem that is meant.
    LeaveElsewhere,
    /// A channel that everybody can see.
    OpenChannel,
    /// The bot lacks permissions it needs there.
    BotLacksPermission,
    /// The tandem pauses: nobody has to answer now.
    Pausing,
    /// One's call for support is open already.
    SupportAsked,
    /// Calls for support are read by the coach or the coordinators.
    NeedsReader,
    /// A pause begins now, so it ends tomorrow at the earliest.
    PauseTooShort,
    /// A pause longer than pauses may be, or beyond the end of the programme.
    PauseTooLong {
        /// How many weeks it may last.
        weeks: i64,
    },
    /// Data notice and confidentiality agreement come before anything else.
    AgreeFirst,
    /// A step of enrolling is still open, or the draft has been deleted.
    NotFinished,
    /// A tandem or a proposal needs the side that would be given up.
    RoleTaken,
    /// Nobody leaves a programme out of a tandem.
    StillInTandem,
    /// Nobody leaves a programme while a proposal has no result.
    ProposalWaits,
    /// They take part already.
    TakesPartAlready,
    /// They wait for no decision.
    NotWaiting,
    /// That person has not enrolled in the programme.
    PersonNotEnrolled,
    /// A list with too many rows.
    ListTooLong {
        /// How many are taken.
        max: usize,
    },
    /// Not a table with rows.
    ListUnreadable,
    /// A table without a column for people.
    ListWithoutPeople,
    /// The people of a list could not all be looked up in time.
    ListTooSlow,
    /// Discord did not answer who somebody is.
    LookUpFailed,
    /// Nothing of what was chosen can be taken.
    NothingChosen,
    /// More was chosen than is taken.
    TooManyChosen {
        /// How many are.
        max: usize,
    },
    /// Not understood as a time in the company.
    BadTenure,
    /// Not a number of hours a month.
    BadHours {
        /// The most that is taken.
        max: u32,
    },
    /// Not a number of tandems.
    BadCapacity {
        /// The most that one mentor takes.
        max: u32,
    },
    /// Nothing is stored about whoever asks.
    NothingStored,
    /// Nothing waits for an answer any more.
    NothingWaits,
    /// The person is no longer on the server.
    PersonGone,
}

impl From<WhenError> for Refusal {
    fn from(error: WhenError) -> Self {
        match error {
            WhenError::TwoReadings { .. } => Self::AmbiguousDate,
            // The calendar has no Friday, 3 December, in a year in which that is a Thursday.
            WhenError::NoSuchDay | WhenError::OtherWeekday { .. } => Self::NoSuchDay,
            WhenError::Past => Self::PastDate,
            WhenError::TooFar => Self::FarDate,
            WhenError::Empty
            | WhenError::ImpossibleTime
            | WhenError::MissingTime
            | WhenError::OddTime
            | WhenError::MissingDay
            | WhenError::Contradictory
            | WhenError::UnknownWord(_) => Self::BadDate,
        }
    }
}

impl Refusal {
    /// Why a moment was refused, in the words of moments.
    #[must_use]
    pub fn of_moment(error: WhenError) -> Self {
        match error {
            WhenError::Past => Self::PastMoment,
            WhenError::MissingTime => Self::MissingTime,
            WhenError::OddTime => Self::OddTime,
            error => match Self::from(error) {
                Self::BadDate => Self::BadMoment,
                other => other,
            },
        }
    }
}
