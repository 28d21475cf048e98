import { describe, expect, it } from 'vitest';
import { deviceCookie, knownDevice } from './known-device.ts';

const now = new Date('2026-11-28T02:00:00Z');
const later = new Date(now.getTime() + 180 * 24 * 60 * 60_000);
const headers = (line: string): Headers => new Headers({ cookie: `x=1; ${line.split(';')[0]}; y=2` });
const made = deviceCookie('secret', 'Siti@Contoh.example', false, now);

describe('a known device', () => {
  it('is known for its own address, by its own secret, for half a year', () => {
    expect(knownDevice('secret', ' siti@contoh.example', headers(made), false, now)).toEqual({ id: expect.stringMatching(/^[\w-]{16}$/), givenAt: now });
    expect(knownDevice('secret', 'budi@contoh.example', headers(made), false, now)).toBeNull();
    expect(knownDevice('other', 'siti@contoh.example', headers(made), false, now)).toBeNull();
    expect(knownDevice('secret', 'siti@contoh.example', headers(made), false, later)).toBeNull();
    expect(knownDevice('secret', 'siti@contoh.example', headers(made), true, now)).toBeNull();
    expect(knownDevice('secret', 'siti@contoh.example', new Headers(), false, now)).toBeNull();
  });
  it('does not take a longer life, another id, or more than there is', () => {
    const value = made.split(';')[0] ?? '';
    for (const forged of [value.replace(/\.\d{13}\./, '.9999999999999.'), value.replace('=', '=A').slice(0, -1), `${value}.x`, value.slice(0, -1), `${value.split('=', 1)[0]}=`, `${value.split('=', 1)[0]}=...`]) {
      expect([forged, knownDevice('secret', 'siti@contoh.example', headers(forged), false, now)]).toEqual([forged, null]);
    }
  });
  it('stays the same one when it signs in again, and stands beside that of another address', () => {
    const id = knownDevice('secret', 'siti@contoh.example', headers(made), false, now)?.id;
    const again = deviceCookie('secret', 'siti@contoh.example', false, new Date(now.getTime() + 1_000), id);
    expect(knownDevice('secret', 'siti@contoh.example', headers(again), false, now)?.id).toBe(id);
    const other = deviceCookie('secret', 'budi@contoh.example', false, now);
    expect(other.split('=', 1)).not.toEqual(made.split('=', 1));
    expect(knownDevice('secret', 'siti@contoh.example', new Headers({ cookie: [other, made].map((line) => line.split(';')[0]).join('; ') }), false, now)?.id).toBe(id);
  });
  it('names no address, and is for this site over its own protocol alone', () => {
    expect(made).not.toMatch(/siti/i);
    expect(made).toMatch(/^serasan\.device\.[0-9a-f]{12}=\S+; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(deviceCookie('secret', 'x', true, now)).toMatch(/^__Secure-serasan\.device\.[0-9a-f]{12}=\S+; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });
});
