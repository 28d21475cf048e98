import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Journey } from './journey.ts';

/** Of whom the way of one figure is made. */
type Hand = 'operator' | 'head' | 'verifier' | 'office';
/** In which language and at which width it is walked; each walk needs a district of its own. */
export interface Walk {
  lang: 'id' | 'en';
  width: number;
  area: string;
}

const words = {
  id: {
    ask: 'Berapa keluhan masuk di', text: 'banyak', digits: 'Tulis bilangan bulat saja', sent: 'Terkirim: Keluhan masuk', send: 'Kirim', approve: 'Setujui yang ditandai', giveBack: 'Kembalikan yang ditandai', verify: 'Nyatakan sudah diperiksa', publish: 'Terbitkan yang ditandai',
    one: '1 angka', reason: 'Dua keluhan tercatat dua kali', back: /Dahulu 187\skeluhan, sekarang 185\skeluhan/, returned: 'Dikembalikan: Dua keluhan tercatat dua kali', steps: ['Operator perangkat daerah', 'Kepala perangkat daerah', 'Pemeriksa'],
  },
  en: {
    ask: 'What is the figure for', text: 'many', digits: 'Write a whole number only', sent: 'Sent: ', send: 'Send', approve: 'Approve what is marked', giveBack: 'Return what is marked', verify: 'Verify what is marked', publish: 'Publish what is marked',
    one: '1 figure', reason: 'Two complaints were counted twice', back: /It was 187\scomplaints, now it is 185\scomplaints/, returned: 'Returned: Two complaints were counted twice', steps: ['Agency operator', 'Head of agency', 'Verifier'],
  },
} as const;

/** One figure from hand to hand: wrong at first, sent, approved, returned, corrected, approved again, verified, published, and explained to everybody. */
export async function walkHandToHand(here: Journey<Hand | 'other'>, region: string, { lang, width, area }: Walk): Promise<void> {
  const say = words[lang];
  const root = `${here.site.url}${lang === 'en' ? '/en' : ''}/daerah/${region}`;
  const item = `2026~KELUHAN_MASUK~${region}.${area}~utama`;
  const see = async (page: Page, name: string): Promise<void> => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} ${lang} ${width}`).toBeLessThanOrEqual(width);
    await here.see(page, `${lang}-${width}-${name}`);
  };
  const text = async (page: Page, within: string): Promise<string> => (await page.locator(within).textContent()) ?? '';
  const press = (page: Page, button: string): Promise<void> => page.click(`button:has-text("${button}")`);

  const decide = async (who: Hand, path: string, button: string, name: string, { reason, back }: { reason?: string; back?: RegExp } = {}): Promise<void> => {
    const page = await here.pageOf(who, { width });
    await page.goto(`${root}/kerja/${path}`);
    for (const box of await page.locator('input[name=item]').all()) await box.setChecked((await box.getAttribute('value')) === item);
    if (back) expect(await text(page, 'main')).toMatch(back);
    if (reason) await page.fill('#alasan', reason);
    await see(page, name);
    await press(page, button);
    expect(await text(page, '.said')).toContain(say.one);
    await see(page, `${name}-selesai`);
    await page.context().close();
  };

  const page = await here.pageOf('operator', { width });
  const ask = (): Promise<unknown> => page.goto(`${root}/kerja?butir=${encodeURIComponent(item)}`);
  const send = async (value: string, name: string): Promise<void> => {
    await page.fill('#v', value);
    await press(page, say.send);
    await see(page, name);
  };
  await page.goto(`${root}/kerja`);
  await see(page, 'operator-kerja');
  await ask();
  expect(await text(page, 'h1')).toContain(say.ask);
  await send(say.text, 'operator-salah');
  expect(await page.inputValue('#v')).toBe(say.text);
  expect(await text(page, '.summary')).toContain(say.digits);
  await send('187', 'operator-terkirim');
  expect(await text(page, '.said')).toMatch(new RegExp(`${say.sent}.*187`));
  await decide('head', 'setujui', say.approve, 'kepala-setujui');
  await decide('verifier', 'periksa', say.giveBack, 'pemeriksa-kembalikan', { reason: say.reason });
  await ask();
  expect(await text(page, 'main')).toContain(say.returned);
  await see(page, 'operator-dikembalikan');
  await send('185', 'operator-diperbaiki');
  await decide('head', 'setujui', say.approve, 'kepala-setujui-lagi', { back: say.back });
  await decide('verifier', 'periksa', say.verify, 'pemeriksa-periksa', { back: say.back });
  const why = `${root}/mengapa/data/KELUHAN_MASUK/utama/${region}.${area}/2026`;
  await page.goto(why);
  expect(await text(page, 'main')).not.toContain('185');
  await decide('office', 'terbitkan', say.publish, 'kantor-terbitkan');
  await page.goto(why);
  expect(await text(page, 'main')).toContain('185');
  for (const post of say.steps) expect(await text(page, 'main')).toContain(post);
  await see(page, 'portal-mengapa');
  await page.context().close();
}
