import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

const region = `code: "99.77"
name:
  id: Kabupaten Uji
  en: Uji Regency
short_name: Uji
kind: kabupaten
time_zone: Asia/Jakarta
hosts:
  - uji.example
fictional: true
notice:
  id: "Contoh: daerah ini tidak ada"
  en: "Example: this regency does not exist"
about:
  id: Paket kecil untuk pengujian.
  en: A small pack for tests.
front_plan: rpjmd
compiled_on: 2026-11-01
compiled_by:
  id: pembuat uji
  en: the maker of the test
seed: 7
`;
const plan = `code: rpjmd
version: 1
kind: rpjmd
name:
  id: Rencana pembangunan
  en: Development plan
short_name:
  id: RPJMD
  en: RPJMD
vision_word: UJI
period_from: "2020"
period_to: "2024"
baseline: "2019"
status: adopted
levels:
  - code: vision
    name:
      id: Visi
      en: Vision
    plural:
      id: Visi
      en: Visions
  - code: mission
    name:
      id: Misi
      en: Mission
    plural:
      id: Misi
      en: Missions
scoring:
  floor: 0
  cap: 100
  bands:
    - 90
    - 75
    - 65
    - 50
nodes:
  - code: v
    level: vision
    text:
      id: Uji yang sehat
      en: A healthy Uji
    basis: document
    children:
      - code: m2
        level: mission
        text:
          id: Jalan baik
          en: Good roads
        letter: U
        weight: 0.4
        basis: document
      - code: m1
        level: mission
        text:
          id: Warga sehat
          en: Healthy people
        short:
          id: Sehat
          en: Health
        weight: 0.6
        basis: reading
        note:
          id: "Catatan: urutan dari naskah"
          en: "Note: in the order of the text"
`;
const planTwo = plan.replace('version: 1', 'version: 2').replace('status: adopted', 'status: draft').replace('Jalan baik', 'Jalan dan jembatan baik');
const masterplan = `code: mp
name:
  id: Rencana induk
  en: Masterplan
vision:
  id: Daerah cerdas
  en: A smart regency
status: adopted
pillars:
  - code: gov
    slug: smart-governance
    name:
      id: Smart Governance
      en: Smart Governance
    sub_dimensions:
      - code: GOV-SVC
        name:
          id: Layanan
          en: Services
  - code: liv
    slug: smart-living
    name:
      id: Smart Living
      en: Smart Living
    weight: 2
    sub_dimensions: []
`;
const initiatives = `- code: sigap
  kind: quick_win
  name:
    id: Sigap
    en: Sigap
  pillar_code: gov
  sub_dimension_code: GOV-SVC
  pillar_basis: reading
  pillar_reason:
    id: melayani warga
    en: it serves people
  agency_code: dinkes
  started: "2021"
  state: running
  source_code: s1
  statements:
    - text:
        id: Berjalan sejak 2021
        en: Running since 2021
      period: "2021"
      source: s1
- code: awal
  kind: initiative
  name:
    id: Awal
    en: First
  state: unknown
  source_code: s1
`;
const indicators = `- code: health
  name:
    id: Cakupan layanan kesehatan
    en: Health service coverage
  short:
    id: Layanan
    en: Services
  unit_code: percent
  direction: higher
  lower_formula: ratio
  period_kind: year
  decimals: 1
  formula: "100 * #{served} / #{people}"
  missing: skip_if_any
  series:
    - utama
  level: region
  family: iku
  source_code: s1
  worked_examples:
    - values:
        people: 200
        served: 50
      result: 25
`;

