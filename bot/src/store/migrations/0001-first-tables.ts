import type { Dialect, Migration } from './list.ts';

export const firstTables: Migration = {
  name: '0001-first-tables',
  steps: (dialect) => [
    ...people,
    ...tickets,
    ...entries(dialect),
    ...files,
    ...copies(dialect),
    ...outbox(dialect),
    ...settings(dialect),
    ...intake(dialect),
    ...world,
  ],
};

const people = [
  `create table identities (
    id text not null primary key,
    bot text not null,
    user_id text not null,
    username text not null,
    display_name text not null,
    avatar_url text not null,
    dm text,
    dm_used_at bigint
  )`,
  `create unique index identities_by_user on identities (bot, user_id)`,
  `create index identities_by_dm on identities (bot, dm) where dm is not null`,
  `create index identities_by_use on identities (bot, dm_used_at, id) where dm is not null`,
];

const tickets = [
  `create table tickets (
    id text not null primary key,
    number integer not null,
    bot text not null,
    guild text not null,
    person text not null,
    state text not null,
    channel_kind text not null,
    parent text not null,
    channel text,
    card text,
    claimed_by text,
    opened_at bigint not null,
    closed_at bigint,
    closing text,
    unique (guild, number)
  )`,
  `create unique index one_open_ticket on tickets (person, guild, bot) where state in ('opening', 'open')`,
  `create index tickets_open on tickets (bot, id) where state in ('opening', 'open')`,
  `create index tickets_open_in_server on tickets (bot, guild, number) where state in ('opening', 'open')`,
  `create index tickets_of_person on tickets (guild, person, number)`,
  `create unique index tickets_by_channel on tickets (bot, channel) where channel is not null`,
];

const entries = ({ counter }: Dialect): string[] => [
  `create table entries (
    id ${counter},
    ticket text not null references tickets (id),
    kind text not null,
    author text,
    at bigint not null,
    source text not null unique,
    content text not null,
    notice text,
    reply_to bigint,
    anonymous integer not null,
    state text not null,
    due_at bigint,
    edited_at bigint,
    deleted_at bigint
  )`,
  `create index entries_of_ticket on entries (ticket, id)`,
  `create index entries_due on entries (ticket, kind, due_at) where due_at is not null`,
  `create index entries_held on entries (ticket, id) where state = 'held'`,
  `create table entry_versions (
    id ${counter},
    entry bigint not null references entries (id),
    content text not null,
    replaced_at bigint not null
  )`,
  `create index entry_versions_of_entry on entry_versions (entry, id)`,
];

const copies = ({ clustered }: Dialect): string[] => [
  `create table copies (
    bot text not null,
    message text not null,
    entry bigint not null references entries (id),
    side text not null,
    channel text not null,
    part integer not null,
    original integer not null,
    webhook text,
    primary key (bot, message)
  ) ${clustered}`,
  `create index copies_of_entry on copies (entry, side, part)`,
  `create table reactions (
    entry bigint not null references entries (id),
    emoji text not null,
    by_person text not null,
    side text not null,
    primary key (entry, emoji, by_person)
  ) ${clustered}`,
  `create table reading (
    bot text not null,
    channel text not null,
    message text not null,
    primary key (bot, channel)
  ) ${clustered}`,
  `create table bots (
    bot text not null primary key,
    behind integer not null
  )`,
];

const files = [
  `create table files (
    entry bigint not null references entries (id),
    id text not null,
    name text not null,
    type text,
    size bigint not null,
    hash text,
    problem text,
    primary key (entry, id)
  )`,
  `create index files_by_hash on files (hash) where hash is not null`,
  `create table file_use (
    person text not null primary key,
    day bigint not null,
    bytes bigint not null
  )`,
];

const outbox = ({ counter, clustered }: Dialect): string[] => [
  `create table lanes (
    key text not null primary key,
    wake_at bigint,
    locked_until bigint,
    fence bigint not null,
    version bigint not null,
    interrupted integer not null
  ) ${clustered}`,
  `create index lanes_waiting on lanes (wake_at) where wake_at is not null and locked_until is null`,
  `create index lanes_held on lanes (locked_until) where locked_until is not null`,
  `create table deliveries (
    id ${counter},
    lane text not null,
    kind text not null,
    body text not null,
    key text,
    attempts integer not null,
    first_tried_at bigint,
    last_error text,
    created_at bigint not null
  )`,
  `create unique index deliveries_by_key on deliveries (key) where key is not null`,
  `create index deliveries_of_lane on deliveries (lane, id)`,
];

const settings = ({ counter }: Dialect): string[] => [
  `create table settings (
    guild text not null primary key,
    body text not null,
    version integer not null,
    checked integer not null
  )`,
  `create table settings_history (
    id ${counter},
    guild text not null,
    version integer not null,
    body text not null,
    checked integer not null,
    changed_by text not null,
    changed_at bigint not null
  )`,
  `create index settings_history_of_server on settings_history (guild, id)`,
];

const intake = ({ counter }: Dialect): string[] => [
  `create table kept_messages (
    id ${counter},
    person text not null,
    source text not null,
    message text not null,
    kept_at bigint not null
  )`,
  `create unique index kept_messages_by_source on kept_messages (source, person)`,
  `create index kept_messages_of_person on kept_messages (person, id)`,
  `create table prompts (
    person text not null primary key,
    channel text not null,
    message text,
    expires_at bigint not null
  )`,
  `create table last_servers (
    person text not null primary key,
    guild text not null,
    since text not null,
    chosen integer not null
  )`,
  `create table panels (
    bot text not null,
    guild text not null,
    channel text not null,
    message text not null,
    text text not null,
    label text not null,
    primary key (bot, message)
  )`,
  `create table memberships (
    person text not null,
    guild text not null,
    is_member integer not null,
    valid_until bigint not null,
    primary key (person, guild)
  )`,
  `create table blocks (
    guild text not null,
    kind text not null,
    who text not null,
    by_person text not null,
    reason text,
    since bigint not null,
    until bigint,
    primary key (guild, kind, who)
  )`,
  `create index blocks_of_person on blocks (who) where kind = 'person'`,
  `create table told (
    person text not null,
    what text not null,
    quiet_until bigint not null,
    primary key (person, what)
  )`,
];

const world = [
  `create table timers (
    key text not null primary key,
    at bigint not null,
    what text not null,
    about text not null
  )`,
  `create index timers_by_time on timers (at, key)`,
  `create table webhooks (
    id text not null primary key,
    bot text not null,
    token text not null,
    channel text not null
  )`,
  `create index webhooks_of_channel on webhooks (bot, channel)`,
  `create table gateway_sessions (
    bot text not null,
    shard integer not null,
    shard_count integer not null,
    session text not null,
    resume_url text not null,
    sequence bigint not null,
    intents integer not null,
    primary key (bot, shard)
  )`,
  `create table problems (
    guild text not null,
    key text not null,
    text text not null,
    filling text not null,
    since bigint not null,
    primary key (guild, key)
  )`,
];
