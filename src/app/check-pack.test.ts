import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPack } from './check-pack.ts';
import { samplePack, writeSample } from './testing/sample-pack.ts';
import { packFiles } from './write-pack.ts';

const readText = (path: string): string => readFileSync(path, 'utf8');
const file = (name: string): string => samplePack[name] ?? '';
const edit = (name: string, from: string, to: string): Record<string, string> => {
  if (!file(name).includes(from)) throw new Error(`${name} has no "${from}"`);
  return { [name]: file(name).replace(from, to) };
};
/** What check says of a changed sample: `file:line field: given; expected`. */
const said = (changes: Record<string, string | Uint8Array | null>): string[] =>
  checkPack(writeSample(changes)).problems.map((p) => `${p.file}:${p.line ?? ''} ${p.field}: ${p.given}; ${p.expected}`);
const lines = (name: string, ...more: string[]): Record<string, string> => ({ [name]: `${file(name)}${more.join('\n')}\n` });

describe('a whole pack', () => {
  it('has no problems, and is its own canonical form', () => {
    const pack = checkPack(writeSample());
    expect(pack.problems).toEqual([]);
    expect(Object.fromEntries(packFiles(pack.tables))).toEqual(samplePack);
  });
  it.each(readdirSync('regions').filter((name) => /^\d/.test(name)))('regions/%s too', (name) => {
    const pack = checkPack(join('regions', name));
    expect(pack.problems).toEqual([]);
    for (const [path, content] of packFiles(pack.tables)) expect(content === readText(join('regions', name, path)), path).toBe(true);
  });
});

const ruleHead = 'code,name_id,name_en,instruction_id,instruction_en,left_side,operator,right_side,left_missing,right_missing,tolerance,period_kind,level,basis,source_code,note_id,note_en\n';
const ruleOf = (sides: string, rest = ',year,,reading,,,'): Record<string, string> => ({ 'validation-rules.csv': `${ruleHead}r,Nama,Name,,,${sides},skip_if_any,skip_if_any,${rest}\n` });

/** The sample with an indicator that gives words, and all else as it was. */
const classed: Record<string, string> = {
  ...edit('units.csv', '#%,#%,percent,', '#,#,word,'),
  'indicators.yaml': edit('indicators.yaml', '"100 * #{served} / #{people}"', `"if(#{served} / #{people} > 0.5, 'baik', 'buruk')"`)['indicators.yaml']?.replace('result: 25', 'result: buruk') ?? '',
};

