import { resolve } from 'node:path';
import * as z from 'zod';

/** The operator's choices, complete. Read once, from environment variables; see .env.example for each. */
export interface Config {
  readonly discord: {
    /** Null runs no bot. */
    readonly token: string | null;
    /** REST base without the version and without a slash at the end, like `https://discord.com/api`. */
    readonly api: string;
    /** Where people are sent to invite the bot, like `https://discord.com`. */
    readonly site: string;
    /** Base of avatars and files, without a slash at the end. */
    readonly cdn: string;
    readonly requestsPerSecond: number;
    /** zlib-stream on the gateway: less traffic, more CPU. */
    readonly gatewayCompression: boolean;
  };
  /** An absolute path. */
  readonly dataDir: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where people reach the program's own pages, without a slash at the end; null: nowhere but on this machine. */
  readonly publicUrl: string | null;
  readonly routing: 'ask' | 'sticky';
  readonly logLevel: LogLevel;
  readonly files: {
    /** What is larger is named with its link, not stored; bytes. */
    readonly maxBytes: number;
    /** Per member and day; bytes. */
    readonly dailyBytesPerMember: number;
    /** Stays free on the disk; bytes. */
    readonly diskReserveBytes: number;
  };
}

const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

/** `variable` is the environment variable's name. */
export interface ConfigProblem {
  readonly variable: string;
  readonly wrong: string;
  readonly example: string;
}

const mebibyte = 1024 * 1024;

/** The example stands in the schema's description. */
const schema = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^(?!bot\b)\S+$/i, 'must be the token alone, without spaces and without "Bot"')
    .optional()
    .describe('the token that the developer portal shows under Bot → Reset Token'),
  DISCORD_API: address('https://discord.com/api').refine((url) => !/\/v\d+$/.test(url), {
    error: 'must not end in a version, which is added here',
  }),
  DISCORD_OAUTH: address('https://discord.com'),
  DISCORD_CDN: address('https://cdn.discordapp.com'),
  DISCORD_REQUESTS_PER_SECOND: whole(1, 10_000, 50),
  DISCORD_GATEWAY_COMPRESSION: oneOf(['none', 'zlib-stream']),
  DATA_DIR: z.string().default('./data').describe('./data'),
  DATABASE_URL: z
    .never('is not supported in this version; leave it out, and a SQLite file in DATA_DIR keeps the data')
    .optional()
    .describe('DATA_DIR=./data'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an address')
    .default('127.0.0.1')
    .describe('127.0.0.1'),
  PORT: whole(0, 65_535, 3000),
  PUBLIC_URL: webAddress()
    .refine((url) => !/[?#]/.test(url), { error: 'must have nothing behind its path' })
    .optional()
    .describe('https://modmail.example.org'),
  ROUTING: oneOf(['ask', 'sticky']),
  LOG_LEVEL: oneOf(logLevels, 'info'),
  FILE_MAX_MB: whole(0, 500, 25),
  FILES_DAILY_MB_PER_MEMBER: whole(0, 1_000_000, 250),
  DISK_RESERVE_MB: whole(0, 1_000_000, 500),
});

/** The name of every environment variable that counts. */
export const configVariables: readonly string[] = Object.keys(schema.shape);

/** Reads the whole environment, or says everything that is wrong with it. An empty variable counts as not set. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly config: Config } | { readonly problems: readonly ConfigProblem[] } {
  const set = Object.entries(environment).flatMap(([name, value]): [string, string][] => {
    const trimmed = value?.trim() ?? '';
    return trimmed === '' ? [] : [[name, trimmed]];
  });
  const read = schema.safeParse(Object.fromEntries(set));
  if (!read.success) return { problems: problemsOf(read.error) };
  const values = read.data;
  return {
    config: {
      discord: {
        token: values.DISCORD_TOKEN ?? null,
        api: values.DISCORD_API,
        site: values.DISCORD_OAUTH,
        cdn: values.DISCORD_CDN,
        requestsPerSecond: values.DISCORD_REQUESTS_PER_SECOND,
        gatewayCompression: values.DISCORD_GATEWAY_COMPRESSION === 'zlib-stream',
      },
      dataDir: resolve(values.DATA_DIR),
      host: values.HOST,
      port: values.PORT,
      publicUrl: values.PUBLIC_URL ?? null,
      routing: values.ROUTING,
      logLevel: values.LOG_LEVEL,
      files: {
        maxBytes: values.FILE_MAX_MB * mebibyte,
        dailyBytesPerMember: values.FILES_DAILY_MB_PER_MEMBER * mebibyte,
        diskReserveBytes: values.DISK_RESERVE_MB * mebibyte,
      },
    },
  };
}

/** Never shows what was set: it may be a token in the wrong place. */
export function writeConfigProblem({ variable, wrong, example }: ConfigProblem): string {
  return `${variable} ${wrong}, for example ${example}`;
}

function problemsOf(error: z.ZodError): readonly ConfigProblem[] {
  const fields: Readonly<Record<string, z.ZodType>> = schema.shape;
  return error.issues.map(({ path, message }) => {
    const variable = String(path[0]);
    const described = fields[variable]?.description ?? '';
    const example = /[=\s]/.test(described) ? described : `${variable}=${described}`;
    return { variable, wrong: message, example };
  });
}

/** A web address without a slash at its end. */
function webAddress(): z.ZodType<string> {
  return z
    .string()
    .refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), { error: 'must be an http or https address' })
    .transform((text) => text.replace(/\/+$/, ''));
}

function address(usual: string): z.ZodType<string> {
  return webAddress().default(usual).describe(usual);
}

function whole(least: number, most: number, usual: number): z.ZodType<number> {
  const wrong = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, wrong)
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: wrong })
    .default(usual)
    .describe(String(usual));
}

function oneOf<const Names extends readonly [string, ...string[]]>(
  names: Names,
  usual: Names[number] = names[0],
): z.ZodType<Names[number]> {
  return z
    .enum(names, { error: `must be one of ${names.join(', ')}` })
    .default(usual as never)
    .describe(usual);
}
