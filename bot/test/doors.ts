import type { Person, Said } from '../../simulator/src/people/person.ts';
import type { Message } from '../../simulator/src/state.ts';
import { channelKinds, type World, type WorldOptions } from './world.ts';

/** Where a story takes place: in each kind of ticket channel, with and without the right to read what is typed there. */
export const places: readonly (readonly [title: string, options: WorldOptions])[] = channelKinds.flatMap(
  (channelKind) => [
    [channelKind, { channelKind }] as const,
    [`${channelKind} without Message Content`, { channelKind, intents: { content: false } }] as const,
  ],
);

export const kindOf = (options: WorldOptions): (typeof channelKinds)[number] => options.channelKind ?? 'private-thread';

const canRead = (options: WorldOptions): boolean => options.intents?.content !== false;

/** A way for Sam to say something in a ticket so that the bot can read it. */
export interface Door {
  readonly name: string;
  answers(world: World, channel: string, text: string): Promise<unknown>;
}

const typing = (before: string): Door => ({
  name: `by typing ${before}…`,
  answers: (world, channel, text) => world.sam.types(channel, `${before}${text}`),
});
const mention: Door = {
  name: 'by mentioning the bot',
  answers: (world, channel, text) => world.sam.types(channel, `<@${world.app().bot}> ${text}`),
};
const command: Door = {
  name: 'by /reply',
  answers: (world, channel, text) => world.sam.runs('/reply', { text }, channel),
};
const discordReply: Door = {
  name: "by Discord's reply to a message of the bot",
  answers: (world, channel, text) => world.sam.types(channel, text, { replyTo: newestOfBot(world, channel).id }),
};

/** The doors that are open there. */
export function doors(options: WorldOptions): readonly Door[] {
  const always = [mention, command, discordReply];
  return canRead(options) ? [typing(''), typing('!r '), typing('-r '), ...always] : always;
}

/** Types in a ticket, as Sam or whom `by` names; where the bot could not read that, as a reply to a message of its own. */
export function says(
  world: World,
  channel: string,
  text: string,
  { by = world.sam, ...said }: Said & { readonly by?: Person } = {},
): Promise<Message> {
  if (world.readsContent) return by.types(channel, text, said);
  return by.types(channel, text, { replyTo: newestOfBot(world, channel).id, ...said });
}

function newestOfBot(world: World, channel: string): Message {
  const newest = world.sam.reads(channel).findLast((message) => message.authorId === world.app().bot);
  if (newest === undefined) throw new Error('the bot has not written here');
  return newest;
}
