"""An unmodified discord.py lives in the local Discord: it logs in, creates a private channel, posts, reacts and
answers a command privately, while a simulated person acts through the control interface. Exits with 0 if all held."""

import asyncio
import json
import os
import urllib.error
import urllib.request

import discord
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

SANDBOX = json.loads(os.environ["TANDEM_SANDBOX"])
PEOPLE = {person["name"]: int(person["id"]) for person in SANDBOX["people"]}
VERA, JONAS = PEOPLE["vera"], PEOPLE["jonas"]

Route.BASE = SANDBOX["api"]
# discord.py does not ask where the gateway is before its first connection.
DiscordWebSocket.DEFAULT_GATEWAY = URL(SANDBOX["gateway"])


def ask(method, path, body=None):
    """Asks the control interface; refusals come back as {"error": …}."""
    request = urllib.request.Request(
        SANDBOX["control"] + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"content-type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=15) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refusal:
        return json.load(refusal)


async def control(method, path, body=None):
    return await asyncio.to_thread(ask, method, path, body)


async def act(person, **deed):
    return await control("POST", f"/people/{person}/act", deed)


async def names(person):
    return [seen["name"] for seen in await control("GET", f"/people/{person}/channels")]


class Bot(discord.Client):
    def __init__(self):
        super().__init__(intents=discord.Intents(guilds=True, guild_messages=True, guild_reactions=True))
        self.tree = app_commands.CommandTree(self)
        self.checked = asyncio.get_running_loop().create_future()

    async def on_ready(self):
        try:
            await check(self)
            self.checked.set_result(None)
        except BaseException as error:
            self.checked.set_exception(error)


async def check(bot):
    assert bot.user.id == int(SANDBOX["application_id"])
    guild = bot.get_guild(int(SANDBOX["guild_id"]))
    assert guild.name == "Nordlicht GmbH"
    greeted = asyncio.get_running_loop().create_future()

    @bot.tree.command(name="greet", description="Greets", guild=guild)
    async def greet(interaction: discord.Interaction, whom: str):
        await interaction.response.send_message(f"Hello {whom}", ephemeral=True)
        await interaction.edit_original_response(content=f"Hello again, {whom}")
        greeted.set_result(interaction)

    await bot.tree.sync(guild=guild)

    see, hide = discord.PermissionOverwrite(view_channel=True), discord.PermissionOverwrite(view_channel=False)
    vera = await guild.fetch_member(VERA)
    overwrites = {guild.default_role: hide, vera: see, guild.me: see}
    channel = await guild.create_text_channel("two-of-us", overwrites=overwrites)
    assert "two-of-us" in await names(VERA)
    assert "two-of-us" not in await names(JONAS)

    message = await channel.send("Did it work?", nonce="py-1")
    await message.add_reaction("✅")
    reacted = asyncio.ensure_future(bot.wait_for("raw_reaction_add", check=lambda seen: seen.user_id == VERA, timeout=15))
    await asyncio.sleep(0)
    await act(VERA, do="react", channel=str(channel.id), message=str(message.id), emoji="✅")
    assert (await reacted).emoji.name == "✅"
    seen = (await control("GET", f"/people/{VERA}/channels/{channel.id}/messages"))[0]
    assert seen["reactions"] == [{"emoji": "✅", "users": [str(bot.user.id), str(VERA)]}], seen

    deed = {"guild": str(guild.id), "channel": str(channel.id), "name": "greet", "options": {"whom": "Ada"}}
    done = await act(VERA, do="command", **deed)
    interaction = await asyncio.wait_for(greeted, 15)
    assert str(interaction.id) == done["interaction"]
    assert interaction.locale is discord.Locale.german
    view = await control("GET", f"/interactions/{done['interaction']}")
    assert view["reply"]["content"] == "Hello again, Ada" and view["private"], view

    refused = await act(JONAS, do="command", **deed)
    assert "sees no such channel" in refused["error"], refused
    await channel.delete()
    assert "two-of-us" not in await names(VERA)


async def main():
    bot = Bot()
    async with bot:
        running = asyncio.ensure_future(bot.start(SANDBOX["token"]))
        await asyncio.wait({running, bot.checked}, return_when=asyncio.FIRST_COMPLETED, timeout=60)
        assert bot.checked.done(), running.exception() if running.done() else "no login within a minute"
        bot.checked.result()
    print("discord.py: logged in, created a private channel, posted, reacted and answered a command")


asyncio.run(main())
