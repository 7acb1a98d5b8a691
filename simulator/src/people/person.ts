import type { Message } from '../state.ts';

/** A file that a person attaches. */
export interface Attached {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type?: string;
}

/** What one enters in an option of a command: people, roles and channels by name or id. */
export type OptionValue = string | number | boolean | Attached;
/** What one enters in a field of a form: a text, `true` or `false` for a checkbox, choices by label or value, files. */
export type FieldValue = string | readonly string[] | readonly Attached[];

export interface Said {
  readonly files?: readonly Attached[];
  /** The message that this one replies to; `ping: false` is Discord's "@ off". */
  readonly replyTo?: string;
  readonly ping?: boolean;
  /** At most 3. */
  readonly stickers?: readonly { readonly name: string; readonly format?: 1 | 2 | 3 | 4 }[];
  readonly voice?: { readonly seconds: number };
  readonly poll?: { readonly question: string; readonly answers: readonly string[] };
  /** Any type of message, for kinds that people cannot make by hand. */
  readonly type?: number;
  /** Fields that the simulator does not know, as Discord would send them. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/**
 * Someone at their Discord client: what one can do with keyboard and mouse, under the rules and permissions that Discord applies.
 * What Discord would refuse is thrown as ApiError. Channels are given by id, or by name where it is unique for the person.
 */
export interface Person {
  readonly id: string;
  readonly username: string;
  /** How others see them. */
  readonly displayName: string;

  /** Writes to the bot; with several bots, `to` says which. */
  dms(text: string, said?: Said & { readonly to?: string }): Promise<Message>;
  types(channel: string, text: string, said?: Said): Promise<Message>;
  /** Forwards a message that the person can see. */
  forwards(message: string, toChannel: string): Promise<Message>;
  edits(message: string, text: string): Promise<void>;
  deletes(message: string): Promise<void>;
  reacts(message: string, emoji: string): Promise<void>;
  unreacts(message: string, emoji: string): Promise<void>;
  startsTyping(channel: string): Promise<void>;
  pins(message: string): Promise<void>;

  /** A button by its label, on a message by id or the newest in the channel that has it. */
  clicks(label: string, where: { readonly message?: string; readonly channel?: string }): Promise<Answered>;
  /** Chooses in a select menu, by label or value. */
  selects(
    values: readonly string[],
    where: { readonly message?: string; readonly channel?: string; readonly select?: string },
  ): Promise<Answered>;
  /** A slash command like `/close-request create`, in a channel (or the DM with the bot: `dm`). */
  runs(command: string, options: Readonly<Record<string, OptionValue>>, channel: string | 'dm'): Promise<Answered>;
  /** A message command by its name. */
  runsOn(command: string, message: string): Promise<Answered>;
  /** Asks for the choices of an option while typing it. */
  completes(
    command: string,
    option: string,
    typed: string,
    channel: string | 'dm',
  ): Promise<readonly { name: string; value: string | number }[]>;
  /** Fills in the modal that the last click or command opened; fields by custom id or label. */
  submits(values: Readonly<Record<string, FieldValue>>): Promise<Answered>;

  blocksTheBot(): void;
  unblocksTheBot(): void;
  /** Does not accept DMs from members of this server, or of any. */
  closesDms(guild?: string): void;
  opensDms(guild?: string): void;
  leaves(guild: string): void;
  joins(guild: string): void;
  /** The language of their client, which bots learn from what they use: https://docs.discord.com/developers/reference#locales */
  speaks(locale: string): void;
  renames(to: { readonly username?: string; readonly displayName?: string }): void;

  // moderators
  archives(thread: string): Promise<void>;
  unarchives(thread: string): Promise<void>;
  deletesChannel(channel: string): Promise<void>;
  addsTo(thread: string, user: string): Promise<void>;
  givesRole(user: string, role: string, guild: string): void;
  takesRole(user: string, role: string, guild: string): void;

  /** What this person sees in a channel, oldest first; ephemeral answers to others are not in it. */
  reads(channel: string): readonly Message[];
  /** The DM with the bot, oldest first; empty when there is none. */
  readsDms(from?: string): readonly Message[];
  /** Servers, channels and threads that this person sees in the sidebar. */
  sees(channel: string): boolean;
}

/** What came of an interaction once the bot has answered, or did not within 3 seconds (`failed`). */
export interface Answered {
  readonly interaction: string;
  /** "This interaction failed": no answer in time. */
  readonly failed: boolean;
  /** The message answered with, ephemeral or not; follows later edits. */
  readonly message: Message | null;
  readonly modal: Record<string, unknown> | null;
}
