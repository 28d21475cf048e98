import type { Lang } from '#kernel/i18n.ts';

/**
 * What people say, and what the documents of regions say for it; the first that finds something counts. Looked up only for what nothing
 * here is called, and the page says which word was searched instead. A region's own short names stand in its pack, not here.
 */
const everyday: Record<Lang, Record<string, string[]>> = {
  id: {
    dinkes: ['dinas kesehatan'], disdik: ['dinas pendidikan'], disdikbud: ['dinas pendidikan'], dinsos: ['dinas sosial'], disnaker: ['dinas ketenagakerjaan', 'dinas tenaga kerja'], disnakertrans: ['dinas ketenagakerjaan', 'dinas tenaga kerja'],
    dispar: ['dinas pariwisata'], disbudpar: ['dinas pariwisata'], disparekraf: ['dinas pariwisata'], disbun: ['dinas perkebunan'], diskop: ['dinas koperasi'], diskopukm: ['dinas koperasi'], distan: ['dinas pertanian', 'dinas tanaman pangan'],
    disperindag: ['dinas perdagangan'], disdag: ['dinas perdagangan'], dishub: ['dinas perhubungan'], dlh: ['dinas lingkungan hidup'], dpmd: ['dinas pemberdayaan masyarakat'], dukcapil: ['kependudukan pencatatan sipil'], disperkim: ['dinas perumahan'],
    'air bersih': ['air minum'], ledeng: ['air minum', 'air bersih'], jamban: ['sanitasi'], wc: ['sanitasi'], toilet: ['sanitasi'], kakus: ['sanitasi'],
    puskesmas: ['pelayanan kesehatan', 'kesehatan'], 'rumah sakit': ['pelayanan kesehatan', 'kesehatan'], posyandu: ['balita', 'kesehatan'], dokter: ['kesehatan'], bidan: ['kesehatan'], berobat: ['kesehatan'], 'gizi buruk': ['stunting', 'gizi'],
    'jalan rusak': ['jalan mantap', 'jalan'], 'jalan berlubang': ['jalan mantap', 'jalan'], lowongan: ['pengangguran'], nganggur: ['pengangguran'], sembako: ['inflasi', 'harga'], sinyal: ['internet', 'telekomunikasi'], ktp: ['kependudukan'], 'akta lahir': ['pencatatan sipil'],
  },
  en: {
    toilet: ['sanitation'], toilets: ['sanitation'], latrine: ['sanitation'], latrines: ['sanitation'], 'clean water': ['drinking water', 'water'], 'tap water': ['drinking water', 'water'], clinic: ['health'], hospital: ['health'], doctor: ['health'],
    'bad roads': ['roads'], potholes: ['roads'], jobs: ['unemployment'], signal: ['internet'], prices: ['inflation'],
  },
};

/** What a question in everyday words may be called here, the likeliest first; none where it holds no such word. */
export function readingsOf(words: string[], lang: Lang): string[] {
  const asked = ` ${words.join(' ')} `;
  // Official names stay Indonesian on an English page: so do their short ones.
  const known = lang === 'en' ? { ...everyday.id, ...everyday.en } : everyday.id;
  const [said] = Object.keys(known).filter((one) => asked.includes(` ${one} `)).sort((a, b) => b.length - a.length);
  return said === undefined ? [] : (known[said] ?? []).map((instead) => asked.replace(` ${said} `, ` ${instead} `).trim());
}
