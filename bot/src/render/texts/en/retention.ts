/** What goes after a while, in English. */
export const retentionTexts = {
  'notice.removed-after_one': 'What was said in this ticket was removed {{count}} day after it was closed.',
  'notice.removed-after_other': 'What was said in this ticket was removed {{count}} days after it was closed.',
  'settings.retention-warning_one':
    '⚠️ Every day at 5:00 UTC, what was said in tickets closed more than {{after}} ago is removed here for good, with its files; what Discord shows stays. Now that is {{count}} ticket. `keep` keeps everything.',
  'settings.retention-warning_other':
    '⚠️ Every day at 5:00 UTC, what was said in tickets closed more than {{after}} ago is removed here for good, with its files; what Discord shows stays. Now that is {{count}} tickets. `keep` keeps everything.',
} as const;
