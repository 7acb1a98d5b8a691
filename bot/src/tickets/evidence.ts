/** Where one can see why somebody was blocked is a link of at most so many characters. */
export const longestEvidence = 300;

export type Evidence = { readonly evidence: string | null } | { readonly wrong: 'no-link' | 'too-long' };

/** Reads the link to a message or page; nothing is none. */
export function readEvidence(given: string): Evidence {
  const link = given.trim().replace(/^<(.*)>$/, '$1');
  if (link === '') return { evidence: null };
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return { wrong: 'no-link' };
  // Parentheses would end a link in markdown.
  const written = url.href.replaceAll('(', '%28').replaceAll(')', '%29');
  return written.length > longestEvidence ? { wrong: 'too-long' } : { evidence: written };
}
