import { both, type Data, type Part } from './rows.ts';

type Sub = [code: string, id: string, en: string];
interface Pillar {
  code: string;
  name: string;
  weight: string;
  /** The post that answers for it, invented. */
  post: [id: string, en: string];
  purpose: [id: string, en: string];
  subs: Sub[];
}

/** Names as the 2023 evaluation instrument prints them (source instrumen-evaluasi-2023); weights are invented. */
const pillars: Pillar[] = [
  {
    code: 'gov', name: 'governance', weight: '20', post: ['Kepala Dinas Layanan Dekat', 'Head of the Service Agency'], purpose: ['Pemerintah yang cepat, hemat, dan terbuka, dan terus memperbaiki cara kerjanya.', 'Government that is quick, thrifty and open, and keeps improving how it works.'],
    subs: [['GOV-SVC', 'Pelayanan Publik', 'Public Service'], ['GOV-POL', 'Kebijakan Publik', 'Public Policy'], ['GOV-BUR', 'Tata Kelola Birokrasi', 'Bureaucracy']],
  },
  {
    code: 'brd', name: 'branding', weight: '10', post: ['Kepala Dinas Usaha', 'Head of the Business Agency'], purpose: ['Daerah yang dikenal dan didatangi: oleh tamu, usaha, dan penanam modal.', 'A place that is known and visited: by guests, businesses and investors.'],
    subs: [['BRD-TOU', 'Tourism Branding', 'Tourism Branding'], ['BRD-BUS', 'Business Branding', 'Business Branding'], ['BRD-CIT', 'City Appearance Branding', 'City Appearance Branding']],
  },
  {
    code: 'eco', name: 'economy', weight: '20', post: ['Kepala Dinas Usaha', 'Head of the Business Agency'], purpose: ['Ekonomi yang sejalan dengan unggulan daerah, dan warga yang paham uang.', 'An economy built on what the region does best, and people who understand money.'],
    subs: [['ECO-IND', 'Ekosistem Industri', 'Competitive Industry Ecosystem'], ['ECO-WEL', 'Kesejahteraan Rakyat', 'Welfare'], ['ECO-TRX', 'Ekosistem Transaksi Keuangan', 'Financial Transaction Ecosystem']],
  },
  {
    code: 'liv', name: 'living', weight: '25', post: ['Kepala Dinas Sehat Sentosa', 'Head of the Health Agency'], purpose: ['Tempat tinggal yang layak, sehat, dan mudah dicapai.', 'A place to live that is decent, healthy and easy to reach.'],
    subs: [['LIV-HAR', 'Harmonisasi Tata Ruang', 'Spatial Harmony'], ['LIV-HEA', 'Prasarana Kesehatan', 'Health'], ['LIV-MOB', 'Telekomunikasi & Transportasi', 'Mobility']],
  },
  {
    code: 'soc', name: 'society', weight: '10', post: ['Kepala Dinas Ajar dan Baca', 'Head of the Learning Agency'], purpose: ['Warga yang saling menyapa, terus belajar, dan cakap digital.', 'People who meet, keep learning and are at home with digital tools.'],
    subs: [['SOC-COM', 'Interaksi Masyarakat / Komunitas', 'Community'], ['SOC-LEA', 'Ekosistem Belajar', 'Learning'], ['SOC-SEC', 'Keamanan Masyarakat', 'Security']],
  },
  {
    code: 'env', name: 'environment', weight: '15', post: ['Kepala Dinas Tata Air dan Tanah', 'Head of the Water and Land Agency'], purpose: ['Alam yang dijaga dengan tanggung jawab, untuk waktu yang lama.', 'Nature looked after responsibly, for the long run.'],
    subs: [['ENV-PRO', 'Proteksi Lingkungan', 'Protection'], ['ENV-WAS', 'Tata Kelola Sampah & Limbah', 'Waste'], ['ENV-ENE', 'Tata Kelola Energi', 'Energy']],
  },
];

