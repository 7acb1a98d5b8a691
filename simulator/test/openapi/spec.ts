import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Schema = Record<string, unknown>;

export interface Operation {
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body & { readonly $ref?: string }>>;
}

interface Body {
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

/** The parts of an OpenAPI 3.1 document that we use. */
export interface Spec {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Record<string, Schema>;
    readonly responses: Readonly<Record<string, Body>>;
  };
}

const besideTheProject = fileURLToPath(new URL('../../../../shared/discord-openapi.json', import.meta.url));

/**
 * Discord's own description of its API (https://github.com/discord/discord-api-spec), from `DISCORD_OPENAPI` or beside the project.
 * Null where there is none, unless `REQUIRE_SPEC` says that there must be one, as .ci/run does.
 */
export function loadSpec(env: NodeJS.ProcessEnv = process.env): Spec | null {
  const file = env['DISCORD_OPENAPI'] || besideTheProject;
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Spec;
  if (env['REQUIRE_SPEC'])
    throw new Error(`Discord's OpenAPI file is missing at ${file}; name its place in DISCORD_OPENAPI`);
  return null;
}
