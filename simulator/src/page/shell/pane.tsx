import { useCallback, useEffect, useMemo, useState } from 'react';
import { act as send, fetchCommands } from '../api.ts';
import { ChannelView } from '../channel/channel.tsx';
import { ClientContext, useClient, type Client } from '../client.tsx';
import { CommandsContext } from '../commands.ts';
import { Modal, type Filled } from '../compose/modal.tsx';
import { DirectoryContext, directoryOf } from '../directory.tsx';
import type { Live } from '../live.ts';
import type { Shown } from '../shown.ts';
import type { Act } from '../../sandbox/act.ts';
import type { ClientView, CommandView, MessageView } from '../../sandbox/wire.ts';
import { PersonBar } from './person-bar.tsx';
import { placeOf, serverPrefix } from './places.ts';
import { Rail } from './rail.tsx';
import { Sidebar } from './sidebar.tsx';
import { SidebarContext } from './sidebar-state.ts';
import { useToast } from './toasts.tsx';

interface PaneProps {
  readonly label: string;
  readonly live: Live;
  readonly shown: Shown;
  readonly client: ClientView | undefined;
  /** The channel that was opened last, if one was. */
  readonly opened: string | null;
  readonly onOpen: (person: string, channel: string | null) => void;
  readonly onPerson: (person: string) => void;
}

/** One whole Discord client, seen through one person's eyes. */
export function Pane({ client, ...props }: PaneProps) {
  if (!client) return <section className="pane loading" aria-label={props.label} aria-busy />;
  return <LoadedPane {...props} client={client} />;
}

function LoadedPane({
  label,
  live,
  shown,
  client,
  opened,
  onOpen,
  onPerson,
}: PaneProps & { readonly client: ClientView }) {
  const place = placeOf(client, opened);
  const { channelId } = place;
  const person = client.self.id;
  const { sidebar, open } = useSidebarIn(person, onOpen);
  const [replyingTo, replyTo] = useState<MessageView | null>(null);
  const [editing, edit] = useState<string | null>(null);
  const { act, interact, modal, closeModal } = useActs(person);
  const commands = useCommandsIn(client, channelId, shown.status?.bot.pid ?? null);
  const unreadHere = channelId === null ? 0 : (shown.unread[`${person}/${channelId}`] ?? 0);

  useEffect(() => {
    if (channelId !== null && unreadHere > 0) live.seen(person, channelId);
  }, [live, person, channelId, unreadHere]);
  useEffect(() => {
    replyTo(null);
    edit(null);
  }, [person, channelId]);

  // Messages hang on these: they are made anew only when something in them is.
  const directory = useMemo(() => directoryOf(client, open), [client, open]);
  const { server, channel } = place;
  const context: Client = useMemo(
    () => ({ client, server, channel, channelId, act, interact, open, replyingTo, replyTo, editing, edit }),
    [client, server, channel, channelId, act, interact, open, replyingTo, editing],
  );
  return (
    <ClientContext.Provider value={context}>
      <CommandsContext.Provider value={commands}>
        <DirectoryContext.Provider value={directory}>
          <SidebarContext.Provider value={sidebar}>
            <section className={sidebar.shown ? 'pane' : 'pane wide'} aria-label={label}>
              <Rail unread={shown.unread} />
              <div className="side">
                <Sidebar unread={shown.unread} />
                <PersonBar people={shown.status?.people ?? []} onPerson={onPerson} />
              </div>
              <ChannelView live={live} shown={shown} />
              <OpenModal modal={modal} onClose={closeModal} />
            </section>
          </SidebarContext.Provider>
        </DirectoryContext.Provider>
      </CommandsContext.Provider>
    </ClientContext.Provider>
  );
}

interface OpenForm {
  /** Another one for each form, so that nothing typed into one is left in the next. */
  readonly key: number;
  readonly form: Readonly<Record<string, unknown>>;
}

function OpenModal({ modal, onClose }: { readonly modal: OpenForm | null; readonly onClose: () => void }) {
  const { interact } = useClient();
  if (!modal) return null;
  const submit = async ({ values, files }: Filled) => {
    const fields = files.map(({ field }) => field);
    const given = files.map(({ file }) => file);
    const result = await interact({ verb: 'submit', values: mutable(values), files: fields }, given);
    if (result.ok && !result.answered?.modal) onClose();
  };
  return <Modal key={modal.key} modal={modal.form} onClose={onClose} onSubmit={submit} />;
}

function useSidebarIn(person: string, onOpen: PaneProps['onOpen']) {
  const [shown, show] = useState(() => !isNarrow());
  const open = useCallback(
    (channel: string) => {
      // Where there is room for one thing only, whoever chooses a channel wants to see it.
      if (isNarrow() && !channel.startsWith(serverPrefix)) show(false);
      onOpen(person, channel);
    },
    [onOpen, person],
  );
  return { sidebar: { shown, toggle: () => show(!shown) }, open };
}

function isNarrow(): boolean {
  return window.matchMedia('(max-width: 620px)').matches;
}

/** What the person does, with refusals as toasts and forms as modals. */
function useActs(person: string) {
  const toast = useToast();
  const [modal, setModal] = useState<OpenForm | null>(null);
  const act = useCallback(
    async (what: Act, files: readonly File[] = []) => {
      const result = await send(person, what, files);
      if (!result.ok && what.verb !== 'typing') toast(result.problem);
      return result;
    },
    [person, toast],
  );
  const interact = useCallback(
    async (what: Act, files?: readonly File[]) => {
      const result = await act(what, files);
      if (!result.ok || !result.answered) return result;
      const { failed, modal: form } = result.answered;
      if (failed) toast('This interaction failed: the bot did not answer within 3 seconds.');
      if (form) setModal((before) => ({ key: (before?.key ?? 0) + 1, form }));
      return result;
    },
    [act, toast],
  );
  return { act, interact, modal, closeModal: () => setModal(null) };
}

/** Asked for again when the bot has started anew, since it may have registered others, and in another language. */
function useCommandsIn(
  { self: { id: person }, locale }: ClientView,
  channel: string | null,
  pid: number | null,
): readonly CommandView[] {
  const [commands, set] = useState<readonly CommandView[]>([]);
  useEffect(() => {
    if (channel === null) return;
    let current = true;
    const ask = async () => {
      const found = await fetchCommands(person, channel);
      if (current && found) set(found);
    };
    void ask();
    // A bot registers its commands a moment after its start.
    const timer = setTimeout(() => void ask(), 3000);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [person, locale, channel, pid]);
  return commands;
}

function mutable(values: Readonly<Record<string, string | readonly string[]>>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, typeof value === 'string' ? value : [...value]]),
  );
}
