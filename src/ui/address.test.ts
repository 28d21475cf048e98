import { describe, expect, it } from 'vitest';
import { baseOf, readAddress } from './address.ts';

describe('an address', () => {
  it.each([
    ['/', 'id', null, '/'], ['/en', 'en', null, '/'], ['/en/', 'en', null, '/'], ['/rencana', 'id', null, '/rencana'],
    ['/daerah/99.01', 'id', '99.01', '/'], ['/en/daerah/99.01/indikator/P0', 'en', '99.01', '/indikator/P0'],
    ['/daerah', 'id', null, '/daerah'], ['/energi', 'id', null, '/energi'], ['/daerah/%E0%A4', 'id', '%E0%A4', '/'],
  ] as const)('%s', (given, lang, region, path) => {
    expect(readAddress(given)).toEqual({ lang, region, path });
  });

  it('is put together again', () => {
    expect(baseOf(readAddress('/en/daerah/99.01/rencana'))).toBe('/en/daerah/99.01');
    expect(baseOf(readAddress('/rencana'))).toBe('');
  });
});
