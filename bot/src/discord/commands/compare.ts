/** What Discord adds to a command by itself, or what we never set. */
const notOurs: ReadonlySet<string> = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'default_permission',
  'dm_permission',
  'name_localized',
  'description_localized',
]);

/**
 * A command in a form in which the same command is equal, whether Discord sent it or we wrote it:
 * without what means the same as leaving it out, and with lists of numbers in order.
 */
export function comparable(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(comparable);
    return items.every((item) => typeof item === 'number') ? items.sort() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value))
    if (!notOurs.has(key) && !meansNothing(field)) kept[key] = comparable(field);
  return kept;
}

function meansNothing(field: unknown): boolean {
  return (
    field === undefined ||
    field === null ||
    field === false ||
    field === '' ||
    (typeof field === 'object' && Object.keys(field).length === 0)
  );
}
