import type { Route } from './route.ts';

/** Everything that the simulator's REST API answers. */
export const routes: readonly Route[] = [];
