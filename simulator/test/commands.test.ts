import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerLast, asking, lastInteraction, type Asking } from './asking.ts';
import { handClock, type HandClock } from './hand-clock.ts';
import type { Person } from '../src/people/person.ts';
import { library, type Library } from './library.ts';

let here: Library;
let clock: HandClock;
let bot: Asking;
let everywhere: string;
let inGuild: string;

beforeEach(async () => {
  clock = handClock();
  here = await library({ clock });
  bot = asking(here);
  everywhere = `/applications/${here.application.id}/commands`;
  inGuild = `/applications/${here.application.id}/guilds/${here.guild}/commands`;
});
afterEach(() => here.simulator.stop());

const hello = { name: 'hello', description: 'Say hello' };
const option = (name: string, more: object = {}) => ({ type: 3, name, description: name, ...more });

describe('registering', () => {
  test('a new command is created, the same name again overwrites it', async () => {
    const made = await bot('POST', everywhere, hello);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ ...hello, type: 1, default_member_permissions: null, dm_permission: true });
    const again = await bot('POST', everywhere, { ...hello, description: 'Say it louder' });
    expect([again.status, again.body['id']]).toEqual([200, made.body['id']]);
    expect(again.body['version']).not.toBe(made.body['version']);
    expect((await bot('POST', inGuild, hello)).status).toBe(201);
  });

  test('a list replaces all of its scope, of every type, and keeps ids', async () => {
    const { body } = await bot('POST', everywhere, hello);
    await bot('POST', everywhere, { name: 'Quote', type: 3 });
    await bot('POST', inGuild, hello);
    const replaced = await bot('PUT', everywhere, [hello, { name: 'bye', description: 'Say bye' }]);
    expect(replaced.body).toMatchObject([{ id: body['id'] }, { name: 'bye' }]);
    expect((await bot('GET', everywhere)).body).toHaveLength(2);
    expect((await bot('GET', inGuild)).body).toHaveLength(1);
  });

  test('one command is read, changed and deleted', async () => {
    const id = String((await bot('POST', everywhere, { ...hello, options: [option('name')] })).body['id']);
    const changed = await bot('PATCH', `${everywhere}/${id}`, { description: 'Greet' });
    expect(changed.body).toMatchObject({ name: 'hello', description: 'Greet', options: [{ name: 'name' }] });
    expect((await bot('DELETE', `${everywhere}/${id}`)).status).toBe(204);
    expect((await bot('GET', `${everywhere}/${id}`)).body.code).toBe(10063);
  });

  test('other languages are listed when they are asked for', async () => {
    const choice = { name: 'Loud', name_localizations: { de: 'Laut' }, value: 'loud' };
    const how = option('how', { description_localizations: { de: 'Wie' }, choices: [choice] });
    await bot('POST', everywhere, { ...hello, name_localizations: { de: 'hallo' }, options: [how] });
    const listed = async (query: string) => (await bot('GET', everywhere + query)).body as unknown as object[];
    expect(JSON.stringify(await listed(''))).not.toContain('localiz');
    expect((await listed('?with_localizations=true'))[0]).toMatchObject({
      name_localizations: { de: 'hallo' },
      options: [{ description_localizations: { de: 'Wie' }, choices: [{ name_localizations: { de: 'Laut' } }] }],
    });
  });

  test.each([
    ['capitals', { ...hello, name: 'Hello' }, 'name'],
    ['spaces', { ...hello, name: 'say hello' }, 'name'],
    ['33 characters', { ...hello, name: 'x'.repeat(33) }, 'name'],
    ['an unknown language', { ...hello, description_localizations: { 'de-DE': 'Hallo' } }, 'description_localizations'],
    [
      'a description of 101 characters in another language',
      { ...hello, description_localizations: { de: 'x'.repeat(101) } },
      'description_localizations',
    ],
    [
      'the same in an option',
      { ...hello, options: [option('a', { description_localizations: { de: 'x'.repeat(101) } })] },
      'options',
    ],
    ['no description', { name: 'hello' }, 'description'],
    ['a description of 101 characters', { ...hello, description: 'x'.repeat(101) }, 'description'],
    ['26 options', { ...hello, options: Array.from({ length: 26 }, (_, at) => option(`o${at}`)) }, 'options'],
    ['the same option twice', { ...hello, options: [option('a'), option('a')] }, 'options'],
    [
      'a required option after another',
      { ...hello, options: [option('a'), option('b', { required: true })] },
      'options',
    ],
    ['an option beside a subcommand', { ...hello, options: [option('a'), option('b', { type: 1 })] }, 'options'],
    ['a misspelt field in an option', { ...hello, options: [option('a', { require: true })] }, 'options'],
    ['26 choices', { ...hello, options: [option('a', { choices: choices(26) })] }, 'options'],
    [
      'choices and autocomplete',
      { ...hello, options: [option('a', { choices: choices(1), autocomplete: true })] },
      'options',
    ],
    ['over 8000 characters', { ...hello, options: longOptions() }, 'name'],
    ['a description on a message command', { name: 'Quote', type: 3, description: 'x' }, 'description'],
  ])('a command with %s is refused, and the field is named', async (_what, command, field) => {
    const { status, body } = await bot('POST', everywhere, command);
    expect([status, body.code, Object.keys(body.errors ?? {})]).toEqual([400, 50035, [field]]);
  });

  test('the place of a mistake in a list is named', async () => {
    const { body } = await bot('PUT', everywhere, [hello, { ...hello, options: [option('Bad')] }]);
    expect(body.errors).toMatchObject({ 1: { options: { 0: { name: { _errors: [{}] } } } } });
    const twice = await bot('PUT', everywhere, [hello, hello]);
    expect(twice.body.errors).toMatchObject({
      1: { name: { _errors: [{ code: 'APPLICATION_COMMANDS_DUPLICATE_NAME' }] } },
    });
  });

  test('there is room for 100 slash commands and 15 message commands', async () => {
    const slash = Array.from({ length: 101 }, (_, at) => ({ name: `c${at}`, description: 'x' }));
    expect((await bot('PUT', everywhere, slash)).body.code).toBe(30032);
    const others = Array.from({ length: 15 }, (_, at) => ({ name: `m${at}`, type: 3 }));
    expect((await bot('PUT', everywhere, [...slash.slice(1), ...others])).status).toBe(200);
    expect((await bot('POST', everywhere, { name: 'm15', type: 3 })).body.code).toBe(30032);
  });

  test('200 may be created in a day', async () => {
    const batch = (from: number) =>
      Array.from({ length: 100 }, (_, at) => ({ name: `c${from + at}`, description: 'x' }));
    for (const from of [0, 100]) expect((await bot('PUT', everywhere, batch(from))).status).toBe(200);
    expect((await bot('PUT', everywhere, [hello])).body.code).toBe(30034);
    expect((await bot('PUT', everywhere, batch(100))).status).toBe(200);
    clock.pass(24 * 60 * 60 * 1000);
    expect((await bot('PUT', everywhere, [hello])).status).toBe(200);
  });

  test("another application's commands are not to be touched", async () => {
    const other = here.simulator.seed.application({ name: 'Other', ownerId: here.sam.id });
    expect((await bot('GET', `/applications/${other.id}/commands`)).body.code).toBe(20012);
    expect(
      (await asking(here, other.token)('GET', `/applications/${other.id}/guilds/${here.guild}/commands`)).body.code,
    ).toBe(50001);
  });
});

