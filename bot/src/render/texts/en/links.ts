/** About links to transcripts, in English. */
export const links = {
  'link.gone-title': 'This link does not work',
  'link.gone': 'It may have expired or been taken back, or it was not copied whole.',
  'link.gone-hint': 'Staff get a new one in Discord with /transcript link.',
  'link.robot-title': 'A transcript',
  'link.robot': 'Open this link in your browser to read it.',
  'link.busy-title': 'One moment, please',
  'link.busy': 'Several transcripts are being read right now. Try again in a few seconds.',
} as const;
