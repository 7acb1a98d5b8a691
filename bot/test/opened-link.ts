import type { World, WorldOptions } from './world.ts';

/** A proxy of the operator's hands on what stands behind its own path. */
const publicUrl = 'https://staff.example.org/modmail';

export const linked = (settings: readonly string[] = [], more: WorldOptions = {}): WorldOptions => ({
  ...more,
  settings: [...(settings.some((one) => one.startsWith('transcript=')) ? [] : ['transcript=link']), ...settings],
  environment: { PUBLIC_URL: `${publicUrl}/` },
});

/** The addresses of link buttons in a channel, as Tess sees them. */
export function linksIn(world: World, channel: string): readonly string[] {
  return world.tess.reads(channel).flatMap(({ components }) => addressesIn(components));
}

function addressesIn(drawn: unknown): readonly string[] {
  if (Array.isArray(drawn)) return drawn.flatMap(addressesIn);
  if (typeof drawn !== 'object' || drawn === null) return [];
  const { url, components } = drawn as { readonly url?: unknown; readonly components?: unknown };
  return [...(typeof url === 'string' ? [url] : []), ...addressesIn(components)];
}

/** Opens a link as a browser does, behind that proxy. */
export function opens(world: World, link: string, request: RequestInit = {}): Promise<Response> {
  const { pathname } = new URL(link);
  const prefix = new URL(publicUrl).pathname;
  if (!link.startsWith(`${publicUrl}/`)) throw new Error(`${link} is not under PUBLIC_URL`);
  return fetch(`${world.app().url}${pathname.slice(prefix.length)}`, request);
}

/** Of everything that a page shows or lets one save, where it lies. */
export function filesOn(page: string, link: string): readonly string[] {
  return [...page.matchAll(/(?:src|href)="([^"#][^"]*)"/g)]
    .map(([, address = '']) => address.replaceAll('&amp;', '&'))
    .filter((address) => !address.startsWith('data:'))
    .map((address) => new URL(address, link).href);
}

/** Ada writes, Sam answers and closes. */
export async function closes(world: World, text = 'My first message', file?: Attached): Promise<string> {
  await world.ada.dms(text, file ? { files: [file] } : {});
  await world.settle();
  const channel = world.ticketChannel();
  await world.sam.runs('/reply', { text: 'An answer' }, channel);
  await world.settle();
  await world.sam.runs('/close', {}, channel);
  await world.settle();
  return channel;
}

type Attached = { readonly name: string; readonly bytes: Uint8Array; readonly type?: string };
