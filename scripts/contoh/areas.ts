import { boundariesOf } from './boundaries.ts';
import { randomOf } from './random.ts';
import { code } from './region.ts';
import { type Data, written } from './rows.ts';

export interface Village {
  district: string;
  people: number;
  /** Without a phone signal at the baseline. */
  dark: boolean;
}
export interface Places {
  areas: Data[];
  neighbours: Data[];
  boundaries: Data[];
  districts: string[];
  villages: Village[];
}

const source = 'rekaan-wilayah';
/** Names are words for "for instance" and "suppose"; the places stand around 0°, 0°, in the open sea. */
const districtPlan: [name: string, lat: number, lon: number][] = [
  ['Hulu Contoh', 0.13, -0.16], ['Bukit Misal', 0.15, 0.11], ['Lembah Andai', 0, 0], ['Muara Contoh', -0.16, 0.14], ['Tanjung Umpama', -0.12, -0.15],
];
/** By place in the list above, the lower first. */
const touching: [number, number][] = [[0, 1], [0, 2], [0, 4], [1, 2], [1, 3], [2, 3], [2, 4], [3, 4]];
const firstWords = ['Air', 'Karang', 'Kebun', 'Lubuk', 'Padang', 'Rimba', 'Simpang', 'Talang', 'Tebing', 'Telaga'];
const lastWords = ['Angan', 'Dongeng', 'Ibarat', 'Khayal', 'Kiasan', 'Misalkan', 'Permisalan', 'Rekaan', 'Seandainya', 'Umpamanya'];

export function placesOf(seed: number): Places {
  const random = randomOf(seed, 'areas');
  const names = random.shuffled(firstWords.flatMap((first) => lastWords.map((last) => `${first} ${last}`)));
  const place = (areaCode: string, parent: string | null, level: string, kind: string, name: string, lat: number, lon: number): Data => ({
    code: areaCode, parent_code: parent, level, kind, name, capital: null, lat, lon, label_lat: null, label_lon: null, area_km2: null, valid_from: null, valid_to: null, source_code: source,
  });
  const districts: Data[] = [];
  const villages: Data[] = [];
  const found: Village[] = [];
  districtPlan.forEach(([name, lat, lon], n) => {
    const district = `${code}.0${n + 1}`;
    const at = place(district, code, 'district', 'kecamatan', name, near(random.decimal(-0.02, 0.02, 3) + lat), near(random.decimal(-0.02, 0.02, 3) + lon));
    let tenths = 0;
    const count = random.integer(4, 6);
    for (let v = 0; v < count; v += 1) {
      const kind = v === 0 ? 'kelurahan' : 'desa';
      const own = place(`${district}.${kind === 'kelurahan' ? 1001 : 2000 + v}`, district, 'village', kind, names.pop() ?? '', near(Number(at.lat) + random.decimal(-0.05, 0.05, 3)), near(Number(at.lon) + random.decimal(-0.05, 0.05, 3)));
      const size = random.integer(90, 620);
      tenths += size;
      villages.push({ ...own, area_km2: written(size / 10), valid_from: n === 1 && v === count - 1 ? '2025-01-01' : null });
      found.push({ district, people: random.integer(700, 2900) * (kind === 'kelurahan' ? 2 : 1), dark: n > 1 && v === count - 1 });
    }
    districts.push({ ...at, capital: String(villages.at(-count)?.name), area_km2: written(tenths / 10) });
  });
  const whole = districts.reduce((sum, district) => sum + Number(district.area_km2), 0);
  const region = { ...place(code, null, 'region', 'kabupaten', 'Contoh', 0, 0), capital: String(villages[0]?.name), area_km2: written(whole) };
  return {
    areas: [region, ...districts, ...villages],
    neighbours: touching.map(([a, b]) => ({ a_code: `${code}.0${a + 1}`, b_code: `${code}.0${b + 1}`, source_code: source })),
    boundaries: boundariesOf(seed, districts.map((district) => String(district.code)), source),
    districts: districts.map((district) => String(district.code)),
    villages: found,
  };
}

const near = (degrees: number): number => Number(degrees.toFixed(3));
