import { createWebhookPool } from './channels/webhooks.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { DiscordEvent } from './incoming.ts';
import { inviteUrl } from './discord/invite.ts';
import { createAnswering } from './discord/answering.ts';
import { commands } from './discord/commands/all.ts';
import { connectDiscord, type Connected } from './discord/connect.ts';
import { keepSession } from './discord/session.ts';
import { openFiles } from './files/disk.ts';
import type { Files } from './files.ts';
import { serveHttp } from './http/serve-http.ts';
import { statusOf } from './http/status.ts';
import type { BotId, GuildId } from './ids.ts';
import { chooseByName, chooseServer } from './intake/choose.ts';
import { findDestination, type DestinationParts } from './intake/destination.ts';
import { createGuildNames } from './intake/guild-names.ts';
import { choicesOf, isBlockedIn } from './intake/servers.ts';
import type { Log } from './log.ts';
import { createDeliverer, type Deliverer } from './outbox/deliver.ts';
import { createEmojiPictures } from './outbox/emoji.ts';
import { giveUp } from './outbox/give-up.ts';
import type { SendParts } from './outbox/parts.ts';
import { send } from './outbox/send.ts';
import { webhookProblems } from './outbox/webhook-problems.ts';
import { createCatchUp, type CatchUp } from './relay/catch-up.ts';
import { edit } from './relay/edit.ts';
import { fromMember } from './relay/from-member.ts';
import { createMeet } from './relay/meet.ts';
import { clearReactions, reaction } from './relay/reaction.ts';
import { createRelay, type Relay } from './relay/relay.ts';
import { remove } from './relay/remove.ts';
import { createSweeping, type Sweeping } from './relay/sweeping.ts';
import { createTyping } from './relay/typing.ts';
import { typed } from './relay/typed.ts';
import type { Status } from './render/status-page.ts';
import { type Checking, createChecking } from './settings/checks/watch.ts';
import { complete } from './settings/complete.ts';
import { createSettings } from './settings/read.ts';
import { saveSettings } from './settings/save.ts';
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
export async function startApp(parts: AppParts): Promise<App> {
  const { config, clock, log } = parts;
  const opened = await openStore({ dataDir: config.dataDir, clock, exclusive: true });
  try {
    const connected = await connectDiscord({
      ...config.discord,
      token: config.discord.token ?? '',
      clock,
      log,
      wants: { content: true, members: true },
    });
    return await run(parts, opened, connected);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function run(parts: AppParts, opened: Store, connected: Connected): Promise<App> {
  const { log } = parts;
  const { gateway } = connected;
  let end: (code: number) => void = () => undefined;
  const ended = new Promise<number>((resolve) => (end = resolve));

  // Whatever was written down may owe Discord something.
  const store: Store = { ...opened, transaction: (work) => deliverer.transaction(work) };
  const ground = layGround(parts, store, connected);
  const deliverer = createPaying(
    ground,
    opened,
    openFiles({ ...parts, ...parts.config, reserve: parts.config.files.diskReserveBytes }),
    {
      channelOpened: (channel, mayHaveMissed) => relay.opened(channel, mayHaveMissed),
      onUnauthorized: () => end(1),
    },
  );
  const catchUp = createCatchUp({
    ...ground,
    bot: ground.bot.id,
    requestsPerSecond: Math.max(1, Math.floor(parts.config.discord.requestsPerSecond / 3)),
  });
  const relay = createTaking(ground, catchUp);
  const sweeping = createSweeping({ ...ground, sweep: () => catchUp.sweep(relay.visit) });
  const checking = createWatch(ground);

  await prepare(ground, catchUp);
  const http = await serveHttp({ ...parts.config, status: () => readStatus(ground, connected) });
  void gateway.failed.then((error) => {
    log.error({ error }, 'the connection to Discord cannot go on');
    end(1);
  });
  await gateway
    .start(hearing(ground, relay, sweeping, checking), keepSession(opened, ground.bot.id))
    .catch(async (error: unknown) => {
      await http.stop();
      throw error;
    });
  deliverer.wake();
  log.info({ bot: ground.bot.id, ...connected.intents }, 'connected');
  await checking.all();

  return {
    bot: ground.bot.id,
    url: http.url,
    ended,
    sequence: gateway.sequence,
    async idle() {
      await relay.idle();
      await sweeping.idle();
      await checking.idle();
      await deliverer.idle();
    },
    async stop() {
      await http.stop();
      await gateway.stop();
      await checking.stop();
      await deliverer.stop();
      await opened.close();
    },
  };
}

/** What both directions stand on. */
type Ground = ReturnType<typeof layGround>;

function layGround({ config, clock, log }: AppParts, store: Store, connected: Connected) {
  const { discord } = connected;
  const readsContent = (): boolean => connected.intents.content;
  const bot = { id: discord.me.bot, user: discord.me.user, readsContent };
  const settings = createSettings({ store, clock });
  const settingsOf = async (guild: GuildId): Promise<Settings> => (await settings.of(guild)) ?? complete({});
  const intake: DestinationParts = {
    clock,
    store,
    discord,
    routing: config.routing,
    settingsOf,
    enabled: settings.enabled,
  };
  return {
    config,
    clock,
    log,
    store,
    discord,
    bot,
    settings,
    settingsOf,
    intake,
    names: createGuildNames({ discord, clock }),
    standing: createStanding({ discord, clock }),
    meet: createMeet({ bot: bot.id, store, clock }),
  };
}

/** Out: what is owed to Discord is paid. */
function createPaying(
  ground: Ground,
  opened: Store,
  files: Files,
  { channelOpened, onUnauthorized }: Pick<SendParts, 'channelOpened'> & { readonly onUnauthorized: () => void },
): Deliverer {
  const { clock, log, store, discord, config } = ground;
  const webhooks = createWebhookPool({
    clock,
    store,
    discord,
    bot: ground.bot.id,
    ...webhookProblems(ground),
  });
  const sending: SendParts = {
    clock,
    store,
    discord,
    files,
    webhooks,
    settingsOf: ground.settingsOf,
    guildName: ground.names.of,
    choicesOf: (person) => choicesOf(ground.intake, person),
    readsContent: ground.bot.readsContent,
    emojiPictures: createEmojiPictures(ground),
    largestFile: config.files.maxBytes,
    filesPerDay: config.files.dailyBytesPerMember,
    channelOpened,
  };
  return createDeliverer({
    clock,
    store: opened,
    random: Math.random,
    send: (delivery, attempt) => send(sending, delivery, attempt),
    giveUp: (tables, delivery, refusal) => giveUp(tables, delivery, refusal, clock.now()),
    onUnauthorized() {
      log.error({}, 'Discord refuses DISCORD_TOKEN; copy a new one from the developer portal');
      onUnauthorized();
    },
    onError: (error, delivery) => log.warn({ error, delivery: delivery?.kind }, 'a delivery has to wait'),
  });
}

/** In: what happens is put in order and written down. */
function createTaking(ground: Ground, catchUp: CatchUp): Relay {
  const { clock, store, discord, bot, meet, intake, settingsOf, standing } = ground;
  const settingsOfTicket = (ticket: Ticket): Promise<Settings> => settingsOf(ticket.guild);
  const watching = { clock, store, bot, meet, standing: standing.of, settingsOf: settingsOfTicket };
  const relay: Relay = createRelay({
    clock,
    store,
    bot,
    catchUp,
    forgetRoles: standing.forget,
    fromMember: (message) =>
      fromMember({ clock, store, meet, destination: (person, dm) => findDestination(intake, person, dm) }, message),
    typed: (ticket, message) =>
      typed({ clock, store, meet, standing: standing.of, settingsOf: settingsOfTicket, bot }, ticket, message),
    edit: (ticket, message) => edit({ clock, store, bot, settingsOf: settingsOfTicket }, ticket, message),
    remove: (messages) => remove({ clock, store, bot: bot.id }, messages),
    reaction: (event) => reaction(watching, event),
    clearReactions: (event) => clearReactions(watching, event),
    typing: createTyping({ ...watching, discord, log: ground.log }),
    interaction: createAnswering(
      {
        clock,
        store,
        discord,
        meet,
        standing: standing.of,
        settingsOf,
        changeSettings: (guild, change, by) => saveSettings(ground, guild, change, by),
        guildName: ground.names.of,
        inLane: (person, work) => relay.inLane(person, work),
        chooseServer: (person, guild, by) => chooseServer(intake, person, guild, by),
        chooseByName: (person, name, by) => chooseByName({ ...intake, called: ground.names.called }, person, name, by),
        choicesOf: (person) => choicesOf(intake, person),
        isBlockedIn: (person, guild) => isBlockedIn(intake, person, guild),
      },
      (error) => ground.log.error({ error }, 'an interaction could not be answered'),
    ),
  });
  return relay;
}

/** What has to be so before the first event. */
async function prepare({ clock, log, store, discord }: Ground, catchUp: CatchUp): Promise<void> {
  await store.transaction((tables) => tables.outbox.releaseAll(clock.now()));
  await catchUp.resume();
  if (await discord.registerCommands(commands.map((command) => command.spec())))
    log.info({}, 'commands were registered');
}

function readStatus(ground: Ground, { discord, gateway, intents }: Connected): Promise<Status> {
  return statusOf({
    ...ground,
    me: discord.me,
    connected: gateway.connected(),
    readsContent: intents.content,
    invite: (kind) => inviteUrl(ground.config.discord.site, ground.bot.id, kind),
  });
}

/** What is done about an event, by everybody whom it concerns. */
function hearing(ground: Ground, relay: Relay, sweeping: Sweeping, checking: Checking) {
  return async (event: DiscordEvent): Promise<void> => {
    if (event.is === 'guild-available') ground.names.set(event.guild, event.name);
    await relay.handle(event);
    if (event.is === 'ready') sweeping.begin();
    checking.hear(event);
  };
}

/** Keeps an eye on what servers let the bot do. */
function createWatch(ground: Ground): Checking {
  const { log } = ground;
  return createChecking({
    ...ground,
    onFound: (guild, found) =>
      log.warn({ guild, found: found.map(({ key }) => key) }, 'a server has something to mend'),
    onError: (error, guild) => log.warn({ guild, error }, 'a server could not be looked at; it will be in a minute'),
  });
}
