import type { Lang } from './i18n.ts';

/** A refusal that people and programs can act on: a stable code, an HTTP status, and what was expected. */
export class Fault extends Error {
  readonly code: string;
  readonly status: number;
  readonly params: Record<string, unknown>;

  constructor(code: string, status: number, params: Record<string, unknown> = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.code = code;
    this.status = status;
    this.params = params;
  }
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  [extra: string]: unknown;
}

const titles: Record<number, { id: string; en: string }> = {
  400: { id: 'Permintaan tidak dapat dibaca', en: 'The request cannot be read' },
  404: { id: 'Tidak ditemukan', en: 'Not found' },
  409: { id: 'Bertentangan dengan keadaan sekarang', en: 'In conflict with the present state' },
  422: { id: 'Isian perlu diperbaiki', en: 'Something needs to be corrected' },
  500: { id: 'Ada kesalahan di pihak kami', en: 'A fault on our side' },
};

/** Any thrown thing as problem details (RFC 9457); unknown errors say nothing of their inside. */
export function toProblem(error: unknown, lang: Lang): Problem {
  const fault = error instanceof Fault ? error : new Fault('internal', 500);
  const title = (titles[fault.status] ?? titles[500])?.[lang] ?? '';
  const detail = Object.entries(fault.params).map(([key, value]) => `${key}: ${String(value)}`).join('; ');
  return { ...fault.params, type: `urn:serasan:${fault.code}`, title, status: fault.status, detail };
}
