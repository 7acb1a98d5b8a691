import { attach } from '../../simulator/src/acts/attach.ts';
import { postMessage } from '../../simulator/src/acts/post-message.ts';
import type { Person, Said } from '../../simulator/src/people/person.ts';
import type { Message } from '../../simulator/src/state.ts';
import { shown, type World } from './world.ts';

/** Somebody who writes, and the place where they do. */
export interface Writer {
  readonly world: World;
  readonly person: Person;
  /** The DM with the bot, or the ticket channel. */
  readonly place: string;
  readonly says: (text: string, said?: Said) => Promise<Message>;
}

/** What the other side gets: its text, and its files' names where there are any. */
export type Arrived = string | { readonly text: string; readonly files: readonly string[] };

/** Everything a message can hold, and what the other side is to see of it. */
export interface Kind {
  readonly holds: string;
  readonly writes: (writer: Writer) => Promise<unknown>;
  readonly arrives: readonly (Arrived | RegExp)[];
  /** Today's Discord does not have it. */
  readonly invented?: boolean;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (name: string, text = name) => ({ name, bytes: bytes(text) });
const words = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => `word${String(from + index).padStart(4, '0')}`).join(' ');
const mebibyte = 1024 * 1024;

const says =
  (text: string, said?: Said): Kind['writes'] =>
  (writer) =>
    writer.says(text, said);

function poll() {
  return { question: 'Which *one*?', answers: ['This', 'That'] };
}
const drawnPoll = '📊 Poll: **Which \\*one\\*?**\n1. This\n2. That';

const texts: readonly Kind[] = [
  { holds: 'text', writes: says('Hello **there**'), arrives: ['Hello **there**'] },
  { holds: 'text of several lines', writes: says('one\n\n> two\n- three'), arrives: ['one\n\n> two\n- three'] },
  {
    holds: '4000 characters',
    writes: says(words(0, 444)),
    arrives: [`${words(0, 222)} `, words(222, 444)],
  },
  {
    holds: 'a code block that must be cut',
    writes: says(`\`\`\`js\n${'let a = 1;\n'.repeat(300)}\`\`\``),
    arrives: [/^```js\n(let a = 1;\n)+```$/, /^```js\n(let a = 1;\n)+```$/],
  },
  {
    holds: 'emoji where it must be cut',
    writes: says(`x${'😀'.repeat(1500)}`),
    arrives: [/^x(😀){999}$/u, /^(😀){501}$/u],
  },
  {
    holds: 'a quote that never ends, and a poll',
    writes: says('>>> a\nb', { poll: poll() }),
    arrives: [`> a\n> b\n${drawnPoll}`],
  },
  { holds: 'an unknown command', writes: says('!unheard of'), arrives: ['!unheard of'] },
];

const files: readonly Kind[] = [
  { holds: 'a file', writes: says('look', { files: [file('a.txt')] }), arrives: [{ text: 'look', files: ['a.txt'] }] },
  { holds: 'a file alone', writes: says('', { files: [file('a.txt')] }), arrives: [{ text: '', files: ['a.txt'] }] },
  {
    holds: '10 files',
    writes: says('all', { files: Array.from({ length: 10 }, (_, index) => file(`${index}.txt`)) }),
    arrives: [{ text: 'all', files: Array.from({ length: 10 }, (_, index) => `${index}.txt`) }],
  },
  {
    holds: 'a spoiler',
    writes: says('', { files: [file('SPOILER_end.png')] }),
    arrives: [{ text: '', files: ['SPOILER_end.png'] }],
  },
  {
    holds: 'a file whose name is hostile',
    writes: says('', { files: [file('../\u202egpj.exe@everyone')] }),
    arrives: [{ text: '', files: ['gpj.exeeveryone'] }],
  },
  {
    holds: 'a file of more than 10 MiB',
    writes: ({ world, person, place }) => upload(world, person, place, 10 * mebibyte + 1),
    arrives: [
      /^📎 \[big\.bin\]\(http\S+\) \(10 MB\) is too large to be sent along\. The link works for about a day\.$/,
    ],
  },
  {
    holds: 'a file that is larger than FILE_MAX_MB',
    writes: ({ world, person, place }) => upload(world, person, place, 12 * mebibyte + 1),
    arrives: [
      /^📎 \[big\.bin\]\(http\S+\) \(13 MB\) is too large to be sent along\. The link works for about a day\.$/,
    ],
  },
  {
    holds: 'a file whose link is dead',
    async writes({ world, says: write }) {
      world.simulator.world.state.uploads.delete((await write('', { files: [file('gone.txt')] })).attachments[0]!.id);
    },
    arrives: ['📎 gone.txt (8 B) could not be copied.'],
  },
  {
    holds: 'a voice message',
    writes: says('', { voice: { seconds: 65 } }),
    arrives: [{ text: '🎤 Voice message (1:05)', files: ['voice-message.ogg'] }],
  },
];

