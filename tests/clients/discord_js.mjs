// An unmodified discord.js 14 lives in the local Discord: it logs in, creates a private channel, posts, reacts and
// answers a command privately, while a simulated person acts through the control interface. Exits with 0 if all held.

import assert from 'node:assert/strict';
import { ChannelType, Client, Events, GatewayIntentBits, MessageFlags, PermissionFlagsBits } from 'discord.js';

const sandbox = JSON.parse(process.env.TANDEM_SANDBOX);
const person = (name) => sandbox.people.find((found) => found.name === name).id;
const vera = person('vera');
const jonas = person('jonas');

/** Asks the control interface; refusals come back as `{ error }`. */
async function control(method, path, body) {
  const answer = await fetch(`${sandbox.control}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  return answer.json();
}

const act = (who, deed) => control('POST', `/people/${who}/act`, deed);

/** Waits for the next event of that name that fits. */
function next(client, event, fits = () => true) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no ${event}`)), 15_000);
    const hear = (...values) => {
      if (!fits(...values)) return;
      clearTimeout(late);
      client.off(event, hear);
      resolve(values);
    };
    client.on(event, hear);
  });
}

const client = new Client({
  intents: [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.GuildMessageReactions,
  ],
  // discord.js adds the version itself.
  rest: { api: sandbox.api.replace(/\/v10$/, '') },
});

const ready = next(client, Events.ClientReady);
await client.login(sandbox.token);
await ready;
assert.equal(client.user.id, sandbox.application_id);
const guild = client.guilds.cache.get(sandbox.guild_id);
assert.equal(guild.name, 'Nordlicht GmbH');

await guild.commands.set([{
  name: 'greet',
  description: 'Greets',
  descriptionLocalizations: { de: 'Grüßt' },
  options: [{ name: 'whom', description: 'Whom', type: 3, required: true }],
}]);

const see = PermissionFlagsBits.ViewChannel;
const channel = await guild.channels.create({
  name: 'two-of-us',
  type: ChannelType.GuildText,
  permissionOverwrites: [
    { id: guild.id, deny: [see] },
    { id: vera, type: 1, allow: [see] },
    { id: client.user.id, type: 1, allow: [see] },
  ],
});
const names = async (who) => (await control('GET', `/people/${who}/channels`)).map((seen) => seen.name);
assert.ok((await names(vera)).includes('two-of-us'));
assert.ok(!(await names(jonas)).includes('two-of-us'));

const message = await channel.send({ content: 'Did it work?', nonce: 'js-1', enforceNonce: true });
await message.react('✅');
// The bot's own reaction echoes back as well.
const reacted = next(client, Events.MessageReactionAdd, (_, user) => user.id === vera);
await act(vera, { do: 'react', channel: channel.id, message: message.id, emoji: '✅' });
const [reaction] = await reacted;
assert.equal(reaction.emoji.name, '✅');
const [seen] = await control('GET', `/people/${vera}/channels/${channel.id}/messages`);
assert.deepEqual(seen.reactions, [{ emoji: '✅', users: [client.user.id, vera] }]);

const asked = next(client, Events.InteractionCreate);
const deed = { do: 'command', guild: guild.id, channel: channel.id, name: 'greet', options: { whom: 'Ada' } };
const { interaction: id } = await act(vera, deed);
const [interaction] = await asked;
assert.equal(interaction.id, id);
assert.equal(interaction.locale, 'de');
assert.equal(interaction.options.getString('whom'), 'Ada');
await interaction.reply({ content: 'Hello Ada', flags: MessageFlags.Ephemeral });
await interaction.editReply('Hello again, Ada');
const view = await control('GET', `/interactions/${id}`);
assert.equal(view.reply.content, 'Hello again, Ada');
assert.equal(view.private, true);

assert.match((await act(jonas, deed)).error, /sees no such channel/);
await channel.delete();
assert.ok(!(await names(vera)).includes('two-of-us'));
await client.destroy();
console.log('discord.js: logged in, created a private channel, posted, reacted and answered a command');
