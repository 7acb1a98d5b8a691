import type { Clock } from '../../clock.ts';
import type { FilledForm } from '../../door.ts';
import type { Asking, Chosen, Said } from '../../intake/choose.ts';
import type { Choices } from '../../intake/servers.ts';
import type { SeenThere } from '../../intake/form-of.ts';
import type { CommandSpec, Discord } from '../../discord.ts';
import type { Interaction } from '../../incoming.ts';
import type { GuildId } from '../../ids.ts';
import type { Language } from '../../language.ts';
import type { Meet } from '../../relay/meet.ts';
import type { SettingChange } from '../../settings/assignments.ts';
import type { Changed } from '../../settings/change.ts';
import type { Saved } from '../../settings/checks/save-checked.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Vocabulary } from '../../settings/vocabularies.ts';
import type { Topic } from '../../settings/topics.ts';
import type { Person, Store, Ticket } from '../../store.ts';
import type { IsStaff } from '../../tickets/is-staff.ts';
import type { Sharing } from '../../tickets/share.ts';
import type { ReadStanding } from '../../tickets/standing.ts';

/** What commands, buttons and forms are given. */
export interface AnswerParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly discord: Discord;
  /** Of whoever used the interaction; where there are no texts in it, the server's. */
  readonly language: Language;
  readonly meet: Meet;
  readonly standing: ReadStanding;
  readonly isStaff: IsStaff;
  /** How links to transcripts are made. */
  readonly sharing: Sharing;
  readonly settingsOf: (guild: GuildId) => Promise<Settings>;
  readonly guildName: (guild: GuildId) => Promise<string>;
  /** As the server's settings, when what comes out of it fits together. */
  readonly changeSettings: (guild: GuildId, change: SettingChange, by: string) => Promise<Changed>;
  /** The same, once the ids in it were looked up in the server. */
  readonly saveChecked: (guild: GuildId, change: SettingChange, by: string) => Promise<Saved>;
  /** In line with the messages of the ticket's member and staff. */
  readonly inLane: <Result>(person: Ticket['person'], work: () => Promise<Result>) => Promise<Result>;
  /** A member said which server they want, or answered what is asked at its door. */
  readonly atDoor: (person: Person, guild: GuildId, said: Said, asking: Asking) => Promise<Chosen>;
  /** The form to show for a topic at once, with what was entered in it before; null where there is none to be shown. */
  readonly formOf: (
    person: Person,
    guild: GuildId,
    topic: string,
    seen: SeenThere | null,
  ) => Promise<{ readonly topic: Topic; readonly before: FilledForm | null } | null>;
  /** It is about to be shown, over that message in their DM. */
  readonly formShown: (
    person: Person,
    guild: GuildId,
    topic: string,
    prompt: NonNullable<Asking['prompt']>,
  ) => Promise<void>;
  readonly chooseByName: (
    person: Person,
    name: string,
    asking: Asking,
  ) => Promise<Chosen & { readonly guild?: GuildId }>;
  readonly isBlockedIn: (person: Person, guild: GuildId) => Promise<boolean>;
  /** The servers that a member may choose from, and whether there may be others. */
  readonly choicesOf: (person: Person) => Promise<Choices>;
}

export type CommandUse = Extract<Interaction, { kind: 'command' }>;
export type ButtonUse = Extract<Interaction, { kind: 'button' }>;
export type SelectUse = Extract<Interaction, { kind: 'select' }>;
export type FormUse = Extract<Interaction, { kind: 'form' }>;
export type AutocompleteUse = Extract<Interaction, { kind: 'autocomplete' }>;

/** What is offered while somebody types: what they read, and what is taken. */
export interface Suggestion {
  readonly name: string;
  readonly value: string | number;
}

/** A command as Discord shows it, and what each of its names does: `close`, or `ticket claim` for a subcommand. */
export interface Command {
  /** Where it is left out, every server has it. */
  readonly vocabulary?: Vocabulary;
  readonly spec: () => CommandSpec;
  readonly run: Readonly<Record<string, (parts: AnswerParts, use: CommandUse) => Promise<void>>>;
  /** By the same names: what fits an option while somebody types it, best first. Only the first 25 are shown. */
  readonly suggest?: Readonly<
    Record<string, (parts: AnswerParts, use: AutocompleteUse) => Promise<readonly (string | Suggestion)[]>>
  >;
}
