import { DropdownMenu } from 'radix-ui';
import { Avatar } from '../avatar.tsx';
import { useClient } from '../client.tsx';
import { Icon } from '../icons.tsx';
import type { PersonCard } from '../../sandbox/wire.ts';

/** Whose client this is, at the bottom of the sidebar; its menu switches the person, and changes their language and what others may send them. */
export function PersonBar({
  people,
  onPerson,
}: {
  readonly people: readonly PersonCard[];
  readonly onPerson: (person: string) => void;
}) {
  const { client, act } = useClient();
  const { self } = client;
  const direct = client.directMessages[0];
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="person-bar">
        <Avatar name={self.displayName} picture={self.avatar} size={32} />
        <span>
          <b>{self.displayName}</b>
          <small>{self.part === 'staff' ? 'Staff' : 'Member'}</small>
          <span className="visually-hidden">: switch person and more</span>
        </span>
        <Icon name="swap" size={18} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu people" side="top" align="start" sideOffset={6} collisionPadding={8}>
          <People title="Be a member" part="member" people={people} onPerson={onPerson} />
          <People title="Be staff" part="staff" people={people} onPerson={onPerson} />
          <DropdownMenu.Separator className="menu-line" />
          <Speaks />
          {direct && (
            <>
              <Tick
                label="Accepts direct messages"
                on={!direct.closed}
                onToggle={() => void act({ verb: direct.closed ? 'openDms' : 'closeDms' })}
              />
              <Tick
                label={`Has blocked ${direct.bot.name}`}
                on={direct.blocked}
                onToggle={() => void act({ verb: direct.blocked ? 'unblock' : 'block' })}
              />
            </>
          )}
          {client.servers.map(({ id, name }) => (
            <DropdownMenu.Item
              key={id}
              className="menu-item danger"
              onSelect={() => void act({ verb: 'leave', server: id })}
            >
              Leave {name}
            </DropdownMenu.Item>
          ))}
          {client.elsewhere.map(({ id, name }) => (
            <DropdownMenu.Item key={id} className="menu-item" onSelect={() => void act({ verb: 'join', server: id })}>
              Join {name}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function People({
  title,
  part,
  people,
  onPerson,
}: {
  readonly title: string;
  readonly part: PersonCard['part'];
  readonly people: readonly PersonCard[];
  readonly onPerson: (person: string) => void;
}) {
  const { client } = useClient();
  return (
    <DropdownMenu.RadioGroup value={client.self.id} onValueChange={onPerson} aria-label={title}>
      <DropdownMenu.Label className="menu-title">{title}</DropdownMenu.Label>
      {people
        .filter((person) => person.part === part)
        .map((person) => (
          <DropdownMenu.RadioItem key={person.id} className="menu-item" value={person.id}>
            <Avatar name={person.displayName} picture={person.avatar} size={24} />
            <span>{person.displayName}</span>
            <DropdownMenu.ItemIndicator className="tick">✓</DropdownMenu.ItemIndicator>
          </DropdownMenu.RadioItem>
        ))}
    </DropdownMenu.RadioGroup>
  );
}

/** A few of Discord's, each by its own name. */
const languages: Readonly<Record<string, string>> = {
  'en-US': 'English',
  de: 'Deutsch',
  fr: 'Français',
  'es-ES': 'Español',
};

/** The language of this person's Discord, which a bot learns from what they use. */
function Speaks() {
  const { client, act } = useClient();
  const { locale } = client;
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="menu-item">
        <span>Language: {languages[locale] ?? locale}</span>
        <span aria-hidden>›</span>
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className="menu languages" sideOffset={8} collisionPadding={8}>
          <DropdownMenu.RadioGroup
            value={locale}
            onValueChange={(chosen) => void act({ verb: 'speak', locale: chosen })}
            aria-label="Language"
          >
            {Object.entries(languages).map(([key, name]) => (
              <DropdownMenu.RadioItem key={key} className="menu-item" value={key} lang={key}>
                <span>{name}</span>
                <DropdownMenu.ItemIndicator className="tick">✓</DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

function Tick({
  label,
  on,
  onToggle,
}: {
  readonly label: string;
  readonly on: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <DropdownMenu.CheckboxItem className="menu-item" checked={on} onCheckedChange={onToggle}>
      <span>{label}</span>
      <DropdownMenu.ItemIndicator className="tick">✓</DropdownMenu.ItemIndicator>
    </DropdownMenu.CheckboxItem>
  );
}
