import type { GuildId } from '../ids.ts';
import type { SettingsTable, StoredSettings } from '../bookkeeping.ts';
import { flag } from './schema.ts';
import type { Flag } from './schema.ts';
import { statement } from './statement.ts';
import type { Session } from './statement.ts';

export function settingsIn(session: Session): SettingsTable {
  return {
    async get(guild) {
      const row = await session.one(byGuild, { guild });
      return row && settingsFrom(row);
    },
    async put(guild, values, version, checked, by, now) {
      const stored = { guild, version, checked: flag(checked), body: JSON.stringify(values) };
      const changed = await session.run(version === 0 ? first : next, stored);
      if (changed === 0) return false;
      await session.run(remember, { ...stored, by, now });
      return true;
    },
    async all() {
      return (await session.all(all, {})).map(settingsFrom);
    },
    async revision() {
      return (await session.one(revision, {}))?.id ?? 0;
    },
  };
}

interface SettingsRow {
  readonly guild: GuildId;
  readonly body: string;
  readonly version: number;
  readonly checked: Flag;
}

function settingsFrom(row: SettingsRow): StoredSettings {
  return {
    guild: row.guild,
    values: JSON.parse(row.body) as StoredSettings['values'],
    version: row.version,
    checked: row.checked === 1,
  };
}

const columns = ['guild', 'body', 'version', 'checked'] as const;

const byGuild = statement((db, $: { guild: GuildId }) =>
  db.selectFrom('settings').select(columns).where('guild', '=', $.guild),
);

const all = statement((db) => db.selectFrom('settings').select(columns).orderBy('guild'));

/** `version` is the one that the change was made from. */
type Change = { readonly guild: GuildId; readonly body: string; readonly version: number; readonly checked: Flag };

const first = statement((db, $: Change) =>
  db
    .insertInto('settings')
    .values({ guild: $.guild, body: $.body, version: 1, checked: $.checked })
    .onConflict((conflict) => conflict.column('guild').doNothing()),
);

const next = statement((db, $: Change) =>
  db
    .updateTable('settings')
    .set((eb) => ({ body: $.body, version: eb('version', '+', 1), checked: $.checked }))
    .where('guild', '=', $.guild)
    .where('version', '=', $.version),
);

/** Every change stays on record; its number is the revision that other programs watch. */
const remember = statement((db, $: Change & { by: string; now: number }) =>
  db
    .insertInto('settings_history')
    .columns(['guild', 'version', 'body', 'checked', 'changed_by', 'changed_at'])
    .expression((eb) =>
      eb
        .selectFrom('settings')
        .select((row) => [
          'guild',
          'version',
          'body',
          'checked',
          row.val($.by).as('changed_by'),
          row.val($.now).as('changed_at'),
        ])
        .where('guild', '=', $.guild),
    ),
);

const revision = statement((db) => db.selectFrom('settings_history').select((row) => row.fn.max('id').as('id')));
