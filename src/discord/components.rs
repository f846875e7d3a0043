//! Presses, choices and forms: each button's handler, in one table. Every handler checks who presses, as commands do.

pub mod briefing;
pub mod concerns;
pub mod digest;
pub mod favourites;
pub mod feedback;
pub mod ideas;
pub mod join;
pub mod look_backs;
pub mod matching;
pub mod meetings;
pub mod meetup;
pub mod met;
pub mod pause;
pub mod people;
pub mod picture;
pub mod place;
pub mod practices;
pub mod proposals;
pub mod reach;
pub mod remarks;
pub mod rotation;
pub mod support;
pub mod surveys;
pub mod tandem;
pub mod tasks;
pub mod topics;
pub mod wishes;

use std::collections::BTreeMap;

use self::tandem::Wish;
use super::bot::Bot;
use super::button::Button;
use super::commands::coordination::{announce, change, edit, open, own_ideas, pool};
use super::commands::{my, outdated, privacy, task};
use super::reply::Answer;
use super::request::Request;
use crate::app::facts::Listed;
use crate::app::programme::Stop;
use crate::app::support::Handling;
use crate::app::tasks::Which;
use crate::app::topics::theme;
use crate::domain::ids::PageId;
use crate::domain::language::Language;
use crate::domain::practice::Consent;
use crate::domain::tandem::Side;
use crate::domain::task::Report;
use crate::store::Result;

