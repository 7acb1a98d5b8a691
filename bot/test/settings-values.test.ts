import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChannelId, RoleId } from '../src/ids.ts';
import { parseAssignments, parseJson } from '../src/settings/assignments.ts';
import { check } from '../src/settings/check.ts';
import { complete, transcriptPlace } from '../src/settings/complete.ts';
import { presetNames } from '../src/settings/schema.ts';
import { writeSettings } from '../src/settings/write.ts';

const id = '123456789012345678';
const otherId = '234567890123456789';

function accepted(...assignments: string[]): Record<string, unknown> {
  const parsed = parseAssignments(assignments);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.change.values;
}

function refused(...assignments: string[]): string {
  const parsed = parseAssignments(assignments);
  if ('change' in parsed) throw new Error('was accepted');
  return parsed.problems.map(({ field, wrong, example }) => `${field} ${wrong} (${example})`).join('\n');
}

test('the line from the guide sets up a server', () => {
  const settings = complete(
    accepted('preset=phantom', `parentChannel=${id}`, `staffRoles=${id}, ${otherId}`, 'enabled=true'),
  );
  expect(settings).toMatchObject({
    preset: 'phantom',
    parentChannel: id,
    staffRoles: [id, otherId],
    enabled: true,
    replyCommand: false,
    limits: { openCooldown: 300_000, perSidePerMinute: 10 },
  });
  expect(check(settings)).toEqual([]);
});

test('a length of time may be switched on and off', () => {
  expect(accepted('lateThanks=on')).toEqual({ lateThanks: 24 * 60 * 60_000 });
  expect(accepted('lateThanks=2h', 'autoClose=off')).toEqual({ lateThanks: 2 * 60 * 60_000, autoClose: 0 });
  expect(accepted('lateThanks=false')).toEqual({ lateThanks: 0 });
});

test.each([
  ['enabled=maybe', 'enabled must be true or false (enabled=true)'],
  ['channelKind=thread', 'channelKind must be one of private-thread, private-channel, forum-post'],
  ['parentChannel=123', 'parentChannel must be a channel id (17 to 20 digits) or none'],
  [`staffRoles=${id},admins`, '"admins" is not one'],
  ['limits.openCooldown=5', 'needs a unit'],
  ['limits.perSidePerMinute=-1', 'must be a whole number from 0 to 1000'],
  ['nameTemplate=ticket-{user}', '{user}, which means nothing here'],
  [`allowedBots=${Array.from({ length: 6 }, (_, n) => `12345678901234567${n}`).join(',')}`, 'at most 5 users'],
  ['prefix=! !', 'prefix must be 1 to 5 characters without spaces'],
  ['timezone=Europe/Bielefeld', 'timezone is not a time zone'],
  ['accentColour=blue', 'accentColour must be a colour'],
  [`greeting=${'x'.repeat(2001)}`, 'at most 2000 characters, has 2001'],
  ['parentchanel=none', 'parentchanel is not a setting; the nearest is parentChannel'],
  ['limits.cooldown=5m', 'the nearest is limits.openCooldown'],
  ['enabled', 'enabled has no value (enabled=true)'],
  ['undoSend=16s', 'undoSend may be at most 15s (undoSend=5s)'],
  ['language=it', 'language must be one of en, de, fr, es'],
])('%s is refused by name, with what is wrong', (assignment, problem) => {
  expect(refused(assignment)).toContain(problem);
});

test('everything that is wrong is said at once, and a setting given twice is wrong', () => {
  expect(refused('enabled=maybe', 'prefix=', 'pingStaff=no', 'pingStaff=yes').split('\n')).toHaveLength(3);
});

test('every setting is shown in the form in which it is typed', () => {
  const set = accepted(
    'preset=panora',
    `pingUsers=${id}`,
    `logsChannel=${id}`,
    'limits.openCooldown=90m',
    'accentColour=#00ff7f',
    'internalPrefix=none',
    'greeting=Hi, how are you?',
    'timezone=Europe/Berlin',
  );
  const typed = writeSettings(set).map(({ name, written }) => `${name}=${written.replace(/^"(.*)"$/, '$1')}`);
  expect(typed).toContain('limits.openCooldown=1h30m');
  expect(complete(accepted(...typed))).toEqual(complete(set));
});

