import { Fault } from '#kernel/faults.ts';
import { keepBytes, type KeptFile } from '#kernel/file-store.ts';

/** Why the file of a form was not kept. */
export interface NotKept {
  why: 'file.too_large' | 'file.empty' | 'file.kind';
  /** Bytes. */
  size: number;
  name: string;
}

/** The file `berkas` of a form, kept; null where none was chosen; else why it is not taken. */
export async function fileOf(locals: App.Locals, form: FormData): Promise<KeptFile | NotKept | null> {
  const file = form.get('berkas');
  if (!(file instanceof File) || file.size === 0) return null;
  try {
    return keepBytes(locals.dataDir(), new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (!(error instanceof Fault) || error.status >= 500) throw error;
    return { why: error.code as NotKept['why'], size: file.size, name: file.name };
  }
}
