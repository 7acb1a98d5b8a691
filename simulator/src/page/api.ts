import type { Act } from '../sandbox/act.ts';
import type { ActResult, ChannelKind, CommandView, FaultKind, MessageView } from '../sandbox/wire.ts';

/** The sandbox's HTTP API, as the page uses it. A sandbox that does not answer is a problem in words, never an exception. */
const base = '/sandbox/api';

export async function act(person: string, what: Act, files: readonly File[] = []): Promise<ActResult> {
  const request: RequestInit =
    files.length === 0
      ? { body: JSON.stringify(what), headers: { 'content-type': 'application/json' } }
      : { body: multipart(what, files) };
  const answer = await send<ActResult>('POST', `/people/${person}/acts`, request);
  return answer ?? { ok: false, code: 0, problem: 'The sandbox does not answer. Is it still running?' };
}

export interface Page {
  /** Oldest first. */
  readonly messages: readonly MessageView[];
  readonly older: boolean;
}

export const fetchMessages = (person: string, channel: string, before?: string) =>
  send<Page>('GET', `/people/${person}/channels/${channel}/messages${before === undefined ? '' : `?before=${before}`}`);

export const fetchCommands = (person: string, channel: string) =>
  send<readonly CommandView[]>('GET', `/people/${person}/channels/${channel}/commands`);

export const killBot = () => send('POST', '/bot/kill');
export const cutGateway = () => send('POST', '/gateway/cut');
export const breakIt = (kind: FaultKind, seconds: number) => post('/faults', { kind, seconds });
export const mend = () => send('DELETE', '/faults');
export const flow = (running: boolean, perSecond: number) => post('/flow', { running, perSecond });
export const reset = () => send('POST', '/reset');
export const chooseChannelKind = (guild: string, kind: ChannelKind) => post(`/guilds/${guild}/channel-kind`, { kind });

/** Where a file can be opened: the sandbox sees it as read, and keeps pages in it from acting here. */
export const openAddress = (attachment: string) => `${base}/attachments/${attachment}`;

function post(path: string, body: unknown) {
  return send('POST', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
}

async function send<Answer>(method: string, path: string, request: RequestInit = {}): Promise<Answer | null> {
  try {
    const response = await fetch(`${base}${path}`, { ...request, method });
    if (response.status === 204) return null;
    const isResult = response.headers.get('content-type')?.includes('application/json') ?? false;
    return isResult ? ((await response.json()) as Answer) : null;
  } catch {
    // The network, or a sandbox that is being reset: the caller says so, and the live stream comes back by itself.
    return null;
  }
}

function multipart(what: Act, files: readonly File[]): FormData {
  const form = new FormData();
  form.set('act', JSON.stringify(what));
  for (const file of files) form.append('files', file, file.name);
  return form;
}
