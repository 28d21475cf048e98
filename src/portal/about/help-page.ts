import { type FigureMark, type MarkState, markWord, type TagKind } from '#ui/index.ts';
import { aboutPage as aboutAddress, formulaHelpPage } from '../addresses.ts';
import { frontPlan, latestCell } from '../lookups.ts';
import { type MarkView, stateOrder } from '../marks.ts';
import type { Fig } from '../sentence.ts';
import { cellFigure, inLang, type Telling } from '../telling.ts';
import { type HelpKey, helpWords } from './about-words.ts';

export interface HelpPage {
  title: string;
  contents: { id: string; text: string }[];
  /** A figure of the region itself, to try what opening does. */
  example: { name: string; figure: Fig } | null;
  marks: { mark: MarkView; means: string }[];
  values: { marks: FigureMark[]; word: string; means: string }[];
  tags: { kind: TagKind; means: string }[];
  pillars: { code: string; name: string; purpose: string | null }[];
  glossary: { official: string; screen: string; means: string }[];
  aboutHref: string;
  formulaHref: string;
  accessHref: string;
}

const sections = ['open', 'marks', 'values', 'tags', 'pillars', 'charts', 'words', 'use', 'wrong'] as const;
export const helpId = { open: 'buka', marks: 'tanda', values: 'angka', tags: 'tanda-kecil', pillars: 'pilar', charts: 'grafik', words: 'kata', use: 'pakai', wrong: 'salah' } as const;
const tags: TagKind[] = ['reading', 'simulated', 'provisional', 'disputed', 'derived', 'break', 'none', 'old', 'stale'];
/** Official terms as documents write them, each with the part of its message keys. */
const terms: [official: string, key: string][] = [
  ['RPJMD', 'rpjmd'], ['RPJPD', 'rpjpd'], ['Renstra perangkat daerah', 'renstra'], ['visi', 'visi'], ['misi', 'misi'], ['sasaran', 'sasaran'], ['program', 'program'],
  ['masterplan kota cerdas', 'masterplan'], ['dimensi, pilar', 'pilar'], ['inisiatif, inovasi', 'inisiatif'], ['quick win', 'quickwin'], ['nyambung, selaras', 'nyambung'],
  ['indikator', 'indikator'], ['IKU', 'iku'], ['variabel, data dasar', 'variabel'], ['realisasi', 'realisasi'], ['target', 'target'], ['capaian', 'capaian'],
  ['predikat, kelas capaian', 'predikat'], ['nilai', 'nilai'], ['bobot', 'bobot'], ['tahun dasar', 'dasar'], ['triwulan (TW)', 'triwulan'], ['kecamatan, desa, kelurahan', 'wilayah'],
  ['perangkat daerah, OPD, SKPD', 'pd'], ['walidata', 'walidata'],
];

/** How to read and use the site: every mark, tag, pillar and word that it uses. */
export function helpPage(tell: Telling): HelpPage {
  const say = helpWords(tell.lang);
  return {
    title: say('title'),
    contents: sections.map((key) => ({ id: helpId[key], text: say(key) })),
    example: exampleOf(tell), marks: marksOf(tell, say),
    values: [
      { marks: [], word: say('value.plain'), means: say('value.plain.text') },
      ...(['provisional', 'disputed', 'simulated', 'stale'] as const).map((kind) => ({ marks: [kind], word: say(`value.${kind}`), means: say(`value.${kind}.text`) })),
    ],
    tags: tags.map((kind) => ({ kind, means: say(`tag.${kind}`) })),
    pillars: (tell.model.masterplan?.pillars ?? []).map((pillar) => ({ code: pillar.code, name: inLang(tell, pillar.name), purpose: pillar.purpose && inLang(tell, pillar.purpose) })),
    glossary: terms.map(([official, key]) => ({ official, screen: say(`w.${key}.screen` as HelpKey), means: say(`w.${key}.means` as HelpKey) })),
    aboutHref: aboutAddress(tell.base), formulaHref: formulaHelpPage(tell.base), accessHref: `${aboutAddress(tell.base)}#aksesibilitas`,
  };
}

/** The latest value of the first measure that the plan in front is linked to, else of any. */
function exampleOf(tell: Telling): HelpPage['example'] {
  const plan = frontPlan(tell.model);
  const linked = tell.model.planLinks.filter((link) => link.kind === 'indicator' && link.planCode === plan?.code).map((link) => link.code);
  for (const code of [...linked, ...tell.model.indicators.keys()]) {
    const indicator = tell.model.indicators.get(code);
    const cell = latestCell(tell.model, code);
    if (indicator && cell) return { name: inLang(tell, indicator.short), figure: cellFigure(tell, indicator, cell) };
  }
  return null;
}

function marksOf(tell: Telling, say: ReturnType<typeof helpWords>): HelpPage['marks'] {
  const classes = ([5, 4, 3, 2, 1] as const).map((level) => ({ mark: { state: 'scored' as const, level, simulated: false, word: markWord(tell.lang, 'scored', level) }, means: say(`mark.${level}`) }));
  const states = stateOrder.filter((state): state is Exclude<MarkState, 'scored'> => state !== 'scored');
  return [
    ...classes,
    { mark: { state: 'scored', level: 4, simulated: true, word: say('mark.simulated.word') }, means: say('mark.simulated') },
    ...states.map((state) => ({ mark: { state, level: null, simulated: false, word: markWord(tell.lang, state) }, means: say(`mark.${state}`) })),
  ];
}
