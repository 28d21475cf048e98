import type { Tables } from '#kernel/pack-part.ts';
import { frozenRows, scoreRegion } from '#scores/index.ts';
import { knownOn } from './known.ts';
import { both, type Data, type Part } from './rows.ts';

interface Day {
  code: string;
  on: string;
  name: [id: string, en: string];
  note: [id: string, en: string];
}
/** Two quarters, each frozen when its figures were in. */
const days: Day[] = [
  { code: 'triwulan-1-2026', on: '2026-04-15', name: ['Keadaan triwulan I 2026', 'State after the first quarter of 2026'], note: ['Angka 2025 sebagian masih dilaporkan sendiri oleh perangkat daerah.', 'Some figures of 2025 were still self-stated by the agencies.'] },
  { code: 'triwulan-3-2026', on: '2026-10-15', name: ['Keadaan triwulan III 2026', 'State after the third quarter of 2026'], note: ['Angka 2025 sudah diperiksa; angka 2026 sampai September.', 'The figures of 2025 had been checked; those of 2026 run to September.'] },
];

/** What a frozen snapshot of a day keeps, by the rules that the portal itself computes with. */
export function frozenOn(tables: Tables, code: string, day: string): ReturnType<typeof frozenRows> {
  const known = knownOn(tables, day);
  return frozenRows({ ...known, ...scoreRegion(known) }, code);
}

export function frozenPart(tables: Tables): Part {
  const rows = days.map(({ code, on }) => frozenOn(tables, code, on));
  return {
    'scores.frozen': days.map(({ code, on, name, note }, n) => ({ code, frozen_on: on, name: both(...name), note: both(...note), revision: n + 1 })),
    'scores.frozen_node': rows.flatMap(({ nodes }) => nodes.map(snake)),
    'scores.frozen_indicator': rows.flatMap(({ indicators }) => indicators.map(snake)),
  };
}

const snake = (row: object): Data => Object.fromEntries(Object.entries(row).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]));
