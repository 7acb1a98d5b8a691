import { blacklistCommand } from './blacklist.ts';
import { pauseCommand, resumeCommand } from './pause.ts';
import { closeCommand } from './close.ts';
import type { Command } from './command.ts';
import { contactCommand } from './contact.ts';
import { contactStaffCommand, switchCommand } from './contact-staff.ts';
import { panelCommand } from './panel.ts';
import { reopenCommand } from './reopen.ts';
import { replyCommand, replyToCommand } from './reply.ts';
import { sendCommand } from './send.ts';
import { settingsCommand } from './settings.ts';
import { setupCommand } from './setup.ts';
import { pmodmailCommand, ticketCommand } from './ticket.ts';
import { transcriptCommand } from './transcript.ts';
import { topicCommand } from './topic.ts';

/** Every command; a new one is a file beside these and a line here. */
export const commands: readonly Command[] = [
  replyCommand,
  replyToCommand,
  sendCommand,
  closeCommand,
  reopenCommand,
  ticketCommand,
  transcriptCommand,
  pmodmailCommand,
  blacklistCommand,
  setupCommand,
  settingsCommand,
  pauseCommand,
  resumeCommand,
  contactStaffCommand,
  contactCommand,
  topicCommand,
  panelCommand,
  switchCommand,
];
