import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { reset } from '../api.ts';
import type { Live } from '../live.ts';
import type { Shown } from '../shown.ts';
import type { PersonCard, Status, Step } from '../../sandbox/wire.ts';
import { BreakIt } from './break-it.tsx';
import { Guide } from './guide.tsx';
import { kept } from './kept.ts';
import { Pane } from './pane.tsx';
import { newestChannel, placeOf } from './places.ts';
import { Splitter } from './splitter.tsx';
import { TopBar } from './top-bar.tsx';
import { useToast } from './toasts.tsx';
import { useBotStarting } from './use-bot-starting.ts';
import { sides, usePeople, type Chosen, type Side } from './use-people.ts';

/** Two clients next to each other, and the sandbox's own controls around them. */
export function App({ live }: { readonly live: Live }) {
  const shown = useSyncExternalStore(live.subscribe, live.get);
  const chosen = usePeople(shown.status);
  const [member, staff] = [chosen.member?.id, chosen.staff?.id];
  useEffect(() => {
    live.watch([member, staff].filter((person) => person !== undefined));
  }, [live, member, staff]);
  const isStarting = useBotStarting(shown.status?.bot);
  if (!shown.status || !chosen.member || !chosen.staff) return <p className="loading">Starting…</p>;
  if (isStarting) return <p className="loading">The bot is starting…</p>;
  return (
    <Loaded
      live={live}
      shown={shown}
      status={shown.status}
      chosen={chosen}
      member={chosen.member}
      staff={chosen.staff}
    />
  );
}

interface LoadedProps {
  readonly live: Live;
  readonly shown: Shown;
  readonly status: Status;
  readonly chosen: Chosen;
  readonly member: PersonCard;
  readonly staff: PersonCard;
}

function Loaded({ live, shown, status, chosen, member, staff }: LoadedProps) {
  const [places, setPlaces] = useState<Readonly<Record<string, string | null>>>({});
  const [front, setFront] = useState<Side>('member');
  const [breaking, setBreaking] = useState(false);
  const toast = useToast();
  const open = useCallback(
    (person: string, channel: string | null) => setPlaces((all) => ({ ...all, [person]: channel })),
    [],
  );
  const staffClient = shown.clients[staff.id];
  const server = staffClient ? placeOf(staffClient, places[staff.id] ?? null).server : null;
  const guild = status.guilds.find(({ id }) => id === server?.id) ?? status.guilds[0] ?? null;

  const startOver = async () => {
    kept.forget();
    setPlaces({});
    chosen.forget();
    await reset();
    toast('Everything starts over.');
  };
  const show = (step: Step) => {
    setFront(step === 'write' ? 'member' : 'staff');
    if (step === 'write') open(member.id, null);
    else if (step === 'read') open(staff.id, guild?.logsChannel ?? null);
    else if (staffClient) open(staff.id, newestChannel(staffClient)?.id ?? null);
  };
  const pane = (side: Side, { id, displayName }: PersonCard) => (
    <Pane
      key={`${side}-${id}`}
      label={`${displayName}’s Discord`}
      live={live}
      shown={shown}
      client={shown.clients[id]}
      opened={places[id] ?? null}
      onOpen={open}
      onPerson={(next) => chosen.choose(side, next)}
    />
  );
  return (
    <div className={`app front-${front}`}>
      <TopBar
        status={status}
        connected={shown.connected}
        guild={guild}
        breaking={breaking}
        onBreak={() => setBreaking(!breaking)}
        onReset={() => void startOver()}
      />
      {guild?.problem && (
        <p className="problem" role="alert">
          {guild.problem}
        </p>
      )}
      {status.steps && <Guide done={status.steps} onShow={show} />}
      <Tabs front={front} names={{ member: member.displayName, staff: staff.displayName }} onFront={setFront} />
      <Splitter left={pane('member', member)} right={pane('staff', staff)} />
      {breaking && <BreakIt status={status} onClose={() => setBreaking(false)} />}
    </div>
  );
}

/** In a narrow window one pane is shown at a time. */
function Tabs({
  front,
  names,
  onFront,
}: {
  readonly front: Side;
  readonly names: Readonly<Record<Side, string>>;
  readonly onFront: (side: Side) => void;
}) {
  return (
    <div className="pane-tabs" role="tablist" aria-label="Whose Discord">
      {sides.map((side) => (
        <button key={side} type="button" role="tab" aria-selected={front === side} onClick={() => onFront(side)}>
          {names[side]}
        </button>
      ))}
    </div>
  );
}
