import { createWebhookPool } from './channels/webhooks.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { DiscordEvent } from './discord.ts';
import { inviteUrl } from './discord/invite.ts';
import { createAnswering } from './discord/answering.ts';
import { commands } from './discord/commands/all.ts';
import { connectDiscord, type Connected } from './discord/connect.ts';
import { openFiles } from './files/disk.ts';
import { serveHttp } from './http/serve-http.ts';
import { statusOf } from './http/status.ts';
import type { BotId, GuildId } from './ids.ts';
import { chooseServer } from './intake/choose.ts';
import { findDestination, type DestinationParts } from './intake/destination.ts';
import { createGuildNames } from './intake/guild-names.ts';
import { serversOf } from './intake/servers.ts';
import type { Log } from './log.ts';
import { createDeliverer } from './outbox/deliver.ts';
import { giveUp } from './outbox/give-up.ts';
import type { SendParts } from './outbox/parts.ts';
import { send } from './outbox/send.ts';
import { createCatchUp } from './relay/catch-up.ts';
import { edit } from './relay/edit.ts';
import { fromMember } from './relay/from-member.ts';
import { createMeet } from './relay/meet.ts';
import { createRelay, type Relay } from './relay/relay.ts';
import { remove } from './relay/remove.ts';
import { typed } from './relay/typed.ts';
import { checkStoredSettings } from './settings/check-stored.ts';
import { complete } from './settings/complete.ts';
import { createSettings } from './settings/read.ts';
import type { Settings } from './settings/schema.ts';
import { openStore } from './store/open.ts';
import type { Store, Ticket } from './store.ts';
import { createStanding } from './tickets/standing.ts';

