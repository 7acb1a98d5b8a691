import { useEffect, useState, useSyncExternalStore } from 'react';
import { reset } from '../api.ts';
import type { Live } from '../live.ts';
import type { PersonCard, Status, Step } from '../../sandbox/wire.ts';
import { BreakIt } from './break-it.tsx';
import { Guide } from './guide.tsx';
import { kept } from './kept.ts';
import { Pane } from './pane.tsx';
import { newestChannel, placeOf } from './places.ts';
import { Splitter } from './splitter.tsx';
import { TopBar } from './top-bar.tsx';
import { useToast } from './toasts.tsx';

const sides = ['member', 'staff'] as const;
type Side = (typeof sides)[number];

/** Two clients next to each other, and the sandbox's own controls around them. */
export function App({ live }: { readonly live: Live }) {
  const shown = useSyncExternalStore(live.subscribe, live.get);
  const { status } = shown;
  const [people, setPeople] = useState(rememberedPeople);
  const [places, setPlaces] = useState<Readonly<Record<string, string | null>>>({});
  const [front, setFront] = useState<Side>('member');
  const [breaking, setBreaking] = useState(false);
  const toast = useToast();
  const member = chosen(status, people.member, 'member');
  const staff = chosen(status, people.staff, 'staff');

  useEffect(() => {
    live.watch([member, staff].filter((person) => person !== null));
  }, [live, member, staff]);

  if (!status || member === null || staff === null) return <p className="loading">Starting…</p>;

  const choose = (side: Side, person: string) => {
    kept.set(side, person);
    setPeople({ ...people, [side]: person });
  };
  const open = (person: string, channel: string | null) => setPlaces((all) => ({ ...all, [person]: channel }));
  const startOver = async () => {
    kept.forget();
    setPlaces({});
    setPeople({ member: null, staff: null });
    await reset();
    toast('Everything starts over.');
  };
  const show = (step: Step) => {
    setFront(step === 'write' ? 'member' : 'staff');
    const client = shown.clients[staff];
    const logs = status.guilds.find(({ id }) => id === placeOf(client ?? empty, places[staff] ?? null).server?.id);
    if (step === 'write') open(member, null);
    else if (step === 'read') open(staff, logs?.logsChannel ?? null);
    else if (client) open(staff, newestChannel(client)?.id ?? null);
  };
  const staffClient = shown.clients[staff];
  const server = staffClient ? placeOf(staffClient, places[staff] ?? null).server : null;
  const guild = status.guilds.find(({ id }) => id === server?.id) ?? status.guilds[0] ?? null;
  const pane = (side: Side, person: string) => {
    const client = shown.clients[person];
    if (!client) return <section className="pane loading" aria-busy />;
    return (
      <Pane
        key={`${side}-${person}`}
        label={`${client.self.displayName}’s Discord`}
        live={live}
        shown={shown}
        client={client}
        opened={places[person] ?? null}
        onOpen={(channel) => open(person, channel)}
        onPerson={(next) => choose(side, next)}
      />
    );
  };
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
      <Guide done={status.steps} onShow={show} />
      <div className="pane-tabs" role="tablist" aria-label="Whose Discord">
        {sides.map((side) => (
          <button key={side} type="button" role="tab" aria-selected={front === side} onClick={() => setFront(side)}>
            {nameOf(status.people, side === 'member' ? member : staff)}
            <small>{side === 'member' ? 'left' : 'right'}</small>
          </button>
        ))}
      </div>
      <Splitter left={pane('member', member)} right={pane('staff', staff)} />
      {breaking && <BreakIt status={status} onClose={() => setBreaking(false)} />}
    </div>
  );
}

const empty = {
  self: { id: '', username: '', displayName: '', avatar: null, part: 'staff' as const },
  directMessages: [],
  servers: [],
  elsewhere: [],
};

function rememberedPeople(): { readonly member: string | null; readonly staff: string | null } {
  return { member: kept.get('member'), staff: kept.get('staff') };
}

/** The remembered person while they exist, else the first of that part. */
function chosen(status: Status | null, remembered: string | null, part: Side): string | null {
  const people = status?.people ?? [];
  const person = people.find(({ id }) => id === remembered) ?? people.find((one) => one.part === part) ?? people[0];
  return person?.id ?? null;
}

function nameOf(people: readonly PersonCard[], id: string): string {
  return people.find((person) => person.id === id)?.displayName ?? '';
}
