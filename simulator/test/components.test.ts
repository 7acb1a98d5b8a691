import type { MessageFlags } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientOf, refusal } from './client.ts';
import { library, type Library } from './library.ts';

let here: Library;
beforeAll(async () => {
  here = await library();
});
afterAll(() => here.simulator.stop());

const send = (components: readonly unknown[], more: object = {}) =>
  clientOf(here).channels.createMessage(here.general, { components: components as never, ...more });

const button = (id: string, more: object = {}) => ({ type: 2, style: 1, label: id, custom_id: id, ...more });
const row = (...components: readonly unknown[]) => ({ type: 1, components });
const options = (count: number) => Array.from({ length: count }, (_, at) => ({ label: `${at}`, value: `${at}` }));
const select = (more: object = {}) => ({ type: 3, custom_id: 'pick', options: options(2), ...more });
const v2 = { flags: 1 << 15 };

describe('buttons and menus', () => {
  test('come back complete, with ids of their own', async () => {
    const { components } = await send([row(button('a'), button('b', { id: 7 })), row(select())]);
    expect(components).toMatchObject([
      { id: 1, components: [{ id: 2 }, { id: 7 }] },
      { id: 3, components: [{ id: 4, min_values: 1, max_values: 1 }] },
    ]);
  });

  test.each<[string, unknown[], string]>([
    ['six rows', Array.from({ length: 6 }, (_, at) => row(button(`${at}`))), 'components BASE_TYPE_MAX_LENGTH'],
    [
      'six buttons in a row',
      [row(...'abcdef'.split('').map((id) => button(id)))],
      'components.0.components BASE_TYPE_BAD_LENGTH',
    ],
    ['an empty row', [row()], 'components.0.components BASE_TYPE_BAD_LENGTH'],
    [
      'a button and a menu in a row',
      [row(button('a'), select())],
      'components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    [
      'a custom id twice',
      [row(button('a')), row(button('a'))],
      'components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a button without an id',
      [row({ type: 2, style: 1, label: 'x' })],
      'components.0.components.0.custom_id BASE_TYPE_REQUIRED',
    ],
    [
      'a button without label and emoji',
      [row(button('a', { label: undefined }))],
      'components.0.components.0 BUTTON_COMPONENT_INVALID_LABEL',
    ],
    [
      'a long label',
      [row(button('a', { label: 'x'.repeat(81) }))],
      'components.0.components.0.label BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a link with a custom id',
      [row(button('a', { style: 5, url: 'https://example.org' }))],
      'components.0.components.0 BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
    ],
    [
      'a link to nowhere',
      [row({ type: 2, style: 5, label: 'x', url: 'javascript:alert(1)' })],
      'components.0.components.0.url URL_TYPE_INVALID_SCHEME',
    ],
    ['26 choices', [row(select({ options: options(26) }))], 'components.0.components.0.options BASE_TYPE_BAD_LENGTH'],
    [
      'a choice twice',
      [row(select({ options: [...options(1), ...options(1)] }))],
      'components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    ['a slip of the pen', [row(button('a', { labell: 'x' }))], 'components.0.components.0.labell UNKNOWN_FIELD'],
    ['a text without its flag', [{ type: 10, content: 'x' }], 'components.0.type UNION_TYPE_CHOICES'],
  ])('are refused for %s', async (_, components, field) => {
    expect(await refusal(send(components))).toMatchObject({ code: 50035, fields: [field] });
  });
});

describe('components of the second kind', () => {
  test('make a message by themselves', async () => {
    const container = {
      type: 17,
      accent_color: 0x5865f2,
      components: [
        { type: 10, content: '# Title' },
        { type: 9, components: [{ type: 10, content: 'beside' }], accessory: button('a') },
        { type: 14 },
        row(button('b')),
      ],
    };
    const { components } = await send([container], v2);
    expect(components?.[0]).toMatchObject({ type: 17, components: [{}, { accessory: { custom_id: 'a' } }, {}, {}] });
  });

  test.each<[string, unknown[], object, string]>([
    [
      'texts beside them',
      [{ type: 10, content: 'x' }],
      { content: 'x' },
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'more than 40 of them',
      Array.from({ length: 14 }, (_, at) => row(button(`a${at}`), button(`b${at}`))),
      {},
      'components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      'a box in a box',
      [{ type: 17, components: [{ type: 17, components: [{ type: 14 }] }] }],
      {},
      'components.0.components.0.type UNION_TYPE_CHOICES',
    ],
    [
      'too much text',
      [
        { type: 10, content: 'x'.repeat(2001) },
        { type: 10, content: 'x'.repeat(2000) },
      ],
      {},
      'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ],
  ])('are refused for %s', async (_, components, more, field) => {
    expect(await refusal(send(components, { ...v2, ...more }))).toMatchObject({ code: 50035, fields: [field] });
  });

  test('cannot be left again by an edit', async () => {
    const api = clientOf(here);
    const { id } = await send([{ type: 10, content: 'x' }], v2);
    expect(await refusal(api.channels.editMessage(here.general, id, { flags: 0 as MessageFlags }))).toMatchObject({
      fields: ['flags MESSAGE_FLAG_CANNOT_BE_REMOVED'],
    });
  });
});
