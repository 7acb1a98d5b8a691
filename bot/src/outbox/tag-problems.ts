import type { Problem } from '../bookkeeping.ts';
import type { TagPlace, TagsLack } from '../channels/forum-tags.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../store.ts';

/** Without its tags a ticket goes on; those who can mend that are shown why they are missing. */
export function tagProblems(parts: { readonly store: Pick<Store, 'transaction'>; readonly clock: Clock }): {
  readonly onLack: (place: TagPlace, lack: TagsLack) => Promise<void>;
  readonly onHad: (place: TagPlace) => Promise<void>;
} {
  const { store, clock } = parts;
  const key = ({ forum }: TagPlace): string => `forum-tags:${forum}`;
  return {
    onLack: (place, lack) =>
      store.transaction((tables) =>
        tables.problems.raise({ guild: place.guild, key: key(place), since: clock.now(), ...said(place, lack) }),
      ),
    onHad: (place) => store.transaction((tables) => tables.problems.solve(place.guild, key(place))),
  };
}

function said({ forum: where }: TagPlace, lack: TagsLack): Pick<Problem, 'text' | 'with'> {
  if (lack.is === 'full') return { text: 'problem.tags-full', with: { where, missing: lack.missing.join(', ') } };
  const { reason, message } = lack.refusal;
  if (lack.is === 'not-made' && (reason === 'no-permission' || reason === 'no-access'))
    return { text: 'problem.tags-permission', with: { where } };
  return { text: 'problem.tags-refused', with: { where, reason: message } };
}
