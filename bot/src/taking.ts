import { createAnswering } from './discord/answering.ts';
import { editKept, forgetKept } from './intake/change-kept.ts';
import { atDoor, chooseByName } from './intake/choose.ts';
import { firstLook } from './intake/destination.ts';
import { formOf } from './intake/form-of.ts';
import { formShown } from './intake/form-shown.ts';
import { memberIn } from './intake/memberships.ts';
import { choicesOf, isBlockedIn } from './intake/servers.ts';
import type { CatchUp } from './relay/catch-up.ts';
import { cameOrWent, rolesChanged } from './relay/coming-and-going.ts';
import { edit } from './relay/edit.ts';
import { fromMember } from './relay/from-member.ts';
import { fromThread } from './relay/from-thread.ts';
import { clearReactions, reaction } from './relay/reaction.ts';
import { createRelay, type Relay } from './relay/relay.ts';
import { remove } from './relay/remove.ts';
import { threadJoined } from './relay/thread-joined.ts';
import { createTyping } from './relay/typing.ts';
import { typed } from './relay/typed.ts';
import { saveChecked } from './settings/checks/save-checked.ts';
import { saveSettings } from './settings/save.ts';
import type { Settings } from './settings/schema.ts';
import type { Ticket } from './store.ts';
import { createIsStaff } from './tickets/is-staff.ts';
import { settingsOfTicket } from './tickets/topic.ts';
import type { Ground } from './ground.ts';

/** In: what happens is put in order and written down. */
export function createTaking(ground: Ground, catchUp: CatchUp): Relay {
  const { clock, store, discord, bot, meet, recognise, intake, settingsOf, standing } = ground;
  const settingsHere = async (ticket: Ticket): Promise<Settings> =>
    settingsOfTicket(await settingsOf(ticket.guild), ticket);
  const watching = { clock, store, bot, meet, standing: standing.of, settingsOf: settingsHere };
  const going = { clock, store, bot, standing: standing.of, settingsOf };
  const isStaff = createIsStaff({ discord, store, standing: standing.of });
  const relay: Relay = createRelay({
    clock,
    store,
    bot,
    catchUp,
    forgetRoles: standing.forget,
    cameOrWent: (guild, user, isMember) => cameOrWent(going, guild, user, isMember),
    rolesChanged: (guild, who) => rolesChanged(going, guild, who),
    threadJoined: (event) => threadJoined(watching, event),
    fromMember: (message) =>
      fromMember({ clock, store, recognise, destination: (person, dm) => firstLook(intake, person, dm) }, message),
    typed: (ticket, message) =>
      typed(
        { ...watching, isStaff, memberOf: discord.member, isMember: (one) => isMemberOf(ground, one) },
        ticket,
        message,
      ),
    inThread: (ticket, message) => fromThread({ clock, store, bot, settingsOf: settingsHere }, ticket, message),
    edit: (ticket, message) => edit({ clock, store, bot, settingsOf: settingsHere }, ticket, message),
    editKept: (message) => editKept({ store }, message),
    forgetKept: (messages) => forgetKept({ store }, messages),
    remove: (messages) => remove({ clock, store, bot: bot.id }, messages),
    reaction: (event) => reaction(watching, event),
    clearReactions: (event) => clearReactions(watching, event),
    typing: createTyping({ ...watching, discord, log: ground.log }),
    interaction: createAnswering(
      {
        ...going,
        discord,
        meet,
        isStaff,
        sharing: ground.sharing,
        enabled: intake.enabled,
        changeSettings: (guild, change, by) => saveSettings(ground, guild, change, by),
        saveChecked: (guild, change, by) => saveChecked({ ...ground, ...ground.sharing }, guild, change, by),
        guildName: ground.names.of,
        inLane: (person, work) => relay.inLane(person, work),
        atDoor: (person, guild, said, asking) => atDoor(intake, person, guild, said, asking),
        formOf: (person, guild, topic, seen) =>
          formOf({ ...intake, remembered: ground.lookedUp.remembered }, person, guild, topic, seen),
        formShown: (person, guild, topic, prompt) => formShown(intake, person, guild, topic, prompt),
        chooseByName: (person, name, asking) =>
          chooseByName({ ...intake, called: ground.names.called }, person, name, asking),
        choicesOf: (person) => choicesOf(intake, person),
        isBlockedIn: (person, guild) => isBlockedIn(intake, person, guild, true),
      },
      (error) => ground.log.error({ error }, 'an interaction could not be answered'),
    ),
  });
  return relay;
}

/** Whether a ticket's member is in its server now. */
async function isMemberOf({ store, discord }: Ground, { guild, person: id }: Ticket): Promise<boolean> {
  const person = await store.tables.people.get(id);
  return person !== null && (await memberIn(discord, guild, person)) !== null;
}