const titled = (name: string): string => `Smart ${name[0]?.toUpperCase()}${name.slice(1)}`;
const source = 'rekaan-masterplan';

const masterplan: Data = {
  code: 'contoh-terang', name: both('Masterplan Contoh Terang', 'Bright Contoh masterplan'), vision: both('Kabupaten cerdas yang terasa sampai dusun', 'A smart regency that is felt in every hamlet'),
  vision_source_code: source, period_from: '2025', period_to: '2029', status: 'adopted', source_code: source,
  note: both('Nama pilar dan subdimensi nyata; yang lain rekaan.', 'The names of pillars and sub-dimensions are real; the rest is invented.'),
};

interface Idea {
  code: string;
  kind: 'quick_win' | 'initiative' | 'priority_programme';
  name: [id: string, en: string];
  pillar: string;
  sub: string;
  reading?: [id: string, en: string];
  agency: string;
  started?: string;
  ends?: string;
  summary: [id: string, en: string];
  state: 'running' | 'stopped' | 'planned' | 'unknown';
  statements?: [period: string, id: string, en: string][];
}

const ideas: Idea[] = [
  {
    code: 'puskesmas-malam', kind: 'quick_win', name: ['Puskesmas buka malam', 'Health centres open at night'], pillar: 'liv', sub: 'LIV-HEA', agency: 'sehat', started: '2025-02', ends: '2025-12-31', state: 'running',
    summary: ['Enam puskesmas melayani sampai pukul 21, agar pekerja kebun tetap menerima upah hari itu.', 'Six health centres stay open until 9 in the evening, so that plantation workers keep that day’s pay.'],
    statements: [['2026', 'Lima dari enam puskesmas sudah buka malam; satu menunggu tenaga.', 'Five of the six are open at night; one is waiting for staff.']],
  },
  {
    code: 'loket-keliling', kind: 'quick_win', name: ['Loket keliling sehari jadi', 'Travelling counter, done in a day'], pillar: 'gov', sub: 'GOV-SVC', agency: 'layanan', started: '2025', ends: '2025-12-31', state: 'running',
    summary: ['Mobil loket datang ke tiap kecamatan sekali seminggu dan menyelesaikan berkas di tempat.', 'A counter on wheels visits each district once a week and finishes papers on the spot.'],
  },
  {
    code: 'pasar-daring', kind: 'quick_win', name: ['Pasar daring Contoh', 'Contoh online market'], pillar: 'eco', sub: 'ECO-TRX', agency: 'usaha', started: '2025', ends: '2025-12-31', state: 'stopped',
    summary: ['Etalase bersama bagi usaha kecil.', 'A shared shop window for small businesses.'],
    statements: [['2026', 'Berhenti sejak Maret 2026; pengelolanya belum diganti.', 'Stopped since March 2026; nobody has taken over running it.']],
  },
  {
    code: 'sinyal-desa', kind: 'initiative', name: ['Sinyal sampai desa', 'Signal to every village'], pillar: 'liv', sub: 'LIV-MOB', agency: 'layanan', started: '2025', state: 'running',
    summary: ['Menara bersama di desa yang belum terjangkau, dan kantor desa yang tersambung internet.', 'Shared masts where no signal reached, and village offices with internet.'],
  },
  {
    code: 'satu-pintu-keluhan', kind: 'initiative', name: ['Satu pintu keluhan', 'One door for complaints'], pillar: 'gov', sub: 'GOV-POL', agency: 'layanan', started: '2025', state: 'running',
    reading: ['Masterplan menaruhnya pada pelayanan; kami membacanya sebagai kanal masukan kebijakan.', 'The masterplan files it under service; we read it as a channel of feedback on policy.'],
    summary: ['Keluhan lewat kanal mana pun masuk satu daftar, dengan tenggat jawaban.', 'Complaints from any channel enter one list, with a date by which they are answered.'],
  },
  {
    code: 'kelas-ibu', kind: 'priority_programme', name: ['Kelas ibu dan anak', 'Classes for mothers and children'], pillar: 'soc', sub: 'SOC-LEA', agency: 'sehat', started: '2024', state: 'running',
    summary: ['Pertemuan bulanan di posyandu: masak, timbang, bermain.', 'A monthly meeting at the health post: cooking, weighing, playing.'],
  },
  {
    code: 'bank-sampah', kind: 'initiative', name: ['Bank sampah sekolah', 'School waste banks'], pillar: 'env', sub: 'ENV-WAS', agency: 'usaha', state: 'planned',
    summary: ['Sekolah menimbang sampah terpilah dan menabung hasilnya.', 'Schools weigh sorted waste and save what it earns.'],
  },
  {
    code: 'perahu-baca', kind: 'quick_win', name: ['Perahu baca', 'Reading boats'], pillar: 'soc', sub: 'SOC-LEA', agency: 'ajar', started: '2025-08', ends: '2026-07-31', state: 'running',
    summary: ['Perahu berisi buku singgah di dermaga desa seminggu sekali; yang pertama baru berlayar awal 2026.', 'Boats with books call at village piers once a week; the first sailed only early in 2026.'],
    statements: [['2026', 'Dua dari tiga perahu berlayar; yang ketiga menunggu izin.', 'Two of three boats sail; the third waits for its licence.']],
  },
  {
    code: 'pagar-sungai', kind: 'initiative', name: ['Pagar dan pelampung di dermaga', 'Rails and lifebuoys at the piers'], pillar: 'soc', sub: 'SOC-SEC', agency: 'layanan', started: '2025', state: 'running',
    summary: ['Tiap dermaga desa diberi pagar, lampu, dan pelampung.', 'Every village pier gets a rail, a lamp and a lifebuoy.'],
  },
  {
    code: 'peta-tanah', kind: 'priority_programme', name: ['Peta tanah bersama', 'A shared map of land'], pillar: 'gov', sub: 'GOV-BUR', agency: 'tata', started: '2024', state: 'running',
    summary: ['Satu peta untuk desa, kantor, dan warga, sehingga batas bidang tidak diukur dua kali.', 'One map for villages, offices and residents, so that no boundary is measured twice.'],
  },
  {
    code: 'lampu-hias', kind: 'initiative', name: ['Lampu hias alun-alun', 'Lights on the town square'], pillar: 'brd', sub: 'BRD-CIT', agency: 'usaha', started: '2026', state: 'unknown',
    summary: ['Tidak tertaut pada janji mana pun.', 'Linked to no promise.'],
  },
];

