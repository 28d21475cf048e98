export const shortestPassword = 12;
export const longestPassword = 128;

export type PasswordProblem = 'short' | 'long' | 'simple' | 'own';

/** Letters or digits as they stand on a keyboard or in counting, either way. */
const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qazwsxedcrfvtgbyhnujmikolp'].flatMap((row) => [row, [...row].reverse().join('')]);
/** What is tried first everywhere, and here. */
const common = ['password', 'kata sandi', 'katasandi', 'rahasia', 'admin', 'administrator', 'serasan', 'muaraenim', 'muara enim', 'indonesia', 'welcome', 'letmein', 'iloveyou', 'bismillah', 'sayang', 'merdeka', 'kabupaten', 'user', 'test'];

/**
 * Why a password is none; null for a good one. Length is what counts, so no mixture of signs is asked. What is left when rows of the
 * keyboard, repetitions, common words and digits at the end are taken away must still be six letters long.
 */
export function passwordProblem(password: string, own: string[]): PasswordProblem | null {
  if ([...password].length < shortestPassword) return 'short';
  if (password.length > longestPassword) return 'long';
  const text = password.normalize('NFKC').toLowerCase();
  const words = own.flatMap((one) => one.toLowerCase().split(/[@\s]/)).filter((word) => word.length >= 4);
  const without = words.reduce((left, word) => left.replaceAll(word, ''), text);
  if (without !== text && without.length < 6) return 'own';
  const left = common.reduce((rest, word) => rest.replaceAll(word, ''), without);
  return [...withoutRows(left.replace(/(.+?)\1+/gu, '$1'))].length < 6 ? 'simple' : null;
}

function withoutRows(text: string): string {
  let left = text;
  for (const row of rows) {
    for (let length = row.length; length >= 4; length -= 1) {
      for (let from = 0; from + length <= row.length; from += 1) left = left.replaceAll(row.slice(from, from + length), '');
    }
  }
  return left.replace(/\d+$/u, '');
}
