/** The page types, each once: what is looked at, by the tests and by `npm run shots`. */
export const pageTypes: [name: string, path: string][] = [
  ['home', '/'], ['selaras', '/selaras'], ['mengapa-janji', '/mengapa/rencana/rpjmd-2018/K'], ['mengapa-ukuran', '/mengapa/indikator/P0/16.03/2025'], ['rencana', '/rencana'], ['indikator', '/indikator/P0'], ['daftar-indikator', '/indikator'],
  ['pilar', '/pilar'], ['satu-pilar', '/pilar/smart-economy'], ['pilar-sepi', '/pilar/smart-branding'], ['contoh-semua-pilar', '/daerah/99.01/pilar'], ['inisiatif', '/inisiatif'], ['satu-inisiatif', '/inisiatif/mance'], ['contoh-pilar', '/daerah/99.01/pilar/smart-living'], ['contoh-pilar-kosong', '/daerah/99.01/pilar/smart-branding'],
  ['contoh-inisiatif', '/daerah/99.01/inisiatif'], ['contoh-satu-inisiatif', '/daerah/99.01/inisiatif/puskesmas-malam'], ['bagian', '/rencana/rpjmd-2018/K'], ['perangkat-daerah', '/perangkat-daerah'], ['contoh-bagian', '/daerah/99.01/rencana/rpjmd-2025-2029/M1'], ['contoh-perangkat', '/daerah/99.01/perangkat-daerah/layanan'],
  ['contoh-indikator', '/daerah/99.01/indikator/balita-stunting'], ['contoh-triwulan', '/daerah/99.01/indikator/sertifikat-tanah'], ['contoh-kata', '/daerah/99.01/indikator/antre-kelas'], ['contoh-mengapa-kata', '/daerah/99.01/mengapa/indikator/antre-tindakan/99.01/2025'], ['contoh-tahap', '/daerah/99.01/indikator/peraturan-masterplan'], ['contoh-saring', '/daerah/99.01/indikator?q=desa&target=ada'],
  ['contoh-mengapa-setahun', '/daerah/99.01/mengapa/indikator/sertifikat-tanah/99.01/2025'],
  ['contoh-home', '/daerah/99.01'], ['contoh-selaras', '/daerah/99.01/selaras'], ['contoh-pagu', '/daerah/99.01/selaras/pagu'], ['contoh-capaian', '/daerah/99.01/selaras/capaian'], ['capaian', '/selaras/capaian'], ['pagu-kosong', '/selaras/pagu'], ['contoh-pohon', '/daerah/99.01/selaras/pohon'], ['pohon-kosong', '/selaras/pohon'], ['contoh-mengapa', '/daerah/99.01/mengapa/rencana/rpjmd-2025-2029/M2'], ['contoh-rencana', '/daerah/99.01/rencana'],
  ['tentang', '/tentang'], ['bantuan', '/bantuan'], ['rumus', '/bantuan/rumus'], ['contoh-tentang', '/daerah/99.01/tentang'], ['komponen', '/_ui'], ['contoh-komponen', '/daerah/99.01/_ui'],
  ['banding', '/banding'], ['contoh-banding', '/daerah/99.01/banding?isi=capaian&bentuk=gambar'], ['banding-kecamatan', '/daerah/99.01/banding?indikator=desa-tanpa-sinyal&wilayah=kecamatan'], ['banding-kosong', '/banding?indikator=P0&wilayah=kecamatan'],
  ['cari', '/cari'], ['cari-hasil', '/cari?q=desa'], ['cari-kosong', '/cari?q=zzqqxx'],
  ['wilayah', '/wilayah'], ['wilayah-cari', '/wilayah?q=gelumbng'], ['kecamatan', '/wilayah/16.03.07'], ['kecamatan-kosong', '/wilayah/16.03.22'], ['mengapa-kecamatan', '/mengapa/wilayah/16.03.07/ukuran/DISTRICT_POPULATION/2023'],
  ['contoh-wilayah', '/daerah/99.01/wilayah'], ['contoh-kecamatan', '/daerah/99.01/wilayah/99.01.03'],
  ['data', '/data'], ['data-api', '/data/api'], ['contoh-data', '/daerah/99.01/data'], ['ringkas', '/ringkas'], ['contoh-ringkas', '/daerah/99.01/ringkas'], ['potret', '/potret'], ['contoh-potret', '/daerah/99.01/potret/triwulan-3-2026'], ['perubahan', '/daerah/99.01/potret/triwulan-1-2026/triwulan-3-2026'], ['mengapa-potret', '/daerah/99.01/mengapa/potret/triwulan-3-2026/rencana/rpjmd-2025-2029/M2'],
];
export const inEnglish = (path: string): string => (path === '/' ? '/en' : `/en${path}`);

const stepsOf = (path: string): string[] => (path.split(/[?#]/)[0] ?? '').replace(/^\/daerah\/[^/]+/, '').split('/').filter((step) => step !== '');
/** Words of addresses; every other step is a code. */
const words = new Set(pageTypes.map(([, path]) => stepsOf(path)[0]).concat('ukuran', 'elemen', 'rencana', 'pilar', 'indikator'));

/** `/daerah/99.01/rencana/rpjmd/M1` has the shape `rencana/*`/`*`: what stands for a code may be any. */
export const shapeOf = (path: string): string => stepsOf(path).map((step) => (words.has(step) ? step : '*')).join('/');
