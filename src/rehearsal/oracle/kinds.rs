//! What the oracle speaks of: places, posts, and the deeds that lead to them.

use chrono::{DateTime, NaiveDate, Utc};

/// Where something is posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The channel everybody reads.
    Lobby,
    /// The coordinators' channel.
    Office,
    /// The channel of whoever reads calls for support.
    Desk,
    /// The mentors' own channel.
    Lounge,
    /// The room of a tandem, by its number in the order of pairing.
    Room(usize),
    /// Direct messages to somebody, by their account.
    Direct(u64),
    /// The voice channel in which a sitting of speed networking comes together, by the number of the sitting.
    Hall(u32),
    /// A room of a sitting, by the numbers of both.
    Booth(u32, u32),
}

/// What a post is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The programme's card.
    ProgrammeCard,
    /// The word that something waits.
    SomethingWaits,
    /// The first post of a room.
    Welcome,
    /// Both have confirmed their agreement.
    Agreed,
    /// What one of the two wishes for.
    Wishes,
    /// The topic of a meeting.
    Topic,
    /// Something for the next agenda.
    Point,
    /// The agenda of a meeting.
    Agenda,
    /// Did the two meet?
    DidYouMeet,
    /// Ideas for a task, on the morning after a meeting.
    Ideas,
    /// What is still open half-way to the next meeting.
    HalfWay,
    /// A guiding question.
    Question,
    /// The word that there are no more.
    QuestionsOut,
    /// The card of the task with this number.
    TaskCard(u32),
    /// How the task with this number went.
    Report(u32),
    /// The card of the task with this number was deleted: its buttons once more.
    CardGone(u32),
    /// The card of a meeting was deleted: its buttons once more.
    MeetingCardGone,
    /// What is due tomorrow.
    Tomorrow,
    /// What is due today.
    Today,
    /// Two marks on one card.
    TwoMarks,
    /// A meeting was planned.
    MeetingCard,
    /// A meeting was moved.
    MeetingMoved,
    /// Both have confirmed a meeting.
    MeetingConfirmed,
    /// A meeting was cancelled.
    MeetingCancelled,
    /// An hour before a meeting.
    MeetingSoon,
    /// Three dates were proposed.
    MeetingDates,
    /// A tandem has gone quiet.
    Nudge,
    /// Is there still time for the tandem?
    StillTime,
    /// The task with this number is stuck for the second time.
    StuckAgain(u32),
    /// Calls for support wait.
    SupportWaits,
    /// Questions or concerns without a name wait.
    ConcernsWait,
    /// When and where the kick-off is, or that it does not take place.
    Kickoff,
    /// The same of the closing event.
    ClosingEvent,
    /// The programme is closed.
    ProgrammeClosed,
    /// Something a coordinator announced.
    Announcement,
    /// Short questions wait for both.
    Survey,
    /// The joint look-back.
    LookBack,
    /// The programme ends soon.
    LastMeeting,
    /// Shall the two stay together?
    StayAsk,
    /// They do.
    Stayed,
    /// The last post of a room whose two get new partners.
    NewPartners,
    /// Something to talk about among mentors.
    Impulse,
    /// A tandem pauses.
    PauseSet,
    /// What came due during a pause.
    PauseOver,
    /// The last post of a room.
    Goodbye,
    /// The last post of a room from whose two one has left the server.
    PartnerGone,
    /// A tip or insight, in the room of its two.
    PracticeCard,
    /// A coordinator has decided about one.
    PracticeNews,
    /// A tip or insight, published.
    Practice,
    /// One sentence that something waits, by direct message.
    Pointer,
    /// The coordinators' digest.
    Digest,
    /// How many tandems of a round are open.
    Opening,
    /// There is no room for the tandems of a round.
    LacksRoom,
    /// When people get to know each other.
    MeetupInvite,
    /// The first post of a sitting's hall.
    MeetupLobby,
    /// The round with this number begins.
    MeetupRound(u32),
    /// Who talks in a room in the round with this number.
    MeetupRoom(u32),
    /// It rings in a room.
    MeetupBell,
    /// A sitting is over.
    MeetupOver,
    /// Something that the oracle does not know.
    Unknown(String),
}

