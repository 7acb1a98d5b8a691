import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerLast, asking, lastInteraction } from './asking.ts';
import { library, type Library } from './library.ts';

let here: Library;

beforeEach(async () => {
  here = await library();
  await asking(here)('PUT', `/applications/${here.application.id}/commands`, [
    { name: 'ask', description: 'Ask something' },
  ]);
});
afterEach(() => here.simulator.stop());

describe('a form', () => {
  test('sends what was entered, chosen and uploaded', async () => {
    void here.ada.runs('/ask', {}, 'general');
    await answerLast(here, { type: 9, data: form() });
    const text = new TextEncoder().encode('proof');
    const submitted = here.ada.submits({
      what: 'everything',
      'How bad?': ['Very'],
      proof: [{ name: 'proof.txt', bytes: text }],
      sure: 'true',
    });
    const { data, type } = lastInteraction(here);
    expect(type).toBe(5);
    expect(data).toMatchObject({
      custom_id: 'form',
      components: [
        { type: 18, component: { type: 4, custom_id: 'what', value: 'everything' } },
        { type: 18, component: { type: 3, custom_id: 'how', values: ['very'] } },
        { type: 18, component: { type: 19, custom_id: 'proof', values: [expect.any(String)] } },
        { type: 18, component: { type: 23, custom_id: 'sure', value: true } },
        { type: 10 },
      ],
    });
    const [file] = Object.values((data['resolved'] as { attachments: Record<string, { url: string }> }).attachments);
    expect(await (await fetch(file?.url ?? '')).text()).toBe('proof');
    await answerLast(here, { type: 4, data: { content: 'thanks' } });
    expect((await submitted).message?.content).toBe('thanks');
    await expect(here.ada.submits({ what: 'again' })).rejects.toThrow('no form is open');
  });

  test('wants its required fields, and has no others', async () => {
    void here.ada.runs('/ask', {}, 'general');
    await answerLast(here, { type: 9, data: form() });
    await expect(here.ada.submits({})).rejects.toThrow('what wants 1 to 20');
    await expect(here.ada.submits({ what: 'x'.repeat(21) })).rejects.toThrow('what wants 1 to 20');
    await expect(here.ada.submits({ what: 'x', wat: 'y' })).rejects.toThrow('no field wat');
    await expect(here.sam.submits({ what: 'x' })).rejects.toThrow('no form is open');
    const film = { name: 'film.mp4', bytes: new Uint8Array(10 * 1024 * 1024 + 1) };
    await expect(here.ada.submits({ what: 'x', proof: [film] })).rejects.toMatchObject({ code: 40005 });
  });

  test('that is opened anew takes the place of the one before', async () => {
    for (const title of ['First', 'Second']) {
      const asked = here.ada.runs('/ask', {}, 'general');
      await answerLast(here, { type: 9, data: { ...form(), custom_id: title } });
      await asked;
    }
    void here.ada.submits({ what: 'x' });
    expect(lastInteraction(here).data['custom_id']).toBe('Second');
    await answerLast(here, { type: 4, data: { content: 'thanks' } });
    await expect(here.ada.submits({ what: 'x' })).rejects.toThrow('no form is open');
  });

  test.each([
    ['no components', { ...form(), components: [] }],
    ['six components', { ...form(), components: [...form().components, { type: 10, content: 'x' }] }],
    ['a title of 46 characters', { ...form(), title: 'x'.repeat(46) }],
    ['the same custom_id twice', { ...form(), components: [field('a'), field('a')] }],
    ['a disabled select', { ...form(), components: [label({ ...select, disabled: true })] }],
    [
      'a button',
      { ...form(), components: [{ type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'x' }] }] },
    ],
  ])('is refused with %s', async (_what, data) => {
    void here.ada.runs('/ask', {}, 'general');
    const refused = await answerLast(here, { type: 9, data });
    expect([refused.status, refused.body.code]).toEqual([400, 50035]);
  });
});

const select = {
  type: 3,
  custom_id: 'how',
  required: false,
  options: [
    { label: 'A bit', value: 'bit' },
    { label: 'Very', value: 'very' },
  ],
};

function label(component: object, text = 'Label'): object {
  return { type: 18, label: text, component };
}

function field(id: string): object {
  return label({ type: 4, custom_id: id, style: 1 });
}

function form() {
  return {
    custom_id: 'form',
    title: 'A form',
    components: [
      label({ type: 4, custom_id: 'what', style: 2, max_length: 20 }, 'What?'),
      label(select, 'How bad?'),
      label({ type: 19, custom_id: 'proof', required: false, max_values: 2 }, 'Proof'),
      label({ type: 23, custom_id: 'sure' }, 'Sure?'),
      { type: 10, content: 'Thank you.' },
    ],
  };
}