/// A press of a button, or a choice from a menu (`values`). `private`: it stands under a private reply of ours, which
/// an answer may replace.
///
/// # Errors
/// Those of the database.
pub async fn press(
    bot: &Bot,
    request: &Request,
    button: Option<Button>,
    values: &[String],
    private: bool,
) -> Result<Answer> {
    match button {
        Some(Button::MyPlace) => place::show(bot, request).await,
        Some(Button::ProposalAccept(proposal)) => proposals::answer(bot, request, proposal, true).await,
        Some(Button::ProposalDecline(proposal)) => proposals::answer(bot, request, proposal, false).await,
        Some(Button::SpeakEnglish) => place::speak(bot, request, Language::En).await,
        Some(Button::SpeakGerman) => place::speak(bot, request, Language::De).await,
        Some(Button::DirectOn) => my::direct(bot, request, true).await,
        Some(Button::DirectOff) => my::direct(bot, request, false).await,
        Some(Button::PracticeAsk(id)) => practices::ask(bot, request, id).await,
        Some(Button::PracticeNamed(id)) => practices::say_so(bot, request, id, Consent::Named).await,
        Some(Button::PracticeUnnamed(id)) => practices::say_so(bot, request, id, Consent::Unnamed).await,
        Some(Button::PracticeNo(id)) => practices::say_so(bot, request, id, Consent::No).await,
        Some(Button::Practices) => practices::mine(bot, request).await,
        Some(Button::PracticeChoose) => practices::chosen(bot, request, values).await,
        Some(Button::PracticeWithdraw(id)) => practices::withdraw(bot, request, id).await,
        Some(Button::DigestPractices(page)) => practices::review(bot, request, page, true).await,
        Some(Button::PracticesNext(page)) => practices::review(bot, request, page, false).await,
        Some(Button::PracticeRelease(id)) => practices::release(bot, request, id).await,
        Some(Button::PracticeReturn(id)) => practices::return_form(bot, request, id).await,
        Some(Button::RemarkAsk(tandem)) => remarks::ask(bot, request, tandem).await,
        Some(Button::RemarkWrite(tandem)) => remarks::form(bot, request, tandem).await,
        Some(Button::RemarkSend(tandem)) => remarks::send(bot, request, tandem).await,
        Some(Button::DigestRemarks(page)) => remarks::passed_on(bot, request, page, true).await,
        Some(Button::RemarksNext(page)) => remarks::passed_on(bot, request, page, false).await,
        Some(Button::ProgrammeOpen(id)) => open::open(bot, request, id).await,
        Some(Button::ProgrammeClosing(id)) => open::stop(bot, request, id, Stop::Closing).await,
        Some(Button::BriefingOpen(at)) => briefing::show(bot, request, at, true).await,
        Some(Button::Briefing(at)) => briefing::show(bot, request, at, false).await,
        Some(Button::BriefingDone(at)) => briefing::done(bot, request, at).await,
        Some(Button::EditChoose(id)) => edit::form(bot, request, id, values).await,
        Some(Button::EditSwitch(id)) => edit::switched(bot, request, id, values).await,
        Some(Button::AnnouncementSend(id)) => announce::send(bot, request, id).await,
        Some(Button::ConcernAsk(id)) => concerns::ask(bot, request, id).await,
        Some(Button::ConcernWrite(id)) => concerns::form(bot, request, id).await,
        Some(Button::ConcernList(page)) => concerns::list(bot, request, page.programme()).await,
        Some(Button::ConcernsTurn(page)) => concerns::turn(bot, request, page).await,
        Some(Button::ConcernsTaken(page)) => concerns::done(bot, request, page).await,
        Some(Button::QuestionsPage(page)) => pool::page(bot, request, page, true).await,
        Some(Button::QuestionsNext(page)) => pool::page(bot, request, page, false).await,
        Some(Button::QuestionAdd(id)) => pool::form(bot, request, id).await,
        Some(Button::OwnIdeaAdd(page)) => own_ideas::form(bot, request, page).await,
        Some(Button::OwnIdeasNext(page)) => own_ideas::page(bot, request, page).await,
        Some(Button::Nothing) => open::not_yet(bot, request).await,
        Some(Button::ProgrammeClose(id)) => open::stop(bot, request, id, Stop::Closed).await,
        Some(Button::DigestFree(programme)) => {
            digest::names(bot, request, PageId::of(programme, 0), Listed::Free, true).await
        }
        Some(Button::FreeNext(page)) => digest::names(bot, request, page, Listed::Free, false).await,
        Some(Button::DigestApprovals(page)) => {
            digest::names(bot, request, page, Listed::Unapproved, true).await
        }
        Some(Button::ApprovalsNext(page)) => {
            digest::names(bot, request, page, Listed::Unapproved, false).await
        }
        Some(Button::DigestUndelivered(id)) => digest::undelivered(bot, request, id).await,
        Some(Button::MatchAgain(programme)) => {
            matching::propose(bot, request, Some(&programme.to_string())).await
        }
        Some(Button::MatchPage(page)) => matching::turn(bot, request, page).await,
        Some(Button::MatchLeft(page)) => matching::left(bot, request, page).await,
        Some(Button::MatchWeights(programme)) => matching::weights(bot, request, programme).await,
        Some(Button::MatchHeld(page)) => matching::holds(bot, request, page).await,
        Some(Button::MatchUnlock(lock)) => matching::unlock(bot, request, lock).await,
        Some(Button::MatchUnbar(bar)) => matching::unbar(bot, request, bar).await,
        Some(Button::MatchReady(programme)) => {
            matching::ready(bot, request, Some(programme.to_string()), None).await
        }
        Some(Button::MatchChange(programme)) => change::change(bot, request, programme).await,
        Some(Button::MatchAsk(round)) => matching::ask_all(bot, request, round).await,
        Some(Button::TandemMenu(id)) => tandem::menu(bot, request, id).await,
        Some(Button::PauseMenu(id)) => pause::show(bot, request, pause::Which::Of(id)).await,
        Some(Button::PauseOneWeek(id)) => pause::weeks(bot, request, id, 1).await,
        Some(Button::PauseTwoWeeks(id)) => pause::weeks(bot, request, id, 2).await,
        Some(Button::PauseFourWeeks(id)) => pause::weeks(bot, request, id, 4).await,
        Some(Button::PauseDate(id)) => pause::date_form(bot, request, id).await,
        Some(Button::PauseEnd(id)) => pause::end(bot, request, id).await,
        Some(Button::ReachMenu(id)) => reach::show(bot, request, id).await,
        Some(Button::ReachAsk(id)) => reach::ask(bot, request, id).await,
        Some(Button::ReachHere(id)) => reach::here(bot, request, id).await,
        Some(Button::ReachDone(id)) => reach::done(bot, request, id).await,
        Some(Button::ReachTake(id)) => reach::take(bot, request, id).await,
        Some(Button::SupportMenu) => support::show(bot, request).await,
        Some(Button::SupportWrite | Button::SupportWriteOf(_)) => support::form(bot, request).await,
        Some(Button::SupportSend | Button::SupportSendOf(_)) => support::send(bot, request).await,
        Some(Button::SupportTask(task)) => support::about_task(bot, request, task).await,
        Some(Button::SupportList(programme)) => {
            support::list(bot, request, PageId::of(programme, 0), true).await
        }
        Some(Button::SupportNext(page)) => support::list(bot, request, page, false).await,
        Some(Button::SupportTake(id)) => support::handle(bot, request, id, Handling::Take).await,
        Some(Button::SupportClose(id)) => support::handle(bot, request, id, Handling::Close).await,
        Some(Button::SupportBack(id)) => support::back(bot, request, id).await,
        Some(Button::EraseConfirm) => privacy::delete::confirm(bot, request).await,
        Some(Button::RoomRepair(id)) => privacy::room::repair(bot, request, id).await,
        Some(Button::EraseStay) => privacy::delete::stay(bot, request).await,
        Some(Button::LeaveAsk(id)) => tandem::ask(bot, request, id).await,
        Some(Button::LeaveConfirm(id)) => tandem::leave(bot, request, id).await,
        Some(Button::LeaveStay) => tandem::stay(bot, request).await,
        Some(Button::GoesOn(id)) => tandem::goes_on(bot, request, id).await,
        Some(Button::NextNew(id)) => tandem::wish(bot, request, id, Wish::New).await,
        Some(Button::NextBreak(id)) => tandem::wish(bot, request, id, Wish::Break).await,
        Some(Button::NextStop(id)) => tandem::wish(bot, request, id, Wish::Stop).await,
        Some(Button::Notice) => privacy::notice(bot, request).await,
        Some(Button::TaskWorked(task)) => {
            tasks::answer_report(bot, request, None, Some(Which::Id(task)), Report::Worked, None).await
        }
        Some(Button::TaskStuck(task)) => {
            tasks::answer_report(bot, request, None, Some(Which::Id(task)), Report::Stuck, None).await
        }
        Some(Button::TaskUndo(task)) => {
            tasks::answer_report(bot, request, None, Some(Which::Id(task)), Report::Open, None).await
        }
        Some(Button::TaskNote(task)) => tasks::note_form(bot, request, task).await,
        Some(Button::ChooseWorked) => tasks::chosen(bot, request, values, Report::Worked).await,
        Some(Button::ChooseStuck) => tasks::chosen(bot, request, values, Report::Stuck).await,
        Some(Button::TandemTasks(tandem)) => task::show_list(bot, request, Some(tandem)).await,
        Some(Button::TandemFeedback(tandem)) => feedback::ask(bot, request, Some(tandem)).await,
        Some(Button::MeetingFeedback(meeting)) => met::how(bot, request, meeting).await,
        Some(Button::MeetingConfirm(meeting)) => meetings::confirm(bot, request, meeting).await,
        Some(Button::MeetingMove(meeting)) => meetings::move_form(bot, request, meeting).await,
        Some(Button::MeetingCancelAsk(meeting)) => meetings::cancel_ask(bot, request, meeting).await,
        Some(Button::MeetingCancel(meeting)) => meetings::cancel(bot, request, meeting).await,
        Some(Button::MeetingPlan(tandem)) => meetings::plan_form(bot, request, tandem).await,
        Some(Button::MeetingTake1(offer)) => meetings::take(bot, request, offer, 0).await,
        Some(Button::MeetingTake2(offer)) => meetings::take(bot, request, offer, 1).await,
        Some(Button::MeetingTake3(offer)) => meetings::take(bot, request, offer, 2).await,
        Some(Button::Rate1(tandem)) => feedback::rate(bot, request, tandem, 1).await,
        Some(Button::Rate2(tandem)) => feedback::rate(bot, request, tandem, 2).await,
        Some(Button::Rate3(tandem)) => feedback::rate(bot, request, tandem, 3).await,
        Some(Button::Rate4(tandem)) => feedback::rate(bot, request, tandem, 4).await,
        Some(Button::Rate5(tandem)) => feedback::rate(bot, request, tandem, 5).await,
        Some(Button::TopicList(tandem)) => topics::show(bot, request, Some(tandem)).await,
        Some(Button::TopicPropose(tandem)) => topics::form(bot, request, tandem).await,
        Some(Button::TopicDone) => topics::done(bot, request, values).await,
        Some(Button::Wishes(programme)) => wishes::show(bot, request, programme).await,
        Some(Button::WishesAsMentor(programme)) => wishes::form(bot, request, programme, Side::Mentor).await,
        Some(Button::WishesAsMentee(programme)) => wishes::form(bot, request, programme, Side::Mentee).await,
        Some(Button::MeetingHeld(meeting)) => met::answer(bot, request, meeting, true).await,
        Some(Button::MeetingNot(meeting)) => met::answer(bot, request, meeting, false).await,
        Some(Button::JoinShow(programme)) => join::show(bot, request, programme).await,
        Some(Button::JoinAgree(programme)) => join::agree(bot, request, programme).await,
        Some(Button::JoinRole(programme)) => join::role(bot, request, programme, values).await,
        Some(Button::JoinTopics(programme)) => join::topics(bot, request, programme, values).await,
        Some(Button::JoinMentor(programme)) => join::wishes_form(bot, request, programme, Side::Mentor).await,
        Some(Button::JoinMentee(programme)) => join::wishes_form(bot, request, programme, Side::Mentee).await,
        Some(Button::JoinAbout(programme)) => join::about_form(bot, request, programme).await,
        Some(Button::JoinLanguages(programme)) => join::languages(bot, request, programme, values).await,
        Some(Button::JoinRatherNot(programme)) => join::rather_not(bot, request, programme, values).await,
        Some(Button::JoinSkip(page)) => join::skip(bot, request, page).await,
        Some(Button::JoinEdit(programme)) => join::edit(bot, request, programme, values).await,
        Some(Button::JoinConfirm(programme)) => join::confirm(bot, request, programme).await,
        Some(Button::JoinDiscard(programme)) => join::discard(bot, request, programme).await,
        Some(Button::ProgrammeLeaveAsk(programme)) => join::leave_ask(bot, request, programme).await,
        Some(Button::ProgrammeLeave(programme)) => join::leave(bot, request, programme).await,
        Some(Button::PeoplePage(page)) => people::turn(bot, request, page).await,
        Some(Button::PeopleApprove(programme)) => people::decide(bot, request, programme, values, true).await,
        Some(Button::PeopleDecline(programme)) => {
            people::decide(bot, request, programme, values, false).await
        }
        Some(Button::CardPicture(programme)) => picture::show(bot, request, programme).await,
        Some(Button::Survey(survey)) => surveys::begin(bot, request, survey, private).await,
        Some(Button::SurveyItem(step)) => surveys::item(bot, request, step).await,
        Some(Button::SurveyAnswer(step)) => surveys::answer(bot, request, step).await,
        Some(Button::LookBack(id)) => look_backs::form(bot, request, id).await,
        Some(Button::StayAsk(tandem)) => rotation::ask(bot, request, tandem).await,
        Some(Button::StayYes(tandem)) => rotation::answer(bot, request, tandem, true).await,
        Some(Button::StayNew(tandem)) => rotation::answer(bot, request, tandem, false).await,
        Some(Button::MeetupOut(id)) => meetup::choose(bot, request, id, Some((values, true))).await,
        Some(Button::MeetupIn(id)) => meetup::choose(bot, request, id, Some((values, false))).await,
        Some(Button::MeetupAllOut(id)) => meetup::choose(bot, request, id, None).await,
        Some(Button::MeetupInvite(id)) => meetup::invite(bot, request, id).await,
        Some(Button::MeetupLook(id)) => meetup::look(bot, request, id).await,
        Some(Button::MeetupBegin(id)) => meetup::begin(bot, request, id).await,
        Some(Button::MeetupStop(id)) => meetup::stop(bot, request, id).await,
        Some(Button::FavouritesAsk(id)) => favourites::ask(bot, request, id).await,
        Some(Button::FavouritesName(id)) => favourites::name(bot, request, id, values).await,
        Some(Button::FavouritesNone(id)) => favourites::name(bot, request, id, &[]).await,
        Some(Button::IdeaTake(idea)) => ideas::take(bot, request, idea).await,
        Some(Button::IdeasOf(tandem)) => {
            let theme = values.first().and_then(|value| theme(value).ok());
            ideas::show(bot, request, Some(tandem), ideas::Wanted::Theme(theme), true).await
        }
        Some(Button::IdeasMore(at)) => {
            let wanted = ideas::Wanted::Page { place: at.place(), page: at.page() };
            ideas::show(bot, request, Some(at.tandem()), wanted, true).await
        }
        _ => outdated(bot, request).await,
    }
}