/** Larger than people without Nitro could. */
async function upload(world: World, person: Person, channelId: string, size: number): Promise<void> {
  const attached = attach(world.simulator.world, { filename: 'big.bin', bytes: new Uint8Array(size) });
  world.simulator.world.state.uploads.set(attached.id, world.simulator.world.state.uploads.get(attached.id)!);
  postMessage(world.simulator.world, { channelId, by: { as: 'account', userId: person.id }, attachments: [attached] });
}

const stickers: readonly Kind[] = (
  [
    ['PNG', 1, /^\[Sticker: wave\]\(http\S+\/stickers\/\d+\.png\)$/],
    ['APNG', 2, /^\[Sticker: wave\]\(http\S+\/stickers\/\d+\.png\)$/],
    ['Lottie', 3, 'Sticker: wave'],
    ['GIF', 4, /^\[Sticker: wave\]\(http\S+\/stickers\/\d+\.gif\)$/],
  ] as const
).map(([name, format, arrives]) => ({
  holds: `a ${name} sticker`,
  writes: says('', { stickers: [{ name: 'wave', format }] }),
  arrives: [arrives],
}));

/** Forwards what somebody says in a place of their own. */
function forwards(text: string, said?: Said): Kind['writes'] {
  return async ({ world, person, place }) => {
    const elsewhere = world.simulator.seed.channel(world.guild, { name: 'general', type: 0 });
    await person.forwards((await person.types(elsewhere.id, text, said)).id, place);
  };
}

const rest: readonly Kind[] = [
  { holds: 'a poll', writes: says('', { poll: poll() }), arrives: [drawnPoll] },
  { holds: 'a forward', writes: forwards('as\nsaid'), arrives: ['-# ↪ forwarded\n> as\n> said'] },
  {
    holds: 'a forward with files and stickers',
    writes: forwards('', { files: [file('a.txt')], stickers: [{ name: 'wave', format: 3 }] }),
    arrives: [{ text: '-# ↪ forwarded\n> Sticker: wave', files: ['a.txt'] }],
  },
  {
    holds: 'emoji of this server and of another one',
    async writes({ world, says: write }) {
      const own = world.simulator.seed.emoji(world.guild, { name: 'own' });
      await write(`<:own:${own.id}> <a:far:123456789012345678> \`<:far:123456789012345678>\``);
    },
    arrives: [
      /^<:own:\d+> \[:far:\]\(http\S+\/emojis\/123456789012345678\.gif\?size=48\) `<:far:123456789012345678>`$/,
    ],
  },
  {
    holds: 'an invitation to an activity',
    writes: says('', {
      extra: {
        activity: { type: 1, party_id: 'x' },
        application: { id: '1', name: 'Chess_', icon: null, description: '', type: null },
      },
    }),
    arrives: ['🎮 An invitation to Chess\\_'],
  },
  {
    holds: 'a sound',
    writes: says('', { extra: { soundboard_sounds: [{ sound_id: '1', name: 'quack' }] } }),
    arrives: ['🔊 Sound: quack'],
  },
  {
    holds: 'a theme',
    writes: says('', {
      extra: { shared_client_theme: { colors: ['ff0000'], gradient_angle: 0, base_mix: 50, base_theme: 1 } },
    }),
    arrives: ['🎨 A colour theme for Discord'],
  },
  {
    holds: 'something that Discord has invented since',
    invented: true,
    writes: says('and a text', { type: 200 }),
    arrives: ['and a text\n❔ This message also holds something that I cannot show: message 200'],
  },
  { holds: 'nothing but what hides a text', writes: says('\u200b'), arrives: ['\u200b'] },
];

const pings = '@everyone @here <@&{staff}> <@{sam}> <#1> </close:1>';

const hostile: readonly Kind[] = [
  {
    holds: 'mentions of everybody',
    writes: ({ world, says: write }) => write(filled(world, pings)),
    arrives: [/^@everyone @here <@&\d+> <@\d+> <#1> <\/close:1>$/],
  },
  {
    holds: 'a link that is a program',
    writes: says('[a](javascript:alert(1))'),
    arrives: ['[a](javascript:alert(1))'],
  },
  {
    holds: 'directions and fillers',
    writes: says('\u202egnp\u2066 a\u3164b\u0000'),
    arrives: ['\u202egnp\u2066 a\u3164b\u0000'],
  },
  {
    holds: 'a poll of markdown',
    writes: says('', { poll: { question: '**@everyone**', answers: ['`x`', '# y'] } }),
    arrives: ['📊 Poll: **\\*\\*@\u200beveryone\\*\\***\n1. \\`x\\`\n2. \\# y'],
  },
  {
    holds: 'a sticker named like a link',
    writes: says('', { stickers: [{ name: '](http://evil.example) @here', format: 3 }] }),
    arrives: ['Sticker: \\]\\(http\\://evil.example\\) @\u200bhere'],
  },
];

function filled(world: World, text: string): string {
  return text.replace('{staff}', world.staffRole).replace('{sam}', world.sam.id);
}

export const kinds: readonly Kind[] = [...texts, ...files, ...stickers, ...rest, ...hostile];

/** What arrived, as a kind describes it. */
export function arrivedAs(message: Message): Arrived {
  const { text } = shown(message);
  const names = message.attachments.map(({ filename }) => filename);
  return names.length === 0 ? text : { text, files: names };
}
