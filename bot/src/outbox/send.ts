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
import type { Attempt, Sent } from './sent.ts';
import { sendSettle } from './settle.ts';
import { sendShowLate } from './show-late.ts';
import { sendTags } from './tags.ts';
import { sendTell } from './tell.ts';
import { sendTranscript } from './transcript.ts';
import { sendUpdate } from './update-copies.ts';

/** One delivery, one way of paying it. */
export function send(parts: SendParts, delivery: Delivery, attempt: Attempt): Promise<Sent> {
  switch (delivery.kind) {
    case 'open-channel':
      return sendOpenChannel(parts, delivery, attempt);
    case 'copy':
      return sendCopy(parts, delivery, attempt);
    case 'release':
      return sendRelease(parts, delivery);
    case 'settle':
      return sendSettle(parts, delivery);
    case 'update-copies':
      return changeInChannel(parts, delivery, () => sendUpdate(parts, delivery, attempt));
    case 'delete-copies':
      return changeInChannel(parts, delivery, () => sendDelete(parts, delivery, attempt));
    case 'mark':
      return sendMark(parts, delivery);
    case 'reflect':
      return changeInChannel(parts, delivery, () => sendReflect(parts, delivery));
    case 'tags':
      return sendTags(parts, delivery);
    case 'transcript':
      return sendTranscript(parts, delivery, attempt);
    case 'show-late':
      return sendShowLate(parts, delivery, attempt);
    case 'keep-out':
      return sendKeepOut(parts, delivery);
    case 'log':
      return sendLog(parts, delivery, attempt);
    case 'finish-closing':
      return sendFinishClosing(parts, delivery);
    case 'close-channel':
      return sendCloseChannel(parts, delivery);
    case 'reopen-channel':
      return sendReopenChannel(parts, delivery);
    case 'close-again':
      return sendCloseAgain(parts, delivery);
    case 'open-member-thread':
      return sendOpenMemberThread(parts, delivery, attempt);
    case 'close-member-thread':
      return sendCloseMemberThread(parts, delivery);
    case 'tell':
      return sendTell(parts, delivery, attempt);
    case 'dm':
      return sendStaffDm(parts, delivery, attempt);
    case 'report':
      return sendReport(parts, delivery);
    case 'ask-server':
      return sendAskServer(parts, delivery, attempt);
    case 'ask-door':
      return sendAskDoor(parts, delivery, attempt);
    case 'panel':
      return sendPanel(parts, delivery);
    case 'show-door':
      return sendShowDoor(parts, delivery);
    case 'route':
      return sendRoute(parts, delivery);
    case 'expire-question':
      return sendExpireQuestion(parts, delivery);
  }
}
