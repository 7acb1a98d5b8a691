import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerLast, asking, lastInteraction, type Asking, type Reply } from './asking.ts';
import { handClock, type HandClock } from './hand-clock.ts';
import { library, type Library } from './library.ts';

const ephemeral = 1 << 6;
const loading = 1 << 7;

let here: Library;
let clock: HandClock;
let bot: Asking;
/** With the last interaction's token: its follow-ups and first answer. */
let follow: (method: string, path: string, body?: unknown) => Promise<Reply>;

beforeEach(async () => {
  clock = handClock();
  here = await library({ clock });
  bot = asking(here);
  follow = (method, path, body) =>
    asking(here, null)(method, `/webhooks/${here.application.id}/${lastInteraction(here).token}${path}`, body);
  await bot('PUT', `/applications/${here.application.id}/commands`, [
    { name: 'ask', description: 'Ask something' },
    { name: 'Quote', type: 3 },
  ]);
});
afterEach(() => here.simulator.stop());

async function postButtons(): Promise<string> {
  const components = [
    {
      type: 1,
      components: [
        { type: 2, style: 1, label: 'Press', custom_id: 'press' },
        { type: 2, style: 2, label: 'Broken', custom_id: 'broken', disabled: true },
        { type: 2, style: 5, label: 'Site', url: 'https://example.org' },
      ],
    },
    { type: 1, components: [{ type: 5, custom_id: 'who', placeholder: 'Who?', min_values: 1, max_values: 2 }] },
  ];
  const { body } = await bot('POST', `/channels/${here.general}/messages`, { content: 'choose', components });
  return String(body['id']);
}

describe('a first answer', () => {
  test('must come within 3 seconds, or the person sees that it failed', async () => {
    const asked = here.ada.runs('/ask', {}, 'general');
    clock.pass(3000);
    expect(await asked).toMatchObject({ failed: true, message: null });
    const late = await answerLast(here, { type: 4, data: { content: 'sorry' } });
    expect([late.status, late.body.code]).toEqual([404, 10062]);
  });

  test('is taken once', async () => {
    const asked = here.ada.runs('/ask', {}, 'general');
    clock.pass(2999);
    expect((await answerLast(here, { type: 4, data: { content: 'one' } })).status).toBe(204);
    const second = await answerLast(here, { type: 4, data: { content: 'two' } });
    expect([second.status, second.body.code]).toEqual([400, 40060]);
    expect((await asked).message).toMatchObject({ content: 'one', type: 20 });
  });

  test('that is refused may be corrected', async () => {
    const asked = here.ada.runs('/ask', {}, 'general');
    const empty = await answerLast(here, { type: 4, data: {} });
    expect([empty.status, empty.body.code]).toEqual([400, 50006]);
    const misspelt = await answerLast(here, { type: 4, data: { contents: 'x' } });
    expect([misspelt.status, misspelt.body.code]).toEqual([400, 50035]);
    expect((await answerLast(here, { type: 4, data: { content: 'x' } })).status).toBe(204);
    expect((await asked).failed).toBe(false);
  });

  test('comes back whole when that is asked for', async () => {
    const asked = here.ada.runs('/ask', {}, 'general');
    const { status, body } = await answerLast(here, { type: 5, data: { flags: ephemeral } }, '?with_response=true');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      interaction: { type: 2, response_message_loading: true, response_message_ephemeral: true },
      resource: { message: { flags: ephemeral | loading, interaction_metadata: { user: { id: here.ada.id } } } },
    });
    await asked;
  });

  test('fits the kind of the interaction', async () => {
    void here.ada.runs('/ask', {}, 'general');
    expect((await answerLast(here, { type: 7, data: { content: 'x' } })).body.code).toBe(50035);
    expect((await answerLast(here, { type: 8, data: { choices: [] } })).body.code).toBe(50035);
    await answerLast(here, { type: 9, data: form });
    void here.ada.submits({ what: 'all' });
    expect((await answerLast(here, { type: 9, data: form })).body.code).toBe(50035);
    expect((await answerLast(here, { type: 6 })).body.code).toBe(50035);
    await answerLast(here, { type: 4, data: { content: 'thanks' } });
  });
});

test('in a locked and archived thread a click reaches the bot, but the answer is refused', async () => {
  const thread = String((await bot('POST', `/channels/${here.general}/threads`, { name: 'old', type: 11 })).body['id']);
  const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'Open', custom_id: 'open' }] }];
  await bot('POST', `/channels/${thread}/messages`, { content: 'closed', components });
  await bot('PATCH', `/channels/${thread}`, { archived: true, locked: true });
  void here.ada.clicks('Open', { channel: thread });
  const refused = await answerLast(here, { type: 4, data: { content: 'hello' } });
  expect([refused.status, refused.body.code]).toEqual([400, 50083]);
});

