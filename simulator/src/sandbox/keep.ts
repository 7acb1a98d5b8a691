import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Clock } from '../clock.ts';
import type { State } from '../state.ts';
import type { Scene } from './scene.ts';
import type { ChannelKind, Step } from './wire.ts';

/** What a sandbox remembers from one run to the next. */
export interface Kept {
  readonly format: typeof format;
  readonly state: State;
  readonly scene: Scene;
  readonly steps: Set<Step>;
  /** Servers that the bot was set up in, with the kind of ticket channel chosen last. */
  readonly channelKinds: Map<string, ChannelKind>;
}

/** Changes with what a file holds; a file of another format is not read. */
export const format = 2;

/** Said to people as it is. */
export class CannotRead extends Error {
  constructor(file: string) {
    super(`${file} is damaged or from another version. Move it away to start over, or run the version that wrote it.`);
    this.name = 'CannotRead';
  }
}

/** @throws CannotRead; null when there is no file yet. */
export async function readKept(file: string): Promise<Kept | null> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (bytes === null) return null;
  const kept = parse(bytes);
  if (kept?.format !== format) throw new CannotRead(file);
  return kept;
}

function parse(bytes: Uint8Array): Kept | null {
  try {
    return deserialize(bytes) as Kept;
  } catch {
    // Whatever V8 cannot read is damaged; the caller says so.
    return null;
  }
}

export interface Keeper {
  /** Something has changed: written soon, once for many changes. */
  touch(): void;
  /** Writes what is not written yet and stops. */
  stop(): Promise<void>;
}

const soon = 1000;
/** Writing may take this share of the time at most, as one part in so many. */
const share = 20;

/** Writes the state down a moment after it changes. A file is replaced as a whole, so that one is always complete. */
export function createKeeper(file: string, kept: Kept, clock: Clock, complain: (line: string) => void): Keeper {
  let writing: Promise<void> = Promise.resolve();
  let cancel: (() => void) | null = null;
  let pause = soon;
  let stopped = false;

  const write = async () => {
    const startedAt = clock.now();
    const bytes = serialize(kept);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.new`, bytes);
    await rename(`${file}.new`, file);
    pause = Math.max(soon, (clock.now() - startedAt) * share);
  };
  const touch = () => {
    if (stopped) return;
    cancel ??= clock.after(pause, () => {
      cancel = null;
      writing = writing.then(write).catch((error: Error) => {
        complain(`What was said could not be written down, and will be tried again: ${error.message}`);
        touch();
      });
    });
  };
  return {
    touch,
    async stop() {
      stopped = true;
      cancel?.();
      await writing;
      await write();
    },
  };
}
