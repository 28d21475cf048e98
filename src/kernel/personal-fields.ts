import { keyedDigest } from './digest.ts';

/** Subjects that tell of persons; an agency is none. */
const persons = /^people\.(?!agency\b)/;
/** Fields of these that name or reach a person: the log keeps a digest. */
const personal = new Set(['name', 'email', 'phone', 'nip', 'nik', 'image', 'address', 'ipAddress', 'userAgent']);
/** Fields that open a door: the log keeps that there was one. */
const secret = /password|secret|token|backupcodes|digest|hash/i;

/** A row's `before` or `after` as the log may keep it: who is erased in `people` is then erased everywhere. */
export function withoutPersons(subject: string, told: unknown): unknown {
  return persons.test(subject) ? masked(told) : told;
}

function masked(told: unknown): unknown {
  if (Array.isArray(told)) return told.map(masked);
  if (told === null || typeof told !== 'object' || told instanceof Date) return told;
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, maskedField(name, value)]));
}

function maskedField(name: string, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (secret.test(name)) return '…';
  if (personal.has(name)) return `digest:${keyedDigest(name, typeof value === 'string' ? value : JSON.stringify(value))}`;
  return masked(value);
}
