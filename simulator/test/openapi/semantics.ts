import type { Exchange } from '../../src/options.ts';

type Body = Record<string, unknown>;

const callback = '/interactions/{}/{}/callback';
/** The routes whose body is a message. */
const carriesMessage = /\/messages(\/\{\}|\/@original)?$|^\/webhooks\/\{\}\/\{\}$/;

/**
 * What Discord refuses and no schema can say: complaints about a request that the simulator accepted. `route` has its parameters as `{}`.
 */
export function semanticComplaints(exchange: Pick<Exchange, 'method' | 'request' | 'files'>, route: string): string[] {
  const message = messageIn(exchange, route);
  if (!message) return [];
  const complaints = [...embedComplaints(message), ...componentComplaints(message), ...mentionComplaints(message)];
  const isNew = exchange.method === 'POST' && route !== callback;
  if (isNew && !exchange.files && isEmpty(message)) complaints.push('an empty message');
  if (typeof message['username'] === 'string' && /clyde|discord/i.test(message['username']))
    complaints.push(`the webhook name ${message['username']}`);
  return complaints;
}

/** The part of a request body that is a message: an interaction's answer and a forum post carry it inside. */
function messageIn({ method, request }: Pick<Exchange, 'method' | 'request'>, route: string): Body | null {
  if (method !== 'POST' && method !== 'PATCH') return null;
  const body = asBody(request);
  if (!body) return null;
  if (route === callback) return [4, 7].includes(Number(body['type'])) ? asBody(body['data']) : null;
  if (route === '/channels/{}/threads') return asBody(body['message']);
  return carriesMessage.test(route) ? body : null;
}

function isEmpty(message: Body): boolean {
  const has = (field: string) => {
    const value = message[field];
    return Array.isArray(value) || typeof value === 'string' ? value.length > 0 : Boolean(value);
  };
  const reference = asBody(message['message_reference']);
  if (reference?.['type'] === 1) return false;
  return !['content', 'embeds', 'sticker_ids', 'components', 'attachments', 'poll'].some(has);
}

function embedComplaints(message: Body): string[] {
  const text = (value: unknown) => (typeof value === 'string' ? [...value.trim()].length : 0);
  let sum = 0;
  for (const embed of bodies(message['embeds'])) {
    sum += text(embed['title']) + text(embed['description']);
    sum += text(asBody(embed['footer'])?.['text']) + text(asBody(embed['author'])?.['name']);
    for (const field of bodies(embed['fields'])) sum += text(field['name']) + text(field['value']);
  }
  return sum > 6000 ? [`embeds of ${sum} characters in all`] : [];
}

function componentComplaints(message: Body): string[] {
  const top = bodies(message['components']);
  const all = top.flatMap(withNested);
  const complaints: string[] = [];
  const newer = (Number(message['flags'] ?? 0) & (1 << 15)) !== 0;
  const ids = all.map((component) => component['custom_id']).filter((id) => typeof id === 'string');
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at)))
    complaints.push(`the custom_id ${id} twice`);
  if (!newer && top.length > 5) complaints.push(`${top.length} action rows`);
  if (all.length > 40) complaints.push(`${all.length} components`);
  if (newer && (message['content'] || bodies(message['embeds']).length > 0 || message['poll']))
    complaints.push('components V2 together with content, embeds or a poll');
  for (const button of all.filter((component) => component['type'] === 2)) {
    const wants = button['style'] === 5 ? 'url' : button['style'] === 6 ? 'sku_id' : 'custom_id';
    if (!button[wants]) complaints.push(`a button of style ${String(button['style'])} without ${wants}`);
  }
  return complaints;
}

function withNested(component: Body): Body[] {
  const inside = [...bodies(component['components']), asBody(component['accessory']), asBody(component['component'])];
  return [component, ...inside.filter((one) => one !== null).flatMap(withNested)];
}

function mentionComplaints(message: Body): string[] {
  const allowed = asBody(message['allowed_mentions']);
  if (!allowed) return [];
  const parse = Array.isArray(allowed['parse']) ? allowed['parse'] : [];
  const lists = ['users', 'roles'].filter((kind) => Array.isArray(allowed[kind]) && allowed[kind].length > 0);
  return lists
    .filter((kind) => parse.includes(kind))
    .map((kind) => `allowed_mentions with all ${kind} and a list of some`);
}

const asBody = (value: unknown): Body | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : null;
const bodies = (value: unknown): Body[] =>
  Array.isArray(value) ? value.map(asBody).filter((body) => body !== null) : [];
