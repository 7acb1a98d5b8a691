import { Hono, type Context } from 'hono';
import { ApiError } from '../../errors.ts';
import type { Attached } from '../../people/person.ts';
import type { Simulator } from '../../simulator.ts';
import { actSchema, type ParsedAct } from '../act.ts';
import { perform } from '../perform.ts';
import { clientView, seesChannel } from '../view/client.ts';
import { commandViews } from '../view/commands.ts';
import { messageView } from '../view/message.ts';
import type { ActResult, ClientView, CommandView, MessageView } from '../wire.ts';

/** Messages in one answer. */
const pageSize = 50;

/** What one person sees and does. `acted` is told of every act, since not all of them are events. */
export function peopleRoutes(simulator: Simulator, acted: (personId: string) => void): Hono {
  const { world } = simulator;
  const routes = new Hono();

  routes.get('/:person/client', (context) => {
    const client = clientView(world, context.req.param('person'));
    return client ? context.json<ClientView>(client) : context.notFound();
  });
  routes.get('/:person/channels/:channel/messages', (context) => {
    const { person, channel } = context.req.param();
    if (!seesChannel(world, person, channel)) return context.notFound();
    const before = context.req.query('before');
    const all = simulator.person(person).reads(channel);
    const end = before === undefined ? all.length : all.findIndex(({ id }) => id === before);
    const from = Math.max(0, end - pageSize);
    return context.json<{ messages: readonly MessageView[]; older: boolean }>({
      messages: all.slice(from, Math.max(0, end)).map((message) => messageView(world, message, person)),
      older: from > 0,
    });
  });
  routes.get('/:person/channels/:channel/commands', (context) => {
    const { person, channel } = context.req.param();
    const found = world.state.channels.get(channel);
    if (!found || !seesChannel(world, person, channel)) return context.notFound();
    return context.json<readonly CommandView[]>(commandViews(world, person, found));
  });
  routes.post('/:person/acts', async (context) => {
    const person = context.req.param('person');
    const user = world.state.users.get(person);
    if (!user || user.bot) return context.json<ActResult>({ ok: false, code: 10013, problem: 'Unknown User' }, 404);
    const read = await readAct(context);
    if ('wrong' in read) return context.json<ActResult>({ ok: false, code: 50035, problem: read.wrong }, 400);
    try {
      const { answered, choices } = await perform(simulator, person, read.act, read.files);
      acted(person);
      return context.json<ActResult>({
        ok: true,
        answered: answered && { failed: answered.failed, modal: answered.modal },
        choices,
      });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return context.json<ActResult>({ ok: false, code: error.code, problem: inWords(error) }, 400);
    }
  });
  return routes;
}

type Read = { readonly act: ParsedAct; readonly files: readonly Attached[] } | { readonly wrong: string };

/** JSON alone, or in the field `act` of a form with `files`. */
async function readAct(context: Context): Promise<Read> {
  const isForm = context.req.header('content-type')?.startsWith('multipart/form-data') ?? false;
  const form = isForm ? await context.req.formData() : null;
  const text = form ? form.get('act') : await context.req.text();
  const json = parseJson(typeof text === 'string' ? text : '');
  const parsed = actSchema.safeParse(json);
  if (!parsed.success) {
    return { wrong: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
  }
  const files: Attached[] = [];
  for (const file of form?.getAll('files') ?? []) {
    if (typeof file === 'string') continue;
    const bytes = new Uint8Array(await file.arrayBuffer());
    files.push({ name: file.name, bytes, ...(file.type === '' ? {} : { type: file.type }) });
  }
  return { act: parsed.data, files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the schema says so.
    return undefined;
  }
}

/** Discord's refusal for whoever sees it as a toast: the innermost message of a form error says more than "Invalid Form Body". */
function inWords({ message, errors }: ApiError): string {
  const inner = errors && innermost(errors);
  return inner ?? message.charAt(0).toUpperCase() + message.slice(1);
}

function innermost(tree: Readonly<Record<string, unknown>>): string | null {
  for (const [key, value] of Object.entries(tree)) {
    if (key === '_errors' && Array.isArray(value)) return String((value[0] as { message?: unknown })?.message ?? '');
    if (typeof value === 'object' && value !== null) return innermost(value as Record<string, unknown>);
  }
  return null;
}
