import type { Answer } from '../door.ts';
import type { Content, IncomingEmbed, IncomingFile } from '../incoming.ts';
import type { Person } from '../store.ts';
import { hideName } from '../tickets/hide-name.ts';

/**
 * What a member wrote, for an anonymous ticket: where it speaks of their account it speaks of their alias, and their files have names
 * that say nothing. Links to the files are left out, since they hold the names; whoever needs them keeps them (see `keepLink`).
 */
export function hideMember(content: Content, member: Person, alias: string): Content {
  const inWords = hideName(member, alias);
  const names = namesOf([...content.files, ...(content.forwarded?.files ?? [])]);
  const hidden = (part: Omit<Content, 'forwarded'>) => ({
    ...part,
    text: inWords(part.text),
    files: part.files.map((file) => ({
      ...file,
      name: names.get(file.id) ?? '',
      url: '',
      description: file.description && inWords(file.description),
    })),
    embeds: part.embeds.map((embed) => inEmbed(embed, inWords)),
    poll: part.poll && { question: inWords(part.poll.question), answers: part.poll.answers.map(inWords) },
  });
  const { forwarded, refused, ...own } = content;
  const neutral = refused?.map((name, index) => neutralName({ name, type: null }, names.size + index + 1));
  return {
    ...hidden(own),
    ...(neutral && { refused: neutral }),
    forwarded: forwarded && hidden(forwarded),
  };
}

/** The same for what was entered in a form: a ticket keeps the names of its files, and no links. */
export function hideInAnswers(answers: readonly Answer[], member: Person, alias: string): readonly Answer[] {
  const inWords = hideName(member, alias);
  const names = namesOf(answers.flatMap(({ files }) => files));
  return answers.map((answer) => ({
    ...answer,
    values: answer.values.map(inWords),
    files: answer.files.map((file) => ({ ...file, name: names.get(file.id) ?? '', url: '', description: null })),
  }));
}

function inEmbed(embed: IncomingEmbed, inWords: (written: string) => string): IncomingEmbed {
  const said = (written: string | null): string | null => written && inWords(written);
  const { title, text, url, image, author, footer, fields } = embed;
  return {
    ...embed,
    title: said(title),
    text: said(text),
    url: said(url),
    image: said(image),
    author: said(author),
    footer: said(footer),
    fields: fields.map(({ name, value }) => ({ name: inWords(name), value: inWords(value) })),
  };
}

/** By the file's id. */
function namesOf(files: readonly IncomingFile[]): ReadonlyMap<string, string> {
  return new Map(files.map((file, index) => [file.id, neutralName(file, index + 1)]));
}

/** Endings that are the same for everybody, so that a file can still be opened. */
const endings: ReadonlySet<string> = new Set(
  (
    'png jpg jpeg gif webp avif heic bmp svg mp4 mov webm mkv avi mp3 ogg oga opus wav m4a flac aac pdf txt md csv json xml log ' +
    'doc docx odt rtf xls xlsx ods ppt pptx odp zip rar 7z tar gz html'
  ).split(' '),
);

/** `picture-1.png`, `video-2.mp4`, `sound-3.ogg`, `file-4.pdf`; of an ending that few others use nothing is left. */
function neutralName({ name, type }: Pick<IncomingFile, 'name' | 'type'>, number: number): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const [kind = ''] = (type ?? '').split('/', 1);
  const word = { image: 'picture', video: 'video', audio: 'sound' }[kind] ?? 'file';
  return `${word}-${number}${endings.has(ending) ? `.${ending}` : ''}`;
}
