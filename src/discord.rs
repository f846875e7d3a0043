//! All of serenity: commands, components, views, and the outbox sender.
