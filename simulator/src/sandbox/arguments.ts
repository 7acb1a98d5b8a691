/** How the sandbox was called. */
export interface Arguments {
  /** Where everything is kept. */
  readonly data: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** What runs the bot program; `settings set …` or `start` is appended. */
  readonly command: readonly string[];
}

export const usage =
  'Usage: sandbox --data <folder> [--host 127.0.0.1] [--port 3000] -- <command that runs the bot program>';

/** Reads what follows the program's name, or says what is wrong with it. */
export function readArguments(given: readonly string[]): Arguments | { readonly wrong: string } {
  const end = given.indexOf('--');
  if (end < 0 || end === given.length - 1) return { wrong: 'The command that runs the bot is missing after "--".' };
  const named: Record<string, string> = { '--host': '127.0.0.1', '--port': '3000' };
  for (let at = 0; at < end; at += 2) {
    const [name = '', value] = [given[at], given[at + 1]];
    if (!['--data', '--host', '--port'].includes(name)) return { wrong: `"${name}" is not understood.` };
    if (value === undefined || at + 1 >= end) return { wrong: `${name} needs a value.` };
    named[name] = value;
  }
  const { '--data': data, '--host': host = '', '--port': portText = '' } = named;
  const port = Number(portText);
  if (data === undefined) return { wrong: '--data is missing.' };
  if (!/^\d+$/.test(portText) || port > 65_535) return { wrong: `--port must be from 0 to 65535, not "${portText}".` };
  return { data, host, port, command: given.slice(end + 1) };
}