/** A small pack of every kind: two plan versions, history, statuses, a withdrawn value, one that is not applicable, quotes in texts. */
export const samplePack: Record<string, string> = {
  'region.yaml': region,
  'sources.csv': 'code,publisher,title,published,url,note_id,note_en\ns1,Dinas Uji,"Laporan, edisi ""dua""",2024,,,\ns2,Badan Uji,,,https://uji.example/a,catatan,note\n',
  'areas.csv':
    'code,parent_code,level,kind,name,capital,lat,lon,label_lat,label_lon,area_km2,valid_from,valid_to,source_code\n' +
    '99.77,,region,kabupaten,Uji,Kota Uji,-3.5,103.75,,,100.5,,,s1\n99.77.01,99.77,district,kecamatan,Utara,,-3.4,103.8,,,60,,,s1\n99.77.02,99.77,district,kecamatan,Selatan,,-3.6,103.7,,,40.5,,,\n',
  'neighbours.csv': 'a_code,b_code,source_code\n99.77.01,99.77.02,s1\n',
  'boundaries.geojson':
    '{"type":"FeatureCollection","features":[\n' +
    '{"type":"Feature","properties":{"code":"99.77.01","source_code":"s1"},"geometry":{"type":"Polygon","coordinates":[[[-1e-7,0],[0.5,0],[0.5,0.25],[-1e-7,0]],[[0.3,0.05],[0.4,0.1],[0.4,0.05],[0.3,0.05]]]}},\n' +
    '{"type":"Feature","properties":{"code":"99.77.02","source_code":"s1"},"geometry":{"type":"MultiPolygon","coordinates":[[[[1,1],[1,2],[2,2.125],[1,1]]],[[[3,1],[4,1],[4,2],[3,1]]]]}}\n]}\n',
  'statements.csv': 'code,about_kind,about_code,area_code,period,text_id,text_en,source_code\nst1,indicator,health,,2022,Predikat BB,Grade BB,s2\n',
  'agencies.csv': 'code,name,short_name,source_code,note_id,note_en\ndinkes,Dinas Kesehatan,Dinkes,s1,,\n',
  'plans/rpjmd.yaml': plan,
  'plans/rpjmd.v2.yaml': planTwo,
  'plan-links.csv':
    'kind,code,plan_code,plan_version,node_code,role,weight,basis,reason_id,reason_en,source_code\n' +
    'indicator,health,rpjmd,1,m1,primary,1,reading,mengukur layanan,it measures services,\ninitiative,sigap,rpjmd,1,m1,supporting,,document,,,s1\n',
  'masterplan.yaml': masterplan,
  'initiatives.yaml': initiatives,
  'pillar-links.csv': 'indicator_code,pillar_code,sub_dimension_code,weight,basis,reason_id,reason_en,source_code\nhealth,gov,GOV-SVC,1,reading,,,\nhealth,liv,,,document,,,s1\n',
  'units.csv': 'code,name_id,name_en,shown_id,shown_en,dimension,scale\npercent,persen,percent,#%,#%,percent,\nperson,orang,person,# orang,# people,count,\n',
  'elements.csv':
    'code,name_id,name_en,unit_code,value_type,sum_area,sum_time,agency_code,definition_id,definition_en,source_code\n' +
    'people,Penduduk,People,person,integer,sum,last,,,,s1\nserved,Dilayani,Served,person,number,sum,last,dinkes,yang dilayani,those served,s1\n',
  'series.csv': 'element_code,code,name_id,name_en,kind,note_id,note_en\npeople,utama,Utama,Main,method,,\nserved,sensus,Sensus,Census,report,,\nserved,utama,Utama,Main,method,,\n',
  'indicators.yaml': indicators,
  'targets.csv': 'indicator_code,area_code,period,plan_code,comparison,value,value_to,status,origin,source_code,note_id,note_en\nhealth,99.77,2022,,>=,80,,published,reported,s1,,\nhealth,99.77,2023,rpjmd,=,82.5,,published,simulated,,,\n',
  'values.csv':
    'element_code,area_code,period,series_code,revision,value,applicable,status,quality,origin,assurance,source_code,note_id,note_en,recorded_by,recorded_at\n' +
    'people,99.77,2021,utama,,1000,,,,reported,,s1,,,,\n' +
    'people,99.77,2022,utama,1,1100,,,provisional,reported,,s1,,,,\n' +
    'people,99.77,2022,utama,2,1105,,,,reported,,s1,"angka tetap, diperbaiki",final figure,,\n' +
    'people,99.77,2023,utama,,1200,,entered,,simulated,,,,,petugas,2024-02-01T03:04:05.000Z\n' +
    'people,99.77.01,2021,utama,1,600,,,,reported,,s1,,,,\n' +
    'people,99.77.01,2021,utama,2,,,withdrawn,,reported,,,,,,\n' +
    'served,99.77,2021,utama,,0,,,,reported,,s1,,,,\n' +
    'served,99.77,2022,sensus,,790.125,,verified,,derived,,s2,,,,\n' +
    'served,99.77,2022,utama,1,780,,,,reported,,s1,,,,\n' +
    'served,99.77,2022,utama,2,785.5,,,,reported,,s1,,,,\n' +
    'served,99.77,2022,utama,3,785.25,,returned,,reported,,s1,,,,\n' +
    'served,99.77.02,2022,utama,,,no,,,reported,,s1,tidak berlaku,not applicable,,\n',
};

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Writes the sample, or what a test made of it, into a folder of its own; `null` leaves a file out. */
export function writeSample(changes: Record<string, string | Uint8Array | null> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'serasan-pack-'));
  made.push(folder);
  for (const [file, content] of Object.entries({ ...samplePack, ...changes })) {
    if (content === null) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}
