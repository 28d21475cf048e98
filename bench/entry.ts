import { signInAll } from '../e2e/people.ts';
import { startSite } from '../e2e/site.ts';
import { crowd } from './entry-crowd.ts';
import { importLarge } from './entry-import.ts';
import { ask, mustShow, seenIn, send } from './forms.ts';
import { loadBeside, ownDatabase } from './large.ts';
import { head, held, quantile, row } from './measure.ts';

const region = '99.01';
/** Servers of a PostgreSQL database are given one. */
const secret = 'x'.repeat(40);
const item = `2026~KELUHAN_MASUK~${region}.01~utama`;

/** What people who own numbers wait for: a number saved, a number published, a file of 100,000, and fifty who enter at once on the server of `DATABASE_URL`. */
export async function entry(quick: boolean): Promise<void> {
  await saves(quick ? 10 : 100);
  await files(quick);
  const url = process.env.DATABASE_URL;
  if (url) await many(quick, url);
  else console.log('\nFifty operators at once: not run; they need DATABASE_URL.');
}

/** Saved and seen, published and seen, through the forms, with the example in the embedded database. */
async function saves(rounds: number): Promise<void> {
  const env = { SERASAN_REGION: region, DATABASE_URL: '' };
  const site = await startSite({ env });
  const people = await signInAll(site, region, {
    operator: { role: 'operator', agencyCode: 'layanan' }, head: { role: 'agency_head', agencyCode: 'layanan' }, verifier: { role: 'verifier', agencyCode: 'rencana' }, office: { role: 'programme_office', agencyCode: 'layanan' },
  }, env);
  const [saved, published]: [number[], number[]] = [[], []];
  for (let n = -3; n < rounds; n += 1) {
    const value = String(200 + ((n + 3) % 40));
    const toEnter = `/kerja?butir=${encodeURIComponent(item)}`;
    const seen = seenIn(await ask(site, people.operator, toEnter), 'seen');
    let began = performance.now();
    const form = { value, note: `Putaran ${n}`, seen, go: 'send' };
    await send(site, people.operator, toEnter, form);
    mustShow(await ask(site, people.operator, toEnter), `value="${value}"`);
    if (n >= 0) saved.push(performance.now() - began);
    for (const [who, path] of [[people.head, '/kerja/setujui'], [people.verifier, '/kerja/periksa'], [people.office, '/kerja/terbitkan']] as const) {
      const seenThere = seenIn(await ask(site, who, path), `seen:${item}`);
      began = performance.now();
      await send(site, who, path, { item, [`seen:${item}`]: seenThere, step: path === '/kerja/setujui' ? 'approve' : path === '/kerja/periksa' ? 'verify' : 'publish' });
    }
    mustShow(await ask(site, '', `/mengapa/data/KELUHAN_MASUK/utama/${region}.01/2026`), value);
    if (n >= 0) published.push(performance.now() - began);
  }
  console.log(`\nThrough the forms, with the example in the embedded database (${rounds} rounds).\n`);
  head(['', 'median, ms', 'p95, ms', 'aim']);
  for (const [what, times] of [['sent, until its own page shows it', saved], ['published, until the portal shows it', published]] as const) {
    row([what, quantile(times, 0.5).toFixed(0), held(quantile(times, 0.95), 150, 0), 'below 150']);
  }
  await site.stop();
}

async function files(quick: boolean): Promise<void> {
  const size = quick ? { indicators: 50, areas: 40, years: 1 } : { indicators: 400, areas: 275, years: 1 };
  console.log(`\nA file of values through the form: about ${((size.indicators * size.areas) / 1000).toFixed(0)},000 rows.\n`);
  const url = process.env.DATABASE_URL;
  for (const kind of url ? (['embedded', 'PostgreSQL'] as const) : (['embedded'] as const)) {
    const env = { SERASAN_REGION: region, SERASAN_SECRET: secret, DATABASE_URL: kind === 'embedded' ? '' : await ownDatabase(url ?? '') };
    const site = await startSite({ env });
    await loadBeside(site, size, env);
    await importLarge(site, kind, env);
    await site.stop();
  }
}

async function many(quick: boolean, url: string): Promise<void> {
  const env = { SERASAN_REGION: region, SERASAN_SECRET: secret, DATABASE_URL: await ownDatabase(url) };
  const site = await startSite({ env });
  await loadBeside(site, { indicators: 50, areas: 40, years: 1 }, env);
  await crowd(site, quick ? 10 : 60, env);
  await site.stop();
}
