import { describe, expect, test } from 'vitest';
import type { DrawnEmbed, DrawnMessage } from '../src/discord.ts';
import type { RoleId, UserId } from '../src/ids.ts';
import { card } from '../src/render/card.ts';
import type { CardFacts } from '../src/render/card.ts';
import { closedLine, openedLine, transcriptPost } from '../src/render/log-line.ts';
import type { Closing } from '../src/closing.ts';
import type { Ticket } from '../src/store.ts';
import { ada, contextOf, hostileTexts, kim, noon, sam, settingsOf, ticketOf } from './drawn-examples.ts';

const facts: CardFacts = {
  joinedAt: noon,
  roles: [],
  earlier: [],
  earlierCount: 0,
  claimedBy: null,
  closedBy: null,
  feedback: null,
};
const role = (digit: number) => `50000000000000000${digit}` as RoleId;
const draw = (context = contextOf(), change: Partial<CardFacts> = {}, opening = false) =>
  card(context, { ...facts, ...change }, { opening });
const field = (message: DrawnMessage, name: string) =>
  message.embeds?.[0]?.fields?.find((one) => one.name === name)?.value;
const buttonsOf = (message: DrawnMessage) =>
  (message.rows ?? []).flatMap((row) =>
    'choices' in row || 'pick' in row ? [] : row.map((button) => 'id' in button && button.id),
  );

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
function expectWithinLimits({ title = '', text = '', author, footer = '', fields = [] }: DrawnEmbed): void {
  expect(title.length).toBeLessThanOrEqual(256);
  expect(author?.name.length ?? 0).toBeLessThanOrEqual(256);
  expect(fields.length).toBeLessThanOrEqual(25);
  let sum = title.length + text.length + footer.length + (author?.name.length ?? 0);
  for (const { name, value } of fields) {
    expect(name.trim()).not.toBe('');
    expect(value.trim()).not.toBe('');
    expect(name.length).toBeLessThanOrEqual(256);
    expect(value.length).toBeLessThanOrEqual(1024);
    sum += name.length + value.length;
  }
  expect(sum).toBeLessThanOrEqual(6000);
}

