import { describe, expect, it } from 'vitest';
import { locales } from '../../simulator/src/interactions/localizations.ts';
import { commands } from '../src/discord/commands/all.ts';
import { writeCommand } from '../src/discord/commands/write.ts';
import { text } from '../src/render/notices.ts';
import { createWorld } from './world.ts';

/** The locales of Discord's that are not shown English. */
const spoken = { de: 'de', fr: 'fr', 'es-ES': 'es', 'es-419': 'es' } as const;

interface Part {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>>;
  readonly description?: string;
  readonly description_localizations?: Readonly<Record<string, string>>;
  readonly options?: readonly Part[];
  readonly choices?: readonly Part[];
}

/** A command with everything in it. */
function partsOf(part: Part): readonly Part[] {
  return [part, ...[...(part.options ?? []), ...(part.choices ?? [])].flatMap(partsOf)];
}

describe.each(commands.map(({ spec }) => [`${spec().type} ${spec().name}`, spec] as const))('%s', (_, spec) => {
  const written = writeCommand(spec(), null) as Part;
  const described = partsOf(written).filter(({ description = '' }) => description !== '');
  const chosen = partsOf(written).filter(({ description }) => description === undefined);

  it('says what it is for in every language, as short as Discord wants it', () => {
    for (const { name, description = '', description_localizations: others = {} } of described) {
      expect(Object.keys(others), name).toEqual(expect.arrayContaining(Object.keys(spoken)));
      expect(Object.keys(others).filter((locale) => !locales.includes(locale))).toEqual([]);
      for (const words of [description, ...Object.values(others)]) {
        expect(words, name).not.toBe('');
        expect(words.length, words).toBeLessThanOrEqual(100);
      }
    }
  });

  it('is called the same in every language; what is picked from a menu is not', () => {
    for (const part of described) expect(part.name_localizations).toBeUndefined();
    const longest = spec().type === 'chat' ? 100 : 32;
    for (const { name_localizations: others = {} } of chosen) {
      expect(Object.keys(others)).toEqual(expect.arrayContaining(Object.keys(spoken)));
      for (const words of Object.values(others)) expect(words.length, words).toBeLessThanOrEqual(longest);
    }
  });
});

it('Discord knows the commands in every language, and a start registers nothing anew', async () => {
  const puts: string[] = [];
  const world = await createWorld({
    observe: (_, { method, path }) => void (method === 'PUT' && path.endsWith('/commands') && puts.push(path)),
  });
  const [application] = [...world.simulator.world.state.applications.values()];
  const bodies = [...application!.commands.values()].map(({ body }) => body as unknown as Part);
  const named = (name: string): Part => bodies.find((body) => body.name === name)!;
  for (const [locale, language] of Object.entries(spoken) as [keyof typeof spoken, 'de' | 'fr' | 'es'][]) {
    const close = named('ticket').options!.find(({ name }) => name === 'close')!;
    const comment = close.options!.find(({ name }) => name === 'comment')!;
    const panel = named('panel').options!.find(({ name }) => name === 'post')!;
    const [, style] = panel.options!;
    expect(named('setup').description_localizations![locale]).toBe(text('command.setup', {}, language));
    expect(close.description_localizations![locale]).toBe(text('command.close', {}, language));
    expect(comment.description_localizations![locale]).toBe(text('command.close.comment', {}, language));
    expect(style!.choices![0]!.name_localizations![locale]).toBe(text('panel.style-button', {}, language));
    expect(named('Reply').name_localizations![locale]).toBe(text('command.reply-menu', {}, language));
  }
  expect(puts.length).toBeGreaterThan(0);
  puts.length = 0;
  await world.stopBot();
  await world.startBot();
  expect(puts).toEqual([]);
});
