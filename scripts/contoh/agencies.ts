import { both, type Data, type Part } from './rows.ts';

const invented = { note_id: 'Rekaan', note_en: 'Invented' };
const agency = (code: string, name: string, short: string): Data => ({ code, name, short_name: short, source_code: 'rekaan-rpjmd', ...invented });

/** Agencies beside those of `region.ts`, and the documents that only they have. */
const agencies: Data[] = [agency('ajar', 'Dinas Ajar dan Baca Contoh', 'Dinas Ajar'), agency('tata', 'Dinas Tata Air dan Tanah Contoh', 'Dinas Tata')];
const source = (code: string, title: string): Data => ({
  code, publisher: 'Rekaan / simulated', title, published: null, url: null, note_id: 'Dokumen ini tidak ada', note_en: 'This document does not exist',
});

type Share = [agency: string, weight: string, id: string, en: string, reading?: 'reading'];

/** Indicators that several agencies carry: the first leads; each with its weight and what it answers for. */
const shared: Record<string, Share[]> = {
  'balita-stunting': [
    ['sehat', '60', 'Gizi, penimbangan, dan kunjungan rumah', 'Food, weighing and home visits'],
    ['tata', '25', 'Air bersih di rumah balita', 'Clean water in the homes of infants'],
    ['ajar', '15', 'Kelas calon orang tua di sekolah', 'Lessons for future parents in schools', 'reading'],
  ],
  'desa-terhubung': [
    ['layanan', '60', 'Internet di kantor desa', 'Internet at village offices'],
    ['ajar', '40', 'Pelatihan perangkat desa', 'Training of village staff'],
  ],
  'layanan-tepat-waktu': [
    ['layanan', '70', 'Loket, tanggal selesai, dan antrean', 'Counters, the promised day and queues'],
    ['tata', '30', 'Berkas tanah dan bangunan', 'Papers on land and buildings'],
  ],
  'penduduk-miskin': [
    ['rencana', '40', 'Sasaran bantuan yang tepat', 'Help that reaches those it is for'],
    ['usaha', '35', 'Penghasilan usaha kecil', 'Earnings of small businesses'],
    ['sehat', '25', 'Upah yang tidak hilang karena berobat', 'Pay that is not lost to a visit to the doctor'],
  ],
  'sampah-terpilah': [
    ['usaha', '70', 'Truk, timbangan, dan pembeli sampah', 'Lorries, scales and buyers of waste'],
    ['ajar', '30', 'Bank sampah sekolah', 'School waste banks'],
  ],
};

const shareRows = ([indicator, shares]: [string, Share[]]): Data[] =>
  shares.map(([agencyCode, weight, id, en, reading], n) => ({
    indicator_code: indicator, agency_code: agencyCode, role: n === 0 ? 'lead' : 'contributor', weight, account_id: id, account_en: en, basis: reading ?? 'document', source_code: reading ? null : 'rekaan-rpjmd',
  }));

const statement = (code: string, kind: string, about: string, period: string, text: ReturnType<typeof both>, source_code: string): Data => ({
  code, about_kind: kind, about_code: about, area_code: null, period, text_id: text.id, text_en: text.en, source_code,
});

export function agenciesPart(): Part {
  return {
    'people.agency': agencies,
    'places.source': [source('rekaan-renstra-sehat', 'Renstra Dinas Sehat Sentosa 2025–2029'), source('rekaan-gawai', 'Aplikasi kader posyandu')],
    'places.statement': [
      statement('loket-terlambat', 'indicator', 'hari-loket', '2026', both('Satu dari dua mobil loket di bengkel sejak Juni 2026.', 'One of the two counters on wheels has been in the workshop since June 2026.'), 'rekaan-register'),
      statement('stunting-tiga-sumber', 'indicator', 'balita-stunting', '2026', both('Survei, bulan penimbangan, dan aplikasi kader memberi tiga angka; yang dihitung ialah survei.', 'Survey, weighing month and volunteers’ app give three figures; the survey counts.'), 'rekaan-laporan'),
    ],
    'indicators.indicator_agency': Object.entries(shared).flatMap(shareRows),
  };
}
