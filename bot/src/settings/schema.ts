import type { ChannelId, RoleId, UserId } from '../ids.ts';
import { languages, type Language } from '../language.ts';
import type { ChannelKind } from '../store.ts';
import {
  choice,
  colour,
  count,
  duration,
  durationOrOn,
  flag,
  id,
  ids,
  mark,
  nameTemplate,
  optionalMark,
  pause,
  text,
  timezone,
  weeklyHours,
} from './fields.ts';
import type { Field } from './fields.ts';
import { retention } from './retention.ts';
import { vocabularies, type Vocabulary } from './vocabularies.ts';
import { topicsField } from './topics.ts';
import type { Topic } from './topics.ts';

/** A server's choices, complete: what was set, then what its preset says, then the defaults. */
export interface Settings {
  readonly preset: Preset;
  /** Off stops new tickets only; open ones go on. */
  readonly enabled: boolean;
  /** An open ticket keeps the kind it was opened with. */
  readonly channelKind: ChannelKind;
  /** A text channel, a category or a forum, as the kind needs. */
  readonly parentChannel: ChannelId | null;
  /** They see tickets and answer; empty means people with Manage Messages. */
  readonly staffRoles: readonly RoleId[];
  readonly adminRoles: readonly RoleId[];
  /** For opened and closed lines, and transcript files. */
  readonly logsChannel: ChannelId | null;
  readonly transcript: 'none' | 'file' | 'link' | 'both';
  /** Use `transcriptPlace`, which knows the fallback. */
  readonly transcriptChannel: ChannelId | null;
  /** Who is pinged by a new ticket, once: the staff roles, and more roles and users. */
  readonly pingStaff: boolean;
  readonly pingRoles: readonly RoleId[];
  readonly pingUsers: readonly UserId[];
  /** To the member when a ticket opens. */
  readonly greeting: string | null;
  readonly acknowledge: 'reaction' | 'message' | 'both' | 'none';
  /** Which files of members are passed on; `media` is pictures, videos and sound. */
  readonly memberFiles: 'all' | 'media' | 'none';
  /** What typing in a ticket channel does when nothing says otherwise. */
  readonly staffMessages: 'are-replies' | 'are-internal';
  /** `!r text` and `!reply text`, with the server's prefix. */
  readonly replyCommand: boolean;
  /** `-r text` */
  readonly replyFlag: boolean;
  /** The bot's mention at the very start. */
  readonly replyMention: boolean;
  /** Keeps a typed message internal. */
  readonly internalPrefix: string | null;
  /** The member sees the server, not the person. */
  readonly anonymousStaff: boolean;
  /** Whether members may open tickets in which staff read an alias instead of who they are. */
  readonly anonymousMembers: 'off' | 'choice' | 'always';
  readonly signature: 'name' | 'name-and-role';
  readonly closeNotify: 'always' | 'with-comment' | 'never';
  /** `auto` locks and archives threads and posts and keeps channels; `move` needs `closedCategory`. */
  readonly onClose: 'auto' | 'lock-archive' | 'keep' | 'delete' | 'move';
  readonly closedCategory: ChannelId | null;
  /** Where private channels go once the parent is full (50 channels), in this order. */
  readonly overflowCategories: readonly ChannelId[];
  /** Where members whose direct messages are closed may get a private thread. */
  readonly fallbackChannel: ChannelId | null;
  /** Whoever answers first has the ticket. */
  readonly softClaim: boolean;
  /** Milliseconds in which a reply by command can be taken back; 0 is off. */
  readonly undoSend: number;
  /** Only the claimer's messages are relayed; admins' always are. */
  readonly claimExclusive: boolean;
  readonly limits: {
    /** Milliseconds between two openings of one member; 0 is off. */
    readonly openCooldown: number;
    /** 0 is off. */
    readonly perSidePerMinute: number;
  };
  /** What a member must fulfil to open a ticket. */
  readonly gates: {
    /** Milliseconds; 0 is off. */
    readonly accountAge: number;
    /** Milliseconds since the member joined; 0 is off. */
    readonly timeInServer: number;
    readonly role: RoleId | null;
  };
  /** No new tickets: until somebody resumes, or until then (epoch milliseconds). Open ones go on. */
  readonly paused: boolean | number;
  /** To the member who writes meanwhile, instead of our words. */
  readonly pausedText: string | null;
  /** When the team is there, in the server's time zone; `isWithin` reads it. */
  readonly awayHours: string | null;
  /** To the member who writes outside these hours, instead of our words; once per ticket. */
  readonly awayText: string | null;
  /** In the order in which members see them; `offeredTopics` knows whether they do. */
  readonly topics: readonly Topic[];
  /** What a blocked member hears. */
  readonly blockNotice: 'silent' | 'message';
  /** Ticket channel names, with `{username}`, `{number}` and `{alias}`, which is the username where nobody hides it. */
  readonly nameTemplate: string;
  /** Bots whose messages in a ticket channel count as staff's. */
  readonly allowedBots: readonly UserId[];
  /** Of typed commands. */
  readonly prefix: string;
  /** The slash commands that the server has, beside those that every server has. */
  readonly commands: readonly Vocabulary[];
  /** Posts in a forum carry tags that show how their tickets stand. */
  readonly forumTags: boolean;
  readonly relayTyping: boolean;
  readonly relayReactions: boolean;
  /** Of the staff side, of panels, and of members whose own language is not known. */
  readonly language: Language;
  /** An IANA name, like `Europe/Berlin`. */
  readonly timezone: string;
  /** 0xRRGGBB */
  readonly accentColour: number;
  /** Milliseconds without a message that arrives, after which a ticket is closed; 0 is off. */
  readonly autoClose: number;
  /** Milliseconds before that, in which both sides are told; 0 is off. */
  readonly autoCloseWarning: number;
  /** Milliseconds after closing in which a thank-you opens no new ticket; 0 is off. */
  readonly lateThanks: number;
  /** What counts as one, with commas between; null: see `thanksWords`. */
  readonly lateThanksWords: string | null;
  /** Characters; what is longer is no mere thank-you. */
  readonly lateThanksLength: number;
  /** Members are asked for stars in the closing DM, and get one in any case. */
  readonly feedback: boolean;
  /** Instead of the built-in text of the closing DM. */
  readonly closeMessage: string | null;
  /** Days after closing for which what was said in a ticket is kept; 0 is for ever. */
  readonly retention: number;
}