describe('each fault is named with file, line and what was expected', () => {
  const cases: [string, Record<string, string | Uint8Array | null>, RegExp][] = [
    ['a cycle', edit('areas.csv', '99.77.01,99.77,', '99.77.01,99.77.01,'), /^areas\.csv:3 parent_code: 99\.77\.01 → 99\.77\.01; a tree/],
    ['a boundary of an unknown area', edit('boundaries.geojson', '99.77.02', '99.77.09'), /^boundaries\.geojson:3 area_code: 99\.77\.09; the code of a known area/],
    ['a boundary of an unknown source', edit('boundaries.geojson', '"s1"', '"s9"'), /^boundaries\.geojson:2 source_code: s9; the code of a known source/],
    ['two boundaries of one area', edit('boundaries.geojson', '99.77.02', '99.77.01'), /^boundaries\.geojson:3 area_code: 99\.77\.01; .* already in boundaries\.geojson, line 2/],
    ['a rule over what is not there', ruleOf('#{zzz},<=,#{people}'), /^validation-rules\.csv:2 left_side: #\{zzz\} \(at character 1\); the code of a known element/],
    ['a rule that does not parse', ruleOf('#{served},<=,#{people} +'), /^validation-rules\.csv:2 right_side: .* \(at character 12\)/],
    ['a rule over an indicator', ruleOf('N{health},<=,#{people}'), /^validation-rules\.csv:2 left_side: .*; data and constants alone/],
    ['a rule over a target', ruleOf('#{people},<=,T{health}'), /^validation-rules\.csv:2 right_side: .*; data and constants alone/],
    ['a rule over what is true or false', ruleOf('#{people} > 1,compulsory_pair,#{people}'), /^validation-rules\.csv:2 left_side: .*; a side that gives a number/],
    ['a rule too long when joined', ruleOf(`${'1+'.repeat(300)}#{people},<=,${'1+'.repeat(300)}#{people}`), /^validation-rules\.csv:2 left_side, right_side: .*; at most 1000 parts/],
    ['a rule with an operator of its own', ruleOf('#{served},≤,#{people}'), /^validation-rules\.csv:2 operator: "≤"; one of =, !=, </],
    ['a rule with a tolerance below zero', ruleOf('#{served},<=,#{people}', '-1,year,,reading,,,'), /^validation-rules\.csv:2 tolerance: -1; percent/],
    ['a rule of a document without one', ruleOf('#{served},<=,#{people}', ',year,,document,,,'), /^validation-rules\.csv:2 source_code: nothing; the document/],
    ['a change of what is no target', { 'target-changes.csv': 'indicator_code,area_code,period,plan_code,changed_on,comparison,value,value_to,source_code,note_id,note_en\nhealth,99.77,1999,,2020-01-01,=,5,,,,\n' }, /^target-changes\.csv:2 .*health \/ 99\.77 \/ 1999 \/ ; the code of a known target/],
    ['a change on no day', { 'unit-changes.csv': 'about_kind,about_code,changed_on,unit_code,unit_id,unit_en,source_code,note_id,note_en\nelement,people,2020,x,x,x,,,\n' }, /^unit-changes\.csv:2 changed_on: "2020"; a day/],
    ['a cycle of plans', edit('plans/rpjmd.yaml', 'baseline: "2019"\n', 'baseline: "2019"\nparent_code: rpjmd\n'), /^plans\/rpjmd\.yaml:1 parent_code: rpjmd → rpjmd/],
    ['an unknown area', edit('values.csv', 'people,99.77,2021', 'people,99.78,2021'), /^values\.csv:2 area_code: 99\.78; the code of a known area/],
    ['an unknown source', edit('agencies.csv', ',s1,', ',s9,'), /^agencies\.csv:2 source_code: s9; the code of a known source/],
    ['an unknown series', edit('values.csv', 'people,99.77,2021,utama', 'people,99.77,2021,sensus'), /^values\.csv:2 element_code, series_code: people \/ sensus/],
    ['an unknown plan node', edit('plan-links.csv', 'rpjmd,1,m1,primary', 'rpjmd,1,m9,primary'), /^plan-links\.csv:2 .*rpjmd \/ 1 \/ m9; the code of a known plan node/],
    ['another pillar\'s sub-dimension', edit('pillar-links.csv', 'health,liv,,', 'health,liv,GOV-SVC,'), /^pillar-links\.csv:3 .*liv \/ GOV-SVC; .*sub-dimension of the pillar/],
    ['an unknown source of an initiative\'s statement', edit('initiatives.yaml', '      source: s1', '      source: s8'), /^initiatives\.yaml:1 statements: s8; the code of a known source/],
    ['a duplicate, both lines', lines('units.csv', 'percent,persen,percent,#%,#%,percent,'), /^units\.csv:4 code: percent; .* already in units\.csv, line 2/],
    ['a duplicate key in YAML', edit('region.yaml', 'seed: 7', 'kind: kota'), /^region\.yaml:2\d : Map keys must be unique/],
    ['text where a number belongs', edit('values.csv', ',1000,', ',seribu,'), /^values\.csv:2 value: "seribu"; a number with a decimal point/],
    ['a decimal comma', edit('values.csv', ',785.5,', ',"785,5",'), /^values\.csv:11 value: "785,5"; a number/],
    ['too many digits', edit('values.csv', ',1000,', ',1000.00000000000000000001,'), /^values\.csv:2 value: .*at most 20 digits/],
    ['a broken row', lines('units.csv', 'x,y'), /^units\.csv:4 : 2 fields; 7 fields/],
    ['the line a record begins at, where texts have several', { 'agencies.csv': `${file('agencies.csv')}a,"A\n\nB",A,s1,,\nb,B,B,s9,,\n` }, /^agencies\.csv:6 source_code: s9/],
    ['an empty plan', { 'plans/rpjmd.v2.yaml': '' }, /^plans\/rpjmd\.v2\.yaml:1 : null; a map/],
    ['an open quote', lines('units.csv', '"x,y'), /^units\.csv:\d? ?: .*Quote/i],
    ['an unknown column', edit('units.csv', 'dimension', 'dim'), /^units\.csv:1 : .*dim,scale; code,name_id/],
    ['an unknown key', edit('region.yaml', 'seed: 7', 'sead: 7'), /^region\.yaml:22 sead: "sead"; one of the keys/],
    ['an unknown file', { 'extra.csv': 'a\n' }, /^extra\.csv: : extra\.csv; one of region\.yaml/],
    ['a unit without its number', edit('units.csv', '# orang', 'orang'), /^units\.csv:3 shown_id: orang; a text with one #/],
    ['a wrong word', edit('elements.csv', 'integer,sum', 'whole,sum'), /^elements\.csv:2 value_type: "whole"; one of number, integer, boolean/],
    ['a missing text', edit('agencies.csv', 'dinkes,Dinas Kesehatan', 'dinkes,'), /^agencies\.csv:2 name: nothing; a text/],
    ['a missing language', edit('region.yaml', '  en: Uji Regency\n', ''), /^region\.yaml:\d name: .*; a text in both languages/],
    ['a formula that does not parse', edit('indicators.yaml', '100 * #{served} /', '100 * #{served} / /'), /^indicators\.yaml:1 formula: /],
    ['a formula of an unknown element', edit('indicators.yaml', '#{people}', '#{folk}'), /^indicators\.yaml:1 formula: .*; the code of a known element here, not #\{folk\}/],
    ['a worked example that fails', edit('indicators.yaml', 'result: 25', 'result: 26'), /^indicators\.yaml:1 worked_examples: .*gives 25/],
    ['words where the unit asks for a number', edit('indicators.yaml', '"100 * #{served} / #{people}"', "if(#{served} > 9, 'a', 'b')"), /^indicators\.yaml:1 formula: .*; a formula that gives a number; for words, a unit of the dimension `word`/],
    ['true or false without a target of yes or no', edit('indicators.yaml', '"100 * #{served} / #{people}"', '"#{served} > 9"'), /^indicators\.yaml:1 formula: .*; a formula that gives a number; for yes or no, a target of the kind `yes_no`/],
    ['a number where the unit is one of words', edit('units.csv', '#%,#%,percent,', '#,#,word,'), /^indicators\.yaml:1 formula: .*; a formula that gives a text, because its unit is percent/],
    ['a good direction of words', classed, /^indicators\.yaml:1 direction: higher; `none`: the unit is one of words/],
    ['a target of words', classed, /^targets\.csv:2 indicator_code: health; an indicator that gives numbers: words have no target/],
    ['words linked to a node', classed, /^plan-links\.csv:2 code: health; an indicator that gives numbers: what is linked is scored/],
    ['words linked to a pillar', classed, /^pillar-links\.csv:2 indicator_code: health; an indicator that gives numbers/],
    ['a kind of target of words', { ...classed, 'indicators.yaml': `${classed['indicators.yaml']}  target_kind: range\n` }, /^indicators\.yaml:1 target_kind: range; nothing: the unit is one of words/],
    ['a series the formula does not have', edit('indicators.yaml', '    - utama', '    - survei'), /^indicators\.yaml:1 series: survei; a series of served or people/],
    ['a simulated value of a real region', { 'region.yaml': file('region.yaml').replace('99.77', '16.77').replace('true', 'false') }, /^values\.csv:5 origin: simulated; no simulated figure outside a region 99/],
    ['a theme that nobody can read', { 'region.yaml': `${file('region.yaml')}theme:\n  cloth: "#d9a520"\n  thread: "#f0b93a"\n` }, /^region\.yaml:\d+ theme: cloth #d9a520, thread #f0b93a: white words on cloth 2\.\d\d : 1; white words on cloth at least 7 : 1/],
    ['arms that carry a script', { 'region.yaml': `${file('region.yaml')}arms: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script/></svg>'\n` }, /^region\.yaml:\d+ arms: .*; one <svg> with xmlns and viewBox/],
    ['a host that is an address', edit('region.yaml', '- uji.example', '- https://evil.example/x'), /^region\.yaml:1 hosts: https:\/\/evil\.example\/x; a host name/],
    ['a real region called fictional', edit('region.yaml', 'fictional: true', 'fictional: false'), /^region\.yaml:1 fictional: false; `true` for a code/],
    ['a negative weight', edit('plan-links.csv', 'primary,1,', 'primary,-1,'), /^plan-links\.csv:2 weight: -1; a weight of 0 or more/],
    ['a fraction of a person', edit('values.csv', ',1000,', ',1000.5,'), /^values\.csv:2 value: 1000\.5; a whole number/],
    ['no such period', edit('values.csv', 'people,99.77,2021', 'people,99.77,2021Q7'), /^values\.csv:2 period: "2021Q7"; a period/],
    ['a period of another kind', edit('targets.csv', '99.77,2022,', '99.77,2022Q1,'), /^targets\.csv:2 period: 2022Q1; a year/],
    ['a comparison that asks for the worse', edit('targets.csv', 'health,99.77,2023,rpjmd,=', 'health,99.77,2023,rpjmd,<='), /^targets\.csv:3 comparison: <=; `=` or one that asks for the good direction, higher/],
    ['a comparison that is none', edit('targets.csv', '>=', '≥'), /^targets\.csv:2 comparison: "≥"; one of/],
    ['a gap in a history', edit('values.csv', 'utama,3,785.25', 'utama,4,785.25'), /^values\.csv:\d+ revision: 1, 2, 4; revisions 1 to 3/],
    ['a moment that is none', edit('values.csv', '2024-02-01T03:04:05.000Z', 'yesterday'), /^values\.csv:5 recorded_at: "yesterday"; a moment/],
    ['a withdrawn row with a value', edit('values.csv', '2,,,withdrawn', '2,5,,withdrawn'), /^values\.csv:7 value: 5; nothing/],
    ['an anchor', edit('region.yaml', 'kind: kabupaten', 'kind: &k kabupaten'), /^region\.yaml:6 : an anchor, alias or tag/],
    ['a tag', edit('region.yaml', 'kind: kabupaten', 'kind: !x kabupaten'), /^region\.yaml:6 : /],
    ['a byte order mark', { 'units.csv': `\uFEFF${file('units.csv')}` }, /^units\.csv:1 : a byte order mark; UTF-8 without one/],
    ['another line end', { 'units.csv': file('units.csv').replaceAll('\n', '\r\n') }, /^units\.csv:1 : a carriage return/],
    ['another encoding', { 'units.csv': Buffer.from(file('units.csv').replace('orang', 'oráng'), 'latin1') }, /^units\.csv: : bytes that are not UTF-8/],
    ['a NUL', edit('agencies.csv', 'Dinas Kesehatan', 'Dinas\0Kesehatan'), /^agencies\.csv:2 name: .*; a text without NUL/],
    ['a plan under another name', { 'plans/other.yaml': file('plans/rpjmd.v2.yaml').replace('version: 2', 'version: 3') }, /^plans\/other\.yaml: code, version: plans\/other\.yaml; plans\/rpjmd\.v3\.yaml/],
    ['bands that rise', edit('plans/rpjmd.yaml', '    - 75', '    - 95'), /^plans\/rpjmd\.yaml:1 scoring: 90, 95, 65, 50; bands that fall/],
    ['a node that is no map', edit('plans/rpjmd.yaml', '      - code: m2\n', '      - word\n      - code: m2\n'), /^plans\/rpjmd\.yaml:\d+ : "word"; a map with the keys/],
    ['a pillar that is nothing', edit('masterplan.yaml', 'pillars:\n', 'pillars:\n  -\n'), /^masterplan\.yaml:\d+ : null; a map/],
  ];
  const odd: [string, Record<string, string | Uint8Array | null>, RegExp][] = [
    ['a day that is none', edit('region.yaml', file('region.yaml').match(/compiled_on: (\S+)/)?.[1] ?? '', '2026-02-30'), /^region\.yaml:\d+ compiled_on: "2026-02-30"; a day/],
    ['a sub-dimension with the code of a pillar', edit('masterplan.yaml', 'code: GOV-SVC', 'code: liv'), /^masterplan\.yaml:\d+ code: liv; a code that no other pillar/],
    ['a sub-dimension that is called the whole', edit('masterplan.yaml', 'code: GOV-SVC', 'code: all'), /^masterplan\.yaml:\d+ code: all; .*not `all`/],
    ['a source that is a script', edit('sources.csv', 'https://uji.example/a', 'javascript:alert(1)'), /^sources\.csv:3 url: "javascript:alert\(1\)"; an address that begins with https/],
    ['a plan that ends before it begins', edit('plans/rpjmd.yaml', file('plans/rpjmd.yaml').match(/period_to: .*/)?.[0] ?? '', 'period_to: "1999"'), /^plans\/rpjmd\.yaml:1 period_from: /],
    ['a place off the earth', edit('areas.csv', '-3.5,103.75', '500,103.75'), /^areas\.csv:2 lat: "500"; degrees from -90 to 90/],
    ['a village right below the region', edit('areas.csv', 'district,kecamatan,Utara', 'village,desa,Utara'), /^areas\.csv:3 parent_code: 99\.77; a district/],
    ['an area of no size', edit('areas.csv', '-3.4,103.8,,,60,', '-3.4,103.8,,,-5,'), /^areas\.csv:3 area_km2: -5; a number above 0/],
    ['an area that ends before it begins', edit('areas.csv', ',,,60,,,', ',,,60,2027-01-01,2026-01-01,'), /^areas\.csv:3 valid_to: 2026-01-01; a day that is not before 2027-01-01/],
    ['a text as the day of an area', edit('areas.csv', ',,,60,,,', ',,,60,01/01/2027,,'), /^areas\.csv:3 valid_from: "?01\/01\/2027"?; a day such as/],
    ['two areas of one name', edit('areas.csv', 'kecamatan,Selatan', 'kecamatan,utara'), /^areas\.csv:4 name: utara; a name that no other has beside it; 99\.77\.01 has/],
    ['two agencies of one name', edit('agencies.csv', 'Dinkes,s1,,\n', 'Dinkes,s1,,\nlain,dinas kesehatan,Lain,s1,,\n'), /^agencies\.csv:3 name: dinas kesehatan; a name that no other has/],
    ['a kecamatan that is a village', edit('areas.csv', 'district,kecamatan,Utara', 'village,kecamatan,Utara'), /^areas\.csv:3 kind: kecamatan; desa or kelurahan/],
    ['a host that no request can name', edit('region.yaml', '- uji.example', '- Uji.Example'), /^region\.yaml:1 hosts: Uji\.Example; a host name in lower case/],
    ['a quote that is never closed, where it opens', lines('units.csv', '"x,y', 'a,b,c,#,#,d,'), /^units\.csv:4 : Quote/],
    ['an empty file', { 'units.csv': '' }, /^units\.csv:1 : nothing; code,name_id/],
    ['a number in another spelling', edit('region.yaml', 'seed: 7', 'seed: 1e3'), /^region\.yaml:\d+ seed: "1e3"; a whole number/],
  ];
  it.each([...cases, ...odd])('%s', (_, changes, expected) => {
    const found = said(changes);
    expect(found.some((line) => expected.test(line)), found.join('\n')).toBe(true);
  });

  it('tells every problem, not only the first', () => {
    const found = said({ ...edit('units.csv', '#%,#%,percent,', '#%,#%,,'), ...edit('agencies.csv', ',s1,', ',s9,'), ...edit('region.yaml', 'kind: kabupaten', 'kind: desa') });
    expect(found.map((line) => line.split(':')[0])).toEqual(['agencies.csv', 'region.yaml', 'units.csv']);
  });
  it('makes no second fault of a first: a code whose own row is faulty is known', () => {
    expect(said(edit('elements.csv', 'people,Penduduk,People,person,integer', 'people,Penduduk,People,person,whole'))).toHaveLength(1);
    expect(said({ 'sources.csv': 'x\n' })).toHaveLength(1);
  });
  it('refuses a file of 50 MB before reading it', () => {
    const folder = writeSample();
    writeFileSync(join(folder, 'values-2.csv'), '');
    truncateSync(join(folder, 'values-2.csv'), 50 * 1024 * 1024);
    expect(checkPack(folder).problems.map((p) => p.given)).toEqual([`${50 * 1024 * 1024} bytes`]);
  });
  it('makes no second fault of a region that cannot be read, or of a row that stands twice', () => {
    expect(said(edit('region.yaml', 'time_zone: Asia/', 'time_zone: Mars/'))).toHaveLength(1);
    expect(said(lines('values.csv', 'served,99.77,2021,utama,,0,,,,reported,,s1,,,,'))).toHaveLength(1);
  });
  it('reads over what belongs to no pack, and names a link and a folder that look like files', () => {
    const folder = writeSample({ '.DS_Store': 'x', '.git/config': 'x', '~$units.csv': 'x' });
    expect(checkPack(folder).problems).toEqual([]);
    mkdirSync(join(folder, 'values-2.csv'));
    symlinkSync('/nowhere', join(folder, 'values-3.csv'));
    expect(checkPack(folder).problems).toMatchObject([{ file: 'values-2.csv', given: 'a folder' }, { file: 'values-3.csv', given: 'a symbolic link' }]);
    expect(checkPack('/nope').problems).toMatchObject([{ file: '/nope', given: 'no such folder' }]);
  });
  it('takes a quarter as people write it, and decimals in all their digits', () => {
    const folder = writeSample({
      ...edit('values.csv', 'people,99.77,2021,', 'people,99.77,TW III 2021,'), ...edit('masterplan.yaml', 'weight: 2', 'weight: 0.0000001'),
      ...edit('plan-links.csv', 'primary,1,', 'primary,1,'), ...edit('region.yaml', 'short_name: Uji', 'short_name: 1e3'),
    });
    const pack = checkPack(folder);
    expect(pack.problems).toEqual([]);
    const files = Object.fromEntries(packFiles(pack.tables));
    expect(files['values.csv']).toContain('people,99.77,2021Q3,');
    expect(files['masterplan.yaml']).toContain('weight: 0.0000001\n');
    expect(files['region.yaml']).toMatch(/short_name: "?1e3"?\n/);
    const long = writeSample(edit('masterplan.yaml', 'weight: 2', 'weight: 1234567890123456.0123'));
    expect(Object.fromEntries(packFiles(checkPack(long).tables))['masterplan.yaml']).toContain('weight: 1234567890123456.0123\n');
  });
  it('says that a folder holds no pack', () => {
    expect(checkPack(mkdtempSync(join(tmpdir(), 'serasan-none-'))).problems).toMatchObject([{ file: 'region.yaml', line: null }]);
  });
});
