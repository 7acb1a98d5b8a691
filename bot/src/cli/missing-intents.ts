const portal = 'https://discord.com/developers/applications → the application → Bot';

/** What does not work while a privileged intent is off, and how to mend it. */
export const missingIntents = {
  content: {
    what: 'Message Content is off: what staff type is not seen; /reply, the Reply button and Discord’s own reply work.',
    fix: `${portal} → Message Content Intent, then start again.`,
  },
  members: {
    what: 'Server Members is off: who leaves is noticed at the next message or click.',
    fix: `${portal} → Server Members Intent, then start again.`,
  },
} as const;
