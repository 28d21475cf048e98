import { agencyPage, initiativePage } from '../addresses.ts';
import { costAnchor } from '../initiative/initiative-plan.ts';
import { legalParts } from '../legal-basis.ts';
import type { Books, Source } from '../region-model.ts';
import { rupiahFigure } from '../rupiah-figure.ts';
import { figure, type Part, sentence, verbatim } from '../sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';
import { pillarWords, type SayPillar } from './pillar-words.ts';

/** The masterplan beside its pillars: on what it rests, in what state the region began, what is done in which year, who meets. */
export interface MasterplanBook {
  legal: Part[];
  papers: { title: string; kind: string; about: Part[] }[];
  readiness: { element: string; part: string | null; finding: string; state: string }[];
  swot: { side: string; lines: { text: string; pillar: string | null }[] }[];
  roadmap: { period: Part; steps: { name: string; href: string; step: string; horizon: string; cost: Part | null }[] }[];
  bodies: { kind: string; name: string; legal: string | null; note: string | null; meetings: Part[]; seats: { post: string; role: string; agency: { name: string; href: string } | null; external: boolean }[] }[];
  sources: Source[];
}

const sides = ['strength', 'weakness', 'opportunity', 'threat'] as const;

/** Null where there is no masterplan. */
export function masterplanBook(tell: Telling): MasterplanBook | null {
  const { masterplan, books } = tell.model;
  if (!masterplan) return null;
  const say = pillarWords(tell.lang);
  const name = verbatim(inLang(tell, masterplan.name));
  const codes = new Set([...books.readiness, ...books.swot, ...books.roadmap, ...books.bodies, ...books.seats, ...books.papers].flatMap(({ sourceCode }) => sourceCode ?? []));
  return {
    legal: masterplan.legalBasis ? sentence(say, 'book.legal', { name, legal: legalParts(tell, masterplan.legalBasis) }) : sentence(say, 'book.legal.none', { name }),
    papers: books.papers.map((row) => ({ title: inLang(tell, row.title), kind: say(`book.paper.${row.kind as 'decree'}`), about: aboutPaper(tell, row) })),
    readiness: books.readiness.map((row) => ({ element: say(`book.element.${row.element as 'nature'}`), part: row.part && inLang(tell, row.part), finding: inLang(tell, row.finding), state: say(`book.ready.${row.state as 'ready'}`) })),
    swot: sides.map((side) => ({ side: say(`book.side.${side}`), lines: books.swot.filter((row) => row.side === side).map((row) => ({ text: inLang(tell, row.text), pillar: pillarName(tell, row.pillarCode) })) })).filter(({ lines }) => lines.length > 0),
    roadmap: [...Map.groupBy(books.roadmap, ({ period }) => period)].map(([period, rows]) => ({ period: when(tell, period), steps: rows.flatMap((row) => stepOf(tell, say, row)) })).filter(({ steps }) => steps.length > 0),
    bodies: books.bodies.map((body) => bodyOf(tell, say, body)),
    sources: [...codes].flatMap((code) => tell.model.sources.get(code) ?? []),
  };
}

const pillarName = (tell: Telling, code: string | null): string | null => {
  const pillar = tell.model.masterplan?.pillars.find((one) => one.code === code);
  return pillar ? inLang(tell, pillar.name) : null;
};

/** "Nomor 21 Tahun 2025, 3 Maret 2025". */
function aboutPaper(tell: Telling, { number, signedOn, heldOn }: Books['papers'][number]): Part[] {
  const day = signedOn ?? heldOn;
  return [...(number === null ? [] : [verbatim(number)]), ...(number !== null && day !== null ? [verbatim(', ')] : []), ...(day === null ? [] : [when(tell, day)])];
}

/** A step whose initiative is not there has no page to open, and is left out. */
function stepOf(tell: Telling, say: SayPillar, row: Books['roadmap'][number]): MasterplanBook['roadmap'][number]['steps'] {
  const initiative = tell.model.initiatives.find((one) => one.code === row.initiativeCode);
  if (!initiative) return [];
  const href = initiativePage(tell.base, initiative.code);
  return [{ name: inLang(tell, initiative.name), href, step: inLang(tell, row.step), horizon: say(`book.horizon.${row.horizon as 'short'}`), cost: row.costEstimate === null ? null : figure(rupiahFigure(tell, row.costEstimate, `${href}#${costAnchor}`)) }];
}

/** A body by the posts that sit in it; who holds a post is nobody's business here. */
function bodyOf(tell: Telling, say: SayPillar, body: Books['bodies'][number]): MasterplanBook['bodies'][number] {
  const { books, agencies } = tell.model;
  const meetings = books.meetings.filter((one) => one.bodyCode === body.code);
  return {
    kind: say(`book.body.${body.kind as 'council'}`), name: inLang(tell, body.name), legal: body.legalBasis, note: body.note && inLang(tell, body.note),
    meetings: meetings.flatMap((one, n) => [...(n > 0 ? [verbatim('; ')] : []), when(tell, one.heldOn)]),
    seats: books.seats.filter((one) => one.bodyCode === body.code).map((seat) => {
      const agency = agencies.get(seat.agencyCode ?? '');
      return { post: inLang(tell, seat.post), role: say(`book.role.${seat.role as 'chair'}`), agency: agency ? { name: agency.shortName, href: agencyPage(tell.base, agency.code) } : null, external: seat.external };
    }),
  };
}
