import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Status } from '../wire.ts';
import type { Controls } from '../controls.ts';

const faultSchema = z.strictObject({
  kind: z.enum(['refuse', 'act-then-fail', 'delay', 'no-gateway', 'no-server']),
  seconds: z.number().positive().max(600),
});
const flowSchema = z.strictObject({ running: z.boolean(), perSecond: z.number().min(0.1).max(50) });
const kindSchema = z.strictObject({ kind: z.enum(['private-thread', 'private-channel', 'forum-post']) });

/** What is broken, counted and chosen for the whole sandbox. */
export function controlRoutes(controls: Controls): Hono {
  const routes = new Hono();
  const done = (context: Context) => context.json<Status>(controls.status());

  routes.get('/status', done);
  routes.post('/faults', async (context) => {
    const read = faultSchema.safeParse(await context.req.json().catch(() => null));
    if (!read.success) return wrong(context, read.error);
    controls.break(read.data.kind, read.data.seconds);
    return done(context);
  });
  routes.delete('/faults', (context) => {
    controls.mend();
    return done(context);
  });
  routes.post('/gateway/cut', (context) => {
    controls.cutGateway();
    return done(context);
  });
  routes.post('/bot/kill', (context) => {
    controls.killBot();
    return done(context);
  });
  routes.post('/flow', async (context) => {
    const read = flowSchema.safeParse(await context.req.json().catch(() => null));
    if (!read.success) return wrong(context, read.error);
    controls.flow(read.data.running, read.data.perSecond);
    return done(context);
  });
  routes.post('/guilds/:guild/channel-kind', async (context) => {
    const read = kindSchema.safeParse(await context.req.json().catch(() => null));
    if (!read.success) return wrong(context, read.error);
    await controls.chooseChannelKind(context.req.param('guild'), read.data.kind);
    return done(context);
  });
  routes.post('/reset', (context) => {
    controls.reset();
    return context.body(null, 202);
  });
  return routes;
}

function wrong(context: Context, error: z.ZodError) {
  return context.json({ problem: z.prettifyError(error) }, 400);
}
