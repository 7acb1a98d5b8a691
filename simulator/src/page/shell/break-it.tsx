import { useEffect, useRef, useState } from 'react';
import { breakIt, cutGateway, flow, killBot, mend } from '../api.ts';
import { Icon } from '../icons.tsx';
import type { Counts, FaultKind, Status } from '../../sandbox/wire.ts';

interface Trouble {
  readonly kind: FaultKind;
  readonly title: string;
  readonly what: string;
}

const troubles: readonly Trouble[] = [
  { kind: 'refuse', title: 'Fail Discord', what: 'Every request is answered 503' },
  { kind: 'act-then-fail', title: 'Act, then fail', what: 'Done, but answered 502' },
  { kind: 'delay', title: 'Slow Discord', what: 'Answers come a second late' },
  { kind: 'no-gateway', title: 'No gateway', what: 'Nobody can connect' },
  { kind: 'no-server', title: 'Server outage', what: 'Servers are gone; DMs go on' },
];

/** For how long a trouble lasts. */
const seconds = 10;

/** Everything one can break, and the counters that show what came of it. */
export function BreakIt({ status, onClose }: { readonly status: Status; readonly onClose: () => void }) {
  return (
    <section className="break-it" aria-label="Break it">
      <div className="break-column">
        <h2>
          <Icon name="bolt" size={16} /> Break it
        </h2>
        <div className="troubles">
          <button type="button" className="trouble" onClick={() => void killBot()}>
            <b>Kill the bot</b>
            <span>SIGKILL; it starts again</span>
          </button>
          <button type="button" className="trouble" onClick={() => void cutGateway()}>
            <b>Cut the gateway</b>
            <span>Every socket is dropped</span>
          </button>
          {troubles.map((trouble) => (
            <TroubleButton
              key={trouble.kind}
              trouble={trouble}
              until={status.faults.find(({ kind }) => kind === trouble.kind)?.until ?? null}
            />
          ))}
        </div>
        {status.faults.length > 0 && (
          <button type="button" className="link-button" onClick={() => void mend()}>
            Mend everything now
          </button>
        )}
      </div>
      <Flow status={status} />
      <BotLog status={status} />
      <button type="button" className="icon-button" aria-label="Close Break it" onClick={onClose}>
        <Icon name="close" size={18} />
      </button>
    </section>
  );
}

function TroubleButton({ trouble, until }: { readonly trouble: Trouble; readonly until: number | null }) {
  const left = useSecondsUntil(until);
  return (
    <button
      type="button"
      className={left > 0 ? 'trouble on' : 'trouble'}
      aria-pressed={left > 0}
      onClick={() => void breakIt(trouble.kind, seconds)}
    >
      <b>{trouble.title}</b>
      <span>{left > 0 ? `${left} s left` : `${trouble.what}, ${seconds} s`}</span>
    </button>
  );
}

function useSecondsUntil(until: number | null): number {
  const [now, set] = useState(() => Date.now());
  useEffect(() => {
    if (until === null) return;
    set(Date.now());
    const timer = setInterval(() => set(Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}

const rates = [1, 2, 5, 10, 20] as const;

function Flow({ status }: { readonly status: Status }) {
  const { running } = status.flow;
  const [perSecond, setRate] = useState(status.flow.perSecond);
  return (
    <div className="break-column">
      <div className="flow-head">
        <h2>Messages flow</h2>
        <button
          type="button"
          role="switch"
          aria-checked={running}
          aria-label="Members and staff write numbered messages"
          className={running ? 'switch on' : 'switch'}
          onClick={() => void flow(!running, perSecond)}
        >
          <i />
        </button>
        <label>
          <select
            value={perSecond}
            aria-label="Messages per second"
            onChange={(event) => {
              const rate = Number(event.target.value);
              setRate(rate);
              if (running) void flow(true, rate);
            }}
          >
            {rates.map((rate) => (
              <option key={rate} value={rate}>
                {rate} per second
              </option>
            ))}
          </select>
        </label>
      </div>
      <table className="counts">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Direction</span>
            </th>
            <th scope="col">Sent</th>
            <th scope="col">Arrived</th>
            <th scope="col">Twice</th>
            <th scope="col">Missing</th>
          </tr>
        </thead>
        <tbody>
          <CountRow name="Member → staff" counts={status.counts.toStaff} running={running} />
          <CountRow name="Staff → member" counts={status.counts.toMembers} running={running} />
        </tbody>
      </table>
    </div>
  );
}

function CountRow({
  name,
  counts,
  running,
}: {
  readonly name: string;
  readonly counts: Counts;
  readonly running: boolean;
}) {
  const even = counts.sent > 0 && counts.sent === counts.arrived && counts.duplicates === 0;
  return (
    <tr className={even ? 'even' : undefined}>
      <th scope="row">{name}</th>
      <td>{counts.sent}</td>
      <td>
        {counts.arrived}
        {even && !running && <Icon name="check" size={14} />}
      </td>
      <td className={counts.duplicates > 0 ? 'bad' : undefined}>{counts.duplicates}</td>
      <td>{counts.missing}</td>
    </tr>
  );
}

function BotLog({ status: { bot } }: { readonly status: Status }) {
  const box = useRef<HTMLPreElement>(null);
  const last = bot.log.at(-1);
  useEffect(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [last, bot.log.length]);
  return (
    <div className="break-column log">
      <h2>
        What the bot says
        <small>
          {bot.pid === null ? '' : `pid ${bot.pid}`}
          {bot.restarts > 0 ? ` · started again ${bot.restarts}×` : ''}
          {bot.ended ? ` · last end: ${bot.ended}` : ''}
        </small>
      </h2>
      <pre ref={box} tabIndex={0} aria-label="The bot's log">
        {bot.log.join('\n')}
      </pre>
    </div>
  );
}
