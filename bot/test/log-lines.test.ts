import { expect, test } from 'vitest';
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
