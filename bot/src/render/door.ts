import type { Language } from '../language.ts';
import type { DrawnButton, DrawnMessage, DrawnSelect } from '../discord.ts';
import type { GuildId } from '../ids.ts';
import type { Topic } from '../settings/topics.ts';
import { cleanLine, escapeMarkdown, shorten } from './escape.ts';
import { longestChoice, longestLabel, mostChoices } from './limits.ts';
import { text } from './notices.ts';

/** What a member is asked between "which server?" and an open ticket. */

export interface DoorQuestion {
  readonly guild: GuildId;
  /** The server's name. */
  readonly server: string;
  readonly step:
    | { readonly is: 'topic'; readonly topics: readonly Topic[]; readonly unfilled: Topic | null }
    | { readonly is: 'anonymity'; readonly topic: Topic | null };
  /** How many messages wait for the answer. */
  readonly kept: number;
  /** Why it is asked again. */
  readonly again?: AskedAgain | null;
}

type AskedAgain =
  | { readonly is: 'topic-gone' | 'expired' }
  | {
      readonly is: 'answers';
      readonly wrong: readonly { readonly label: string; readonly is: 'missing' | 'too-long' | 'no-choice' }[];
    };

/**
 * The menu of topics is `door:topic:<guild>` with topic ids as values, the button that opens a form again `door:fill:<guild>:<topic>`, and
 * those for the name `door:named:<guild>` and `door:anonymous:<guild>`.
 */
export function doorQuestion(question: DoorQuestion, locale: Language): DrawnMessage {
  const { step, kept, again = null } = question;
  const server = escapeMarkdown(cleanLine(question.server));
  const waiting = kept === 0 ? [] : [text('ask-server.kept', { count: kept }, locale)];
  const first = again === null ? [] : againLines(again, locale);
  if (step.is === 'anonymity') {
    const lines = [...aboutLine(step.topic, locale), text('door.anonymity', { server }, locale)];
    return {
      text: [...first, ...lines, text('door.anonymity-means', {}, locale), ...waiting].join('\n'),
      rows: [anonymityButtons(question.guild, locale)],
    };
  }
  const unfilled = step.unfilled;
  const lines =
    unfilled === null
      ? [text('door.topic', { server }, locale)]
      : [text('door.unfilled', { topic: topicInText(unfilled) }, locale)];
  const fill: readonly DrawnButton[] =
    unfilled === null
      ? []
      : [
          {
            id: `door:fill:${question.guild}:${unfilled.id}`,
            label: text('door.fill', {}, locale),
            style: 'primary',
          },
        ];
  return {
    text: [...first, ...lines, ...waiting].join('\n'),
    rows: [topicMenu(question.guild, step.topics, locale), ...(fill.length > 0 ? [fill] : [])],
  };
}

function topicMenu(guild: GuildId, topics: readonly Topic[], locale: Language): DrawnSelect {
  return {
    id: `door:topic:${guild}`,
    placeholder: text('door.topic-placeholder', {}, locale),
    choices: topics.slice(0, mostChoices).map(({ id, name, emoji, description }) => ({
      value: id,
      label: shorten(cleanLine(name), longestChoice) || id,
      ...(emoji !== null && { emoji }),
      ...(description !== null && { description: shorten(cleanLine(description), longestChoice) }),
    })),
  };
}

function anonymityButtons(guild: GuildId, locale: Language): readonly DrawnButton[] {
  return [
    { id: `door:named:${guild}`, label: text('door.named', {}, locale), style: 'primary' },
    { id: `door:anonymous:${guild}`, label: text('door.anonymous', {}, locale), style: 'secondary' },
  ];
}

function aboutLine(topic: Topic | null, locale: Language): readonly string[] {
  return topic === null ? [] : [text('door.about', { topic: topicInText(topic) }, locale)];
}

/** In markdown. */
function topicInText({ name, emoji }: Pick<Topic, 'name' | 'emoji'>): string {
  const shown = escapeMarkdown(shorten(cleanLine(name), longestLabel));
  return emoji === null ? shown : `${emoji} ${shown}`;
}

function againLines(again: AskedAgain, locale: Language): readonly string[] {
  if (again.is !== 'answers') return [text(`door.${again.is}`, {}, locale)];
  return [
    text('door.answers-wrong', {}, locale),
    ...again.wrong.map(({ label, is }) => `- ${text(`door.wrong.${is}`, { label: escapeMarkdown(label) }, locale)}`),
  ];
}

/** In place of the question once a form has opened the ticket. */
export function formSent(server: string, locale: Language): DrawnMessage {
  return { text: text('door.form-sent', { server: escapeMarkdown(cleanLine(server)) }, locale), rows: [] };
}

/**
 * What waits for one server, and its member came in by the door of another. The buttons are `door:along`, with the id of a topic behind a
 * further colon where they chose one, and `door:stay`.
 */
export function takeAlong(
  { meant, here, topic }: { readonly meant: string; readonly here: string; readonly topic: string | null },
  locale: Language,
): DrawnMessage {
  const [meantHere, hereToo] = [cleanLine(meant), cleanLine(here)];
  const label = (key: 'door.along-yes' | 'door.along-no'): string =>
    shorten(text(key, { meant: meantHere, here: hereToo }, locale), longestLabel);
  return {
    text: text('door.along', { meant: escapeMarkdown(meantHere), here: escapeMarkdown(hereToo) }, locale),
    rows: [
      [
        { id: `door:along:${topic ?? ''}`, label: label('door.along-yes'), style: 'primary' },
        { id: 'door:stay', label: label('door.along-no'), style: 'secondary' },
      ],
    ],
  };
}

/** In place of that question. */
export function stillWaits(meant: string, locale: Language): DrawnMessage {
  return { text: text('door.stays', { meant: escapeMarkdown(cleanLine(meant)) }, locale), rows: [] };
}