describe('after a deferred answer', () => {
  test('the first follow-up takes the place of the thinking, and later ones are new', async () => {
    const asked = here.ada.runs('/ask', {}, 'general');
    await answerLast(here, { type: 5 });
    const answered = await asked;
    expect(answered.message?.flags).toBe(loading);
    const first = await follow('POST', '', { content: 'thought' });
    expect(answered.message).toMatchObject({ id: first.body['id'], content: 'thought', flags: 0 });
    const second = await follow('POST', '', { content: 'and more' });
    expect(second.body['id']).not.toBe(first.body['id']);
    expect(here.sam.reads('general').map(({ content }) => content)).toEqual(['thought', 'and more']);
  });

  test('the person sees its edits, and that it is gone', async () => {
    const asked = here.ada.runs('/ask', {}, 'general');
    await answerLast(here, { type: 5 });
    const answered = await asked;
    expect((await follow('PATCH', '/messages/@original', { content: 'here' })).status).toBe(200);
    expect((await follow('GET', '/messages/@original')).body['content']).toBe('here');
    expect(answered.message?.content).toBe('here');
    expect((await follow('DELETE', '/messages/@original')).status).toBe(204);
    expect(answered.message).toBeNull();
    expect((await follow('GET', '/messages/@original')).body.code).toBe(10008);
  });

  test('the token works for 15 minutes', async () => {
    void here.ada.runs('/ask', {}, 'general');
    expect((await follow('POST', '', { content: 'too early' })).body.code).toBe(10015);
    await answerLast(here, { type: 5 });
    clock.pass(15 * 60 * 1000);
    expect((await follow('PATCH', '/messages/@original', { content: 'just in time' })).status).toBe(200);
    clock.pass(1);
    const late = await follow('PATCH', '/messages/@original', { content: 'too late' });
    expect([late.status, late.body.code]).toEqual([401, 50027]);
    void here.ada.runs('/ask', {}, 'general');
    expect(here.simulator.world.state.interactions.size).toBe(1);
  });
});

describe("an interaction's token", () => {
  test('reaches only its own messages, and gives them no other name', async () => {
    const { body } = await bot('POST', `/channels/${here.general}/messages`, { content: 'not an answer' });
    const asked = here.ada.runs('/ask', {}, 'general');
    await answerLast(here, { type: 4, data: { content: 'an answer' } });
    await asked;
    const other = await follow('PATCH', `/messages/${String(body['id'])}`, { content: 'changed' });
    expect([other.status, other.body.code]).toEqual([404, 10008]);
    const named = await follow('POST', '', { content: 'more', username: 'Grandmother' });
    expect(named.body.errors).toHaveProperty('username');
  });
});

describe('buttons and selects', () => {
  test('change their message', async () => {
    const message = await postButtons();
    const clicked = here.ada.clicks('Press', { channel: 'general' });
    expect(lastInteraction(here)).toMatchObject({
      messageId: message,
      data: { custom_id: 'press', component_type: 2 },
    });
    await answerLast(here, { type: 7, data: { content: 'pressed', components: [] } });
    expect((await clicked).message).toMatchObject({ id: message, content: 'pressed', components: [] });
  });

  test('may be acknowledged first and changed later', async () => {
    const message = await postButtons();
    const clicked = here.ada.clicks('Press', { message });
    await answerLast(here, { type: 6 });
    expect((await clicked).message?.content).toBe('choose');
    await follow('PATCH', '/messages/@original', { content: 'changed' });
    const more = await follow('POST', '', { content: 'more' });
    expect((await clicked).message?.content).toBe('changed');
    expect(more.body['id']).not.toBe(message);
  });

  test('that are disabled, links, hidden or elsewhere cannot be used', async () => {
    const message = await postButtons();
    await expect(here.ada.clicks('Broken', { message })).rejects.toThrow('disabled');
    await expect(here.ada.clicks('Site', { message })).rejects.toThrow('link');
    await expect(here.ada.clicks('Nothing', { message })).rejects.toThrow('no button Nothing');
    await expect(here.ada.clicks('Press', { channel: here.desk })).rejects.toThrow();
  });

  test('say whom a person has chosen', async () => {
    const message = await postButtons();
    await expect(here.ada.selects(['ada', 'sam', 'olive'], { message })).rejects.toThrow('1 to 2');
    void here.ada.selects(['sam'], { message, select: 'Who?' });
    expect(lastInteraction(here).data).toMatchObject({
      custom_id: 'who',
      values: [here.sam.id],
      resolved: {
        users: { [here.sam.id]: { username: 'sam' } },
        members: { [here.sam.id]: { roles: [here.staffRole], permissions: expect.any(String) as string } },
      },
    });
    await answerLast(here, { type: 6 });
  });
});

test('what the bot is told of an interaction is complete', async () => {
  const heard: Record<string, unknown>[] = [];
  here.simulator.world.events.listen(({ name, data }) => {
    if (name === 'INTERACTION_CREATE') heard.push(data(here.application.userId));
  });
  void here.ada.runs('/ask', {}, 'general');
  await answerLast(here, { type: 4, data: { content: 'x' } });
  await here.ada.dms('hello');
  void here.ada.runs('/ask', {}, 'dm');
  await answerLast(here, { type: 4, data: { content: 'x' } });
  expect(heard[0]).toMatchObject({
    application_id: here.application.id,
    type: 2,
    version: 1,
    guild_id: here.guild,
    channel: { id: here.general, type: 0 },
    member: { user: { id: here.ada.id }, permissions: expect.any(String) as string },
    app_permissions: expect.any(String) as string,
    locale: 'en-US',
    guild_locale: 'en-US',
    context: 0,
    entitlements: [],
    authorizing_integration_owners: { '0': here.guild },
    attachment_size_limit: 10 * 1024 * 1024,
    data: { name: 'ask', type: 1, id: expect.any(String) as string },
  });
  expect(heard[0]).not.toHaveProperty('user');
  expect(heard[1]).toMatchObject({
    user: { id: here.ada.id },
    context: 1,
    authorizing_integration_owners: { '0': '0' },
  });
  expect(heard[1]).not.toHaveProperty('guild_id');
  expect(heard[1]).not.toHaveProperty('member');
});

const form = {
  custom_id: 'form',
  title: 'A form',
  components: [{ type: 18, label: 'What?', component: { type: 4, custom_id: 'what', style: 2 } }],
};
