import type { Schema, Spec } from './spec.ts';

/**
 * Where Discord's documentation, clients and servers differ from the OpenAPI file, they win. This changes `spec` accordingly; what a schema
 * cannot say is in semantics.ts.
 */
export function applyOverlay(spec: Spec): void {
  const { schemas } = spec.components;
  for (const [name, schema] of Object.entries(schemas)) {
    permissionsAsText(schema);
    shortContent(name, schema);
    carriedFields(name, schema, schemas['IncomingWebhookRequestPartial']);
    if (name === 'MessageAttachmentRequest') anyAttachmentId(schema);
    if (properties(schema)['permission_overwrites']) manyOverwrites(schema);
    // https://docs.discord.com/developers/interactions/application-commands#application-command-object
    if (/^ApplicationCommand\w*Request/.test(name) && properties(schema)['name'])
      Object.assign(properties(schema), { nsfw: { type: ['boolean', 'null'] } });
  }
  for (const methods of Object.values(spec.paths))
    for (const operation of Object.values(methods)) {
      const body = operation.requestBody?.content?.['application/json']?.schema;
      if (body) permissionsAsText(body);
    }
  // https://docs.discord.com/developers/resources/user#modify-current-user: all of its fields are optional.
  delete schemas['BotAccountPatchRequest']?.['required'];
  forwards(schemas['MessageReferenceType']);
  fiveFields(schemas['ModalInteractionCallbackRequestData']);
  // The tree of a 50035 has strings as its inner codes, like BASE_TYPE_REQUIRED.
  schemas['ErrorDetails'] = {
    type: 'object',
    properties: {
      _errors: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          properties: { code: { type: 'string' }, message: { type: 'string' } },
          required: ['code', 'message'],
        },
      },
    },
    additionalProperties: { $ref: '#/components/schemas/ErrorDetails' },
  };
  // https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit: most 429s have no code.
  schemas['RatelimitedResponse'] = {
    type: 'object',
    properties: {
      message: { type: 'string' },
      retry_after: { type: 'number' },
      global: { type: 'boolean' },
      code: { type: 'integer' },
    },
    required: ['message', 'retry_after', 'global'],
  };
}

/** Makes every object refuse fields that it does not name: for requests, where a misspelt field would else pass unseen. */
export function close(node: unknown): void {
  if (Array.isArray(node)) node.forEach(close);
  if (typeof node !== 'object' || node === null) return;
  const schema = node as Schema;
  if (schema['type'] === 'object' && schema['properties'] && schema['additionalProperties'] === undefined)
    schema['additionalProperties'] = false;
  Object.values(schema).forEach(close);
}

const properties = (schema: Schema | undefined) => (schema?.['properties'] ?? {}) as Record<string, Schema>;

/** Bit fields are decimal strings: https://docs.discord.com/developers/topics/permissions. */
function permissionsAsText(schema: Schema): void {
  for (const name of ['allow', 'deny', 'permissions', 'default_member_permissions']) {
    const field = properties(schema)[name];
    if (field && JSON.stringify(field['type'])?.includes('integer'))
      properties(schema)[name] = { anyOf: [field, { type: 'string', pattern: '^[0-9]+$' }] };
  }
}

/** 4000 characters are for people with Nitro; apps have 2000: https://docs.discord.com/developers/resources/message#create-message. */
function shortContent(name: string, schema: Schema): void {
  const { content } = properties(schema);
  if (content?.['maxLength'] === 4000 && !name.includes('Component')) content['maxLength'] = 2000;
}

/** discord.js sends these with whatever has a text; Discord ignores them where they mean nothing. */
function carriedFields(name: string, schema: Schema, execute: Schema | undefined): void {
  const fields = properties(schema);
  if (!fields['content'] || !fields['allowed_mentions']) return;
  for (const field of ['tts', 'enforce_nonce']) fields[field] ??= { type: ['boolean', 'null'] };
  if (name !== 'IncomingWebhookUpdateRequestPartial') return;
  for (const field of ['username', 'avatar_url']) fields[field] ??= properties(execute)[field] ?? {};
}

/** Uploads are numbered, so clients send integers: https://docs.discord.com/developers/reference#uploading-files. */
function anyAttachmentId(schema: Schema): void {
  const { id } = properties(schema);
  if (id) properties(schema)['id'] = { anyOf: [id, { type: 'integer', minimum: 0 }] };
}

/** 1000 by error 30060: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json. */
function manyOverwrites(schema: Schema): void {
  const field = properties(schema)['permission_overwrites'];
  if (field?.['maxItems']) field['maxItems'] = 1000;
}

/** https://docs.discord.com/developers/resources/message#message-reference-types */
function forwards(schema: Schema | undefined): void {
  if (schema) schema['oneOf'] = [{ const: 0 }, { const: 1 }];
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal */
function fiveFields(schema: Schema | undefined): void {
  const { components } = properties(schema);
  if (components) components['maxItems'] = 5;
}
