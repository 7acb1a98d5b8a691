import { Hono } from 'hono';
import type { BotProcess } from '../bot-process.ts';

/** What the bot is told of whoever asks, and what comes back. */
const asked = ['accept-language', 'range', 'user-agent'] as const;
const betweenTwo: ReadonlySet<string> = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date']);

/**
 * Pages of the bot's own, where its links to transcripts lead. It has another port at every start, so the links are to the sandbox.
 * `opened` hears that a transcript was shown.
 */
export function transcriptRoutes(bot: Pick<BotProcess, 'url'>, opened: () => void): Hono {
  return new Hono().get('/*', async (context) => {
    const { pathname } = new URL(context.req.url);
    const headers = asked.flatMap((name): [string, string][] => {
      const value = context.req.header(name);
      return value === undefined ? [] : [[name, value]];
    });
    const url = bot.url();
    const answer = url === null ? null : await fetch(`${url}${pathname}`, { headers }).catch(() => null);
    if (answer === null) return context.text('The bot is not running. Try again in a moment.', 503);
    if (answer.ok && !pathname.includes('/files/')) opened();
    const passed = [...answer.headers].filter(([name]) => !betweenTwo.has(name));
    return new Response(answer.body, { status: answer.status, headers: passed });
  });
}
