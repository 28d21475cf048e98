import { z } from 'zod';
import { Fault } from '#kernel/faults.ts';
import type { Lang } from '#kernel/i18n.ts';
import { cleaned } from '#kernel/query.ts';
import { type FormErrors, textsOf } from '../sign-in/forms.ts';
import { boundTo, isDay, type Post, type Role, roles } from '../posts.ts';
import { peopleWords } from '../words.ts';

const text = z.string().default('');
const inviteForm = z.object({ nama: text, email: text });

export function readInvite(form: FormData, lang: Lang): { name: string; email: string; errors: FormErrors } {
  const { nama, email } = inviteForm.parse(textsOf(form));
  const say = peopleWords(lang);
  const name = cleaned(nama).slice(0, 120);
  const errors: FormErrors = name === '' ? { nama: say('invite.name.empty') } : {};
  if (!z.email().max(254).safeParse(email.trim()).success) errors.email = say('signin.empty.email');
  return { name, email: email.trim().slice(0, 254), errors };
}

/** What was typed, so that a form comes back as it was. */
export type PostFields = Record<'peran' | 'perangkat' | 'wilayah' | 'pilar' | 'sejak' | 'sampai' | 'plt', string>;
const postForm = z.object({ peran: text, perangkat: text, wilayah: text, pilar: text, sejak: text, sampai: text, plt: text });
/** The codes that there are in the region. */
export interface Codes {
  agencies: Map<string, string>;
  areas: Map<string, string>;
  pillars: Map<string, string>;
}

export function readPost(form: FormData, codes: Codes, today: string, lang: Lang): { post: Omit<Post, 'id' | 'accountId'>; fields: PostFields; errors: FormErrors } {
  const fields = postForm.parse(textsOf(form));
  const errors = postErrors(fields, codes, lang);
  const orNull = (given: string): string | null => (given === '' ? null : given);
  const post = { role: fields.peran as Role, agencyCode: orNull(fields.perangkat), areaCode: orNull(fields.wilayah), pillarCode: orNull(fields.pilar), acting: fields.plt !== '', fromDay: fields.sejak || today, untilDay: orNull(fields.sampai) };
  return { post, fields, errors };
}

function postErrors(fields: PostFields, codes: Codes, lang: Lang): FormErrors {
  const say = peopleWords(lang);
  const errors: FormErrors = {};
  const role = roles.find((one) => one === fields.peran);
  if (!role) errors.peran = say('grant.role.empty');
  const known = (code: string, of: Map<string, string>): boolean => code === '' || of.has(code);
  if (!known(fields.perangkat, codes.agencies) || (role && boundTo[role] === 'agency' && fields.perangkat === '')) errors.perangkat = say('grant.agency.empty');
  if (!known(fields.wilayah, codes.areas)) errors.wilayah = say('grant.area.unknown');
  if (!known(fields.pilar, codes.pillars) || (role && boundTo[role] === 'pillar' && fields.pilar === '')) errors.pilar = say('grant.pillar.empty');
  for (const day of ['sejak', 'sampai'] as const) if (fields[day] !== '' && !isDay(fields[day])) errors[day] = say('grant.day.wrong');
  if (!errors.sejak && !errors.sampai && fields.sejak !== '' && fields.sampai !== '' && fields.sampai < fields.sejak) errors.sampai = say('grant.day.order');
  return errors;
}

const reasonForm = z.object({ alasan: text, email: text });

export function readReason(form: FormData, lang: Lang): { reason: string; email: string; errors: FormErrors } {
  const { alasan, email } = reasonForm.parse(textsOf(form));
  const reason = cleaned(alasan).slice(0, 500);
  return { reason, email: email.trim().slice(0, 254), errors: reason === '' ? { alasan: peopleWords(lang)('reason.empty') } : {} };
}

export const unknownHere = (lang: Lang): FormErrors => ({ email: peopleWords(lang)('handover.unknown') });
export const sameHolder = (lang: Lang): FormErrors => ({ email: peopleWords(lang)('handover.same') });
export const lastAdministrator = (lang: Lang): FormErrors => ({ '': peopleWords(lang)('end.last') });

const refusals = ['account.works_elsewhere', 'account.holds_posts', 'account.unused'] as const;
/** What the rules of accounts refuse, in words; null where an error is none of these. */
export function whyRefused(error: unknown, lang: Lang): FormErrors | null {
  const code = error instanceof Fault ? refusals.find((one) => one === error.code) : undefined;
  return code === undefined ? null : { '': peopleWords(lang)(code) };
}
