import { expect, it } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';
import { passwordErrors } from './forms.ts';

it('knows what is tried first, whatever its case, and nothing of people’s own making', () => {
  const common = ['1qaz2wsx3edc', 'Q1W2E3R4T5Y6', 'leavemealone', 'sonyericsson', 'bismillah1234', 'motherfucker', ' leavemealone '];
  expect(common.map(isCommonPassword)).toEqual(common.map(() => true));
  const own = ['kain songket biru', 'Jembatan-Enim_kuning', 'ikan pindang patin', '東京都千代田区の古い橋二本', '', '\n'];
  expect(own.map(isCommonPassword)).toEqual(own.map(() => false));
});

it('is asked where a password is set, and says so in both languages', () => {
  expect(passwordErrors('leavemealone', 'leavemealone', [], 'en').sandi).toContain('known to be used by many');
  expect(passwordErrors('leavemealone', 'leavemealone', [], 'id').sandi).toContain('dipakai banyak orang');
  expect(passwordErrors('kain songket biru', 'kain songket biru', [], 'id')).toEqual({});
});
