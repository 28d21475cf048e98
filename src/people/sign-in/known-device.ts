import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a browser that signed in stays known for that account; each sign-in begins it anew. */
const knownDays = 180;
const day = 24 * 60 * 60_000;

/** A name for each address: on a computer that several share, one sign-in does not take another's. */
const nameOf = (secret: string, email: string, secure: boolean): string =>
  `${secure ? '__Secure-' : ''}serasan.device.${createHmac('sha256', secret).update(`device of ${email.trim().toLowerCase()}`).digest('hex').slice(0, 12)}`;

const markOf = (secret: string, email: string, id: string, until: string): string =>
  createHmac('sha256', secret).update(`device ${email.trim().toLowerCase()} ${id} ${until}`).digest('base64url');

/**
 * A cookie that says of a browser that somebody has signed in there with this address: it opens nothing, and takes failures of strangers out
 * of this browser's way; one that is known already stays the same device. It names neither address nor account; the signature binds it to the address.
 */
export function deviceCookie(secret: string, email: string, secure: boolean, now: Date, known: string | null = null): string {
  const [id, until] = [known ?? randomBytes(12).toString('base64url'), String(now.getTime() + knownDays * day)];
  return `${nameOf(secret, email, secure)}=${id}.${until}.${markOf(secret, email, id, until)}; Max-Age=${(knownDays * day) / 1000}; Path=/; HttpOnly;${secure ? ' Secure;' : ''} SameSite=Lax`;
}

/** The id of the device and when its cookie was given, where that is ours, of this address, and not too old; else null. */
export function knownDevice(secret: string, email: string, headers: Headers, secure: boolean, now: Date): { id: string; givenAt: Date } | null {
  const name = `${nameOf(secret, email, secure)}=`;
  const cookies = (headers.get('cookie') ?? '').split(';').map((one) => one.trim());
  const given = cookies.find((one) => one.startsWith(name))?.slice(name.length) ?? '';
  const [id = '', until = '', mark = '', ...more] = given.split('.');
  if (more.length > 0 || !/^[\w-]{16}$/.test(id) || !/^\d{13}$/.test(until) || Number(until) <= now.getTime()) return null;
  const [one, other] = [Buffer.from(mark), Buffer.from(markOf(secret, email, id, until))];
  return one.length === other.length && timingSafeEqual(one, other) ? { id, givenAt: new Date(Number(until) - knownDays * day) } : null;
}