describe('the card of a ticket', () => {
  test('says who the member is, in an embed where a mention pings nobody', () => {
    const drawn = draw(contextOf(), { roles: [role(1), role(2)] });
    expect(drawn.text).toBe('');
    expect(drawn.pings).toBeUndefined();
    expect(field(drawn, 'Member')).toBe(`<@${ada.user}>`);
    expect(field(drawn, 'ID')).toBe(ada.user);
    expect(field(drawn, 'Joined')).toBe(`<t:${noon / 1000}:R>`);
    expect(field(drawn, 'Account made')).toMatch(/^<t:\d+:R>$/);
    expect(field(drawn, 'Roles')).toBe(`<@&${role(1)}> <@&${role(2)}>`);
    expect(field(draw(contextOf(), { joinedAt: 'gone' }), 'Joined')).toBe('not in the server');
    expect(field(draw(contextOf(), { joinedAt: null }), 'Joined')).toBe('unknown');
  });

  test('has room for long answers to every question, whatever else stands on it', () => {
    const answers = ['one', 'two', 'three', 'four', 'five'].map((question) => ({
      question,
      label: '*'.repeat(45),
      values: ['*_~|'.repeat(1000)],
      files: [],
    }));
    const roles = Array.from({ length: 90 }, (_, index) => role(index % 10));
    const earlier = Array.from({ length: 5 }, () => ({
      ticket: ticketOf(),
      link: `https://discord.com/${'x'.repeat(150)}`,
    }));
    const settings = settingsOf({ internalPrefix: '*'.repeat(20) });
    const closing = {
      by: null,
      cause: 'manual',
      comment: 'x'.repeat(2000),
      shareComment: false,
      notify: false,
    } as const;
    for (const state of ['open', 'closed'] as const) {
      const ticket = ticketOf({ answers, state, closing: state === 'closed' ? closing : null, closedAt: noon });
      const drawn = draw(contextOf({ ticket, settings }), { roles, earlier, earlierCount: 500 });
      expectWithinLimits(drawn.embeds?.[0] ?? {});
      expect(drawn.embeds?.[0]?.fields?.filter(({ value }) => value.endsWith('…'))).not.toEqual([]);
    }
  });

  test('lists earlier tickets with links', () => {
    const earlier = [
      { ticket: ticketOf({ number: 9, state: 'closed' }), link: 'https://discord.com/channels/1/2' },
      { ticket: ticketOf({ number: 4, state: 'closed' }), link: null },
    ];
    expect(field(draw(contextOf(), { earlier, earlierCount: 7 }), 'Earlier tickets')).toBe(
      `[#9](https://discord.com/channels/1/2) <t:${noon / 1000}:d> closed\n#4 <t:${noon / 1000}:d> closed\nand 5 more`,
    );
    expect(field(draw(), 'Earlier tickets')).toBe('none');
  });

  test('says open or closed already while that is being done, since nobody draws it again afterwards', () => {
    const state = (is: Ticket['state']) => field(draw(contextOf({ ticket: ticketOf({ state: is }) })), 'State');
    expect((['opening', 'open', 'closing', 'closed'] as const).map(state)).toEqual([
      'open',
      'open',
      'closed',
      'closed',
    ]);
  });

  test('offers to claim, close and reply; to give back once it is claimed', () => {
    expect(buttonsOf(draw())).toEqual(['ticket:claim', 'ticket:close', 'ticket:reply', 'ticket:more']);
    const claimed = draw(contextOf({ ticket: ticketOf({ claimedBy: sam.id }) }), { claimedBy: sam });
    expect(buttonsOf(claimed)).toEqual(['ticket:unclaim', 'ticket:close', 'ticket:reply', 'ticket:more']);
    expect(field(claimed, 'Claimed by')).toBe(`<@${sam.user}>`);
  });

  test('of a closed ticket has no buttons, and says how it ended', () => {
    const closing: Closing = { by: kim.id, cause: 'manual', comment: 'Done', shareComment: true, notify: true };
    const drawn = draw(contextOf({ ticket: ticketOf({ state: 'closed', closedAt: noon, closing }) }), {
      closedBy: kim,
    });
    expect(drawn.rows).toEqual([]);
    expect(field(drawn, 'State')).toBe('closed');
    expect(field(drawn, 'Closed by')).toBe(`<@${kim.user}>`);
    expect(field(drawn, 'Closed')).toBe(`<t:${noon / 1000}:f>`);
    expect(field(drawn, 'Comment (the member was told)')).toBe('Done');
    expect(drawn.embeds?.[0]?.text).toBeUndefined();
    const auto = { ...closing, by: null, cause: 'auto', comment: null } as const;
    expect(field(draw(contextOf({ ticket: ticketOf({ state: 'closing', closing: auto }) })), 'Closed by')).toBe(
      'nobody wrote for a while',
    );
  });

  test('tells staff what typing does', () => {
    const said = (change: Parameters<typeof settingsOf>[0]) =>
      draw(contextOf({ settings: settingsOf(change) })).embeds?.[0]?.text;
    expect(said({})).toBe('What you write here goes to the member. Start with // to keep a message among yourselves.');
    expect(said({ internalPrefix: null })).toBe('What you write here goes to the member.');
    expect(said({ staffMessages: 'are-internal' })).toContain('/reply');
  });

  test('pings once, when the ticket opens, and only whom the settings name', () => {
    const settings = settingsOf({
      staffRoles: [role(1)],
      pingRoles: [role(1), role(2)],
      pingUsers: ['600000000000000001' as UserId],
    });
    const opening = draw(contextOf({ settings }), {}, true);
    expect(opening.text).toBe(`<@&${role(1)}> <@&${role(2)}> <@600000000000000001>`);
    expect(opening.pings).toEqual({ roles: [role(1), role(2)], users: ['600000000000000001'] });
    const later = draw(contextOf({ settings }), {}, false);
    expect(later.text).toBe(opening.text);
    expect(later.pings).toBeUndefined();
    expect(
      draw(contextOf({ settings: { ...settings, pingStaff: false, pingRoles: [] } }), {}, true).pings?.roles,
    ).toEqual([]);
  });

  test('is accepted by Discord, whatever it must hold', () => {
    const roles = Array.from({ length: 250 }, (_, index) => String(500000000000000000n + BigInt(index)) as RoleId);
    const earlier = Array.from({ length: 50 }, (_, index) => ({
      ticket: ticketOf({ number: index }),
      link: `https://discord.com/${'x'.repeat(300)}`,
    }));
    for (const hostile of [...hostileTexts, '']) {
      const closing: Closing = {
        by: kim.id,
        cause: 'manual',
        comment: hostile.repeat(30),
        shareComment: false,
        notify: true,
      };
      const context = contextOf({
        member: { ...ada, displayName: hostile, username: hostile },
        guildName: hostile,
        settings: settingsOf({ internalPrefix: hostile.slice(0, 5) }),
      });
      for (const ticket of [ticketOf(), ticketOf({ state: 'closed', closedAt: noon, closing })]) {
        const drawn = draw(
          { ...context, ticket },
          { roles, earlier, earlierCount: 50, claimedBy: kim, closedBy: kim },
          true,
        );
        expectWithinLimits(drawn.embeds![0]!);
        expect(drawn.text.length).toBeLessThanOrEqual(2000);
      }
    }
    const drawn = draw(contextOf(), { roles });
    expect(field(drawn, 'Roles')).toMatch(/^(<@&\d{18}> )+and \d+ more$/);
  });
});

describe('the logs channel', () => {
  test('says that a ticket was opened, and where', () => {
    expect(openedLine(contextOf()).text).toBe('📨 Ticket 12 of Ada was opened: <#300000000000000002>');
    expect(openedLine(contextOf({ ticket: ticketOf({ channel: null }) })).text).toBe('📨 Ticket 12 of Ada was opened.');
  });

  test('says who closed it and why', () => {
    const closing: Closing = { by: kim.id, cause: 'manual', comment: 'Done\n# now', shareComment: false, notify: true };
    expect(closedLine(contextOf({ ticket: ticketOf({ closing }) }), kim).text).toBe(
      '📪 Ticket 12 of Ada was closed by Kim.\n> Done\n> # now',
    );
    const gone = { ...closing, by: null, cause: 'channel-deleted', comment: null } as const;
    expect(closedLine(contextOf({ ticket: ticketOf({ closing: gone }) }), null).text).toContain(
      'its channel was deleted',
    );
    const long = { ...closing, comment: 'x'.repeat(4000) };
    const line = closedLine(contextOf({ ticket: ticketOf({ closing: long }) }), kim).text;
    expect(line.length).toBeLessThanOrEqual(2000);
    expect(line).toMatch(/\n> x{1000,}…$/);
  });

  test('carries the transcript as files or a link', () => {
    const file = { name: 'ticket-12.html', bytes: async () => new Uint8Array() };
    expect(transcriptPost(contextOf(), { files: [file], link: null })).toEqual({
      text: '📄 Transcript of ticket 12 (Ada)',
      files: [file],
    });
    expect(transcriptPost(contextOf(), { files: [], link: 'https://x.y' }).rows).toEqual([
      [{ label: 'Read the transcript', url: 'https://x.y' }],
    ]);
  });
});
