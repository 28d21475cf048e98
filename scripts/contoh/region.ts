import { both, type Data, type Part } from './rows.ts';

export const code = '99.01';
const compiledOn = '2026-11-24';

/** Sources: everything is invented and says so, except the catalogue of pillars, which is a fact. */
export function sourcesOf(seed: number): Data[] {
  const publisher = 'Rekaan / simulated';
  const invented = (sourceCode: string, title: string, id: string, en: string): Data => ({
    code: sourceCode, publisher, title, published: null, url: null, note_id: id, note_en: en,
  });
  return [
    {
      code: 'instrumen-evaluasi-2023', publisher: 'Kementerian Komunikasi dan Informatika', title: 'Instrumen evaluasi dalam Laporan Evaluasi Smart City 2023 Tahap II, Kabupaten Malang', published: '2023-12-04', url: null,
      note_id: 'Nyata, bukan rekaan: nama enam pilar dan delapan belas subdimensi. Rumusan tujuan tiap pilar ditulis dengan kata-kata kami.',
      note_en: 'Real, not invented: the names of the six pillars and eighteen sub-dimensions. The purpose of each pillar is in our own words.',
    },
    invented('rekaan-laporan', 'Siaran pers daerah', 'Dibuat agar ada dua sumber yang berbeda', 'Made so that two sources disagree'),
    invented('rekaan-masterplan', 'Masterplan Contoh Terang 2025–2029', 'Dokumen ini tidak ada', 'This document does not exist'),
    invented('rekaan-register', 'Register layanan dan laporan perangkat daerah', `Angka semula dibangkitkan dengan seed ${seed}; yang diisi sesudahnya menyebut siapa yang mengisi`, `The first figures were generated with seed ${seed}; what was entered since names who entered it`),
    invented('rekaan-renstra', 'Renstra Dinas Layanan Dekat 2025–2029', 'Dokumen ini tidak ada', 'This document does not exist'),
    invented('rekaan-rpjmd', 'RPJMD Kabupaten Contoh 2025–2029', 'Dokumen ini tidak ada', 'This document does not exist'),
    invented('rekaan-survei', 'Survei rumah tangga Contoh', 'Survei ini tidak pernah dilakukan', 'This survey was never held'),
    invented('rekaan-wilayah', 'Daftar wilayah Contoh', 'Semua tempat rekaan, diletakkan di laut lepas di sekitar 0°, 0°', 'All places are invented and lie in the open sea around 0°, 0°'),
  ];
}

/** Arms of a regency that does not exist: a lighthouse over the open sea in which the map puts it. */
const arms = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 48">',
  '<path fill="#8fd3c4" d="M2 2h36v22c0 12-8 18-18 22C10 42 2 36 2 24z"/>',
  '<path fill="#0e2f3a" d="M4.5 4.5h31v19.5c0 10.5-7 15.8-15.5 19.3C11.5 39.8 4.5 34.5 4.5 24z"/>',
  '<path fill="#f6efe0" d="M17 14h6l2 15H15z"/>',
  '<path fill="#f0b93a" d="M17 9h6v4h-6zM13 10l-7-2v3zM27 10l7-2v3z"/>',
  '<path fill="none" stroke="#8fd3c4" stroke-width="2" d="M7 31q3.25-3 6.5 0t6.5 0 6.5 0 6.5 0M10 36q2.5-2.5 5 0t5 0 5 0 5 0"/>',
  '</svg>',
].join('');

export function regionPart(seed: number): Part {
  const region: Data = {
    code, name: both('Kabupaten Contoh', 'Contoh Regency'), short_name: 'Contoh', kind: 'kabupaten', time_zone: 'Asia/Jakarta', hosts: null, fictional: true,
    notice: both('Kabupaten Contoh tidak ada. Semua nama, tempat, dan angka di sini rekaan.', 'Contoh Regency does not exist. Every name, place and figure here is invented.'),
    about: both(
      `Kabupaten Contoh (99.01) dibangkitkan dengan seed ${seed} untuk memperlihatkan apa yang belum bersumber di daerah nyata: target tahunan, bobot, nilai. Tidak ada kabupaten, kantor, atau angka seperti ini.`,
      `Contoh Regency (99.01) was generated with seed ${seed} to show what real regions have no source for yet: yearly targets, weights, scores. There is no such regency, office or figure.`,
    ),
    front_plan: 'rpjmd-2025-2029', compiled_on: compiledOn, compiled_by: both(`Pembangkit data Serasan, seed ${seed}`, `The Serasan generator, seed ${seed}`), seed,
    theme: { cloth: '#0e2f3a', thread: '#8fd3c4' }, arms,
  };
  const source = 'rekaan-rpjmd';
  const statements: Data[] = [
    statement('akuntabilitas-2025', 'region', code, '2025', 'Akuntabilitas kinerja 2025 berpredikat BB.', 'The 2025 performance accountability grade is BB.', 'rekaan-laporan'),
    statement('kunjungan-rata-rata', 'indicator', 'kunjungan-malam', '2025', 'Rata-rata dua belas bulan; bulan Januari belum buka malam.', 'A mean of twelve months; in January there were no night hours yet.', 'rekaan-register'),
    statement('letak', 'region', code, null, 'Peta menaruh Contoh di laut lepas di sekitar 0°, 0°, supaya tidak tertukar dengan tempat nyata.', 'The map puts Contoh in the open sea around 0°, 0°, so that nobody takes it for a real place.', 'rekaan-wilayah'),
    statement('pasar-apung', 'indicator', 'kios-apung', '2025', 'Pasar apung dipindah ke darat pada Januari 2025; sejak itu ukuran ini tidak berlaku.', 'The floating market moved ashore in January 2025; since then this measure does not apply.', 'rekaan-register'),
    statement('rpjmd-asal', 'plan', 'rpjmd-2025-2029', null, 'Tiga misi dirumuskan dari tujuh pertemuan warga.', 'The three missions were drawn from seven meetings with residents.', source),
  ];
  const agency = (agencyCode: string, name: string, short: string): Data => ({ code: agencyCode, name, short_name: short, source_code: 'rekaan-rpjmd', note_id: 'Rekaan', note_en: 'Invented' });
  return {
    'places.region': [region],
    'places.source': sourcesOf(seed),
    'places.statement': statements,
    'people.agency': [
      agency('layanan', 'Dinas Layanan Dekat Contoh', 'Dinas Layanan'),
      agency('rencana', 'Badan Rencana dan Angan Contoh', 'Badan Rencana'),
      agency('sehat', 'Dinas Sehat Sentosa Contoh', 'Dinas Sehat'),
      agency('usaha', 'Dinas Usaha dan Alam Jernih Contoh', 'Dinas Usaha'),
    ],
  };
}

function statement(statementCode: string, kind: string, about: string, period: string | null, id: string, en: string, source: string): Data {
  return { code: statementCode, about_kind: kind, about_code: about, area_code: null, period, text_id: id, text_en: en, source_code: source };
}
