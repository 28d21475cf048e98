import type { Example } from '#ui/ui.ts';
import { count, figure, link, type Part, text, time, verbatim } from '../sentence.ts';

const fig = { href: '#contoh', value: '12.4', shown: '12,4%', marks: [] };
const strong = (part: Part): Part => ({ ...part, strong: true });

/** Components of the public pages that more than one page uses. */
export const portalExamples: Record<string, Example[]> = {
  Parts: [
    { title: 'kalimat dengan angka dan masa', props: { of: [verbatim('Penduduk miskin'), text(' '), figure(fig), text(' ('), time('2023', '2023'), text('), '), strong(text('turun ')), strong(figure({ ...fig, value: '-0.9', shown: '0,9 poin' })), text('.')] } },
    { title: 'angka dengan tanda', props: { of: [text('Menurut survei '), figure({ ...fig, marks: ['simulated', 'provisional'] }), text(' pada '), time('2023Q3', 'triwulan III 2023')] } },
    { title: 'tautan, jumlah baris, rumus', props: { of: [link('#contoh', 'Rencana 2018', true), text(': '), count(3, '3', '#x li', '/rencana'), text(' ukuran, bobot '), { kind: 'formula', text: '2 × 0,5', strong: false }] } },
    { title: 'saat', props: { of: [time('2026-11-24T02:14:00.000Z', '24 November 2026, 09.14')] } },
  ],
};
