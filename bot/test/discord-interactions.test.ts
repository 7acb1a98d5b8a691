import { describe, expect, test } from 'vitest';
import type { CommandSpec, Discord } from '../src/discord.ts';
import type { DiscordEvent, Interaction } from '../src/incoming.ts';
import type { MessageId } from '../src/ids.ts';
import { type Stage, stage, storedSession, until } from './discord-connected.ts';

const commands: readonly CommandSpec[] = [
  {
    type: 'chat',
    name: 'close',
    description: 'Close this ticket',
    options: [
      { name: 'comment', description: 'Why', type: 'text' },
      { name: 'notify', description: 'Tell the member', type: 'boolean' },
    ],
  },
  {
    type: 'chat',
    name: 'ticket',
    description: 'Work on a ticket',
    inDm: true,
    subcommands: [
      {
        name: 'claim',
        description: 'Take it',
        options: [{ name: 'who', description: 'For whom', type: 'user', required: true }],
      },
      { name: 'note add', description: 'Write a note', options: [{ name: 'text', description: 'It', type: 'text' }] },
      { name: 'note show', description: 'Read the notes' },
      {
        name: 'snippet',
        description: 'Use a snippet',
        options: [{ name: 'name', description: 'Which', type: 'text', autocomplete: true }],
      },
    ],
  },
  { type: 'message', name: 'Reply', description: '' },
];

interface Answering {
  readonly discord: Discord;
  readonly heard: Interaction[];
  /** Waits until the bot has dealt with everything that it heard of. */
  settled(): Promise<void>;
}

/** A bot that answers each interaction as told. */
async function answering(
  made: Stage,
  answer: (discord: Discord, to: Interaction) => Promise<void>,
): Promise<Answering> {
  const { discord, gateway } = await made.connect();
  const heard: Interaction[] = [];
  await gateway.start(async (event: DiscordEvent) => {
    if (event.is !== 'interaction') return;
    heard.push(event.interaction);
    await answer(discord, event.interaction);
  }, storedSession());
  await discord.registerCommands(commands, null);
  const isDone = (): boolean => gateway.sequence() === gateway.received();
  return { discord, heard, settled: () => until(isDone, 'the bot has answered') };
}

describe('Commands', () => {
  test('are registered once, and again only when they differ', async () => {
    const { connect, simulator } = await stage();
    const puts = (): number => simulator.exchanges.filter(({ method }) => method === 'PUT').length;
    const { discord } = await connect();
    expect(await discord.registerCommands(commands, null)).toBe(true);
    expect(await discord.registerCommands(commands, null)).toBe(false);
    expect(await discord.registerCommands(commands.toReversed(), null)).toBe(false);
    expect(puts()).toBe(1);
    expect(await discord.registerCommands(commands.slice(1), null)).toBe(true);
    const [first, ...others] = commands;
    expect(await discord.registerCommands([{ ...first!, description: 'Close it' }, ...others], null)).toBe(true);
    expect(await discord.registerCommands([{ ...first!, description: 'Close it' }, ...others], null)).toBe(false);
    expect(puts()).toBe(3);
  });

  test('with texts in other languages are registered once as well, and again when one of those differs', async () => {
    const { connect } = await stage();
    const { discord } = await connect();
    const spoken = (why: string, loud: string): readonly CommandSpec[] => [
      { type: 'message', name: 'Reply', names: { de: 'Antworten' }, description: '' },
      {
        type: 'chat',
        name: 'close',
        description: 'Close this ticket',
        descriptions: { de: 'Schließt dieses Ticket', fr: 'Ferme ce ticket' },
        options: [
          {
            name: 'how',
            description: 'How',
            descriptions: { de: why },
            type: 'text',
            choices: [{ name: 'Loud', names: { de: loud }, value: 'loud' }],
          },
        ],
      },
    ];
    expect(await discord.registerCommands(spoken('Warum', 'Laut'), null)).toBe(true);
    expect(await discord.registerCommands(spoken('Warum', 'Laut'), null)).toBe(false);
    expect(await discord.registerCommands(spoken('Wie', 'Laut'), null)).toBe(true);
    expect(await discord.registerCommands(spoken('Wie', 'Lauter'), null)).toBe(true);
    expect(await discord.registerCommands(spoken('Wie', 'Lauter'), null)).toBe(false);
  });

  test('arrive with their groups, options and people, and are answered in private', async () => {
    const made = await stage();
    const { heard } = await answering(made, (discord, to) => discord.answer(to, { text: 'done' }, { private: true }));
    const { sam, ada, general } = made;
    const answered = await sam.runs('/ticket claim', { who: ada.id }, general);
    expect(answered.message).toMatchObject({ content: 'done', onlyFor: sam.id });
    await sam.runs('/ticket note add', { text: 'kind' }, general);
    await sam.runs('/close', { comment: 'solved', notify: false }, general);
    expect(heard).toMatchObject([
      { name: 'ticket claim', options: { who: ada.id }, accounts: { [ada.id]: { username: 'ada' } } },
      { name: 'ticket note add', options: { text: 'kind' } },
      { name: 'close', options: { comment: 'solved', notify: false } },
    ]);
    expect(heard[0]).toMatchObject({ by: { username: 'sam' }, roles: [made.staffRole], guild: made.guild });
  });

  test('in a DM come without a server', async () => {
    const made = await stage();
    const { heard } = await answering(made, (discord, to) => discord.answer(to, { text: 'ok' }, { private: false }));
    await made.ada.runs('/ticket note show', {}, 'dm');
    expect(heard).toMatchObject([{ name: 'ticket note show', guild: null, permissions: 0n }]);
    expect(made.ada.readsDms().at(-1)).toMatchObject({ content: 'ok' });
  });

  test('on a message bring the message', async () => {
    const made = await stage();
    const { heard } = await answering(made, (discord, to) => discord.answer(to, { text: 'ok' }, { private: true }));
    const { id } = await made.ada.types(made.general, 'help me');
    await made.sam.runsOn('Reply', id);
    expect(heard).toMatchObject([
      { kind: 'command', name: 'Reply', target: { id, text: 'help me', author: { username: 'ada' } } },
    ]);
  });

  test('offer choices while one types', async () => {
    const made = await stage();
    const { heard } = await answering(made, (discord, to) =>
      discord.answerWithChoices(to, [{ name: 'Greeting', value: 'greet' }]),
    );
    const choices = await made.sam.completes('/ticket snippet', 'name', 'gre', made.general);
    expect(choices).toEqual([{ name: 'Greeting', value: 'greet' }]);
    expect(heard).toMatchObject([{ kind: 'autocomplete', name: 'ticket snippet', focused: 'name', typed: 'gre' }]);
  });
});

