import { ApiError, formError } from '../errors.ts';
import { firstAnswerWithin, interactionTypes, tellAnswered, tokenLife } from '../interactions/ask.ts';
import { readModal } from '../interactions/modal-rules.ts';
import { messageObject } from '../objects/message.ts';
import type { Wire } from '../objects/wire.ts';
import { messageFlags, sharedFields } from '../rules/message.ts';
import { editFields } from '../rules/message-edit.ts';
import { type Fields, isGiven, readFields, readInteger, readList, readText, refuseUnknown } from '../rules/read.ts';
import type { Interaction } from '../state.ts';
import { answerOf, botOfInteraction, editAnswer, postAnswer, postLoading } from './answer-messages.ts';
import { followUps } from './follow-ups.ts';
import type { Answer, Call, Route } from './route.ts';

const original = '/webhooks/{webhook_id}/{webhook_token}/messages/@original';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints; follow-ups share their paths with webhooks. */
export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/interactions/{interaction_id}/{interaction_token}/callback',
    auth: 'token',
    limit: 'interaction-callback',
    query: ['with_response'],
    fields: ['type', 'data'],
    run: answer,
  },
  { method: 'GET', path: original, auth: 'token', limit: 'webhook-message', query: ['thread_id'], run: followUps.get },
  {
    method: 'PATCH',
    path: original,
    auth: 'token',
    limit: 'webhook-message',
    query: ['thread_id', 'with_components'],
    fields: editFields,
    run: followUps.edit,
  },
  {
    method: 'DELETE',
    path: original,
    auth: 'token',
    limit: 'webhook-message',
    query: ['thread_id'],
    run: followUps.remove,
  },
];

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
const kinds = { message: 4, later: 5, updateLater: 6, update: 7, choices: 8, modal: 9 } as const;

function answer(call: Call): Answer {
  const { world } = call;
  const interaction = awaited(call);
  const body = readFields(call.body, '');
  const kind = readInteger(body['type'], 'type', 1, 13);
  if (!possible(interaction).includes(kind))
    throw formError('type', 'BASE_TYPE_CHOICES', `Value must be one of {${possible(interaction).join(', ')}}.`);
  const data = isGiven(body['data']) ? readFields(body['data'], 'data') : {};
  interaction.answerId = act(call, interaction, kind, data);
  interaction.answered = kind;
  tellAnswered(world, interaction);
  if (call.query.get('with_response') !== 'true') return { status: 204 };
  return { status: 200, body: response(call, interaction, kind) };
}

/** @throws 10062 for what is unknown or came too late, 40060 for what has been answered */
function awaited({ world, params }: Call): Interaction {
  const interaction = world.state.interactions.get(params['interaction_id'] ?? '');
  const unknown = new ApiError(404, 10062, 'Unknown interaction');
  if (!interaction || interaction.token !== params['interaction_token']) throw unknown;
  const age = world.clock.now() - interaction.createdAt;
  if (age > tokenLife) throw unknown;
  if (interaction.answered !== null) throw new ApiError(400, 40060, 'Interaction has already been acknowledged.');
  if (age >= firstAnswerWithin) throw unknown;
  return interaction;
}

function possible({ type, messageId }: Interaction): readonly number[] {
  const { message, later, updateLater, update, choices, modal } = kinds;
  switch (type) {
    case interactionTypes.autocomplete:
      return [choices];
    case interactionTypes.component:
      return [message, later, updateLater, update, modal];
    case interactionTypes.modal:
      return messageId === null ? [message, later] : [message, later, updateLater, update];
    default:
      return [message, later, modal];
  }
}

/** Does what the answer says; returns the message that it made or changed. */
function act(call: Call, interaction: Interaction, kind: number, data: Fields): string | null {
  switch (kind) {
    case kinds.message:
      refuseUnknown(data, known, 'data');
      return postAnswer(call, interaction, data).id;
    case kinds.later:
      refuseUnknown(data, new Set(['flags']), 'data');
      return postLoading(call.world, interaction, data).id;
    case kinds.update:
      refuseUnknown(data, known, 'data');
      return editAnswer(call, interaction, answerOf(call.world, interaction, interaction.messageId), data).id;
    case kinds.updateLater:
      return interaction.messageId;
    case kinds.choices:
      interaction.choices = readChoices(data);
      return null;
    default:
      openModal(call, interaction, readModal(data));
      return null;
  }
}

const known: ReadonlySet<string> = new Set(sharedFields);

/** A person has one modal open at a time. */
function openModal({ world }: Call, interaction: Interaction, modal: Wire): void {
  for (const other of world.state.interactions.values()) if (other.userId === interaction.userId) other.modal = null;
  interaction.modal = modal;
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-autocomplete */
function readChoices(data: Fields): { name: string; value: string | number }[] {
  refuseUnknown(data, new Set(['choices']), 'data');
  return readList(data['choices'], 'data.choices', 25).map((one, index) => {
    const path = `data.choices.${index}`;
    const choice = readFields(one, path);
    refuseUnknown(choice, new Set(['name', 'name_localizations', 'value']), path);
    const { value } = choice;
    return {
      name: readText(choice['name'] ?? '', `${path}.name`, 100, 1),
      value: typeof value === 'number' ? value : readText(value, `${path}.value`, 100),
    };
  });
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
function response({ world }: Call, interaction: Interaction, kind: number): Wire {
  const { id, type, channelId, guildId, answerId } = interaction;
  const message = answerId === null ? null : answerOf(world, interaction, answerId);
  const made = kind === kinds.message || kind === kinds.later;
  return {
    interaction: {
      id,
      type,
      channel_id: channelId,
      ...(guildId === null ? {} : { guild_id: guildId }),
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: (message.flags & messageFlags.loading) !== 0,
            response_message_ephemeral: message.onlyFor !== null,
          }
        : {}),
    },
    ...(message
      ? {
          resource: {
            type: made ? kinds.message : kinds.update,
            message: messageObject(world, message, botOfInteraction(world, interaction)),
          },
        }
      : {}),
  };
}
