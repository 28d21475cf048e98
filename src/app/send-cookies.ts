import type { Cookies } from '@sveltejs/kit';
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';

/** Hands on what the sign-in library wants to be kept by the browser: `set-cookie` lines. */
export function sendCookies(cookies: Cookies, lines: string[]): void {
  for (const line of lines) {
    for (const [name, { value, ...attributes }] of parseSetCookieHeader(line)) cookies.set(name, value, { ...toCookieOptions(attributes as never), path: '/' });
  }
}
