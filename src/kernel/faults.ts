import { ZodError } from 'zod';
import type { Lang, Text } from './i18n.ts';

/** A refusal that people and programs can act on: a stable code, an HTTP status, and what was expected. */
export class Fault extends Error {
  readonly code: string;
  readonly status: number;
  readonly params: Record<string, unknown>;

  constructor(code: string, status: number, params: Record<string, unknown> = {}) {
    super(`${code}: ${sentence(params)}`);
    this.code = code;
    this.status = status;
    this.params = params;
  }
}

/** Plain parameters as one line, `given abc, expected a number`; lists and records are for programs. */
function sentence(params: Record<string, unknown>): string {
  return Object.entries(params)
    .filter(([, value]) => value !== null && value !== undefined && typeof value !== 'object')
    .map(([key, value]) => `${key} ${String(value)}`)
    .join(', ');
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  [extra: string]: unknown;
}

const titles: Record<number, Text> = {
  400: { id: 'Permintaan tidak dapat dibaca', en: 'The request cannot be read' },
  401: { id: 'Perlu masuk lebih dahulu', en: 'Signing in is needed' },
  403: { id: 'Tidak diizinkan', en: 'Not permitted' },
  404: { id: 'Tidak ditemukan', en: 'Not found' },
  405: { id: 'Cara ini tidak dilayani di alamat ini', en: 'This method is not served at this address' },
  406: { id: 'Bentuk yang diminta tidak ada', en: 'The form that was asked for is not there' },
  409: { id: 'Bertentangan dengan keadaan sekarang', en: 'In conflict with the present state' },
  413: { id: 'Kiriman terlalu besar', en: 'What was sent is too large' },
  415: { id: 'Jenis kiriman tidak dikenal', en: 'What was sent is of an unknown kind' },
  422: { id: 'Isian perlu diperbaiki', en: 'Something needs to be corrected' },
  429: { id: 'Terlalu banyak permintaan', en: 'Too many requests' },
  503: { id: 'Sedang tidak dapat dilayani', en: 'Cannot be served at the moment' },
};
const ourFault: Text = { id: 'Ada kesalahan di pihak kami', en: 'A fault on our side' };

/** Any thrown thing as problem details (RFC 9457). What is our fault, or unknown, says nothing of its inside. */
export function toProblem(error: unknown, lang: Lang): Problem {
  const fault = asFault(error);
  const title = (titles[fault.status] ?? ourFault)[lang];
  const type = `urn:serasan:${fault.code}`;
  if (fault.status >= 500) return { type, title, status: fault.status, detail: '' };
  return { ...fault.params, type, title, status: fault.status, detail: sentence(fault.params) };
}

function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if ((error as { code?: unknown } | null)?.code === '53100') return new Fault('disk.full', 503); // as PostgreSQL says it
  if (!(error instanceof ZodError)) return new Fault('internal', 500);
  const issues = error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), expected: issue.message }));
  return new Fault('input.invalid', 422, { issues });
}
