import type { MiddlewareHandler } from 'hono';

/**
 * Other pages in the same browser may not act here: not by a form or script of their own (Origin), and not by a name of theirs that points to
 * this machine (Host). Where the sandbox listens on more than this machine, any name may be right.
 */
export function onlyFromHere(boundTo: string): MiddlewareHandler {
  const isLocal = localNames.has(boundTo) || boundTo.startsWith('127.');
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    const origin = context.req.header('origin');
    const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
    if (isLocal && !localNames.has(name) && !name.startsWith('127.')) return context.text('Unknown host', 421);
    if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
      return context.text('Not from this page', 403);
    }
    return next();
  };
}

/** Bytes: ten files of ten mebibytes, and some words. */
const largestBody = 105 * 1024 * 1024;

/** Bodies are read as a whole, so that their size has to be known beforehand. */
export const onlySoLarge: MiddlewareHandler = async (context, next) => {
  if (context.req.header('transfer-encoding') !== undefined) return context.text('Length required', 411);
  if (Number(context.req.header('content-length') ?? 0) > largestBody) return context.text('Too large', 413);
  return next();
};

const localNames: ReadonlySet<string> = new Set(['localhost', '::1', '[::1]']);
