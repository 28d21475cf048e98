import { front } from './plans.ts';
import type { Data, Part } from './rows.ts';

// Critical success factors, and what agencies contribute across their borders. All invented, and said to be so by their source.

const source_code = 'rekaan-rpjmd';
type Factor = [node: string, code: string, id: string, en: string];
const factors: Factor[] = [
  ['M1.1', 'hadir', 'Keluarga datang: tiap anak ditimbang tiap bulan', 'Families come: every child is weighed every month'],
  ['M1.1.1', 'gizi', 'Makanan bergizi terjangkau sepanjang tahun', 'Good food is within reach all year'],
  ['M1.1.1', 'air', 'Rumah balita berair bersih', 'The homes of infants have clean water'],
  ['M1.1.1.P1', 'timbangan', 'Timbangan posyandu dapat dipercaya', 'The scales of the health posts can be trusted'],
  ['M1.2.1', 'obat', 'Obat tersedia saat dibutuhkan', 'Medicine is there when it is needed'],
  ['M2.1', 'tanggal', 'Tanggal selesai dijanjikan tertulis dan dipegang', 'The day is promised in writing, and kept'],
  ['M2.1.1', 'berkas', 'Berkas berpindah antarkantor tanpa dibawa warga', 'Papers move between offices without people carrying them'],
  ['M2.2.1', 'menara', 'Pemilik menara mau berbagi', 'The owners of masts are willing to share'],
  ['M3.2.1', 'pemilah', 'Sampah yang sudah dipilah diangkut terpisah', 'What was sorted is collected apart'],
];

type Given = [node: string, agency: string, role: 'lead' | 'contributor', id: string, en: string, factor?: string];
const contributions: Given[] = [
  ['M1.1.1', 'sehat', 'lead', 'Menimbang, memberi makanan tambahan, mengunjungi rumah', 'Weighs, gives extra food, visits homes', 'gizi'],
  ['M1.1.1', 'tata', 'contributor', 'Menyambung air ke rumah balita lebih dulu', 'Connects the homes of infants to water first', 'air'],
  ['M1.1.1', 'ajar', 'contributor', 'Mengajar calon orang tua di sekolah', 'Teaches future parents at school'],
  ['M1.1.1.P1', 'sehat', 'lead', 'Menjalankan posyandu dan kelas ibu', 'Runs health posts and classes for mothers'],
  ['M1.1.1.P1', 'usaha', 'contributor', 'Menera timbangan posyandu tiap tahun', 'Tests the scales of the health posts every year', 'timbangan'],
  ['M2.1.1', 'layanan', 'lead', 'Menerima, menelusuri, dan menyerahkan berkas', 'Takes in, traces and hands over papers', 'berkas'],
  ['M2.1.1', 'tata', 'contributor', 'Menyelesaikan berkas tanah dalam sistem yang sama', 'Settles papers on land in the same system', 'berkas'],
  ['M2.2.1', 'layanan', 'lead', 'Merundingkan menara bersama dan menyambung kantor desa', 'Negotiates shared masts and connects village offices', 'menara'],
  ['M2.2.1', 'ajar', 'contributor', 'Melatih perangkat desa memakai jaringan', 'Trains village staff to use the network'],
  ['M3.2.1', 'usaha', 'lead', 'Membeli sampah terpilah lewat bank sampah', 'Buys sorted waste through waste banks'],
  ['M3.2.1', 'tata', 'contributor', 'Mengangkut sampah terpilah pada hari lain', 'Collects sorted waste on another day', 'pemilah'],
  ['M3.2.1', 'ajar', 'contributor', 'Menjadikan sekolah titik timbang', 'Makes schools places of weighing'],
];

export const performanceTreePart = (): Part => ({
  'plan.success_factor': factors.map(([node_code, code, text_id, text_en]): Data => ({ plan_code: front, node_code, code, text_id, text_en, basis: 'document', source_code })),
  'plan.contribution': contributions.map(([node_code, agency_code, role, text_id, text_en, factor]): Data => ({ plan_code: front, node_code, agency_code, role, text_id, text_en, factor_code: factor ?? null, basis: 'document', source_code })),
});
