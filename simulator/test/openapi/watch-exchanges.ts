import type { ValidateFunction } from 'ajv';
import type { Exchange } from '../../src/options.ts';
import { compiler, complaintsOf } from './compile.ts';
import { eventComplaints } from './events.ts';
import { applyOverlay, close } from './overlay.ts';
import { semanticComplaints } from './semantics.ts';
import { loadSpec, type Operation, type Schema, type Spec } from './spec.ts';

export interface Watch {
  /** For `SimulatorOptions.observe`. */
  readonly observe: (exchange: Exchange) => void;
  /** An event as a bot is told it. */
  readonly hear: (name: string, data: Readonly<Record<string, unknown>>) => void;
  /** What was wrong so far, one line each; asking empties the list. */
  readonly violations: () => string[];
}

/**
 * Compares every exchange with Discord's OpenAPI file: answers must be as complete as Discord's, and what the simulator accepted must be what
 * Discord would accept. What events carry is compared, too. Null where the file is absent.
 */
export function watchExchanges(spec: Spec | null = shared()): Watch | null {
  if (!spec) return null;
  const check = checks.get(spec) ?? checker(spec);
  checks.set(spec, check);
  let found: string[] = [];
  return {
    observe: (exchange) => {
      for (const complaint of check.exchange(exchange))
        found.push(`${exchange.method} ${exchange.route} → ${exchange.status}: ${complaint}`);
    },
    hear: (name, data) => {
      for (const complaint of check.event(name, data)) found.push(`${name}: ${complaint}`);
    },
    violations() {
      const all = found;
      found = [];
      return all;
    },
  };
}

// Compiling is the slow part, so that one test file does it once.
const checks = new WeakMap<Spec, Checker>();
let loaded: Spec | null | undefined;
function shared(): Spec | null {
  loaded ??= loadSpec();
  return loaded;
}

interface Checker {
  readonly exchange: (exchange: Exchange) => string[];
  readonly event: (name: string, data: Readonly<Record<string, unknown>>) => string[];
}

function checker(spec: Spec): Checker {
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

  const exchange = (exchange: Exchange): string[] => {
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
    if (body) complaints.push(...complaintsOf(requestSchema(key, body), exchange.request ?? {}, 'request'));
    return [...complaints, ...semanticComplaints(exchange, nameless(exchange.route)).map((text) => `accepts ${text}`)];
  };
  return { exchange, event: (name, data) => eventComplaints(answerSchema, name, data) };
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
  return complaintsOf(compile(schema, name), exchange.response, 'answer');
}

/** Discord's documentation and its OpenAPI file name parameters differently. */
function nameless(path: string): string {
  return path.replaceAll(/\{[^}]+\}/g, '{}');
}
