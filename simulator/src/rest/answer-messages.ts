import { editMessage } from '../acts/edit-message.ts';
import { postMessage } from '../acts/post-message.ts';
import { interactionTypes } from '../interactions/ask.ts';
import { findApplication, findMessage } from '../lookup.ts';
import { type Upload, withUploads } from '../rules/files.ts';
import { messageFlags, readMessage } from '../rules/message.ts';
import { readEdit } from '../rules/message-edit.ts';
import { longestFile } from '../rules/numbers.ts';
import { type Fields, isGiven, readInteger } from '../rules/read.ts';
import type { Interaction, Message } from '../state.ts';
import type { World } from '../world.ts';
import type { Call } from './route.ts';

/** Messages that answer an interaction. */

export function botOfInteraction(world: World, interaction: Interaction): string {
  return findApplication(world, interaction.applicationId).userId;
}

/** @throws 10008 */
export function answerOf(world: World, interaction: Interaction, id: string | null): Message {
  return findMessage(world, interaction.channelId, id ?? '');
}

/** A new message; whether only the person sees it is fixed now. */
export function postAnswer(call: Call, interaction: Interaction, body: Fields): Message {
  const { world } = call;
  const hidden = isEphemeral(body);
  const written = readMessage(world, body, call.files, upload(world, interaction, hidden));
  return withUploads(world, written.attachments, () =>
    postMessage(world, {
      ...written,
      channelId: interaction.channelId,
      by: { as: 'answer', interaction },
      type: messageType(interaction),
      flags: (written.flags ?? 0) | (hidden ? messageFlags.ephemeral : 0),
      onlyFor: hidden ? interaction.userId : null,
    }),
  );
}

/** "… is thinking": https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction */
export function postLoading(world: World, interaction: Interaction, data: Fields): Message {
  const hidden = isEphemeral(data);
  return postMessage(world, {
    channelId: interaction.channelId,
    by: { as: 'answer', interaction },
    type: messageType(interaction),
    flags: messageFlags.loading | (hidden ? messageFlags.ephemeral : 0),
    onlyFor: hidden ? interaction.userId : null,
  });
}

/** An edit also ends the "thinking". */
export function editAnswer(call: Call, interaction: Interaction, message: Message, body: Fields): Message {
  const { world } = call;
  const hidden = message.onlyFor !== null;
  const changes = readEdit(world, message, body, call.files, upload(world, interaction, hidden));
  return withUploads(world, changes.attachments, () =>
    editMessage(world, { as: 'answer', interaction }, message, changes),
  );
}

function isEphemeral(body: Fields): boolean {
  const flags = isGiven(body['flags']) ? readInteger(body['flags'], 'data.flags', 0, 2 ** 31) : 0;
  return (flags & messageFlags.ephemeral) !== 0;
}

/** The limit is the server's, as `attachment_size_limit` says. */
function upload(world: World, { guildId }: Interaction, ephemeral: boolean): Upload {
  const tier = world.state.guilds.get(guildId ?? '')?.premiumTier ?? 0;
  return { longestFile: longestFile[tier], ephemeral };
}

const chatCommand = 20;
const contextMenuCommand = 23;

/** https://docs.discord.com/developers/resources/message#message-object-message-types */
function messageType({ type, data, answered }: Interaction): number {
  if (type !== interactionTypes.command || answered !== null) return 0;
  return data['type'] === 1 ? chatCommand : contextMenuCommand;
}
