import { complaintsOf, type Compile } from './compile.ts';

type Data = Readonly<Record<string, unknown>>;

/** The objects inside events, by Discord's name of their schema; some carry lists of them. The API description knows no events, but what they carry. */
const carried: Readonly<Record<string, (data: Data) => Readonly<Record<string, unknown>>>> = {
  MESSAGE_CREATE: (data) => ({ MessageResponse: data }),
  MESSAGE_UPDATE: (data) => ({ MessageResponse: data }),
  CHANNEL_CREATE: (data) => ({ GuildChannelResponse: data }),
  CHANNEL_UPDATE: (data) => ({ GuildChannelResponse: data }),
  CHANNEL_DELETE: (data) => ({ GuildChannelResponse: data }),
  THREAD_CREATE: (data) => ({ ThreadResponse: data }),
  THREAD_UPDATE: (data) => ({ ThreadResponse: data }),
  THREAD_MEMBER_UPDATE: (data) => ({ ThreadMemberResponse: data }),
  THREAD_LIST_SYNC: ({ threads, members }) => ({ ThreadResponse: threads, ThreadMemberResponse: members }),
  GUILD_MEMBER_ADD: (data) => ({ GuildMemberResponse: data }),
  GUILD_MEMBER_UPDATE: (data) => ({ GuildMemberResponse: data }),
  GUILD_MEMBER_REMOVE: ({ user }) => ({ UserResponse: user }),
  GUILD_ROLE_CREATE: ({ role }) => ({ GuildRoleResponse: role }),
  GUILD_ROLE_UPDATE: ({ role }) => ({ GuildRoleResponse: role }),
  GUILD_BAN_ADD: ({ user }) => ({ UserResponse: user }),
  INTERACTION_CREATE: ({ message, member, user }) => ({
    ...(message ? { MessageResponse: message } : {}),
    ...(member ? { GuildMemberResponse: member } : { UserResponse: user }),
  }),
};

/** Complaints about an event's objects. */
export function eventComplaints(compile: Compile, name: string, data: Data): string[] {
  const objects = Object.entries(carried[name]?.(data) ?? {});
  return objects.flatMap(([kind, value]) => {
    const validate = compile(kind, { $ref: `#/components/schemas/${kind}` });
    return (Array.isArray(value) ? value : [value]).flatMap((one) => complaintsOf(validate, one, kind));
  });
}
