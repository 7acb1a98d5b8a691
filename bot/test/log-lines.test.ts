import { expect, test } from 'vitest';
import { RequestFailed } from '../src/discord/refusals.ts';
import { createLog } from '../src/log.ts';
import type { LogOptions } from '../src/log.ts';

function logging(style: LogOptions['style'], level: LogOptions['level'] = 'info') {
  const lines: string[] = [];
  return { log: createLog({ level, style, write: (line) => lines.push(line) }), lines };
}

test('programs get one JSON object per line', () => {
  const { log, lines } = logging('json');
  log.warn({ channel: '123' }, 'no webhook can be had here');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'warn',
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    channel: '123',
    msg: 'no webhook can be had here',
  });
});

test('people get a readable line', () => {
  const { log, lines } = logging('lines');
  log.info({}, 'connected');
  log.warn({ ticket: 7 }, 'a delivery has to wait');
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d info {2}connected\n$/);
  expect(lines[1]).toMatch(/^\d\d:\d\d:\d\d warn {2}a delivery has to wait \{"ticket":7\}\n$/);
});

test('less than the level is not written', () => {
  const { log, lines } = logging('json', 'warn');
  log.info({}, 'connected');
  log.debug({}, 'details');
  expect(lines).toEqual([]);
});

test.each(['json', 'lines'] as const)(
  'an error is written with its causes, but without what it carries (%s)',
  (style) => {
    const { log, lines } = logging(style);
    const cause = new Error('POST https://discord.com/api/v10/webhooks/1234/sEcReT?wait=true failed');
    const error = Object.assign(new Error('not sent', { cause }), { requestBody: { json: { content: 'my secret' } } });
    log.error({ error }, 'a delivery failed');
    expect(lines.join('')).toContain('not sent');
    expect(lines.join('')).toContain('/webhooks/1234/…');
    expect(lines.join('')).not.toMatch(/secret/i);
  },
);

test('what fails outside is one line, what fails inside shows where', () => {
  const { log, lines } = logging('lines');
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
  for (const error of [new RequestFailed(503, 'Discord answered 503 to POST /channels'), refused])
    log.warn({ error }, 'a delivery has to wait');
  expect(lines.map((line) => line.trimEnd().split('\n').length)).toEqual([2, 2]);
  expect(lines[0]).toContain('RequestFailed: Discord answered 503 to POST /channels');
  log.error({ error: new TypeError('x is not a function') }, 'a delivery has to wait');
  expect(lines[2]).toMatch(/TypeError: x is not a function\n +at .*log-lines/);
});
