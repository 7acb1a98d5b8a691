import { DropdownMenu, Popover } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { useClient } from '../client.tsx';
import { useCommands } from '../commands.ts';
import { Icon, type IconName } from '../icons.tsx';
import type { MessageView } from '../../sandbox/wire.ts';
import { EmojiPicture, offered } from './emoji.tsx';

/** What appears over a message that is pointed at or focused. */
export function MessageActions({ message }: { readonly message: MessageView }) {
  const { replyTo, edit, act } = useClient();
  const [open, setOpen] = useState(false);
  return (
    <div className={open ? 'message-actions open' : 'message-actions'} role="toolbar" aria-label="Message actions">
      <ReactionPicker message={message} onOpenChange={setOpen} />
      {!message.onlyForYou && <Action icon="reply" label="Reply" onClick={() => replyTo(message)} />}
      {message.mine && <Action icon="edit" label="Edit" onClick={() => edit(message.id)} />}
      <MoreMenu message={message} onOpenChange={setOpen}>
        {message.mine && <Item onSelect={() => edit(message.id)}>Edit Message</Item>}
        <Item onSelect={() => replyTo(message)}>Reply</Item>
        <Item onSelect={() => void act({ verb: 'pin', message: message.id })}>Pin Message</Item>
        <Item onSelect={() => void navigator.clipboard?.writeText(message.content)}>Copy Text</Item>
        <Item onSelect={() => void navigator.clipboard?.writeText(message.id)}>Copy Message ID</Item>
        {(message.mine || message.mayDelete) && (
          <Item danger onSelect={() => void act({ verb: 'delete', message: message.id })}>
            Delete Message
          </Item>
        )}
      </MoreMenu>
    </div>
  );
}

function Action({
  icon,
  label,
  onClick,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} size={18} />
    </button>
  );
}

function ReactionPicker({
  message,
  onOpenChange,
}: {
  readonly message: MessageView;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const { act } = useClient();
  const [open, setOpen] = useState(false);
  const change = (next: boolean) => {
    setOpen(next);
    onOpenChange(next);
  };
  return (
    <Popover.Root open={open} onOpenChange={change}>
      <Popover.Trigger className="icon-button" aria-label="Add reaction" title="Add reaction">
        <Icon name="smile" size={18} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="emoji-picker" side="top" collisionPadding={8}>
          {offered.map((emoji) => (
            <button
              key={emoji}
              type="button"
              aria-label={emoji}
              onClick={() => {
                change(false);
                void act({ verb: 'react', message: message.id, emoji });
              }}
            >
              <EmojiPicture name={emoji} id={null} />
            </button>
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function MoreMenu({
  message,
  onOpenChange,
  children,
}: {
  readonly message: MessageView;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}) {
  const { interact } = useClient();
  const commands = useCommands().filter(({ type }) => type === 3);
  return (
    <DropdownMenu.Root onOpenChange={onOpenChange} modal={false}>
      <DropdownMenu.Trigger className="icon-button" aria-label="More" title="More">
        <Icon name="more" size={18} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          {children}
          {commands.length > 0 && <DropdownMenu.Separator className="menu-line" />}
          {commands.length > 0 && <DropdownMenu.Label className="menu-title">Apps</DropdownMenu.Label>}
          {commands.map(({ id, name }) => (
            <Item key={id} onSelect={() => void interact({ verb: 'runOn', command: name, message: message.id })}>
              {name}
            </Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Item({
  children,
  danger = false,
  onSelect,
}: {
  readonly children: ReactNode;
  readonly danger?: boolean;
  readonly onSelect: () => void;
}) {
  return (
    <DropdownMenu.Item className={danger ? 'menu-item danger' : 'menu-item'} onSelect={onSelect}>
      {children}
    </DropdownMenu.Item>
  );
}
