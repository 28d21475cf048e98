import type { Example } from '#ui/ui.ts';
import { indicatorWords } from '../indicator/indicator-words.ts';
import { count, figure, link, type Part, text, time, verbatim } from '../sentence.ts';

const fig = { href: '#contoh', value: '12.4', shown: '12,4%', marks: [] };
const strong = (part: Part): Part => ({ ...part, strong: true });

const term = (op: string, value: string, shown: string, label: string) => ({ op, part: figure({ href: '#contoh', value, shown, marks: [] }), label: label === '' ? [] : [text(label)] });
const bar = (label: string, from: number, long: number, shown: string, outline = false) => ({ label, from, long, shown, outline });
const formula = { versions: ['Rumus versi dua.'], missing: 'Bila salah satu data tidak ada, hasilnya tidak ada.', help: '#contoh', checked: 'Diperiksa lagi untuk halaman ini.' };
const named = [{ code: 'ANTRE', name: 'waktu menunggu', definition: 'Menit dari mengambil nomor sampai dipanggil.' }];
const flag = { rule: 'jump', text: [text('Naik '), figure(fig), text(' sekali jalan.')], name: 'Lompatan', href: '#contoh', source: null, note: null, sums: [] };

/** Components of the public pages that more than one page uses. */
export const portalExamples: Record<string, Example[]> = {
  Parts: [
    { title: 'kalimat dengan angka dan masa', props: { of: [verbatim('Penduduk miskin'), text(' '), figure(fig), text(' ('), time('2023', '2023'), text('), '), strong(text('turun ')), strong(figure({ ...fig, value: '-0.9', shown: '0,9 poin' })), text('.')] } },
    { title: 'angka dengan tanda', props: { of: [text('Menurut survei '), figure({ ...fig, marks: ['simulated', 'provisional'] }), text(' pada '), time('2023Q3', 'triwulan III 2023')] } },
    { title: 'tautan, jumlah baris, rumus', props: { of: [link('#contoh', 'Rencana 2018', true), text(': '), count(3, '3', '#x li', '/rencana'), text(' ukuran, bobot '), { kind: 'formula', text: '2 × 0,5', strong: false }] } },
    { title: 'saat', props: { of: [time('2026-11-24T02:14:00.000Z', '24 November 2026, 09.14')] } },
  ],
  IndicatorPace: [
    { title: 'perlu lebih cepat', props: { id: 'contoh-laju-1', view: {
      heading: [text('Laju: perlu dua kali lebih cepat')], text: [text('Perlu turun '), figure({ ...fig, value: '-1.8', shown: '1,8 poin' }), text(' setahun; yang terjadi turun '), figure({ ...fig, value: '-0.9', shown: '0,9 poin' }), text('.')],
      bars: { caption: [text('Perubahan setahun')], description: 'Dua batang: perlu turun 1,8 poin, yang terjadi turun 0,9 poin.', rows: [bar('perlu', 0, 1, '1,8', true), bar('terjadi', 0, 0.5, '0,9')] },
      sums: [{ label: 'Perlu', terms: [term('', '8', '8', 'target'), term('−', '9.8', '9,8', 'angka 2024'), term('=', '-1.8', '−1,8', '')] }],
    } } },
    { title: 'belum dapat dihitung', props: { id: 'contoh-laju-2', view: { heading: [text('Laju: belum dapat dihitung')], text: [text('Baru ada satu angka sejak tahun dasar.')], bars: null, sums: [] } } },
  ],
  IndicatorFlags: [
    { title: 'dua aturan', props: { id: 'contoh-periksa-1', view: { rows: [{ ...flag, sums: [{ label: 'Perubahan', parts: [figure(fig)] }] }, { ...flag, rule: 'unit_changed', name: 'Satuan berganti', text: [text('Satuannya berganti pada '), time('2025-03-01', '1 Maret 2025'), text('.')], note: 'Kini dalam persen.' }], unasked: [text('Pencilan tidak ditanyakan: angkanya kurang dari lima.')] } } },
    { title: 'tanpa tanda', props: { id: 'contoh-periksa-2', view: { rows: [], unasked: null } } },
  ],
  IndicatorFormula: [
    { title: 'diceritakan, dengan contoh', props: { id: 'contoh-rumus-1', say: indicatorWords('id'), view: { ...formula, told: 'Menunggu = rata-rata waktu menunggu.', written: '#{ANTRE}', named, examples: [{ inputs: [{ name: 'waktu menunggu', value: '31' }], result: '31', holds: true }] } } },
    { title: 'kata kelas, satu contoh tidak cocok', props: { id: 'contoh-rumus-2', say: indicatorWords('id'), view: { ...formula, checked: 'Ada contoh yang tidak cocok.', told: 'Kelas = jika waktu menunggu paling besar 30 maka “cepat”, selain itu “lambat”.', written: "if(#{ANTRE} <= 30, 'cepat', 'lambat')", named, examples: [
      { inputs: [{ name: 'waktu menunggu', value: '30' }], result: 'cepat', holds: true }, { inputs: [{ name: 'waktu menunggu', value: '45' }], result: 'cepat', holds: false },
    ] } } },
  ],
};
