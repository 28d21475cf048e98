import { z } from 'zod';
import type { Lang } from '#kernel/i18n.ts';
import { cleaned } from '#kernel/query.ts';
import { lockMinutes } from './attempt-rules.ts';
import { isCommonPassword } from './common-passwords.ts';
import { longestPassword, passwordProblem, shortestPassword } from './password-rules.ts';
import { peopleWords } from '../words.ts';

export type FormErrors = Record<string, string>;

/** A form's fields as text; a file where text belongs is none. */
export const textsOf = (form: FormData): Record<string, string> => Object.fromEntries([...form].flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));

const signInForm = z.object({ email: z.string().default(''), sandi: z.string().default(''), kembali: z.string().default('') });

export function readSignIn(form: FormData, lang: Lang): { email: string; password: string; back: string; errors: FormErrors } {
  const { email, sandi, kembali } = signInForm.parse(textsOf(form));
  const say = peopleWords(lang);
  const errors: FormErrors = {};
  if (!z.email().max(254).safeParse(email.trim()).success) errors.email = say('signin.empty.email');
  if (sandi === '') errors.sandi = say('signin.empty.password');
  return { email: email.slice(0, 254), password: sandi, back: kembali, errors };
}

export function whySignInFailed(kind: 'refused' | 'resting' | 'resting_here' | 'too_many', lang: Lang): FormErrors {
  const text = peopleWords(lang)(`signin.${kind}`, { minutes: lockMinutes });
  return kind === 'refused' ? { email: text } : { '': text };
}

const linkForm = z.object({ nama: z.string().default(''), email: z.string().default(''), sandi: z.string().default(''), sandi2: z.string().default('') });

/** The form of a one-time link; who is signed in already only confirms. */
export function readLinkForm(form: FormData, link: { kind: 'first' } | { kind: 'password'; name: string; email: string }, signedIn: boolean, lang: Lang): { name: string; email: string; password: string; errors: FormErrors } {
  const { nama, email, sandi, sandi2 } = linkForm.parse(textsOf(form));
  if (signedIn) return { name: '', email: '', password: '', errors: {} };
  const say = peopleWords(lang);
  const who = link.kind === 'first' ? { name: cleaned(nama).slice(0, 120), email: email.trim().slice(0, 254) } : { name: link.name, email: link.email };
  const errors: FormErrors = {};
  if (who.name === '') errors.nama = say('name.empty');
  if (!z.email().max(254).safeParse(who.email).success) errors.email = say('signin.empty.email');
  return { ...who, password: sandi, errors: { ...errors, ...passwordErrors(sandi, sandi2, [who.name, who.email], lang) } };
}

export function passwordErrors(password: string, again: string, own: string[], lang: Lang): FormErrors {
  const problem = passwordProblem(password, own) ?? (isCommonPassword(password) ? 'common' : null);
  return {
    ...(problem ? { sandi: peopleWords(lang)(`password.${problem}`, { least: shortestPassword, most: longestPassword }) } : {}),
    ...(password === again ? {} : { sandi2: peopleWords(lang)('password.differs') }),
  };
}

export const addressIsTaken = (lang: Lang): FormErrors => ({ email: peopleWords(lang)('email.taken') });

/** Why a password that was asked for again was not taken. */
export const whyRefused = (kind: 'refused' | 'resting', field: string, lang: Lang): FormErrors =>
  kind === 'refused' ? { [field]: peopleWords(lang)('password.refused') } : { '': peopleWords(lang)('password.resting', { minutes: lockMinutes }) };

export const whyNoCode = (kind: 'wrong' | 'locked' | 'gone', key: 'code' | 'factor.confirm', lang: Lang): FormErrors =>
  kind === 'wrong' ? { kode: peopleWords(lang)(`${key}.wrong`) } : { '': peopleWords(lang)(kind === 'gone' ? `${key}.gone` : 'code.locked', { minutes: lockMinutes }) };

const passwordForm = z.object({ kini: z.string().default(''), sandi: z.string().default(''), sandi2: z.string().default('') });

export function readPasswordForm(form: FormData, own: string[], lang: Lang): { present: string; wanted: string; errors: FormErrors } {
  const { kini, sandi, sandi2 } = passwordForm.parse(textsOf(form));
  const errors: FormErrors = kini === '' ? { kini: peopleWords(lang)('signin.empty.password') } : {};
  const same: FormErrors = kini !== '' && kini === sandi ? { sandi: peopleWords(lang)('password.same') } : {};
  return { present: kini.slice(0, longestPassword), wanted: sandi, errors: { ...errors, ...same, ...passwordErrors(sandi, sandi2, own, lang) } };
}

/** Why a call was not taken up. */
export const whyNotTaken = (kind: 'refused' | 'resting' | 'resting_here' | 'too_many', lang: Lang): FormErrors => (kind === 'refused' ? { sandi: peopleWords(lang)('link.call.refused') } : whySignInFailed(kind, lang));

/** Readers of the forms of sign-in and accounts: one name at the door. */
export const peopleForms = { readSignIn, whySignInFailed, whyNotTaken, readLinkForm, addressIsTaken, whyRefused, whyNoCode, readPasswordForm, textsOf };
