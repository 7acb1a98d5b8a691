import type { Interaction } from '../../incoming.ts';
import type { GuildId, PersonId } from '../../ids.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Person } from '../../store.ts';
import type { AnswerParts } from './command.ts';
import { answer } from './in-ticket.ts';

export interface AsAdmin {
  readonly guild: GuildId;
  readonly settings: Settings;
  /** As they are stored: only what was set. */
  readonly stored: Readonly<Record<string, unknown>>;
  /** Which version of them; what is made from it says so in `SettingChange.basedOn`. */
  readonly version: number;
  readonly person: Person;
  readonly by: PersonId;
}

/** Whoever may change a server's settings; to others it says that they may not, and returns null. Asked again at every click. */
export async function asAdmin(parts: AnswerParts, use: Interaction): Promise<AsAdmin | null> {
  const { guild } = use;
  if (guild === null) {
    await answer(parts, use, 'answer.not-in-dm', {});
    return null;
  }
  const settings = await parts.settingsOf(guild);
  if (!(await isAdmin(parts, use, guild, settings))) {
    await answer(parts, use, 'answer.not-allowed', {});
    return null;
  }
  const stored = await parts.store.tables.settings.get(guild);
  const person = await parts.meet(use.by);
  return {
    guild,
    settings,
    stored: stored?.values ?? {},
    version: stored?.version ?? 0,
    person,
    by: person.id,
  };
}

export async function isAdmin(
  parts: Pick<AnswerParts, 'standing'>,
  use: Interaction,
  guild: GuildId,
  settings: Settings,
): Promise<boolean> {
  const who = { user: use.by.id, roles: use.roles, permissions: use.permissions };
  return (await parts.standing(guild, settings, who, 'admin')) === 'admin';
}
