import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { Exchange } from '../../src/options.ts';
import { applyOverlay, close } from './overlay.ts';
import { semanticComplaints } from './semantics.ts';
import { loadSpec, type Operation, type Schema, type Spec } from './spec.ts';

export interface Watch {
  /** For `SimulatorOptions.observe`. */
  readonly observe: (exchange: Exchange) => void;
  /** What was wrong so far, one line each; asking empties the list. */
  readonly violations: () => string[];
}

/**
 * Compares every exchange with Discord's OpenAPI file: answers must be as complete as Discord's, and what the simulator accepted must be what
 * Discord would accept. Null where the file is absent.
 */
export function watchExchanges(spec: Spec | null = shared()): Watch | null {
  if (!spec) return null;
  const check = checks.get(spec) ?? checker(spec);
  checks.set(spec, check);
  let found: string[] = [];
  return {
    observe: (exchange) => {
      for (const complaint of check(exchange))
        found.push(`${exchange.method} ${exchange.route} → ${exchange.status}: ${complaint}`);
    },
    violations() {
      const all = found;
      found = [];
      return all;
    },
  };
}

// Compiling is the slow part, so that one test file does it once.
const checks = new WeakMap<Spec, (exchange: Exchange) => string[]>();
let loaded: Spec | null | undefined;
function shared(): Spec | null {
  loaded ??= loadSpec();
  return loaded;
}

function checker(spec: Spec): (exchange: Exchange) => string[] {
  const answers = structuredClone(spec);
  applyOverlay(answers);
  const requests = structuredClone(answers);
  close(requests.components.schemas);
  const answerSchema = compiler(answers);
  const requestSchema = compiler(requests);
  const operations = new Map<string, Operation>();
  for (const [path, methods] of Object.entries(answers.paths))
    for (const [method, operation] of Object.entries(methods))
      operations.set(`${method.toUpperCase()} ${nameless(path)}`, operation);

  return (exchange) => {
    if (isOwnFailure(exchange)) return ['the simulator itself failed'];
    // Injected faults and unknown routes: nothing of Discord's own to compare with.
    if (exchange.status === 0 || exchange.status >= 500 || exchange.route === '') return [];
    const key = `${exchange.method} ${nameless(exchange.route)}`;
    const operation = operations.get(key);
    if (!operation) return ['Discord has no such endpoint'];
    const complaints = answerComplaints(exchange, operation, spec, (schema, name) =>
      answerSchema(`${key} ${name}`, schema),
    );
    if (exchange.status >= 300) return complaints;
    const body = operation.requestBody?.content?.['application/json']?.schema;
    if (body) complaints.push(...ask(requestSchema(key, body), exchange.request ?? {}, 'request'));
    return [...complaints, ...semanticComplaints(exchange, nameless(exchange.route)).map((text) => `accepts ${text}`)];
  };
}

/** Faults that tests ask for have other messages. */
function isOwnFailure({ status, response }: Exchange): boolean {
  return status === 500 && (response as { message?: unknown }).message === '500: Internal Server Error';
}

function answerComplaints(
  exchange: Exchange,
  operation: Operation,
  spec: Spec,
  compile: (schema: Schema, name: string) => ValidateFunction,
): string[] {
  const name = exchange.status >= 400 && exchange.status !== 429 ? '4XX' : String(exchange.status);
  const found = operation.responses[name];
  if (!found) return [`Discord answers ${Object.keys(operation.responses).join(', ')}`];
  const response = found.$ref ? spec.components.responses[found.$ref.split('/').at(-1) ?? ''] : found;
  const schema = response?.content?.['application/json']?.schema;
  if (!schema) return exchange.response === undefined || exchange.response === null ? [] : ['Discord answers no body'];
  return ask(compile(schema, name), exchange.response, 'answer');
}

/** Compiles what is asked for, once. */
function compiler(spec: Spec): (key: string, schema: Schema) => ValidateFunction {
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

/** Of a union's many errors the deepest says most. */
function ask(validate: ValidateFunction, value: unknown, what: string): string[] {
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

/** Discord's documentation and its OpenAPI file name parameters differently. */
function nameless(path: string): string {
  return path.replaceAll(/\{[^}]+\}/g, '{}');
}