const pairOf = (text: [string, string] | undefined): ReturnType<typeof both> | null => (text ? both(...text) : null);

export function masterplanPart(): Part {
  return {
    'masterplan.masterplan': [masterplan],
    'masterplan.pillar': pillars.map((pillar, position) => ({
      code: pillar.code, slug: `smart-${pillar.name}`, name: both(titled(pillar.name), titled(pillar.name)), purpose: both(...pillar.purpose), weight: pillar.weight, person_in_charge: both(...pillar.post), source_code: 'instrumen-evaluasi-2023', position,
    })),
    'masterplan.sub_dimension': pillars.flatMap((pillar) =>
      pillar.subs.map(([code, id, en], position) => ({ code, pillar_code: pillar.code, name: both(id, en), source_code: 'instrumen-evaluasi-2023', position })),
    ),
    'masterplan.initiative': ideas.map((idea, position) => ({
      code: idea.code, kind: idea.kind, name: both(...idea.name), pillar_code: idea.pillar, sub_dimension_code: idea.sub, pillar_basis: idea.reading ? 'reading' : 'document',
      pillar_reason: pairOf(idea.reading), agency_code: idea.agency, started: idea.started ?? null, ends_on: idea.ends ?? null, summary: both(...idea.summary), state: idea.state, source_code: source,
      statements: idea.statements?.map(([period, id, en]) => ({ text: both(id, en), period, source: 'rekaan-laporan' })) ?? null, position,
    })),
  };
}
