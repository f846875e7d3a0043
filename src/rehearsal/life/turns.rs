//! The turns that people take, and who takes them: one list for a tandem's life, one for the programme's around it.

use chrono::{DateTime, Utc};

use super::Life;
use super::whole::Chapter;

/// Something that somebody is about to do. `tandem` and `side` (0 mentor, 1 mentee) say who.
#[derive(Debug, Clone)]
pub(super) enum Turn {
    SetUp,
    Create,
    Whole(Chapter),
    Pair { tandem: usize },
    Accept { tandem: usize, side: usize },
    Agree { tandem: usize, side: usize },
    Look { tandem: usize, side: usize, command: &'static str },
    Week { tandem: usize },
    Assign { tandem: usize },
    Report { tandem: usize, number: u32, worked: bool },
    Reword { tandem: usize, number: u32 },
    Withdraw { tandem: usize, number: u32 },
    Meet { tandem: usize, side: usize },
    Confirm { tandem: usize, starts: DateTime<Utc> },
    Shift { tandem: usize, starts: DateTime<Utc> },
    CallOff { tandem: usize, starts: DateTime<Utc> },
    TakeDate { tandem: usize, side: usize },
    SayWhether { tandem: usize, starts: DateTime<Utc> },
    TakeIdea { tandem: usize, starts: DateTime<Utc> },
    PickTopic { tandem: usize, side: usize },
    PutDown { tandem: usize, side: usize },
    Wish { tandem: usize, side: usize },
    Pause { tandem: usize, side: usize },
    Tick { tandem: usize, side: usize },
    AskSupport { tandem: usize, side: usize },
    TakeHelp { tandem: usize },
    Coach,
    CantReach { tandem: usize },
    AnswerLate { tandem: usize },
    TakeNew { tandem: usize },
    MoveAway { tandem: usize },
    FindGone { tandem: usize, side: usize },
    DeleteCard { tandem: usize },
    AssignBack { tandem: usize },
    Share { tandem: usize, side: usize },
    Consent { tandem: usize, side: usize, named: bool },
    TakeBack { tandem: usize },
    Review,
    Mark { tandem: usize, side: usize },
    Rate { tandem: usize, side: usize },
    Chat { tandem: usize, side: usize },
    Slip { tandem: usize, which: u32 },
    Leave { tandem: usize },
    GoOn { tandem: usize, side: usize },
    Status,
}

impl Life<'_> {
    /// Takes one.
    ///
    /// # Errors
    /// When the stage does not settle, or somebody cannot do what they mean to.
    pub(super) async fn take(&mut self, turn: Turn) -> anyhow::Result<()> {
        if self.actor(&turn).is_some_and(|person| self.has_left(person)) {
            return Ok(());
        }
        match turn {
            Turn::SetUp => self.set_up().await,
            Turn::Create => self.create().await,
            Turn::Pair { tandem } => self.pair(tandem).await,
            Turn::Accept { tandem, side } => self.accept(tandem, side).await,
            Turn::Agree { tandem, side } => self.agree(tandem, side).await,
            Turn::Look { tandem, side, command } => self.look(tandem, side, command).await,
            Turn::Week { tandem } => {
                self.week(tandem);
                Ok(())
            }
            Turn::Assign { tandem } => self.assign(tandem).await,
            Turn::Report { tandem, number, worked } => self.report(tandem, number, worked).await,
            Turn::Meet { tandem, side } => self.meet(tandem, side).await,
            Turn::Confirm { tandem, starts } => self.confirm(tandem, starts).await,
            Turn::Shift { tandem, starts } => self.shift(tandem, starts).await,
            Turn::CallOff { tandem, starts } => self.call_off(tandem, starts).await,
            Turn::TakeDate { tandem, side } => self.take_date(tandem, side).await,
            Turn::SayWhether { tandem, starts } => self.say_whether(tandem, starts).await,
            Turn::TakeIdea { tandem, starts } => self.take_idea(tandem, starts).await,
            Turn::PickTopic { tandem, side } => self.pick_topic(tandem, side).await,
            Turn::PutDown { tandem, side } => self.put_down(tandem, side).await,
            Turn::Wish { tandem, side } => self.wish(tandem, side).await,
            Turn::Pause { tandem, side } => self.pause(tandem, side).await,
            turn => self.take_other(turn).await,
        }
    }

    /// Who does something outside of a room, which they may have planned before they left the server.
    fn actor(&self, turn: &Turn) -> Option<u64> {
        match turn {
            Turn::Whole(chapter) => chapter.who().map(|who| self.cohort.members[who].person.id),
            Turn::Tick { tandem, side } | Turn::GoOn { tandem, side } => Some(self.person(*tandem, *side).id),
            Turn::TakeNew { tandem } => Some(self.person(*tandem, 0).id),
            _ => None,
        }
    }

    /// The rarer ones.
    async fn take_other(&mut self, turn: Turn) -> anyhow::Result<()> {
        match turn {
            Turn::Whole(chapter) => self.whole_turn(chapter).await,
            Turn::Tick { tandem, side } => self.tick(tandem, side).await,
            Turn::AskSupport { tandem, side } => self.ask_support(tandem, side).await,
            Turn::TakeHelp { tandem } => self.take_help(tandem).await,
            Turn::Coach => self.coach().await,
            Turn::CantReach { tandem } => self.cant_reach(tandem).await,
            Turn::AnswerLate { tandem } => self.answer_late(tandem).await,
            Turn::TakeNew { tandem } => self.take_new(tandem).await,
            Turn::MoveAway { tandem } => self.move_away(tandem).await,
            Turn::FindGone { tandem, side } => {
                self.find_gone(tandem, side);
                Ok(())
            }
            Turn::DeleteCard { tandem } => self.delete_card(tandem).await,
            Turn::AssignBack { tandem } => self.assign_back(tandem).await,
            Turn::Share { tandem, side } => self.share(tandem, side).await,
            Turn::Consent { tandem, side, named } => self.consent(tandem, side, named).await,
            Turn::TakeBack { tandem } => self.take_back(tandem).await,
            Turn::Review => {
                self.review().await?;
                self.read_remarks().await
            }
            Turn::Reword { tandem, number } => self.reword(tandem, number).await,
            Turn::Withdraw { tandem, number } => self.withdraw(tandem, number).await,
            Turn::Mark { tandem, side } => self.mark(tandem, side).await,
            Turn::Rate { tandem, side } => self.rate(tandem, side).await,
            Turn::Chat { tandem, side } => self.chat(tandem, side).await,
            Turn::Slip { tandem, which } => self.slip(tandem, which).await,
            Turn::Leave { tandem } => self.leave(tandem).await,
            Turn::GoOn { tandem, side } => self.go_on(tandem, side).await,
            _ => self.status().await,
        }
    }
}
