//! `/support`: asks the coach or the coordinators for a talk. Words given with the command are shown once more before
//! they are sent.

use super::{Kind, Leaf, Opt, tandem};
use crate::discord::components::support;
use crate::domain::calls::SUPPORT_MAX;

/// The leaf of `/support`.
pub static LEAVES: &[Leaf] = &[Leaf {
    name: "support",
    options: &[
        Opt { name: "text", kind: Kind::Text(SUPPORT_MAX), required: false },
        // Also before a programme begins and while a room is being made.
        tandem(|_, _, _| Box::pin(async { Ok(true) })),
    ],
    run: |bot, request, options| {
        Box::pin(async move {
            match options.text("text") {
                Some(text) => support::shown(bot, request, text.to_owned()).await,
                None => support::show(bot, request).await,
            }
        })
    },
    suggest: None,
}];
