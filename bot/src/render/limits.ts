/** What Discord takes. Texts are measured in UTF-16 units, as JavaScript counts them, which is never less than Discord does. */

/** https://docs.discord.com/developers/resources/message#create-message */
export const longestText = 2000;
export const mostFiles = 10;
/** Bytes of one file; a server's boosts do not raise it for webhooks. https://docs.discord.com/developers/reference#uploading-files */
export const largestFile = 10 * 1024 * 1024;
/** Bytes of one request: 25 MiB, less what the rest of the request needs. */
export const largestRequest = 24 * 1024 * 1024;
export const longestDescription = 1024;

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
export const embedLimits = {
  title: 256,
  text: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  /** Over all embeds of a message. */
  sum: 6000,
} as const;

/** https://docs.discord.com/developers/resources/webhook#create-webhook */
export const longestFaceName = 80;
/** https://docs.discord.com/developers/resources/channel#channel-object */
export const longestChannelName = 100;
/** https://docs.discord.com/developers/components/reference#string-select-select-option-structure */
export const longestChoice = 100;
export const mostChoices = 25;
/** Five rows of five: https://docs.discord.com/developers/components/reference#action-row */
export const mostButtons = 25;
/** https://docs.discord.com/developers/components/reference#button */
export const longestLabel = 80;
/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal */
export const longestFormTitle = 45;
/** What people type into a form: https://docs.discord.com/developers/components/reference#text-input */
export const longestForm = 4000;
