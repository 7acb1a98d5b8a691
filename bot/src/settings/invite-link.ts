import type { BotId } from '../ids.ts';
import type { ChannelKind } from '../store.ts';

/** Permission bits: https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
const bits = {
  manageChannels: 1n << 4n,
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  useExternalEmojis: 1n << 18n,
  manageRoles: 1n << 28n,
  manageWebhooks: 1n << 29n,
  manageThreads: 1n << 34n,
  createPublicThreads: 1n << 35n,
  createPrivateThreads: 1n << 36n,
  sendMessagesInThreads: 1n << 38n,
  pinMessages: 1n << 51n,
} as const;

/** Private channels are made and hidden by the bot; hiding them is what Manage Roles is for. */
const onlyForChannels = bits.manageChannels | bits.manageRoles;

const all = Object.values(bits).reduce((sum, bit) => sum | bit, 0n);

const neededBy: { readonly [Kind in ChannelKind]: bigint } = {
  'private-thread': all & ~onlyForChannels,
  'forum-post': all & ~onlyForChannels,
  'private-channel': all,
};

/** What the bot must be allowed to do where it makes tickets of these kinds. */
export function permissionsFor(kinds: readonly ChannelKind[]): bigint {
  return kinds.reduce((sum, kind) => sum | neededBy[kind], 0n);
}

/**
 * The page on which an admin adds the bot to a server: https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow
 * `site` is like `https://discord.com`.
 */
export function inviteLink(site: string, bot: BotId, kinds: readonly ChannelKind[]): string {
  const link = new URL(`${site}/oauth2/authorize`);
  link.searchParams.set('client_id', bot);
  link.searchParams.set('scope', 'bot applications.commands');
  link.searchParams.set('permissions', String(permissionsFor(kinds)));
  return link.href;
}