describe('using', () => {
  const subcommands = {
    name: 'book',
    description: 'Books',
    options: [
      option('lend', {
        type: 1,
        options: [
          option('title', { required: true, min_length: 2 }),
          { type: 6, name: 'to', description: 'Whom' },
          { type: 4, name: 'days', description: 'How long', min_value: 1, max_value: 30 },
          { type: 7, name: 'where', description: 'Where', channel_types: [0] },
          option('kind', { choices: [{ name: 'Paper', value: 'p' }] }),
        ],
      }),
    ],
  };

  test('a subcommand carries its options, checked as a client does', async () => {
    await bot('POST', everywhere, subcommands);
    const run = (options: Record<string, string | number>) => here.ada.runs('/book lend', options, 'general');
    await expect(run({})).rejects.toThrow('title is missing');
    await expect(run({ title: 'x' })).rejects.toThrow('title wants');
    await expect(run({ title: 'Emil', days: 31 })).rejects.toThrow('days wants');
    await expect(run({ title: 'Emil', days: 1.5 })).rejects.toThrow('days wants');
    await expect(run({ title: 'Emil', kind: 'stone' })).rejects.toThrow('kind wants');
    await expect(run({ title: 'Emil', where: 'questions' })).rejects.toThrow('not offered');
    await expect(run({ title: 'Emil', pages: 3 })).rejects.toThrow('no option pages');
    await expect(here.ada.runs('/book', {}, 'general')).rejects.toThrow('not complete');
    void run({ title: 'Emil', to: 'sam', days: 7, where: 'general', kind: 'Paper' });
    expect(lastInteraction(here).data).toMatchObject({
      name: 'book',
      options: [
        {
          name: 'lend',
          type: 1,
          options: [
            { name: 'title', type: 3, value: 'Emil' },
            { name: 'to', type: 6, value: here.sam.id },
            { name: 'days', type: 4, value: 7 },
            { name: 'where', type: 7, value: here.general },
            { name: 'kind', type: 3, value: 'p' },
          ],
        },
      ],
      resolved: {
        users: { [here.sam.id]: {} },
        channels: { [here.general]: { name: 'general', app_permissions: expect.any(String) as string } },
      },
    });
    await answerLast(here, { type: 4, data: { content: 'lent' } });
  });

  test('a command is offered where its contexts, its server and its permissions allow', async () => {
    await bot('PUT', everywhere, [
      { ...hello, name: 'here', contexts: [0] },
      { ...hello, name: 'there', contexts: [1] },
      { ...hello, name: 'admins', default_member_permissions: '0' },
      { ...hello, name: 'tidy', default_member_permissions: String(1 << 13) },
    ]);
    await bot('POST', inGuild, { ...hello, name: 'local' });
    await here.ada.dms('hello');
    // A command that is not offered fails at once; for one that is, the bot's time runs out.
    const offered = async (who: Person, name: string, where: string) => {
      const run = who.runs(`/${name}`, {}, where).then(
        () => true,
        () => false,
      );
      clock.pass(3000);
      return run;
    };
    expect(await offered(here.ada, 'here', 'general')).toBe(true);
    expect(await offered(here.ada, 'here', 'dm')).toBe(false);
    expect(await offered(here.ada, 'there', 'dm')).toBe(true);
    expect(await offered(here.ada, 'there', 'general')).toBe(false);
    expect(await offered(here.ada, 'local', 'general')).toBe(true);
    expect(await offered(here.ada, 'local', 'dm')).toBe(false);
    expect(await offered(here.ada, 'tidy', 'general')).toBe(false);
    expect(await offered(here.sam, 'tidy', 'general')).toBe(true);
    expect(await offered(here.sam, 'admins', 'general')).toBe(false);
    expect(await offered(here.simulator.person('olive'), 'admins', 'general')).toBe(true);
    const deny = String(2 ** 31);
    await bot('PUT', `/channels/${here.general}/permissions/${here.ada.id}`, { type: 1, allow: '0', deny });
    expect(await offered(here.ada, 'here', 'general')).toBe(false);
  });

  test('completing an option fails when the bot is silent', async () => {
    await bot('POST', everywhere, { ...hello, options: [option('name', { autocomplete: true }), option('plain')] });
    const completing = here.ada.completes('/hello', 'name', 'a', 'general');
    clock.pass(3000);
    await expect(completing).rejects.toThrow('loading options failed');
    await expect(here.ada.completes('/hello', 'plain', 'a', 'general')).rejects.toThrow('offers nothing');
  });
});

function choices(count: number): object[] {
  return Array.from({ length: count }, (_, at) => ({ name: `n${at}`, value: `v${at}` }));
}

/** 25 options with 25 choices of 14 characters are 8750. */
function longOptions(): object[] {
  const many = Array.from({ length: 25 }, (_, at) => ({ name: `name-${at}`, value: `value-${at}` }));
  return Array.from({ length: 25 }, (_, at) => option(`o${at}`, { choices: many }));
}
