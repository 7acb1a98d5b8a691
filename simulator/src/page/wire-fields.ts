/** Reads Discord's own objects, whose fields may be anything or missing. */
export type Wire = Readonly<Record<string, unknown>>;

export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function num(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

export function bool(value: unknown): boolean {
  return value === true;
}

export function record(value: unknown): Wire | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Wire) : null;
}

export function list(value: unknown): readonly Wire[] {
  return Array.isArray(value) ? value.map(record).filter((one) => one !== null) : [];
}

/**
 * An address that is safe to open, else null. Files of the simulator are taken from this page's own origin, since the page may be open under
 * another name than the one that the simulator knows itself by.
 */
export function httpAddress(value: unknown): string | null {
  const address = text(value);
  if (address === null || !/^https?:\/\//.test(address) || !URL.canParse(address)) return null;
  return localAddress(value) ?? address;
}

/** The address of a picture, else null: nothing is fetched from the internet. */
export function localAddress(value: unknown): string | null {
  const address = text(value);
  if (address === null || !URL.canParse(address)) return null;
  const { pathname, search } = new URL(address);
  return pathname.startsWith('/cdn/') ? pathname + search : null;
}
