/** About links to transcripts, in English. */
export const links = {
  'link.gone-title': 'This link does not work',
  'link.gone': 'It may have expired or been taken back, or it was not copied whole.',
  'link.gone-hint': 'Staff get a new one in Discord with /transcript link.',
  'link.robot-title': 'A transcript',
  'link.robot': 'Open this link in your browser to read it.',
  'link.busy-title': 'One moment, please',
  'link.busy': 'Several transcripts are being read right now. Try again in a few seconds.',
  'command.transcript': 'Links to transcripts',
  'command.transcript.link': 'Get a link to a transcript, for yourself',
  'command.transcript.revoke': 'Take back all links to a transcript',
  'answer.link.made':
    '🔗 The transcript of ticket {{number}}. Whoever has this link can read it, with what you say among yourselves, until {{until, when}}. `/transcript revoke` takes it back.',
  'answer.link.no-address':
    'There are no links to transcripts here: whoever runs me has not set `PUBLIC_URL`. Closing posts files instead.',
  'answer.link.none': 'No link to the transcript of ticket {{number}} works.',
  'answer.link.revoked_one': '🔒 The link to the transcript of ticket {{number}} works no more.',
  'answer.link.revoked_other': '🔒 {{count}} links to the transcript of ticket {{number}} work no more.',
  'answer.link.never-opened': 'Nobody has ever opened one.',
  'answer.link.opened_one': 'They were opened once, {{at, when}}.',
  'answer.link.opened_other': 'They were opened {{count}} times, the last time {{at, when}}.',
  'problem.no-public-url':
    'Transcripts are posted as files, not as links: nobody could open a link, since PUBLIC_URL is not set.',
  'fix.no-public-url':
    'Whoever runs me sets PUBLIC_URL to the address at which this program is reached, like https://modmail.example.org, and starts it again. Or change the setting transcript.',
} as const;
