import { settingFields } from './schema.ts';
import type { SettingName } from './schema.ts';

export const groupNames = ['basics', 'staff', 'members', 'answers', 'closing', 'limits', 'looks', 'more'] as const;
export type GroupName = (typeof groupNames)[number];

const listed: Readonly<Partial<Record<SettingName, GroupName>>> = {
  preset: 'basics',
  enabled: 'basics',
  channelKind: 'basics',
  parentChannel: 'basics',
  overflowCategories: 'basics',
  logsChannel: 'basics',
  staffRoles: 'staff',
  adminRoles: 'staff',
  pingStaff: 'staff',
  pingRoles: 'staff',
  pingUsers: 'staff',
  claimExclusive: 'staff',
  softClaim: 'staff',
  undoSend: 'answers',
  allowedBots: 'staff',
  anonymousMembers: 'members',
  topics: 'members',
  greeting: 'members',
  acknowledge: 'members',
  awayHours: 'members',
  awayText: 'members',
  fallbackChannel: 'members',
  relayTyping: 'members',
  relayReactions: 'members',
  staffMessages: 'answers',
  replyCommand: 'answers',
  replyFlag: 'answers',
  replyMention: 'answers',
  internalPrefix: 'answers',
  prefix: 'answers',
  commands: 'answers',
  anonymousStaff: 'answers',
  signature: 'answers',
  closeNotify: 'closing',
  closeMessage: 'closing',
  feedback: 'closing',
  autoClose: 'closing',
  lateThanks: 'closing',
  lateThanksWords: 'closing',
  lateThanksLength: 'closing',
  autoCloseWarning: 'closing',
  onClose: 'closing',
  closedCategory: 'closing',
  transcript: 'closing',
  transcriptChannel: 'closing',
  retention: 'closing',
  'limits.openCooldown': 'limits',
  'limits.perSidePerMinute': 'limits',
  'gates.accountAge': 'limits',
  'gates.timeInServer': 'limits',
  'gates.role': 'limits',
  paused: 'limits',
  pausedText: 'limits',
  blockNotice: 'limits',
  nameTemplate: 'looks',
  forumTags: 'looks',
  language: 'looks',
  timezone: 'looks',
  accentColour: 'looks',
};

/** The settings that belong together, in the order of the schema; what has no place yet is under `more`. */
export function settingsOfGroup(group: GroupName): readonly SettingName[] {
  const all = Object.keys(settingFields) as SettingName[];
  return all.filter((name) => (listed[name] ?? 'more') === group);
}

export function groupOf(name: SettingName): GroupName {
  return listed[name] ?? 'more';
}
