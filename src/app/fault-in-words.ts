import type { Fault } from '#kernel/faults.ts';
import type { Lang } from '#kernel/i18n.ts';
import { peopleWords, type Role, type Action } from '#people/index.ts';

/** What a refusal says to people: of a missing permission the action and who may, as the screens call them; programs get the codes. */
export function inWords({ code, params }: Fault, lang: Lang): Record<string, unknown> {
  const { given, expected, more, list } = params;
  if (code !== 'permission.missing') return { given, expected, more, list };
  const words = peopleWords(lang);
  const [action = '', about = ''] = String(given).split(', ');
  const roles = String(expected).split(', ').map((role) => words(`role.${role as Role}`));
  return { given: `${words(`action.${action as Action}`)}${about ? ` (${about})` : ''}`, expected: roles.join(', ') };
}
