//! A programme's card, and the word that something waits behind it. Both stand where everybody may read, so they name
//! nobody and never change with what somebody answered (P17).

use crate::app::enrol::takes_people;
use crate::discord::button::Button;
use crate::discord::posts::Rendered;
use crate::discord::posts::tasks::quoted_within;
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words;
use crate::domain::ids::{PersonId, ProgrammeId};
use crate::domain::language::Language;
use crate::domain::post::PostKind;
use crate::domain::programme::Programme;
use crate::locales::{date, say};
use crate::store::posts::Post;
use crate::store::{Conn, Result, people, programmes};

/// The card, or the word that something waits.
///
/// # Errors
/// Those of the database.
pub async fn render(conn: &mut Conn, post: &Post) -> Result<Option<Rendered>> {
    if post.kind == PostKind::Pointer {
        return pointer(conn, PersonId(post.subject)).await;
    }
    let programme = programmes::programme_get(conn, ProgrammeId(post.subject)).await?;
    let view = match post.kind {
        PostKind::ProgrammeCard => View::default().embed(card(&programme)),
        PostKind::SomethingWaits => View::text(say(programme.language, "proposal-waiting")),
        _ => return Ok(None),
    };
    let language = programme.language;
    let is_card = post.kind == PostKind::ProgrammeCard;
    let joins = (is_card && takes_people(&programme)).then(|| {
        let label = say(language, "programme-card-join-button");
        ButtonView::press(Button::JoinShow(programme.id), label, Style::Success)
    });
    let my_place =
        ButtonView::press(Button::MyPlace, say(language, "proposal-my-place-button"), Style::Primary);
    Ok(Some(Rendered::quiet(view.buttons(joins.into_iter().chain([my_place]).collect()))))
}

/// One sentence by direct message, in the person's language: where something waits, and nothing about what it is.
async fn pointer(conn: &mut Conn, person: PersonId) -> Result<Option<Rendered>> {
    let Some(programme) = programmes::programmes_with(conn, person).await?.pop() else { return Ok(None) };
    let chosen = people::person_get(conn, person).await?.language.unwrap_or(programme.language);
    let language = chosen.addressed(programme.language == Language::DeFormal);
    let text = say(language, "proposal-pointer").with("channel", words::channel(programme.card_channel));
    Ok(Some(Rendered::quiet(View::text(text))))
}

/// What the sponsor says and whom to ask, with what a field of Discord's holds.
const FIELD: usize = 1_024;

fn card(programme: &Programme) -> Embed {
    let language = programme.language;
    let text = say(language, "programme-card")
        .with("meetings", programme.meetings)
        .with("start", date(language, programme.starts_on))
        .with("end", date(language, programme.ends_on))
        .with("hours", programme.hours)
        .text();
    let place = if takes_people(programme) { "programme-card-place" } else { "programme-card-place-later" };
    let place = say(language, place).text();
    let rotation =
        programme.rotation_weeks.map(|weeks| say(language, "programme-card-rotation").with("weeks", weeks));
    let text = rotation.map_or_else(|| text.clone(), |rotation| format!("{text} {}", rotation.text()));
    let aim = quote(&programme.aim);
    let parts: Vec<&str> =
        [aim.as_str(), &text, &place].into_iter().filter(|part| !part.is_empty()).collect();
    let title = say(language, "programme-card-title").with("programme", quote(&programme.name));
    Embed::new(title, parts.join("\n\n"))
        .field(say(language, "programme-sponsor-field"), quoted_within(&programme.sponsor, FIELD))
        .field(say(language, "programme-contact-field"), quoted_within(&programme.contact, FIELD))
        .field(
            say(language, "programme-card-readers-field"),
            say(language, "programme-card-readers").with("k", programme.k),
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::World;
    use crate::discord::testing::text;
    use crate::domain::ids::PostId;

    /// The card of the world's programme as everybody reads it.
    async fn card_in(world: &mut World, phase: &str, language: &str) -> String {
        world.programme_set("phase", phase).await;
        world.programme_set("language", language).await;
        let subject = world.programme.id.0;
        let kind = PostKind::ProgrammeCard;
        let post = Post { id: PostId(1), kind, tandem: None, subject, channel: None, message: None };
        let card = render(&mut world.conn, &post).await.unwrap().unwrap();
        assert!(card.mentions.is_empty());
        text(&card.view)
    }

    #[tokio::test]
    async fn everybody_reads_what_for_how_much_for_whom_and_who_sees_what() {
        let mut world = World::new().await;
        world.programme_set("aim", "Digital tools *for everybody*.").await;
        world.programme_set("sponsor", "It matters to me. Henrike Voss").await;
        world.programme_set("contact", "Carla Brandt, 4711").await;
        insta::assert_snapshot!(card_in(&mut world, "enrolling", "en").await, @r"
        | Pilot |
        Digital tools \*for everybody\*.

        Two people learn from each other: 6 meetings between 4 January 2027 and 24 May 2027, and small tasks in between. In all it takes about 3 hours a month.

        *Take part* asks you a few things, step by step; only you see it. What is waiting for you later is under *My place*.
        Sponsor: It matters to me. Henrike Voss
        Contact person: Carla Brandt, 4711
        Who sees what: What happens in a tandem stays there. The coordinators see who takes part and what they say about their work and topics, and sums to which at least 5 tandems or people contributed. Nobody sees whom somebody would rather not be paired with.
        [Take part join:1] [My place my-place]
        ");
        insta::assert_snapshot!(card_in(&mut world, "running", "de").await, @r"
        | Pilot |
        Digital tools \*for everybody\*.

        Zwei Menschen lernen voneinander: 6 Treffen vom 4. Januar 2027 bis zum 24. Mai 2027, dazwischen kleine Aufgaben. Das braucht etwa 3 Stunden im Monat.

        *Mitmachen* fragt dich Schritt für Schritt ein paar Dinge; das siehst nur du. Was später auf dich wartet, steht unter *Mein Platz*.
        Schirmherrschaft: It matters to me. Henrike Voss
        Ansprechperson: Carla Brandt, 4711
        Wer was sieht: Was in einem Tandem geschieht, bleibt dort. Die Koordination sieht, wer teilnimmt und was jemand über Arbeit und Themen angibt, und Summen, zu denen mindestens 5 Tandems oder Personen beigetragen haben. Mit wem jemand lieber kein Tandem bildet, sieht niemand.
        [Mitmachen join:1] [Mein Platz my-place]
        ");
        world.programme_set("rotation_weeks", "14").await;
        let late = card_in(&mut world, "closing", "de-x-formal").await;
        assert!(!late.contains("Mitmachen") && late.contains("my-place"), "{late}");
        assert!(
            late.contains("Nach 14 Wochen gibt es neue Tandems") && late.contains("auf Sie wartet"),
            "{late}"
        );
    }
}
