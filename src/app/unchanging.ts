/** Something that changes its address (`?v=`) when it changes: kept by browsers for a year; under another address it is asked for each time. */
export function unchanging(request: Request, url: URL, version: string, content: string, headers: Record<string, string>): Response {
  const etag = `"${version}"`;
  const kept = { ...headers, etag, 'cache-control': url.searchParams.get('v') === version ? 'public, max-age=31536000, immutable' : 'no-cache' };
  const known = request.headers.get('if-none-match')?.split(/,\s*/).some((one) => one === etag || one === `W/${etag}`);
  return known ? new Response(null, { status: 304, headers: kept }) : new Response(content, { headers: kept });
}