test('what was stored is understood as it is stored', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^\d{17,20}$/), { maxLength: 5 });
  const values = fc.record(
    {
      preset: fc.constantFrom(...presetNames),
      enabled: fc.boolean(),
      staffRoles: ids,
      allowedBots: ids,
      greeting: fc.option(fc.string({ minLength: 1, maxLength: 2000 }).map((text) => `x${text}x`)),
      'limits.openCooldown': fc.nat(),
      accentColour: fc.integer({ min: 0, max: 0xffffff }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(values, (stored) => {
      const parsed = parseJson(JSON.parse(JSON.stringify(stored)));
      expect(parsed).toEqual({ change: { values: stored, reset: [] } });
    }),
  );
});

test('a preset changes defaults, never an id and never what was set', () => {
  for (const preset of presetNames) {
    const settings = complete({ preset });
    expect([settings.parentChannel, settings.logsChannel, settings.transcriptChannel]).toEqual([null, null, null]);
    expect([...settings.staffRoles, ...settings.adminRoles, ...settings.pingRoles]).toEqual([]);
    expect(complete({ preset, channelKind: 'private-channel', replyFlag: true })).toMatchObject({
      channelKind: 'private-channel',
      replyFlag: true,
    });
  }
});

test('each preset is what people of that product are used to', () => {
  expect(complete({ preset: 'panora' })).toMatchObject({
    channelKind: 'private-channel',
    transcript: 'file',
    replyCommand: true,
    replyFlag: false,
    replyMention: false,
    onClose: 'delete',
    limits: { openCooldown: 0, perSidePerMinute: 0 },
    nameTemplate: 'modmail-{username}',
  });
  expect(complete({ preset: 'phantom' })).toMatchObject({
    channelKind: 'private-thread',
    transcript: 'link',
    replyCommand: false,
    internalPrefix: null,
    limits: { openCooldown: 300_000, perSidePerMinute: 10 },
  });
  expect(complete({ preset: 'supportmail' })).toMatchObject({
    channelKind: 'forum-post',
    transcript: 'none',
    acknowledge: 'message',
    replyCommand: false,
    replyFlag: true,
    replyMention: true,
    anonymousStaff: false,
    closeNotify: 'with-comment',
    onClose: 'lock-archive',
    limits: { openCooldown: 0 },
    nameTemplate: '{username}',
  });
});

test('modmail cannot be enabled before it is known where tickets go and who sees them', () => {
  const missing = (values: Record<string, unknown>): string[] => check(complete(values)).map(({ field }) => field);
  expect(missing({ enabled: true })).toEqual(['parentChannel']);
  expect(missing({ enabled: true, channelKind: 'private-channel' })).toEqual(['parentChannel', 'staffRoles']);
  expect(missing({ channelKind: 'private-channel' })).toEqual([]);
  const elsewhere = { enabled: true, parentChannel: id, channelKind: 'private-thread' };
  expect(missing({ ...elsewhere, preset: 'panora' })).toEqual(['staffRoles']);
  expect(missing({ ...elsewhere, preset: 'phantom' })).toEqual([]);
});

test('settings that contradict each other are refused', () => {
  const wrong = (...assignments: string[]): string[] =>
    check(complete(accepted(...assignments))).map(({ field }) => field);
  expect(wrong('channelKind=private-channel', 'onClose=lock-archive')).toEqual(['onClose']);
  expect(wrong('channelKind=forum-post', 'onClose=move', `closedCategory=${id}`)).toEqual(['onClose']);
  expect(wrong('channelKind=private-channel', 'onClose=move')).toEqual(['closedCategory']);
  expect(wrong('channelKind=private-channel', 'onClose=move', `closedCategory=${id}`)).toEqual([]);
  expect(wrong('prefix=//')).toEqual(['internalPrefix']);
});

test('a transcript goes to its own channel, else to the logs, and with the phantom preset a link goes nowhere else', () => {
  const logsChannel = id as ChannelId;
  const transcriptChannel = otherId as ChannelId;
  const place = (values: Record<string, unknown>): ChannelId | null => transcriptPlace(complete(values));
  expect(place({ logsChannel })).toBe(logsChannel);
  expect(place({ logsChannel, transcriptChannel })).toBe(transcriptChannel);
  expect(place({ preset: 'phantom', logsChannel })).toBeNull();
  expect(place({ preset: 'phantom', logsChannel, transcript: 'file' })).toBe(logsChannel);
  expect(place({ logsChannel, transcript: 'none' })).toBeNull();
});

test('what another version stored is passed over', () => {
  const staffRoles = [id as RoleId];
  expect(complete({ staffRoles, someday: 1, channelKind: 'hologram' })).toEqual(complete({ staffRoles }));
});