export interface App {
  readonly bot: BotId;
  /** Where its own pages are; null when it serves none. */
  readonly url: string | null;
  /** The exit code, once the program cannot go on. */
  readonly ended: Promise<number>;
  /** The highest gateway sequence up to which everything is written down. */
  sequence(): number;
  /** Resolves when everything that came in is written down and everything due is paid. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface AppParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
}

/** Builds everything and ties it together; the only file that knows all of it. */
export async function startApp({ config, clock, log }: AppParts): Promise<App> {
  const opened = await openStore({ dataDir: config.dataDir, clock, exclusive: true });
  try {
    const connected = await connectDiscord({
      ...config.discord,
      token: config.discord.token ?? '',
      clock,
      log,
      wants: { content: true, members: true },
    });
    return await run({ config, clock, log }, opened, connected);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function run({ config, clock, log }: AppParts, opened: Store, connected: Connected): Promise<App> {
  const { discord, gateway } = connected;
  const bot = { id: discord.me.bot, user: discord.me.user };
  let end: (code: number) => void = () => undefined;
  const ended = new Promise<number>((resolve) => (end = resolve));

  /** Whatever was written down may owe Discord something. */
  const store: Store = {
    ...opened,
    async transaction(work) {
      const result = await opened.transaction(work);
      deliverer.wake();
      return result;
    },
  };
  const files = await openFiles({ dataDir: config.dataDir });
  const settings = createSettings({ store, clock });
  const settingsOf = async (guild: GuildId): Promise<Settings> => (await settings.of(guild)) ?? complete({});
  const settingsOfTicket = (ticket: Ticket): Promise<Settings> => settingsOf(ticket.guild);
  const names = createGuildNames({ discord, clock });
  const standing = createStanding({ discord, clock });
  const meet = createMeet({ bot: bot.id, store, clock });
  const intake: DestinationParts = { clock, store, discord, routing: config.routing, enabled: settings.enabled };
  const webhooks = createWebhookPool({
    clock,
    store,
    discord,
    bot: bot.id,
    onRefused: async (channel, refusal) => log.warn({ channel, code: refusal.code }, 'no webhook can be had here'),
  });

  const sending: SendParts = {
    clock,
    store,
    discord,
    files,
    webhooks,
    settingsOf,
    guildName: names.of,
    serversOf: (person) => serversOf(intake, person),
    largestFile: config.files.maxBytes,
    channelOpened: (channel) => relay.opened(channel),
  };
  const deliverer = createDeliverer({
    clock,
    store: opened,
    random: Math.random,
    send: (delivery, attempt) => send(sending, delivery, attempt),
    giveUp: (tables, delivery, refusal) => giveUp(tables, delivery, refusal, clock.now()),
    onUnauthorized: () => {
      log.error({}, 'Discord refuses DISCORD_TOKEN; copy a new one from the developer portal');
      end(1);
    },
    onError: (error, delivery) => log.warn({ error, delivery: delivery?.kind }, 'a delivery has to wait'),
  });

  const catchUp = createCatchUp({
    clock,
    store,
    discord,
    bot: bot.id,
    requestsPerSecond: Math.max(1, Math.floor(config.discord.requestsPerSecond / 3)),
  });
  const relay: Relay = createRelay({
    clock,
    store,
    bot,
    catchUp,
    forgetRoles: standing.forget,
    fromMember: (message) =>
      fromMember({ clock, store, meet, destination: (person, dm) => findDestination(intake, person, dm) }, message),
    typed: (ticket, message) =>
      typed(
        { clock, store, meet, standing: standing.of, settingsOf: settingsOfTicket, botUser: bot.user },
        ticket,
        message,
      ),
    edit: (ticket, message) => edit({ clock, store, bot, settingsOf: settingsOfTicket }, ticket, message),
    remove: (messages) => remove({ clock, store, bot: bot.id }, messages),
    interaction: createAnswering({
      clock,
      store,
      discord,
      meet,
      standing: standing.of,
      settingsOf,
      guildName: names.of,
      inLane: (person, work) => relay.inLane(person, work),
      chooseServer: (person, guild) => chooseServer(intake, person, guild),
    }),
  });

  let sweeping: Promise<void> | null = null;
  function sweep(): void {
    sweeping ??= catchUp.sweep(relay.visit).then(
      () => void (sweeping = null),
      (error: unknown) => {
        sweeping = null;
        log.warn({ error }, 'catching up has to wait');
        clock.after(60_000, sweep);
      },
    );
  }

  async function handle(event: DiscordEvent): Promise<void> {
    if (event.is === 'guild-available') names.set(event.guild, event.name);
    await relay.handle(event);
    if (event.is === 'ready') sweep();
  }

  await store.transaction((tables) => tables.outbox.releaseAll(clock.now()));
  await catchUp.resume();
  if (await discord.registerCommands(commands.map((command) => command.spec())))
    log.info({}, 'commands were registered');
  void gateway.failed.then((error) => {
    log.error({ error }, 'the connection to Discord cannot go on');
    end(1);
  });
  await gateway.start(handle, {
    load: () => opened.tables.gateway.get(bot.id, 0),
    save: (session) => opened.transaction((tables) => tables.gateway.put({ ...session, bot: bot.id })),
    clear: () => opened.transaction((tables) => tables.gateway.remove(bot.id, 0)),
  });
  deliverer.wake();
  log.info({ bot: discord.me.name, ...connected.intents }, 'connected');
  void checkStoredSettings({ store, discord, clock }).then(
    (wrong) => wrong.forEach((server) => log.warn(server, 'settings do not fit their server')),
    (error: unknown) => log.warn({ error }, 'settings could not be checked; they will be at the next start'),
  );
  const http = await serveHttp({
    host: config.host,
    port: config.port,
    status: () =>
      statusOf({
        store: opened,
        settings,
        names,
        me: discord.me,
        connected: gateway.connected(),
        readsContent: connected.intents.content,
        invite: (kind) => inviteUrl(config.discord.site, bot.id, kind),
      }),
  });

  return {
    bot: bot.id,
    url: http.url,
    ended,
    sequence: gateway.sequence,
    async idle() {
      await relay.idle();
      await sweeping;
      await deliverer.idle();
    },
    async stop() {
      await http.stop();
      await gateway.stop();
      await deliverer.stop();
      await opened.close();
    },
  };
}
