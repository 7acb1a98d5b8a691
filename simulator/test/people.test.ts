import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asking, type Asking } from './asking.ts';
import { library, type Library } from './library.ts';

let here: Library;
let bot: Asking;

beforeEach(async () => {
  here = await library();
  bot = asking(here);
});
afterEach(() => here.simulator.stop());

/** The bot writes to Ada. */
async function botWrites(content = 'hello'): Promise<{ status: number; code: number | undefined }> {
  const dm = await bot('POST', '/users/@me/channels', { recipient_id: here.ada.id });
  expect(dm.status).toBe(200);
  const { status, body } = await bot('POST', `/channels/${String(dm.body['id'])}/messages`, { content });
  return { status, code: body.code };
}

describe('direct messages', () => {
  test('go both ways between a member and the bot', async () => {
    await here.ada.dms('is anyone there?');
    expect(await botWrites('yes')).toMatchObject({ status: 200 });
    expect(here.ada.readsDms().map(({ content }) => content)).toEqual(['is anyone there?', 'yes']);
  });

  test('from the bot are refused with 50007 once the member blocks it, and arrive again after', async () => {
    here.ada.blocksTheBot();
    expect(await botWrites()).toEqual({ status: 403, code: 50007 });
    await here.ada.dms('I can still write');
    here.ada.unblocksTheBot();
    expect(await botWrites()).toMatchObject({ status: 200 });
  });

  test('from the bot are refused with 50278 where the member takes none, or shares no server', async () => {
    here.ada.closesDms('Library');
    expect(await botWrites()).toEqual({ status: 403, code: 50278 });
    here.ada.opensDms('Library');
    here.ada.closesDms();
    expect(await botWrites()).toEqual({ status: 403, code: 50278 });
    here.ada.opensDms();
    here.ada.leaves('Library');
    expect(await botWrites()).toEqual({ status: 403, code: 50278 });
    await here.ada.dms('from outside');
    expect(here.ada.readsDms().at(-1)?.content).toBe('from outside');
    here.ada.joins('Library');
    expect(await botWrites()).toMatchObject({ status: 200 });
  });
});

