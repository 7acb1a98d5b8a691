import { blockAnyway, runBlock } from '../commands/block.ts';
import { turnBlocks, unblockChosen } from '../commands/blocks.ts';
import { claim, unclaim } from '../commands/claim.ts';
import { closeByForm, showCloseForm } from '../commands/close.ts';
import type { AnswerParts, ButtonUse, FormUse, SelectUse } from '../commands/command.ts';
import { addPicked, joinByButton } from '../commands/join.ts';
import { changePanel, postPanel } from '../commands/panel.ts';
import { replyByForm, showReplyForm } from '../commands/reply.ts';
import { sendByForm } from '../commands/send.ts';
import { changeByForm, choosePreset, showAll, showField, showGroup } from '../commands/settings.ts';
import { setupButtons, setupSelects } from '../commands/setup.ts';
import { undoButtons } from './undo.ts';
import { feedbackButtons, feedbackForms } from './feedback.ts';
import { chooseName, chooseTopic, enterServer, fillForm, leaveWaiting, submitForm, takeAlongToo } from './at-door.ts';
import { showBlockForm, showMore } from './more.ts';
import { openMemberThread } from './member-thread.ts';
import { chooseByName, chooseServer, chooseTicket, showNameForm, turnPage } from './choose-server.ts';
import { openChosen, openTopic } from './panel.ts';
import { topicButtons, topicForms, topicSelects } from './topic.ts';

/** Buttons, selects and forms by the start of their id; what follows a further colon is theirs. */
export const buttons: Readonly<Record<string, (parts: AnswerParts, use: ButtonUse) => Promise<void>>> = {
  'ticket:claim': claim,
  'ticket:unclaim': unclaim,
  'ticket:close': showCloseForm,
  'ticket:thread': openMemberThread,
  'ticket:reply': (parts, use) => showReplyForm(parts, use, null),
  'ticket:join': joinByButton,
  'ticket:more': showMore,
  'more:block': showBlockForm,
  'more:reply': (parts, use) => showReplyForm(parts, use, null, true),
  'block:anyway': blockAnyway,
  'blocks:page': turnBlocks,
  ...feedbackButtons,
  ...undoButtons,
  'settings:all': showAll,
  ...setupButtons,
  ...topicButtons,
  'ask-server:here': chooseTicket,
  'panel:open': (parts, use) => enterServer(parts, use, null),
  'door:along': takeAlongToo,
  'door:stay': leaveWaiting,
  'door:fill': fillForm,
  'door:named': chooseName,
  'door:anonymous': chooseName,
  'panel:topic': openTopic,
  'ask-server:page': turnPage,
  'ask-server:name': showNameForm,
};

export const selects: Readonly<Record<string, (parts: AnswerParts, use: SelectUse) => Promise<void>>> = {
  'ask-server:choose': chooseServer,
  'door:topic': chooseTopic,
  'panel:topics': openChosen,
  'more:add': addPicked,
  'blocks:unblock': unblockChosen,
  'settings:preset': choosePreset,
  'settings:group': showGroup,
  'settings:field': showField,
  ...setupSelects,
  ...topicSelects,
};

export const forms: Readonly<Record<string, (parts: AnswerParts, use: FormUse) => Promise<void>>> = {
  'ticket:close': closeByForm,
  'ticket:reply': replyByForm,
  'ticket:reply-anonymously': (parts, use) => replyByForm(parts, use, true),
  'more:block': runBlock,
  'settings:set': changeByForm,
  ...feedbackForms,
  send: sendByForm,
  'ask-server:named': chooseByName,
  ...topicForms,
  'door:form': submitForm,
  'panel:post': postPanel,
  'panel:edit': changePanel,
};
