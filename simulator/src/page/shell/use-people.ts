import { useState } from 'react';
import type { PersonCard, Status } from '../../sandbox/wire.ts';
import { kept } from './kept.ts';

export const sides = ['member', 'staff'] as const;
export type Side = (typeof sides)[number];

/** Who is looked at on each side; null until the page knows anybody. */
export interface Chosen {
  readonly member: PersonCard | null;
  readonly staff: PersonCard | null;
  choose(side: Side, person: string): void;
  forget(): void;
}

export function usePeople(status: Status | null): Chosen {
  const [remembered, set] = useState(() => ({ member: kept.get('member'), staff: kept.get('staff') }));
  return {
    member: find(status, remembered.member, 'member'),
    staff: find(status, remembered.staff, 'staff'),
    choose(side, person) {
      kept.set(side, person);
      set((before) => ({ ...before, [side]: person }));
    },
    forget: () => set({ member: null, staff: null }),
  };
}

/** The remembered person while they exist, else the first of that part. */
function find(status: Status | null, remembered: string | null, part: Side): PersonCard | null {
  const people = status?.people ?? [];
  return people.find(({ id }) => id === remembered) ?? people.find((one) => one.part === part) ?? people[0] ?? null;
}
