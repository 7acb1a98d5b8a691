import { vocabularyNames } from './vocabularies.ts';
import type { FlatSettings, Preset } from './schema.ts';

const minute = 60_000;

/** Discord's own blue. */
const blurple = 0x5865f2;

export const defaults: FlatSettings = {
  preset: 'custom',
  enabled: false,
  channelKind: 'private-thread',
  parentChannel: null,
  staffRoles: [],
  adminRoles: [],
  logsChannel: null,
  transcript: 'both',
  transcriptChannel: null,
  pingStaff: true,
  pingRoles: [],
  pingUsers: [],
  greeting: null,
  acknowledge: 'reaction',
  memberFiles: 'all',
  staffMessages: 'are-replies',
  replyCommand: true,
  replyFlag: true,
  replyMention: true,
  internalPrefix: '//',
  anonymousStaff: true,
  anonymousMembers: 'off',
  signature: 'name',
  closeNotify: 'always',
  lateThanks: 0,
  lateThanksWords: null,
  lateThanksLength: 60,
  autoClose: 0,
  autoCloseWarning: 0,
  feedback: false,
  onClose: 'auto',
  closedCategory: null,
  overflowCategories: [],
  fallbackChannel: null,
  softClaim: false,
  undoSend: 0,
  claimExclusive: false,
  'limits.openCooldown': 5 * minute,
  'limits.perSidePerMinute': 10,
  'gates.accountAge': 0,
  'gates.timeInServer': 0,
  'gates.role': null,
  paused: false,
  pausedText: null,
  awayHours: null,
  awayText: null,
  topics: [],
  blockNotice: 'silent',
  nameTemplate: 'modmail-{username}',
  allowedBots: [],
  prefix: '!',
  commands: vocabularyNames,
  forumTags: true,
  relayTyping: true,
  relayReactions: true,
  language: 'en',
  timezone: 'UTC',
  accentColour: blurple,
  closeMessage: null,
  retention: 0,
};

type IdName =
  | 'parentChannel'
  | 'staffRoles'
  | 'adminRoles'
  | 'logsChannel'
  | 'transcriptChannel'
  | 'closedCategory'
  | 'fallbackChannel'
  | 'gates.role';
type PresetValues = Partial<
  Omit<FlatSettings, 'preset' | IdName | 'pingRoles' | 'pingUsers' | 'allowedBots' | 'overflowCategories' | 'topics'>
>;

/** What a server that comes from another modmail expects. A preset only changes defaults, and never an id. */
export const presets: { readonly [Name in Preset]: PresetValues } = {
  custom: {},
  panora: {
    // There everything is typed or pressed.
    commands: [],
    channelKind: 'private-channel',
    transcript: 'file',
    replyFlag: false,
    replyMention: false,
    onClose: 'delete',
    'limits.openCooldown': 0,
    'limits.perSidePerMinute': 0,
  },
  phantom: {
    commands: ['pmodmail'],
    transcript: 'link',
    replyCommand: false,
    replyFlag: false,
    replyMention: false,
    internalPrefix: null,
  },
  supportmail: {
    commands: ['supportmail'],
    channelKind: 'forum-post',
    transcript: 'none',
    acknowledge: 'message',
    memberFiles: 'media',
    replyCommand: false,
    anonymousStaff: false,
    closeNotify: 'with-comment',
    onClose: 'lock-archive',
    'limits.openCooldown': 0,
    'limits.perSidePerMinute': 0,
    nameTemplate: '{username}',
  },
};
