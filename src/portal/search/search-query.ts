import { z } from 'zod';
import { cleaned } from '#kernel/query.ts';
import { mostCharacters } from './search-terms.ts';

/** At most so many things found are shown, so many on a page. */
export const mostFound = 100;
export const pageSize = 50;

/** What was asked at `/cari`. */
export interface SearchQuery {
  /** Cleaned; what stands in the field again, shortened where it was too long. */
  q: string;
  /** Letters were dropped that no word has. */
  cleaned: boolean;
  page: number;
  /** Why the question cannot be answered. */
  problem: 'long' | 'unreadable' | 'page' | null;
  /** The page number as it was given, where it is the problem. */
  given: string;
}

const pageNumber = z.string().regex(/^[1-9]\d{0,3}$/).transform(Number);

/** Reads the address of a search, measured as it is read: some signs grow when they are made readable. What cannot be understood keeps what was typed and names the problem. */
export function readSearchQuery(params: URLSearchParams): SearchQuery {
  const typed = params.get('q') ?? '';
  const readable = cleaned(typed);
  const long = readable.length > mostCharacters;
  const q = long ? cleaned(readable.slice(0, mostCharacters)) : readable;
  const unreadable = typed.trim() !== '' && !/[\p{L}\p{N}]/u.test(q);
  const given = params.get('halaman') || '1';
  const page = pageNumber.safeParse(given);
  return {
    q, cleaned: !long && q !== typed.normalize('NFKC').replace(/\s+/g, ' ').trim(), page: page.success ? page.data : 1,
    problem: long ? 'long' : unreadable ? 'unreadable' : page.success ? null : 'page', given: given.slice(0, 40),
  };
}
