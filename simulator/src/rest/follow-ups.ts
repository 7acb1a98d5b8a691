import { deleteMessage } from '../acts/delete-message.ts';
import { ApiError } from '../errors.ts';
import { tokenLife } from '../interactions/ask.ts';
import { findMessage } from '../lookup.ts';
import { messageObject } from '../objects/message.ts';
import { messageFlags, sharedFields } from '../rules/message.ts';
import { readFields, refuseUnknown } from '../rules/read.ts';
import type { Interaction, Message } from '../state.ts';
import { botOfInteraction, editAnswer, postAnswer } from './answer-messages.ts';
import type { Answer, Call } from './route.ts';

/** Whether a path below /webhooks is about an interaction's answers, not about a webhook. */
export function isFollowUp({ world, params }: Call): boolean {
  return world.state.applications.has(params['webhook_id'] ?? '');
}

/** Messages with an interaction's token; without `message_id` it is the first answer, `@original`. */
export const followUps = { create, get, edit, remove };

const known: ReadonlySet<string> = new Set(sharedFields);

/** After a first answer that promised one, this is it. Names and pictures are the bot's own. */
function create(call: Call): Answer {
  const interaction = interactionOf(call);
  const body = readFields(call.body, '');
  refuseUnknown(body, known);
  const first = call.world.state.messages.get(interaction.channelId)?.get(interaction.answerId ?? '');
  const promised = first && (first.flags & messageFlags.loading) !== 0;
  const message = promised ? editAnswer(call, interaction, first, body) : postAnswer(call, interaction, body);
  return answered(call, interaction, message);
}

function get(call: Call): Answer {
  const interaction = interactionOf(call);
  return answered(call, interaction, messageOf(call, interaction));
}

function edit(call: Call): Answer {
  const interaction = interactionOf(call);
  const message = messageOf(call, interaction);
  return answered(call, interaction, editAnswer(call, interaction, message, readFields(call.body, '')));
}

function remove(call: Call): Answer {
  const interaction = interactionOf(call);
  deleteMessage(call.world, { as: 'answer', interaction }, messageOf(call, interaction));
  return { status: 204 };
}

/** @throws 10015 before the first answer and for wrong tokens, 50027 after 15 minutes */
function interactionOf({ world, params }: Call): Interaction {
  const { webhook_id: id, webhook_token: token } = params;
  for (const interaction of world.state.interactions.values()) {
    if (interaction.token !== token || interaction.applicationId !== id) continue;
    if (world.clock.now() - interaction.createdAt > tokenLife) throw new ApiError(401, 50027, 'Invalid Webhook Token');
    if (interaction.answered !== null) return interaction;
  }
  throw new ApiError(404, 10015, 'Unknown Webhook');
}

/** @throws 10008 for messages that this interaction did not make */
function messageOf({ world, params }: Call, interaction: Interaction): Message {
  const id = params['message_id'] ?? interaction.answerId ?? '';
  const message = findMessage(world, interaction.channelId, id);
  const own = message.id === interaction.answerId || message.interaction?.id === interaction.id;
  return own ? message : findMessage(world, '', id);
}

function answered({ world }: Call, interaction: Interaction, message: Message): Answer {
  return { status: 200, body: messageObject(world, message, botOfInteraction(world, interaction)) };
}
