/** An instant the way Discord writes it: `2026-11-20T09:38:19.123000+00:00`. */
export function instantText(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, -1)}000+00:00`;
}
