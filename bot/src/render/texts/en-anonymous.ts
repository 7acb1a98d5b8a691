/** Tickets in which staff do not learn who the member is. */
export const anonymous = {
  'card.anonymous': '{{alias}}, anonymous: nobody here can see who this is',
  'notice.not-delivered.anonymous': '❌ This could not be delivered.',
} as const;
