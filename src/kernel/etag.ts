/** Whether a browser that sends `If-None-Match` has the page: compared weakly (RFC 9110, 13.1.2), and `*` is any. */
export function knows(ifNoneMatch: string | null, etag: string): boolean {
  const plain = (tag: string): string => tag.trim().replace(/^W\//, '');
  return ifNoneMatch !== null && (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => plain(tag) === plain(etag)));
}