describe('writing', () => {
  test('people may write 4000 characters, bots 2000', async () => {
    await here.ada.types('general', 'x'.repeat(4000));
    await expect(here.ada.types('general', 'x'.repeat(4001))).rejects.toMatchObject({ code: 50035 });
    const { body } = await bot('POST', `/channels/${here.general}/messages`, { content: 'x'.repeat(2001) });
    expect(body.errors).toEqual({
      content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }] },
    });
  });

  test('nothing is sent of an empty text, or with a file over 10 MiB', async () => {
    await expect(here.ada.types('general', ' ')).rejects.toMatchObject({ code: 50006 });
    const files = [{ name: 'film.mp4', bytes: new Uint8Array(10 * 1024 * 1024 + 1) }];
    await expect(here.ada.types('general', 'look', { files })).rejects.toMatchObject({ status: 413, code: 40005 });
    expect(here.ada.reads('general')).toEqual([]);
  });

  test('slowmode holds people back, not the bot', async () => {
    await bot('PATCH', `/channels/${here.general}`, { rate_limit_per_user: 60 });
    await here.ada.types('general', 'one');
    await expect(here.ada.types('general', 'two')).rejects.toMatchObject({ code: 20016 });
    for (const content of ['three', 'four'])
      expect((await bot('POST', `/channels/${here.general}/messages`, { content })).status).toBe(200);
  });

  test('members do not see or write in the channels of the staff', async () => {
    expect(here.ada.sees('desk')).toBe(false);
    expect(here.sam.sees('desk')).toBe(true);
    await expect(here.ada.types(here.desk, 'hello?')).rejects.toMatchObject({ code: 50001 });
    expect(() => here.ada.reads(here.desk)).toThrow('Missing Access');
  });

  test('without the right to read what was, a channel looks empty', async () => {
    await here.sam.types('general', 'before');
    const deny = String(1 << 16);
    await bot('PUT', `/channels/${here.general}/permissions/${here.ada.id}`, { type: 1, allow: '0', deny });
    expect(here.ada.reads('general')).toEqual([]);
    expect(here.sam.reads('general')).toHaveLength(1);
  });

  test('four stickers, eleven files and a voice message without the right to speak are refused', async () => {
    const stickers = Array.from({ length: 4 }, () => ({ name: 'Wave' }));
    await expect(here.ada.types('general', 'hi', { stickers })).rejects.toMatchObject({ code: 50035 });
    const files = Array.from({ length: 11 }, () => ({ name: 'a.txt', bytes: new Uint8Array(1) }));
    await expect(here.ada.types('general', 'hi', { files })).rejects.toMatchObject({ code: 30015 });
    await expect(here.ada.types('general', '', { voice: { seconds: 1 } })).rejects.toMatchObject({ code: 50013 });
  });

  test('one edits only what one wrote; the staff may delete what others wrote', async () => {
    const said = await here.ada.types('general', 'teh');
    await expect(here.sam.edits(said.id, 'mine now')).rejects.toMatchObject({ code: 50005 });
    await here.ada.edits(said.id, 'the');
    expect(here.sam.reads('general')[0]).toMatchObject({ content: 'the', editedAt: expect.any(Number) as number });
    const other = await here.sam.types('general', 'keep this');
    await expect(here.ada.deletes(other.id)).rejects.toMatchObject({ code: 50013 });
    await here.sam.deletes(said.id);
    expect(here.ada.reads('general').map(({ id }) => id)).toEqual([other.id]);
  });

  test('a reply pings its author, unless the @ is off', async () => {
    const said = await here.ada.types('general', 'who is right?');
    const pinging = await here.sam.types('general', 'you', { replyTo: said.id });
    const quiet = await here.sam.types('general', 'you', { replyTo: said.id, ping: false });
    expect([pinging.mentions, quiet.mentions]).toEqual([[here.ada.id], []]);
    expect(quiet.reference?.messageId).toBe(said.id);
  });

  test('reactions, pins and typing are there for others', async () => {
    const heard: string[] = [];
    here.simulator.world.events.listen(({ name }) => heard.push(name));
    const said = await here.ada.types('general', 'party!');
    await here.sam.reacts(said.id, '🎉');
    await here.ada.reacts(said.id, '🎉');
    await here.sam.unreacts(said.id, '🎉');
    await here.sam.startsTyping('general');
    await here.sam.pins(said.id);
    expect(here.ada.reads('general')[0]).toMatchObject({ reactions: [{ userIds: [here.ada.id] }], pinned: true });
    expect(heard).toContain('TYPING_START');
    await expect(here.ada.pins(said.id)).rejects.toMatchObject({ code: 50013 });
  });
});

