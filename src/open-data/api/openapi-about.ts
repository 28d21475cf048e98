import { licence } from './reply.ts';

/** The head of the OpenAPI document: what holds for every address. */
export const about = {
  openapi: '3.1.0',
  info: {
    title: 'Serasan, open data',
    version: '1',
    license: { name: licence },
    description: [
      'What a region has published: what its leaders promised, what its smart-city masterplan does, and every figure down to its source. Nothing that was not published is here.',
      '**Numbers.** What people gave is a decimal text (`"value": "9.45"`), every digit as in the source; what is computed from it (cells, achievements, scores) is a JSON number, an IEEE double.',
      '**Missing** is `null` with a `reason`, never zero.',
      '**Lists** come in pages: `limit` (1 to 1000), then `cursor` with the `next` of the answer before. A cursor belongs to one question and one snapshot; when something was published meanwhile the list begins again.',
      '**Tables.** `Accept: text/csv` gives any list as CSV (RFC 4180), in the same pages: the next one is in the header `Link`; whole lists are files below `/data/`. Texts that a spreadsheet would run begin with an apostrophe.',
      '**Unchanged?** Send `If-None-Match` with the `ETag` of before; 304 means yes.',
      '**Fictional regions** (codes 99.*) say `"fictional": true` in every answer, and in a column of every table: nothing in them is a fact.',
      '**Quality** `final` says that the source did not call the figure provisional, no more. `recordedAt` is when this installation recorded it, not when the source published it.',
      '**Refusals** are problem details (RFC 9457) with `given` and `expected`.',
    ].join('\n\n'),
  },
  servers: [{ url: '/' }],
};
