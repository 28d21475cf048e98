import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { Fault, toProblem } from '#kernel/faults.ts';
import { readAddress } from '#ui/index.ts';
import { isWorkspacePath } from './workspace-routes.ts';

/** Of `https, http`, which two proxies in a row write, the one nearest to the reader. */
export function protocolOf(header: string | string[] | undefined): 'http' | 'https' {
  const first = String(header ?? '').split(',')[0]?.trim().toLowerCase();
  return first === 'https' ? 'https' : 'http';
}

/** A host is a name or an address, with a port or none: anything else would shift the path of the address that is made of it. */
const hostHeader = /^([a-z0-9]([a-z0-9._-]{0,252}[a-z0-9.])?|\[[0-9a-f:.]{2,45}\])(:\d{1,5})?$/i;

/** What no address is asked: a host that is none (400), a method but reading (405), a body (400); programs may ask what they may ask. */
export function refusal(method: string, headers: IncomingHttpHeaders, url = '/'): Fault | null {
  if (headers.host !== undefined && !hostHeader.test(headers.host)) return new Fault('host.invalid', 400, { given: headers.host.slice(0, 100), expected: 'a host name' });
  const path = decoded(url.split('?')[0] ?? '');
  const api = (path ?? url).startsWith('/api/');
  if (api && path === null) return new Fault('query.unreadable', 400, { given: url.slice(0, 100), expected: '%C3%A9 (UTF-8)' });
  if ((api || method === 'GET' || method === 'HEAD') && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0)) return new Fault('body.unexpected', 400, { given: 'a body', expected: 'a request without one' });
  if (/%00/.test(url) && isWorkspacePath(readAddress(url.split('?')[0] ?? '').path)) return new Fault('query.unreadable', 400, { given: '%00', expected: '%C3%A9 (UTF-8)' });
  if (method === 'POST' && isWorkspacePath(readAddress(url.split('?')[0] ?? '').path)) return bodyRefusal(headers, readAddress(url.split('?')[0] ?? '').path); // the form's own page looks at who sends it
  if (method !== 'GET' && method !== 'HEAD' && !(api && method === 'OPTIONS')) return new Fault('method.unknown', 405, { given: method.slice(0, 20), expected: 'GET or HEAD' });
  return null;
}

/** A form is small, and says how long it is; only a file of values, or a scan, is large. */
function bodyRefusal(headers: IncomingHttpHeaders, path: string): Fault | null {
  const length = headers['content-length'];
  if (length === undefined) return new Fault('body.length', 411, { given: 'no content-length', expected: 'a form that says how long it is' });
  const scans = /^\/kerja\/(masterplan\/[^/]+|rencana\/[^/]+|tinjauan\/[^/]+\/komitmen)$/.test(path); // a decree, a signed sheet: one that is too large is told so on its own page
  const most = path === '/kerja/impor' || scans ? 25 * 1024 * 1024 : 1024 * 1024;
  return Number(length) > most ? new Fault('body.too_large', 413, { given: `${length} bytes`, expected: `at most ${most} bytes` }) : null;
}

/** What came with the address as a page may repeat it: signs that nobody sees become one that is seen. */
export const visible = (given: string): string => given.replace(/\p{C}/gu, '\uFFFD');

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** Problem details (RFC 9457): what programs are told. */
export const problemHeaders = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export function sendProblem(response: ServerResponse, fault: Fault): void {
  response.writeHead(fault.status, { ...problemHeaders, 'access-control-allow-origin': '*', ...(fault.status === 405 ? { allow: 'GET, HEAD, OPTIONS' } : {}) });
  response.end(JSON.stringify(toProblem(fault, 'en')));
}
