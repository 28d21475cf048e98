import { expect, it } from 'vitest';
import { passwordProblem } from './password-rules.ts';

it('asks for length, and for something that is not tried first', () => {
  const tried: [string, ReturnType<typeof passwordProblem>][] = [
    ['kain songket biru', null], ['Jembatan-Enim_kuning', null], ['ikan pindang patin', null], ['東京都千代田区の古い橋二本', null],
    ['pendek', 'short'], ['x'.repeat(129), 'long'], ['123456789012', 'simple'], ['password1234', 'simple'], ['aaaaaaaaaaaaaaaa', 'simple'], ['abcabcabcabcabc', 'simple'],
    ['qwertyuiop12', 'simple'], ['katasandi2026', 'simple'], ['siti.rahayu1', 'own'], ['Serasan123456', 'simple'], ['0987654321098', 'simple'],
  ];
  expect(tried.map(([password]) => [password, passwordProblem(password, ['siti.rahayu@contoh.example', 'Siti'])])).toEqual(tried);
});
