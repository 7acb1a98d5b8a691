import { InteractionResponseType as Response, MessageFlags, Routes } from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import type { Interaction } from '../incoming.ts';
import { Refused } from '../refusal.ts';
import { drawForm } from './draw-form.ts';
import { editedMessage, newMessage, uploads } from './draw.ts';
import type { Ask, Asked } from './rest.ts';

type Interactions = Pick<
  Discord,
  | 'answer'
  | 'answerLater'
  | 'editAnswer'
  | 'answerByEdit'
  | 'answerByEditLater'
  | 'answerWithForm'
  | 'answerWithChoices'
>;

/** https://docs.discord.com/developers/interactions/receiving-and-responding */
export function createInteractions(ask: Ask): Interactions {
  const respond = (to: Interaction, type: Response, data?: object, files?: Asked['files']): Promise<void> =>
    callback(ask, to, { type, data }, files);
  return {
    async answer(to, message, { private: onlyFor }) {
      const data = newMessage(message);
      // A reply is what an answer is anyway.
      delete data['message_reference'];
      if (onlyFor) data['flags'] = Number(data['flags'] ?? 0) | MessageFlags.Ephemeral;
      await respond(to, Response.ChannelMessageWithSource, data, uploads(message));
    },
    async answerLater(to, { private: onlyFor }) {
      const data = { flags: onlyFor ? MessageFlags.Ephemeral : 0 };
      await respond(to, Response.DeferredChannelMessageWithSource, data);
    },
    async editAnswer(to, message) {
      await ask('PATCH', Routes.webhookMessage(to.bot, to.token, '@original'), {
        auth: 'token',
        body: editedMessage(message),
        files: uploads(message),
      });
    },
    async answerByEdit(to, message) {
      await respond(to, Response.UpdateMessage, editedMessage(message), uploads(message));
    },
    async answerByEditLater(to) {
      await respond(to, Response.DeferredMessageUpdate);
    },
    async answerWithForm(to, form) {
      await respond(to, Response.Modal, drawForm(form));
    },
    async answerWithChoices(to, choices) {
      await respond(to, Response.ApplicationCommandAutocompleteResult, { choices });
    },
  };
}

/** Already answered is answered: it is what a second try hears when only Discord's answer to the first was lost. */
async function callback(ask: Ask, to: Interaction, body: object, files?: Asked['files']): Promise<void> {
  try {
    await ask('POST', Routes.interactionCallback(to.id, to.token), { auth: 'token', body, files });
  } catch (error) {
    if (!(error instanceof Refused && error.reason === 'already-answered')) throw error;
  }
}
