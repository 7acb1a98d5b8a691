import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Schema, Spec } from './spec.ts';

/** `key` tells schemas apart; each is compiled once. */
export type Compile = (key: string, schema: Schema) => ValidateFunction;

export function compiler(spec: Spec): Compile {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true });
  formats.default(ajv, ['date-time', 'uri', 'int32', 'int64', 'double']);
  ajv.addFormat('snowflake', /^(0|[1-9]\d{0,19})$/);
  ajv.addFormat('nonce', true);
  ajv.addSchema({ $id: 'discord', components: spec.components });
  const ready = new Map<string, ValidateFunction>();
  return (key, schema) => {
    const validate = ready.get(key) ?? ajv.compile(inside(schema));
    ready.set(key, validate);
    return validate;
  };
}

/** The same schema outside of the document: its references name the document. */
function inside(schema: Schema): Schema {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"discord#/components/');
  return JSON.parse(text) as Schema;
}

/** What is wrong with a value, in few words: of a union's many errors the deepest says most. */
export function complaintsOf(validate: ValidateFunction, value: unknown, what: string): string[] {
  if (validate(value)) return [];
  const depth = (error: ErrorObject) => error.instancePath.split('/').length;
  const telling = (validate.errors ?? []).filter(
    (error) => !['oneOf', 'anyOf', 'const', 'type'].includes(error.keyword),
  );
  const errors = (telling.length > 0 ? telling : (validate.errors ?? [])).toSorted((a, b) => depth(b) - depth(a));
  const lines = errors.slice(0, 3).map((error) => {
    const extra = 'additionalProperty' in error.params ? ` (${String(error.params['additionalProperty'])})` : '';
    return `${what}${error.instancePath} ${error.message ?? ''}${extra}`;
  });
  return [...new Set(lines)];
}
