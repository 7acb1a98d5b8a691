import { Refused } from '../refusal.ts';
import { pictureName } from '../render/alias-picture.ts';
import type { Ticket } from '../store.ts';
import type { SendParts } from './parts.ts';

/** Links to attachments last for about a day; one that ends within so long is not given out. */
const spare = 10 * 60_000;
/** For so long the card is not read again after it had no picture to show. */
const looksAgainAfter = 10 * 60_000;

/**
 * Where the picture of an anonymous ticket's alias lies: on its card, since whoever runs the program need not have a place that Discord
 * can reach. Null where it is not there; copies then go without one.
 */
export async function faceOf(
  parts: Pick<SendParts, 'store' | 'discord' | 'clock'>,
  ticket: Ticket,
): Promise<string | null> {
  const { channel, card } = ticket;
  if (channel === null || card === null) return null;
  const now = parts.clock.now();
  const known = await parts.store.tables.aliases.face(ticket.id, now);
  if (known !== null) return known.url;
  const url = await linkOnCard(parts, channel, card);
  const until = url === null ? now + looksAgainAfter : endOf(url, now) - spare;
  await parts.store.transaction((tables) => tables.aliases.keepFace(ticket.id, { url, until }));
  return url;
}

async function linkOnCard(
  { discord }: Pick<SendParts, 'discord'>,
  channel: NonNullable<Ticket['channel']>,
  card: NonNullable<Ticket['card']>,
): Promise<string | null> {
  try {
    const { files, embeds } = await discord.message(channel, card);
    // Discord may list a file only where its embed shows it.
    const links = [...files.map(({ url }) => url), ...embeds.map(({ image }) => image)];
    return links.find((link) => link?.includes(`/${pictureName}`)) ?? null;
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    return null;
  }
}

/** Said in the link, in hex seconds. https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
function endOf(link: string, now: number): number {
  const ends = Number.parseInt(new URL(link).searchParams.get('ex') ?? '', 16) * 1000;
  return Number.isNaN(ends) ? now + looksAgainAfter : ends;
}
