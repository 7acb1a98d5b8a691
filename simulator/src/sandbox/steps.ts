import { channelTypes } from '../state.ts';
import type { Interaction, Message, State } from '../state.ts';
import type { Scene } from './scene.ts';
import type { Step } from './wire.ts';

/** Which of the first steps have happened, judged by what Discord shows alone. `read` is told by whoever opens the file. */
export function stepsDone(state: State, scene: Scene): readonly Step[] {
  const isDirect = (channelId: string) => state.channels.get(channelId)?.type === channelTypes.dm;
  const isPerson = ({ authorId, webhookId }: Message) => webhookId === null && state.users.get(authorId)?.bot === false;
  const all = [...state.messages.values()].flatMap((messages) => [...messages.values()]);
  const direct = all.filter(({ channelId }) => isDirect(channelId));
  const done: Step[] = [];
  if (direct.some(isPerson)) done.push('write');
  const said = [
    ...all.filter((message) => !isDirect(message.channelId) && isPerson(message)).map(({ content }) => content),
    ...[...state.interactions.values()].flatMap(textsIn),
  ].map(bare);
  if (
    direct.some((message) => !isPerson(message) && said.some((text) => text !== '' && message.content.includes(text)))
  ) {
    done.push('answer');
  }
  const isLocked = [...state.channels.values()].some(({ thread }) => thread?.locked === true);
  const logs = scene.guilds.map(({ logsChannel }) => logsChannel);
  const isPosted = all.some(
    (message) => logs.includes(message.channelId) && (message.attachments.length > 0 || hasLink(message)),
  );
  if (isLocked || isPosted) done.push('close');
  return done;
}

/** A button that leads to a page, such as a transcript. */
function hasLink({ components }: Message): boolean {
  return JSON.stringify(components).includes('"url":');
}

/** Staff may answer with a command's name or flag around what they say. */
function bare(text: string): string {
  return text.replace(/^(?:[!-]\w+|<@!?\d+>)\s+/, '').trim();
}

/** What somebody filled into a command or form. */
function textsIn({ data }: Interaction): string[] {
  const texts: string[] = [];
  JSON.stringify(data, (key, value: unknown) => {
    if (key === 'value' && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts;
}
