import { type APIApplication, type APIUser, ApplicationFlags, Routes } from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';
import type { BotAccount, Discord } from '../discord.ts';
import { Refused, SlowDown } from '../refusal.ts';
import type { BotId, UserId } from '../ids.ts';
import type { Log } from '../log.ts';
import { createForums } from './forums.ts';
import { createChannels } from './channels.ts';
import { registerCommands } from './commands/register.ts';
import { download, stream } from './download.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createGuilds } from './guilds.ts';
import type { Intents } from './intents.ts';
import { createInteractions } from './interactions.ts';
import { createMessages } from './messages.ts';
import { RequestFailed } from './refusals.ts';
import { type Ask, createRest } from './rest.ts';
import { createWebhooks } from './webhooks.ts';

export interface ConnectOptions {
  readonly token: string;
  /** REST base without the version, like `https://discord.com/api`. */
  readonly api: string;
  /** Like `https://cdn.discordapp.com`. */
  readonly cdn: string;
  /** The bot's global limit, 50 unless Discord raised it. */
  readonly requestsPerSecond: number;
  /** zlib-stream: less traffic, about six times the CPU per event. */
  readonly gatewayCompression: boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** Which privileged intents to ask for where the portal has them switched on. */
  readonly wants: Intents;
}

export interface Connected {
  readonly discord: Discord;
  readonly gateway: Gateway;
  /** What we really have; fewer once Discord has refused an intent while identifying. */
  readonly intents: Intents;
}

/** Events that a gateway may hold in memory. */
const mostWaiting = 20_000;

/** The API did not answer, or answered like something else than Discord. The message says where and what. */
export class Unreachable extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'Unreachable';
  }
}

/**
 * Asks who we are and what the portal allows. Throws `Refused('unauthorized')` for a wrong token and `Unreachable` when nobody answers;
 * both carry a message fit for a last line.
 */
export async function connectDiscord(options: ConnectOptions): Promise<Connected> {
  const { cdn, clock, log, wants } = options;
  const ask = createRest(options);
  const me = await askWhoWeAre(ask, options.api);
  const intents = { content: wants.content && me.mayReadContent, members: wants.members && me.mayReadMembers };
  const reader = { cdn, user: me.user };
  const gateway = createGateway({
    ask,
    reader,
    bot: me.bot,
    token: options.token,
    compression: options.gatewayCompression,
    intents,
    clock,
    log,
    mostWaiting,
  });
  const discord: Discord = {
    me,
    ...createMessages(ask, reader),
    ...createWebhooks(ask),
    ...createChannels(ask),
    ...createForums(ask),
    ...createGuilds(ask, cdn),
    ...createInteractions(ask),
    download: (url, limitBytes) => download(clock, url, limitBytes),
    stream: (url, limitBytes) => stream(clock, url, limitBytes),
    registerCommands: (commands, guild) => registerCommands(ask, me.bot, commands, guild),
  };
  return {
    discord,
    gateway,
    get intents() {
      return gateway.intents();
    },
  };
}

async function askWhoWeAre(ask: Ask, api: string): Promise<BotAccount> {
  try {
    const user = await ask<APIUser>('GET', Routes.user());
    if (!user?.id) throw new Error('it does not speak like Discord');
    const { id, flags } = await askApplication(ask, user);
    // Where nobody says, it is tried.
    const may = (bits: number): boolean => flags === undefined || (flags & bits) !== 0;
    return {
      bot: id as BotId,
      user: user.id as UserId,
      name: user.global_name ?? user.username,
      mayReadContent: may(ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited),
      mayReadMembers: may(ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited),
    };
  } catch (error) {
    if (error instanceof Refused && error.reason === 'unauthorized')
      throw new Refused('unauthorized', error.code, 'Discord does not know this token');
    if (error instanceof SlowDown) throw error;
    throw new Unreachable(`${api} cannot be used: ${error instanceof Error ? shortly(error) : 'no answer'}`, error);
  }
}

/** Servers like Discord may only know the older route, or none; but for the oldest bots, the application has the bot's id. */
async function askApplication(ask: Ask, user: APIUser): Promise<{ readonly id: string; readonly flags?: number }> {
  for (const route of [Routes.currentApplication(), Routes.oauth2CurrentApplication()] as const) {
    try {
      const application = await ask<APIApplication>('GET', route);
      if (application?.id) return application;
    } catch (error) {
      const isMissing = error instanceof RequestFailed ? error.status === 404 : error instanceof Refused;
      if (!isMissing || (error instanceof Refused && error.reason === 'unauthorized')) throw error;
    }
  }
  return { id: user.id };
}

/** Errors of sockets may hold several, one per address, and no message of their own. */
function shortly(error: Error & { readonly code?: unknown }): string {
  if (error.message !== '') return error.message;
  return typeof error.code === 'string' ? error.code : error.name;
}