describe('what the bot sees of', () => {
  async function asBotSees(channel: string): Promise<Record<string, unknown>> {
    const { body } = await bot('GET', `/channels/${channel}/messages?limit=1`);
    return (body as unknown as Record<string, unknown>[])[0] ?? {};
  }

  test('a forward is a snapshot without an author', async () => {
    const said = await here.sam.types('desk', 'a secret', {
      files: [{ name: 'a.txt', bytes: new TextEncoder().encode('x') }],
    });
    await expect(here.ada.forwards(said.id, 'general')).rejects.toMatchObject({ code: 50001 });
    await here.sam.forwards(said.id, 'general');
    const seen = await asBotSees(here.general);
    expect(seen).toMatchObject({
      content: '',
      attachments: [],
      message_reference: { type: 1, message_id: said.id },
      message_snapshots: [{ message: { content: 'a secret', attachments: [{ filename: 'a.txt' }] } }],
    });
    expect((seen['message_snapshots'] as { message: object }[])[0]?.message).not.toHaveProperty('author');
    expect(Number(seen['flags']) & (1 << 14)).not.toBe(0);
  });

  test('voice messages, stickers and polls has the shapes that Discord gives them', async () => {
    const { channelId } = await here.ada.dms('', { voice: { seconds: 3 } });
    expect(await asBotSees(channelId)).toMatchObject({
      flags: 1 << 13,
      attachments: [{ content_type: 'audio/ogg', duration_secs: 3, waveform: expect.any(String) as string }],
    });
    await here.ada.dms('', { stickers: [{ name: 'Wave', format: 3 }] });
    expect(await asBotSees(channelId)).toMatchObject({ sticker_items: [{ name: 'Wave', format_type: 3 }] });
    await here.ada.dms('', { poll: { question: 'Tea?', answers: ['Yes', 'No'] } });
    expect(await asBotSees(channelId)).toMatchObject({
      content: '',
      poll: { question: { text: 'Tea?' }, answers: [{ answer_id: 1 }, { answer_id: 2, poll_media: { text: 'No' } }] },
    });
    await here.ada.dms('', { type: 3 });
    expect(await asBotSees(channelId)).toMatchObject({ type: 3 });
  });
});

describe('threads and roles', () => {
  async function privateThread(): Promise<string> {
    const made = await bot('POST', `/channels/${here.general}/threads`, { name: 'ticket', type: 12 });
    expect(made.status).toBe(201);
    return String(made.body['id']);
  }

  test('a private thread is seen by those who are added, and by who manages threads', async () => {
    const thread = await privateThread();
    expect([here.ada.sees(thread), here.sam.sees(thread)]).toEqual([false, true]);
    await here.sam.addsTo(thread, 'ada');
    await here.ada.types(thread, 'thank you');
    expect(here.ada.reads(thread).at(-1)?.content).toBe('thank you');
  });

  test('an archived thread opens again when someone writes', async () => {
    const thread = await privateThread();
    await here.sam.addsTo(thread, 'ada');
    await here.sam.archives(thread);
    await here.ada.types(thread, 'one more thing');
    expect(here.simulator.world.state.channels.get(thread)?.thread?.archived).toBe(false);
    await here.sam.archives(thread);
    await here.sam.unarchives(thread);
    expect(here.simulator.world.state.channels.get(thread)?.thread?.archived).toBe(false);
  });

  test('only those with the right to it give roles and delete channels', async () => {
    const owner = here.simulator.person('olive');
    expect(() => here.ada.givesRole('ada', 'Staff', 'Library')).toThrow('Missing Permissions');
    owner.givesRole('ada', 'Staff', 'Library');
    expect(here.ada.sees('desk')).toBe(true);
    owner.takesRole('ada', 'Staff', 'Library');
    expect(here.ada.sees('desk')).toBe(false);
    await expect(here.ada.deletesChannel('general')).rejects.toMatchObject({ code: 50013 });
    await owner.deletesChannel('general');
    expect(here.ada.sees(here.general)).toBe(false);
  });

  test('the owner cannot leave, and who is banned cannot come back', async () => {
    expect(() => here.simulator.person('olive').leaves('Library')).toThrow('Invalid Guild');
    expect((await bot('PUT', `/guilds/${here.guild}/bans/${here.ada.id}`)).status).toBe(204);
    expect(here.ada.sees(here.guild)).toBe(false);
    expect(() => here.ada.joins('Library')).toThrow('banned');
  });

  test('a new name is shown at once', async () => {
    here.ada.renames({ username: 'countess', displayName: 'Ada Lovelace' });
    expect([here.ada.username, here.ada.displayName]).toEqual(['countess', 'Ada Lovelace']);
    const { body } = await bot('GET', `/guilds/${here.guild}/members/${here.ada.id}`);
    expect(body['user']).toMatchObject({ username: 'countess', global_name: 'Ada Lovelace' });
  });
});
