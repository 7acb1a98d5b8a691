import { sendAskDoor, sendShowDoor } from './ask-door.ts';
import { sendAskServer } from './ask-server.ts';
import { sendCloseAgain } from './close-again.ts';
import { sendCloseChannel } from './close-channel.ts';
import { sendCopy } from './copy.ts';
import { sendDelete } from './delete-copies.ts';
import type { Delivery } from './delivery.ts';
import { sendStaffDm } from './dm.ts';
import { sendCloseMemberThread } from './close-member-thread.ts';
import { sendOpenMemberThread } from './open-member-thread.ts';
import { sendFinishClosing } from './finish-closing.ts';
import { sendKeepOut } from './keep-out.ts';
import { sendLog } from './log.ts';
import { sendLogGap } from './log-gap.ts';
import { sendMark } from './mark.ts';
import { sendOpenChannel } from './open-channel.ts';
import { sendPanel } from './panel.ts';
import { sendRoute } from './route.ts';
import { sendExpireQuestion } from './expire-question.ts';
import type { SendParts } from './parts.ts';
import { changeInChannel } from './refused-in-channel.ts';
import { sendReflect } from './reflect.ts';
import { sendRelease } from './release.ts';
import { sendReopenChannel } from './reopen-channel.ts';
import { sendReport } from './report.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';
import { sendSettle } from './settle.ts';
import { sendShowLate } from './show-late.ts';
import { sendTags } from './tags.ts';
import { sendTell } from './tell.ts';
import { sendTranscript } from './transcript.ts';
import { sendUpdate } from './update-copies.ts';

/** One delivery, one way of paying it. */
const senders: {
  readonly [Kind in Delivery['kind']]: (
    parts: SendParts,
    delivery: Extract<Delivery, { kind: Kind }>,
    attempt: Attempt,
  ) => Promise<Sent>;
} = {
  'open-channel': sendOpenChannel,
  copy: sendCopy,
  release: sendRelease,
  settle: sendSettle,
  'update-copies': (parts, delivery, attempt) =>
    changeInChannel(parts, delivery, () => sendUpdate(parts, delivery, attempt)),
  'delete-copies': (parts, delivery, attempt) =>
    changeInChannel(parts, delivery, () => sendDelete(parts, delivery, attempt)),
  mark: sendMark,
  reflect: (parts, delivery) => changeInChannel(parts, delivery, () => sendReflect(parts, delivery)),
  tags: sendTags,
  transcript: sendTranscript,
  'show-late': sendShowLate,
  'log-gap': sendLogGap,
  'keep-out': sendKeepOut,
  log: sendLog,
  'finish-closing': sendFinishClosing,
  'close-channel': sendCloseChannel,
  'reopen-channel': sendReopenChannel,
  'close-again': sendCloseAgain,
  'open-member-thread': sendOpenMemberThread,
  'close-member-thread': sendCloseMemberThread,
  tell: sendTell,
  dm: sendStaffDm,
  report: sendReport,
  'ask-server': sendAskServer,
  'ask-door': sendAskDoor,
  panel: sendPanel,
  'show-door': sendShowDoor,
  route: sendRoute,
  'expire-question': sendExpireQuestion,
};

export async function send(parts: SendParts, delivery: Delivery, attempt: Attempt): Promise<Sent> {
  if (await comesTooLate(parts, delivery)) return nothingToRecord;
  const pay = senders[delivery.kind] as (parts: SendParts, delivery: Delivery, attempt: Attempt) => Promise<Sent>;
  return pay(parts, delivery, attempt);
}

/** What stepped aside for a ticket channel that took nothing is said there as long as the ticket goes on. */
async function comesTooLate({ store }: SendParts, delivery: Delivery): Promise<boolean> {
  if (!('aside' in delivery) || delivery.aside !== true) return false;
  return (await store.tables.tickets.get(delivery.ticket))?.state === 'closed';
}
