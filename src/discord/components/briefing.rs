//! The briefing as it is read: one card after another in a private reply, and at the last one the button that says that
//! it was read.

use crate::app::briefing::{self, Mine};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Embed, Style, View};
use crate::domain::briefing::{Card, cards};
use crate::domain::ids::{PageId, ProgrammeId};
use crate::domain::language::Language;
use crate::domain::programme::Role;
use crate::domain::refusal::Refusal;
use crate::domain::tandem::Side;
use crate::domain::wish::sides;
use crate::locales::say;
use crate::store::Result;

/// Cards of a side have the numbers from here on, so that a page says both side and card.
const PER_SIDE: usize = 100;

fn page(programme: ProgrammeId, side: Side, card: usize) -> PageId {
    let offset = if side == Side::Mentor { 0 } else { PER_SIDE };
    PageId::of(programme, offset + card)
}

fn of_page(page: PageId) -> (Side, usize) {
    let side = if page.page() < PER_SIDE { Side::Mentor } else { Side::Mentee };
    (side, page.page() % PER_SIDE)
}

/// The button that leads to the briefing of a role.
#[must_use]
pub fn button(language: Language, programme: ProgrammeId, role: Role) -> ButtonView {
    let side = sides(role).first().copied().unwrap_or(Side::Mentee);
    let label = say(language, "briefing-button");
    ButtonView::press(Button::BriefingOpen(page(programme, side, 0)), label, Style::Secondary)
}

/// Shows a card; the first one is a reply of its own, and the others take its place.
///
/// # Errors
/// Those of the database.
pub async fn show(bot: &Bot, request: &Request, at: PageId, first: bool) -> Result<Answer> {
    let (side, card) = of_page(at);
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                Ok(match briefing::mine(conn, &call, at.programme()).await? {
                    Ok(mine) if sides(mine.role).contains(&side) => Ok(mine),
                    Ok(_) => Err(Refusal::NothingWaits),
                    Err(refusal) => Err(refusal),
                })
            })
        },
        move |mine, language| {
            let view = view(&mine, side, card, language);
            if first { Reply::Private(view) } else { Reply::Update(view) }
        },
    )
    .await
}

fn view(mine: &Mine, side: Side, number: usize, language: Language) -> View {
    let all = cards(side, mine.programme.template);
    let number = number.min(all.len() - 1);
    let at = |card| page(mine.programme.id, side, card);
    let mut buttons = Vec::new();
    if number > 0 {
        let back = say(language, "briefing-back-button");
        buttons.push(ButtonView::press(Button::Briefing(at(number - 1)), back, Style::Secondary));
    }
    buttons.push(if number + 1 < all.len() {
        let next = say(language, "briefing-next-button");
        ButtonView::press(Button::Briefing(at(number + 1)), next, Style::Primary)
    } else {
        let done = say(language, "briefing-done-button");
        ButtonView::press(Button::BriefingDone(at(number)), done, Style::Success)
    });
    View::default().embed(shown(&all[number], (side, number, all.len()), language)).buttons(buttons)
}

fn shown(card: &Card, (side, number, of): (Side, usize, usize), language: Language) -> Embed {
    let side = if side == Side::Mentor { "mentor" } else { "mentee" };
    let text = |part: &str| say(language, &format!("briefing-{side}-{}-{part}", card.code)).text();
    let footer = format!("briefing-footer-{side}");
    let footer = say(language, &footer).with("number", number + 1).with("of", of).text();
    Embed::new(text("title"), text("text")).footer(footer)
}

/// The last card was read.
///
/// # Errors
/// Those of the database.
pub async fn done(bot: &Bot, request: &Request, at: PageId) -> Result<Answer> {
    let (side, _) = of_page(at);
    bot.answer_untraced(
        request,
        move |conn, call| Box::pin(async move { briefing::done(conn, &call, at.programme(), side).await }),
        |mine, language| {
            let view = View::text(say(language, "briefing-done"));
            Reply::Update(match mine.unread() {
                None => view,
                Some(side) => {
                    let id =
                        if side == Side::Mentor { "briefing-other-mentor" } else { "briefing-other-mentee" };
                    let next = Button::Briefing(page(mine.programme.id, side, 0));
                    view.buttons(vec![ButtonView::press(next, say(language, id), Style::Primary)])
                }
            })
        },
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{LOBBY, MENTEE, MENTOR};
    use crate::discord::testing::Desk;
    use crate::domain::programme::Template;
    use crate::store::briefings;

    #[tokio::test]
    async fn the_cards_are_read_one_after_another_and_the_last_one_is_the_end() {
        let mut desk = Desk::new().await;
        let programme = desk.world.programme.id;
        let of = cards(Side::Mentee, Template::Six).len();
        let mut shown = desk
            .press(MENTEE, LOBBY, Button::BriefingOpen(page(programme, Side::Mentee, 0)), &[], None)
            .await;
        assert!(!shown.contains("Back"), "{shown}");
        for number in 1..of {
            let next = Button::Briefing(page(programme, Side::Mentee, number));
            assert!(shown.contains(&format!("[Next {next}]")), "{shown}");
            shown = desk.press(MENTEE, LOBBY, next, &[], None).await;
            assert!(shown.contains(&format!("card {} of {of}", number + 1)), "{shown}");
        }
        assert_eq!(briefings::briefed_in(&mut desk.world.conn, programme).await.unwrap(), []);
        let done = Button::BriefingDone(page(programme, Side::Mentee, of - 1));
        assert!(shown.contains(&done.to_string()), "{shown}");
        desk.press(MENTEE, LOBBY, done, &[], None).await;
        assert_eq!(briefings::briefed_in(&mut desk.world.conn, programme).await.unwrap().len(), 1);
        let other = Button::Briefing(page(programme, Side::Mentee, 0));
        let refused = desk.press(MENTOR, LOBBY, other, &[], None).await;
        assert!(!refused.contains("card 1"), "{refused}");
    }

    #[test]
    fn every_card_of_every_template_has_its_words_in_all_languages() {
        for language in [Language::En, Language::De, Language::DeFormal] {
            for (template, side) in
                Template::ALL.iter().flat_map(|one| Side::ALL.iter().map(|side| (*one, *side)))
            {
                let all = cards(side, template);
                for (number, card) in all.iter().enumerate() {
                    let embed = shown(card, (side, number, all.len()), language);
                    assert!(embed.title.len() > 5 && embed.text.len() > 100, "{} {}", card.code, embed.text);
                    assert!(embed.text.chars().count() < 1_500, "a card is read at a glance: {}", card.code);
                }
            }
        }
    }
}