/// A form that was sent, with its inputs by name.
///
/// # Errors
/// Those of the database.
pub async fn submit(
    bot: &Bot,
    request: &Request,
    button: Option<Button>,
    fields: &BTreeMap<String, String>,
) -> Result<Answer> {
    match button {
        Some(Button::TaskNote(task)) => tasks::note_sent(bot, request, task, fields).await,
        Some(Button::PauseDate(id)) => pause::date_sent(bot, request, id, fields).await,
        Some(Button::WishesAsMentor(programme)) => {
            wishes::form_sent(bot, request, programme, Side::Mentor, fields).await
        }
        Some(Button::WishesAsMentee(programme)) => {
            wishes::form_sent(bot, request, programme, Side::Mentee, fields).await
        }
        Some(Button::JoinMentor(programme)) => {
            join::wishes_sent(bot, request, programme, Side::Mentor, fields).await
        }
        Some(Button::JoinMentee(programme)) => {
            join::wishes_sent(bot, request, programme, Side::Mentee, fields).await
        }
        Some(Button::JoinAbout(programme)) => join::about_sent(bot, request, programme, fields).await,
        Some(Button::TopicPropose(tandem)) => topics::form_sent(bot, request, tandem, fields).await,
        Some(Button::MeetingPlan(tandem)) => meetings::plan_sent(bot, request, tandem, fields).await,
        Some(Button::MeetingMove(meeting)) => meetings::move_sent(bot, request, meeting, fields).await,
        Some(Button::PracticeReturn(id)) => practices::returned(bot, request, id, fields).await,
        Some(Button::RemarkWrite(tandem)) => remarks::written(bot, request, tandem, fields).await,
        Some(Button::SupportWrite | Button::SupportWriteOf(_)) => {
            support::written(bot, request, fields).await
        }
        Some(Button::QuestionAdd(id)) => pool::form_sent(bot, request, id, fields).await,
        Some(Button::OwnIdeaAdd(page)) => own_ideas::form_sent(bot, request, page, fields).await,
        Some(Button::EditForm(page)) => edit::form_sent(bot, request, page, fields).await,
        Some(Button::ConcernWrite(id)) => concerns::written(bot, request, id, fields).await,
        Some(Button::LookBack(id)) => look_backs::written(bot, request, id, fields).await,
        _ => outdated(bot, request).await,
    }
}

#[cfg(test)]
mod attackers;
#[cfg(test)]
mod care_tests;
#[cfg(test)]
mod tests;