export const presetNames = ['custom', 'panora', 'phantom', 'supportmail'] as const;
export type Preset = (typeof presetNames)[number];

/** The settings with one name each, as they are typed and stored. */
export type FlatSettings = Omit<Settings, 'limits' | 'gates'> & {
  readonly 'gates.accountAge': number;
  readonly 'gates.timeInServer': number;
  readonly 'gates.role': RoleId | null;
  readonly 'limits.openCooldown': number;
  readonly 'limits.perSidePerMinute': number;
};
export type SettingName = keyof FlatSettings;
export type Values = Partial<FlatSettings>;

export const settingFields: { readonly [Name in SettingName]: Field<FlatSettings[Name]> } = {
  preset: choice(presetNames),
  enabled: flag(),
  channelKind: choice(['private-thread', 'private-channel', 'forum-post']),
  parentChannel: id<ChannelId>('channel'),
  staffRoles: ids<RoleId>('role', 25),
  adminRoles: ids<RoleId>('role', 25),
  logsChannel: id<ChannelId>('channel'),
  transcript: choice(['none', 'file', 'link', 'both']),
  transcriptChannel: id<ChannelId>('channel'),
  pingStaff: flag(),
  pingRoles: ids<RoleId>('role', 25),
  pingUsers: ids<UserId>('user', 25),
  greeting: text(2000, 'Hello! Somebody will be with you soon.'),
  acknowledge: choice(['reaction', 'message', 'both', 'none']),
  memberFiles: choice(['all', 'media', 'none']),
  staffMessages: choice(['are-replies', 'are-internal']),
  replyCommand: flag(),
  replyFlag: flag(),
  replyMention: flag(),
  internalPrefix: optionalMark('//'),
  anonymousStaff: flag(),
  anonymousMembers: choice(['off', 'choice', 'always']),
  signature: choice(['name', 'name-and-role']),
  closeNotify: choice(['always', 'with-comment', 'never']),
  lateThanks: durationOrOn('24h'),
  lateThanksWords: text(1000, 'thanks, thank you, cheers'),
  lateThanksLength: count(200, 60),
  autoClose: duration('3d'),
  autoCloseWarning: duration('12h'),
  feedback: flag(),
  onClose: choice(['auto', 'lock-archive', 'keep', 'delete', 'move']),
  closedCategory: id<ChannelId>('channel'),
  overflowCategories: ids<ChannelId>('channel', 10),
  fallbackChannel: id<ChannelId>('channel'),
  softClaim: flag(),
  undoSend: duration('5s', 15_000),
  claimExclusive: flag(),
  'limits.openCooldown': duration('5m'),
  'limits.perSidePerMinute': count(1000, 10),
  'gates.accountAge': duration('7d'),
  'gates.timeInServer': duration('10m'),
  'gates.role': id<RoleId>('role'),
  paused: pause(),
  pausedText: text(2000, 'We are moving and back on Monday.'),
  awayHours: weeklyHours(),
  awayText: text(2000, 'We answer on weekdays from nine to five.'),
  topics: topicsField(),
  blockNotice: choice(['silent', 'message']),
  nameTemplate: nameTemplate(),
  allowedBots: ids<UserId>('user', 5),
  prefix: mark('!'),
  commands: vocabularies(),
  forumTags: flag(),
  relayTyping: flag(),
  relayReactions: flag(),
  language: choice(languages),
  timezone: timezone(),
  accentColour: colour(),
  retention: retention(),
  closeMessage: text(2000, 'Thank you for writing to us.'),
};
