/**
 * Discord's limits on what is sent, as the simulator enforces them. The pages are those of docs.discord.com/developers;
 * where Discord says nothing, the number is what people observe, and says so.
 */

const mebibyte = 1024 * 1024;

/** A whole request, bytes: reference#uploading-files. */
export const longestRequest = 25 * mebibyte;
/** A file by the server's boost level, bytes: reference#uploading-files; levels 2 and 3 for bots are observed. */
export const longestFile = { 0: 10 * mebibyte, 1: 10 * mebibyte, 2: 50 * mebibyte, 3: 100 * mebibyte } as const;

/** resources/message#create-message and #embed-object-embed-limits; characters and counts. */
export const message = {
  content: 2000,
  nonce: 25,
  embeds: 10,
  stickers: 3,
  files: 10,
  fileDescription: 1024,
  /** resources/message#allowed-mentions-object: users, and roles, each. */
  allowedMentions: 100,
  /** resources/message#bulk-delete-messages */
  bulkDelete: { fewest: 2, most: 100, oldestDays: 14 },
  /** resources/message#get-channel-messages */
  page: 100,
  /** topics/opcodes-and-status-codes#json, 30003 */
  pins: 250,
  /** Different emoji on one message: topics/opcodes-and-status-codes#json, 30010 */
  reactions: 20,
} as const;

export const embed = {
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  /** Over all embeds of a message. */
  total: 6000,
  url: 2048,
} as const;

/** components/reference; characters and counts. */
export const component = {
  rows: 5,
  buttonsInRow: 5,
  customId: 100,
  buttonLabel: 80,
  url: 512,
  selectOptions: 25,
  option: 100,
  placeholder: 150,
  /** With the components v2 flag, nested ones too. */
  totalV2: 40,
  /** Over all text displays; not documented, widely observed. */
  textV2: 4000,
  sectionTexts: 3,
  galleryItems: 10,
  mediaDescription: 1024,
} as const;

/** resources/poll#poll-create-request-object */
export const poll = { question: 300, answers: 10, answer: 55, longestHours: 768 } as const;

/** resources/channel#channel-object */
export const channel = {
  name: 100,
  topic: 1024,
  forumTopic: 4096,
  slowmode: 21_600,
  autoArchiveMinutes: [60, 1440, 4320, 10080],
  /** topics/opcodes-and-status-codes#json: 30060 */
  overwrites: 1000,
  /** topics/opcodes-and-status-codes#json: 30013; categories count, threads do not. */
  perGuild: 500,
  perCategory: 50,
  /** 160006; the number is observed. */
  activeThreads: 1000,
  /**
   * With so many active threads a server archives silent ones after so few minutes, to make room; Discord says that it does
   * (topics/threads), but not when, so that both numbers are guesses.
   */
  nearlyAllThreads: 900,
  nearlyAllArchiveMinutes: 60,
  /** 30033 */
  threadMembers: 1000,
  /** A role's mention adds its members to a thread only where there are no more of them; observed. */
  addedByRole: 100,
} as const;

/** resources/channel#forum-tag-object */
export const forum = { tags: 20, appliedTags: 5, tagName: 20 } as const;

/** resources/webhook#create-webhook; 30007. */
export const webhook = { name: 80, perChannel: 15 } as const;

/** resources/guild: names in characters; 30005. */
export const guild = { nick: 32, roleName: 100, roles: 250, membersPage: 1000, guildsPage: 200 } as const;
