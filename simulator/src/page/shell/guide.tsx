import { useState } from 'react';
import { Icon } from '../icons.tsx';
import { kept } from './kept.ts';
import type { Step } from '../../sandbox/wire.ts';

interface StepText {
  readonly step: Step;
  readonly title: string;
  readonly how: string;
}

const texts: readonly StepText[] = [
  { step: 'write', title: 'Write as a member', how: 'Send the bot a direct message on the left.' },
  { step: 'answer', title: 'Answer as staff', how: 'Open the new ticket on the right and type an answer.' },
  { step: 'close', title: 'Close the ticket', how: 'Press Close on the card at the top of the ticket.' },
  { step: 'read', title: 'Read the transcript', how: 'Press “Read the transcript” in the logs channel.' },
];

/** The four steps of a first visit; each ticks itself off when it has happened. */
export function Guide({ done, onShow }: { readonly done: readonly Step[]; readonly onShow: (step: Step) => void }) {
  const [hidden, hide] = useState(() => kept.get('guide') === 'hidden');
  if (hidden) return null;
  const next = texts.find(({ step }) => !done.includes(step));
  return (
    <section className="guide" aria-label="First steps">
      <ol>
        {texts.map((text, index) => (
          <StepCard
            key={text.step}
            text={text}
            number={index + 1}
            state={done.includes(text.step) ? 'done' : text === next ? 'next' : 'later'}
            onShow={() => onShow(text.step)}
          />
        ))}
      </ol>
      <button
        type="button"
        className="icon-button"
        aria-label="Hide the first steps"
        title="Hide the first steps"
        onClick={() => {
          kept.set('guide', 'hidden');
          hide(true);
        }}
      >
        <Icon name="close" size={18} />
      </button>
    </section>
  );
}

function StepCard({
  text,
  number,
  state,
  onShow,
}: {
  readonly text: StepText;
  readonly number: number;
  readonly state: 'done' | 'next' | 'later';
  readonly onShow: () => void;
}) {
  return (
    <li className={`step ${state}`} aria-current={state === 'next' ? 'step' : undefined}>
      <span className="step-number">{state === 'done' ? <Icon name="check" size={16} /> : number}</span>
      <span className="step-text">
        <b>
          {text.title}
          {state === 'done' && <span className="visually-hidden"> (done)</span>}
        </b>
        <span>{text.how}</span>
      </span>
      {state === 'next' && (
        <button type="button" className="show-me" onClick={onShow}>
          Show me
        </button>
      )}
    </li>
  );
}
