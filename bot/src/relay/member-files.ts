import type { Content, IncomingFile } from '../incoming.ts';
import type { Settings } from '../settings/schema.ts';

/** A member's message as the server takes it: files that it does not take are left out, and their names kept. */
export function withTakenFiles(content: Content, { memberFiles }: Pick<Settings, 'memberFiles'>): Content {
  const { files, forwarded } = content;
  const all = [...files, ...(forwarded?.files ?? [])];
  const refused = all.filter((file) => !isTaken(file, memberFiles)).map(({ name }) => name);
  if (refused.length === 0) return content;
  const taken = (some: readonly IncomingFile[]) => some.filter((file) => isTaken(file, memberFiles));
  return {
    ...content,
    files: taken(files),
    forwarded: forwarded && { ...forwarded, files: taken(forwarded.files) },
    refused,
  };
}

function isTaken({ type }: IncomingFile, memberFiles: Settings['memberFiles']): boolean {
  if (memberFiles === 'media') return /^(?:image|video|audio)\//.test(type ?? '');
  return memberFiles === 'all';
}

/** An edit cannot add files: those that were taken stay taken, whatever the setting says now. */
export function withFilesOf(before: Content, edited: Content): Content {
  const kept = new Set(before.files.map(({ id }) => id));
  return {
    ...edited,
    files: edited.files.filter(({ id }) => kept.has(id)),
    forwarded: before.forwarded,
    ...(before.refused && { refused: before.refused }),
  };
}