describe('Answers', () => {
  test('may come later, and may be changed', async () => {
    const made = await stage();
    const { settled } = await answering(made, async (discord, to) => {
      await discord.answerLater(to, { private: true });
      await discord.editAnswer(to, { text: 'now' });
    });
    const answered = await made.sam.runs('/close', {}, made.general);
    await settled();
    expect(answered.message).toMatchObject({ content: 'now', onlyFor: made.sam.id });
  });

  test('with a file keep the file', async () => {
    const made = await stage();
    const file = { name: 'transcript.txt', bytes: async () => new TextEncoder().encode('all of it') };
    await answering(made, (discord, to) => discord.answer(to, { text: 'here', files: [file] }, { private: true }));
    const answered = await made.sam.runs('/close', {}, made.general);
    expect(answered.message?.attachments).toMatchObject([{ filename: 'transcript.txt', size: 9 }]);
  });

  test('that were given already count as given', async () => {
    const made = await stage();
    let problem: unknown = 'not answered twice';
    const { settled } = await answering(made, async (discord, to) => {
      await discord.answer(to, { text: 'once' }, { private: true });
      problem = await discord.answer(to, { text: 'twice' }, { private: true }).catch((error: unknown) => error);
    });
    const answered = await made.sam.runs('/close', {}, made.general);
    await settled();
    expect(answered.message).toMatchObject({ content: 'once' });
    expect(problem).toBeUndefined();
  });

  test('that come too late are refused as such', async () => {
    const made = await stage();
    let late: Interaction | undefined;
    const { discord } = await answering(made, async (_, to) => void (late = to));
    const waiting = made.sam.runs('/close', {}, made.general);
    await until(() => late !== undefined, 'the command arrives');
    await made.clock.pass(4_000, async () => undefined);
    expect((await waiting).failed).toBe(true);
    await expect(discord.answer(late!, { text: 'late' }, { private: true })).rejects.toMatchObject({
      reason: 'interaction-expired',
    });
  });

  test('can change the message that a button or a menu is on', async () => {
    const made = await stage();
    const { discord, heard, settled } = await answering(made, async (discord, to) => {
      if (to.kind === 'button') return discord.answerByEdit(to, { text: 'claimed' });
      await discord.answerByEditLater(to);
      await discord.editAnswer(to, { text: 'chosen' });
    });
    const { generalId, general, sam } = made;
    const rows = [[{ id: 'claim', label: 'Claim', style: 'primary' as const }]];
    const pressed = await discord.send(generalId, { text: 'card', rows }, '1');
    await sam.clicks('Claim', { message: pressed });
    const menu = { id: 'server', placeholder: 'Which?', choices: [{ value: '7', label: 'Seven' }] };
    const chosen = await discord.send(generalId, { text: 'menu', rows: [menu] }, '2');
    await sam.selects(['Seven'], { message: chosen });
    await settled();
    expect(sam.reads(general).map(({ content }) => content)).toEqual(['claimed', 'chosen']);
    expect(heard).toMatchObject([
      { kind: 'button', button: 'claim', message: pressed },
      { kind: 'select', select: 'server', values: ['7'], message: chosen },
    ]);
  });

  test('can be a form, whose fields come back by their ids', async () => {
    const made = await stage();
    const { discord, heard } = await answering(made, async (discord, to) => {
      if (to.kind === 'form') return discord.answer(to, { text: 'closed' }, { private: true });
      await discord.answerWithForm(to, {
        id: 'close-form',
        title: 'Close the ticket',
        fields: [
          { id: 'reason', label: 'Reason', long: true, required: false, longest: 1000, placeholder: 'solved' },
          {
            id: 'tell',
            label: 'Tell the member?',
            choices: [
              { value: 'yes', label: 'Yes', selected: true },
              { value: 'no', label: 'No' },
            ],
          },
        ],
      });
    });
    const rows = [[{ id: 'close', label: 'Close', style: 'danger' as const }]];
    const card: MessageId = await discord.send(made.generalId, { text: 'card', rows }, '1');
    await made.sam.clicks('Close', { message: card });
    const answered = await made.sam.submits({ Reason: 'all good', tell: ['no'] });
    expect(answered.message).toMatchObject({ content: 'closed' });
    expect(heard.at(-1)).toMatchObject({
      kind: 'form',
      form: 'close-form',
      values: { reason: 'all good', tell: 'no' },
      message: card,
    });
  });
});
