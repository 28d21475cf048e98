import { expect, it } from 'vitest';
import { ownPath } from './own-path.ts';

it('goes back within this site alone', () => {
  const given = ['/kerja', '/en/daerah/99.01/kerja?masa=2025', '//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example', '/a\r\nset-cookie: x', '', null, `/${'x'.repeat(1001)}`, '/./..//evil.example', '/%2F/evil.example', 'kerja', '/..//evil.example'];
  expect(given.map((one) => ownPath(one, '/akun'))).toEqual(['/kerja', '/en/daerah/99.01/kerja?masa=2025', '/akun', '/akun', '/akun', '/akun', '/akun', '/akun', '/akun', '/akun', '/akun', '/akun', '/%2F/evil.example', '/akun', '/akun']);
});
