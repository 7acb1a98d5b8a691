import { claim, unclaim } from '../commands/claim.ts';
import { closeByForm, showCloseForm } from '../commands/close.ts';
import type { AnswerParts, ButtonUse, FormUse, SelectUse } from '../commands/command.ts';
import { replyByForm, showReplyForm } from '../commands/reply.ts';
import { chooseServer } from './choose-server.ts';

/** Buttons, selects and forms by the start of their id; what follows a further colon is theirs. */
export const buttons: Readonly<Record<string, (parts: AnswerParts, use: ButtonUse) => Promise<void>>> = {
  'ticket:claim': claim,
  'ticket:unclaim': unclaim,
  'ticket:close': showCloseForm,
  'ticket:reply': (parts, use) => showReplyForm(parts, use, null),
};

export const selects: Readonly<Record<string, (parts: AnswerParts, use: SelectUse) => Promise<void>>> = {
  'ask-server:choose': chooseServer,
};

export const forms: Readonly<Record<string, (parts: AnswerParts, use: FormUse) => Promise<void>>> = {
  'ticket:close': closeByForm,
  'ticket:reply': replyByForm,
};
