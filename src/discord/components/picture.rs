//! The link of a programme's card as a picture for slides and posters (D12): for coordinators, who carry it further.

use crate::app::guard;
use crate::charts;
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, FileView, Style, View};
use crate::domain::ids::ProgrammeId;
use crate::domain::language::Language;
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::locales::say;
use crate::store::Result;
use crate::store::posts::{Post, post_about};

/// Pixels for each module: some 600 on a side, sharp on a slide and on a poster's print.
const SCALE: f64 = 12.0;

/// The button that leads here.
#[must_use]
pub fn button(language: Language, programme: ProgrammeId) -> ButtonView {
    ButtonView::press(Button::CardPicture(programme), say(language, "people-qr-button"), Style::Secondary)
}

/// The picture, privately.
///
/// # Errors
/// Those of the database.
pub async fn show(bot: &Bot, request: &Request, programme: ProgrammeId) -> Result<Answer> {
    let roles = request.invoker.roles.clone();
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move {
                let programme = match guard::coordinated(conn, &call, &roles, programme).await? {
                    Ok(programme) => programme,
                    Err(refusal) => return Ok(Err(refusal)),
                };
                let card = post_about(conn, PostKind::ProgrammeCard, programme.id.0).await?;
                Ok(Ok((programme, card)))
            })
        },
        |(programme, card), language| Reply::Private(view(&programme, card.as_ref(), language)),
    )
    .await
}

fn view(programme: &Programme, card: Option<&Post>, language: Language) -> View {
    let address = address(programme, card);
    let mut said = say(language, "people-qr").with("address", address.clone()).text();
    if programme.invite.is_empty() {
        said = format!("{said}\n{}", say(language, "people-qr-card"));
    }
    let view = View::text(said);
    match charts::qr(&address).and_then(|drawing| drawing.png(SCALE).ok()) {
        Some(bytes) => view.file(FileView {
            name: say(language, "people-qr-file-name").text(),
            description: say(language, "people-qr-description").with("address", address).text(),
            bytes,
        }),
        None => view,
    }
}

/// Where the picture leads: the invitation that a coordinator gave, else the card, else its channel while the card is on
/// its way.
fn address(programme: &Programme, card: Option<&Post>) -> String {
    if !programme.invite.is_empty() {
        return programme.invite.clone();
    }
    let channel = format!("https://discord.com/channels/{}/{}", programme.guild, programme.card_channel);
    match card.and_then(|card| card.message) {
        Some(message) => format!("{channel}/{message}"),
        None => channel,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::World;

    #[tokio::test]
    async fn the_picture_leads_to_the_invitation_a_coordinator_gave_else_to_the_card() {
        let mut programme = World::empty().await.programme;
        assert_eq!(address(&programme, None), "https://discord.com/channels/1000/1003");
        let view = view(&programme, None, Language::En);
        assert!(view.content.contains("https://discord.com/channels/1000/1003"), "{}", view.content);
        let file = view.files.into_iter().next().unwrap();
        assert!(file.description.contains("https://discord.com/channels/1000/1003"), "{}", file.description);
        programme.invite = "https://discord.gg/abc".into();
        assert_eq!(address(&programme, None), "https://discord.gg/abc");
    }
}
