import type { ChannelId, GuildId, MessageId, PersonId } from '../ids.ts';
import type { Intake, LastServer, Membership } from '../bookkeeping.ts';
import { flag } from './schema.ts';
import type { Flag } from './schema.ts';
import { statement } from './statement.ts';
import type { Session } from './statement.ts';

export function intakeIn(session: Session): Intake {
  return {
    async keep(person, source, message, now) {
      return (await session.run(keep, { person, source, message, now })) > 0;
    },
    async kept(person) {
      return await session.all(kept, { person });
    },
    async drop(person) {
      await session.run(drop, { person });
    },
    async editKept(source, message) {
      return (await session.run(editKept, { source, message })) > 0;
    },
    async forgetKept(source) {
      await session.run(forgetKept, { source });
    },
    async prompt(person) {
      return await session.one(prompt, { person });
    },
    async setPrompt(wanted) {
      await session.run(setPrompt, { ...wanted });
    },
    async clearPrompt(person) {
      await session.run(clearPrompt, { person });
    },
    async lastServer(person) {
      const row = await session.one(lastServer, { person });
      return row && { ...row, chosen: row.chosen === 1, anonymous: row.anonymous === 1 };
    },
    async setLastServer(person, { guild, since, chosen, anonymous }) {
      await session.run(setLastServer, { person, guild, since, chosen: flag(chosen), anonymous: flag(anonymous) });
    },
    async memberships(person, now) {
      const rows = await session.all(memberships, { person, now });
      return new Map(rows.map(({ guild, isMember, until }) => [guild, membership(isMember === 1, until > now)]));
    },
    async mayTell(person, what, now, until) {
      return (await session.run(tell, { person, what, now, until })) > 0;
    },
    async setMembership(person, guild, isMember, until) {
      await session.run(setMembership, { person, guild, isMember: flag(isMember), until });
    },
  };
}

function membership(isMember: boolean, isFresh: boolean): Membership {
  if (!isMember) return 'stranger';
  return isFresh ? 'member' : 'was-member';
}

const keep = statement((db, $: { person: PersonId; source: string; message: string; now: number }) =>
  db
    .insertInto('kept_messages')
    .values({ person: $.person, source: $.source, message: $.message, kept_at: $.now })
    .onConflict((conflict) => conflict.columns(['person', 'source']).doNothing()),
);

const kept = statement((db, $: { person: PersonId }) =>
  db.selectFrom('kept_messages').select(['source', 'message']).where('person', '=', $.person).orderBy('id'),
);

const drop = statement((db, $: { person: PersonId }) => db.deleteFrom('kept_messages').where('person', '=', $.person));

const editKept = statement((db, $: { source: string; message: string }) =>
  db.updateTable('kept_messages').set({ message: $.message }).where('source', '=', $.source),
);

const forgetKept = statement((db, $: { source: string }) =>
  db.deleteFrom('kept_messages').where('source', '=', $.source),
);

const prompt = statement((db, $: { person: PersonId }) =>
  db
    .selectFrom('prompts')
    .select(['person', 'channel', 'message', 'expires_at as expiresAt'])
    .where('person', '=', $.person),
);

const setPrompt = statement(
  (db, $: { person: PersonId; channel: ChannelId; message: MessageId | null; expiresAt: number }) =>
    db
      .insertInto('prompts')
      .values({ person: $.person, channel: $.channel, message: $.message, expires_at: $.expiresAt })
      .onConflict((conflict) =>
        conflict.column('person').doUpdateSet((row) => ({
          channel: row.ref('excluded.channel'),
          message: row.ref('excluded.message'),
          expires_at: row.ref('excluded.expires_at'),
        })),
      ),
);

const clearPrompt = statement((db, $: { person: PersonId }) => db.deleteFrom('prompts').where('person', '=', $.person));

const lastServer = statement((db, $: { person: PersonId }) =>
  db.selectFrom('last_servers').select(['guild', 'since', 'chosen', 'anonymous']).where('person', '=', $.person),
);

const setLastServer = statement(
  (db, $: { person: PersonId; guild: GuildId; since: LastServer['since']; chosen: Flag; anonymous: Flag }) =>
    db
      .insertInto('last_servers')
      .values({ person: $.person, guild: $.guild, since: $.since, chosen: $.chosen, anonymous: $.anonymous })
      .onConflict((conflict) =>
        conflict.column('person').doUpdateSet((row) => ({
          guild: row.ref('excluded.guild'),
          since: row.ref('excluded.since'),
          chosen: row.ref('excluded.chosen'),
          anonymous: row.ref('excluded.anonymous'),
        })),
      ),
);

const memberships = statement((db, $: { person: PersonId; now: number }) =>
  db
    .selectFrom('memberships')
    .select(['guild', 'is_member as isMember', 'valid_until as until'])
    .where('person', '=', $.person)
    .where((row) => row.or([row('valid_until', '>', $.now), row('is_member', '=', 1)])),
);

const setMembership = statement((db, $: { person: PersonId; guild: GuildId; isMember: Flag; until: number }) =>
  db
    .insertInto('memberships')
    .values({ person: $.person, guild: $.guild, is_member: $.isMember, valid_until: $.until })
    .onConflict((conflict) =>
      conflict.columns(['person', 'guild']).doUpdateSet((row) => ({
        is_member: row.ref('excluded.is_member'),
        valid_until: row.ref('excluded.valid_until'),
      })),
    ),
);

const tell = statement((db, $: { person: PersonId; what: string; now: number; until: number }) =>
  db
    .insertInto('told')
    .values({ person: $.person, what: $.what, quiet_until: $.until })
    .onConflict((conflict) =>
      conflict
        .columns(['person', 'what'])
        .doUpdateSet((row) => ({ quiet_until: row.ref('excluded.quiet_until') }))
        .where('told.quiet_until', '<=', $.now),
    ),
);