/// What somebody did that has consequences. What the bot refuses is not among it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// The programme was created and opened.
    Created,
    /// Two people were proposed to each other.
    Proposed,
    /// The mentors are to have a channel of their own.
    LoungeWanted,
    /// A coordinator admitted or turned down people, or invited some.
    Decided,
    /// One of the two answered whether they shall stay together; the last word counts.
    Stays {
        /// Who: 0 the mentor, 1 the mentee.
        side: usize,
        /// Whether they shall.
        stays: bool,
    },
    /// A coordinator started new partners: the two are asked whether they stay together.
    PartnersChanged,
    /// The tandems of a round could not open: there was no room for all of them.
    LackedRoom,
    /// The deadline of a round of pairing has come.
    RoundEnded {
        /// Whether tandems come of it.
        opens: bool,
    },
    /// The second of the two accepted; in a round, its deadline has come and both had accepted.
    Opened,
    /// A task was given.
    Assigned {
        /// Its number in the tandem.
        number: u32,
        /// Its due day.
        due: Option<NaiveDate>,
        /// By whom: 0 the mentor, 1 the mentee.
        by: usize,
    },
    /// Somebody deleted the card of a task.
    CardDeleted {
        /// Its number.
        number: u32,
    },
    /// A task was given another due day.
    Moved {
        /// Its number.
        number: u32,
        /// The new day.
        due: Option<NaiveDate>,
    },
    /// A task was taken back.
    Withdrawn {
        /// Its number.
        number: u32,
    },
    /// A report: it worked (true), it is stuck (false), or the word is taken back.
    Reported {
        /// The task's number.
        number: u32,
        /// What was said.
        worked: Option<bool>,
    },
    /// The second of the two confirmed the agreement.
    Agreed,
    /// Somebody wrote down what they wish for, for the first time and with the room being there.
    Wished,
    /// A topic was picked that differs from the one before.
    TopicPicked,
    /// Something was put down for the next agenda.
    PutDown,
    /// Another question was wanted, for the first time under this one.
    PassedOn,
    /// A meeting was planned.
    MeetingPlanned {
        /// Its number in the tandem.
        meeting: u32,
        /// When it begins.
        starts: DateTime<Utc>,
    },
    /// A meeting was moved.
    MeetingMoved {
        /// Its number.
        meeting: u32,
        /// When it begins now.
        starts: DateTime<Utc>,
    },
    /// The second of the two confirmed a meeting, for the first time at its present time.
    MeetingConfirmed {
        /// Its number.
        meeting: u32,
    },
    /// A meeting was cancelled.
    MeetingCancelled {
        /// Its number.
        meeting: u32,
    },
    /// One of the two said that a meeting took place.
    Met {
        /// Its number.
        meeting: u32,
    },
    /// One of the two asked whether there is still time for the tandem.
    CantReach,
    /// The other one answered.
    Reached,
    /// Somebody asked for support.
    AskedSupport,
    /// Somebody ticked direct messages.
    Ticked {
        /// Who.
        person: u64,
        /// Whether they take them from the bot.
        open: bool,
    },
    /// Somebody who ticked them is one of the two.
    Seated {
        /// Who: 0 the mentor, 1 the mentee.
        side: usize,
        /// By their account.
        person: u64,
    },
    /// Who the two of a tandem are, where somebody may be in several.
    Are([u64; 2]),
    /// The meeting of that number takes the whole day.
    WholeDay(u32),
    /// Something waits for somebody who ticked them that is not about a tandem.
    WaitsFor {
        /// Who.
        person: u64,
    },
    /// One of the two shared a tip or an insight.
    Shared {
        /// Who: 0 the mentor, 1 the mentee.
        by: usize,
    },
    /// A coordinator released or returned it.
    Reviewed,
    /// A coordinator released it: everybody reads it.
    Published,
    /// One of the two left the server, of which the bot learns at night.
    LeftServer,
    /// Somebody passed on a question or concern without a name.
    AskedConcern,
    /// A coordinator took up all questions and concerns that waited.
    TookUpConcerns,
    /// A coordinator set, moved or called off the kick-off of an open programme.
    KickoffSet,
    /// The same with the closing event of a running one.
    ClosingEventSet,
    /// A coordinator announced something to everybody.
    Announced,
    /// A coordinator announced something to the mentors.
    AnnouncedToMentors,
    /// A coordinator invited everybody to get to know each other.
    MeetupInvited,
    /// A coordinator opened the hall of the first sitting.
    MeetupStarted {
        /// When its first round begins.
        begins: DateTime<Utc>,
        /// How many people are invited.
        people: usize,
    },
    /// A coordinator stopped the sitting that was on, and called off those after it.
    MeetupStopped,
    /// Somebody came into voice in a sitting.
    Came {
        /// In which one.
        sitting: u32,
        /// Who.
        person: u64,
        /// Whether they take part as a mentor, and whether as a mentee.
        sides: [bool; 2],
    },
    /// Somebody left voice.
    Went {
        /// Who.
        person: u64,
    },
    /// Everybody in voice had come to where they belong in a round.
    InPlace {
        /// In which sitting.
        sitting: u32,
        /// In which round.
        round: u32,
    },
    /// A room of a sitting was open to two people for a round.
    InRoom {
        /// In which sitting.
        sitting: u32,
        /// In which round.
        round: u32,
        /// The room's number.
        room: u32,
        /// Who.
        two: [u64; 2],
        /// Whether both were there.
        met: bool,
    },
    /// One of the two paused the tandem until that day, or gave its pause that day.
    Paused {
        /// The day on which it ends.
        until: NaiveDate,
    },
    /// One of the two ended the pause before its day.
    Resumed,
    /// One of the two ended the tandem.
    Ended,
}

/// A deed with its time and, where it has one, its tandem.
#[derive(Debug, Clone)]
pub struct Done {
    /// When.
    pub at: DateTime<Utc>,
    /// In which tandem, by its number.
    pub tandem: Option<usize>,
    /// What.
    pub deed: Deed,
}

/// A post, expected or seen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Post {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: Kind,
    /// When.
    pub at: DateTime<Utc>,
}

impl Kind {
    /// Whether the bot posts it without anybody having done anything.
    pub(super) const fn comes_by_itself(&self) -> bool {
        matches!(
            self,
            Self::Question
                | Self::QuestionsOut
                | Self::Nudge
                | Self::StillTime
                | Self::Tomorrow
                | Self::Today
                | Self::MeetingSoon
                | Self::PracticeNews
                | Self::Stayed
        )
    }
}
