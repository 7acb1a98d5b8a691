import { escapeHtml } from '../markdown/html.ts';
import { text } from '../notices.ts';
import { factsOf } from './facts.ts';
import { bdi } from './reading.ts';
import type { Reading } from './reading.ts';

/** The head of the document: whose ticket it is, what became of it, and who took part. */
export function headerHtml(reading: Reading, title: string): string {
  const { data } = reading;
  const { member, facts, people, counts } = factsOf(reading);
  const list = facts.map(
    ({ name, value, wide }) =>
      `<div${wide ? ' class="wide"' : ''}><dt>${escapeHtml(name)}</dt><dd dir="auto">${escapeHtml(value)}</dd></div>`,
  );
  const chips = people.map(
    ({ name, face, count }) =>
      `<li><span class="face ${face}" aria-hidden="true">${escapeHtml([...name][0]?.toUpperCase() ?? '?')}</span>${bdi(name)} <small>${count}</small></li>`,
  );
  const warning =
    data.reader === 'staff' ? `<p class="warn">${escapeHtml(text('transcript.staff-copy', {}, data.locale))}</p>` : '';
  return [
    `<div class="top"><h1 dir="auto">${title}</h1>`,
    `<p class="with">${escapeHtml(text('transcript.with', { member: '\u0000' }, data.locale)).replace('\u0000', () => bdi(member))}</p>`,
    `<dl class="facts">${list.join('')}</dl>`,
    chips.length > 0
      ? `<ul class="people" aria-label="${escapeHtml(text('transcript.participants', {}, data.locale))}">${chips.join('')}</ul>`
      : '',
    `<p class="counts">${escapeHtml(counts.join(' · '))}</p>${warning}</div>`,
  ].join('');
}
