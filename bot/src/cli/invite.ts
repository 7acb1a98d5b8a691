import { inviteUrl } from '../discord/invite.ts';
import type { BotId } from '../ids.ts';
import type { Terminal } from './terminal.ts';

/** The links that add the bot to a server, by what it will do there. `site` is like `https://discord.com`. */
export function printInvites(site: string, bot: BotId, terminal: Terminal): void {
  terminal.say('Add the bot to a server, with the permissions that it needs there:');
  terminal.say(`  tickets as private threads:  ${inviteUrl(site, bot, 'private-thread')}`);
  terminal.say(`  tickets as forum posts:      ${inviteUrl(site, bot, 'forum-post')}`);
  terminal.say(`  tickets as private channels: ${inviteUrl(site, bot, 'private-channel')}`);
}
