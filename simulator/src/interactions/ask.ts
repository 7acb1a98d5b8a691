import { randomText } from '../random.ts';
import { interactionObject } from '../objects/interaction.ts';
import type { Wire } from '../objects/wire.ts';
import type { Answered } from '../people/person.ts';
import { findApplication, findChannel } from '../lookup.ts';
import type { Interaction } from '../state.ts';
import type { World } from '../world.ts';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type */
export const interactionTypes = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** Milliseconds: https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction */
export const firstAnswerWithin = 3000;
export const tokenLife = 15 * 60 * 1000;

/** What the person's own client is told once there is a first answer; bots never hear of it. */
const answeredEvent = 'INTERACTION_SUCCESS';

export interface Asking {
  readonly type: number;
  readonly applicationId: string;
  readonly userId: string;
  readonly channelId: string;
  readonly data: Wire;
  readonly messageId: string | null;
}

/** Sends an interaction to its application and waits for the first answer, or for the 3 seconds that there are. */
export function ask(world: World, asking: Asking): Promise<Answered> {
  const interaction = remember(world, asking);
  return new Promise((resolve) => {
    const end = (failed: boolean): void => {
      stopListening();
      stopWaiting();
      resolve(answered(world, interaction, failed));
    };
    const stopListening = world.events.listen(({ name, onlyFor, data }) => {
      if (name !== answeredEvent || !onlyFor?.includes(interaction.userId)) return;
      if (data(interaction.userId)['id'] === interaction.id) end(false);
    });
    const stopWaiting = world.clock.after(firstAnswerWithin, () => end(true));
    const bot = findApplication(world, interaction.applicationId).userId;
    world.events.tell({
      name: 'INTERACTION_CREATE',
      guildId: interaction.guildId,
      channelId: interaction.channelId,
      onlyFor: [bot],
      data: () => interactionObject(world, interaction),
    });
  });
}

/** The bot has answered: whoever waits goes on. */
export function tellAnswered(world: World, interaction: Interaction): void {
  const { id, userId, guildId, channelId } = interaction;
  world.events.tell({ name: answeredEvent, guildId, channelId, onlyFor: [userId], data: () => ({ id }) });
}

function remember(world: World, asking: Asking): Interaction {
  forgetOld(world);
  const interaction: Interaction = {
    ...asking,
    id: world.newId(),
    token: randomText(() => world.random(), 96),
    guildId: findChannel(world, asking.channelId).guildId,
    createdAt: world.clock.now(),
    answered: null,
    answerId: null,
    modal: null,
    choices: null,
  };
  world.state.interactions.set(interaction.id, interaction);
  return interaction;
}

/** Their tokens are dead; only a modal may still stand open on a person's screen. */
function forgetOld(world: World): void {
  for (const { id, createdAt, modal } of world.state.interactions.values()) {
    if (world.clock.now() - createdAt <= tokenLife) return;
    if (modal === null) world.state.interactions.delete(id);
  }
}

function answered(world: World, interaction: Interaction, failed: boolean): Answered {
  const { id, channelId, modal } = interaction;
  return {
    interaction: id,
    failed,
    modal,
    get message() {
      return world.state.messages.get(channelId)?.get(interaction.answerId ?? '') ?? null;
    },
  };
}
