import { describe, expect, it } from 'vitest';
import { symbolOf } from './marks.ts';
import { spriteOf, symbols } from './symbols.ts';
import en from './messages.en.json' with { type: 'json' };
import id from './messages.id.json' with { type: 'json' };
import { navigation } from './navigation.ts';
import { linkTo } from './site.ts';

describe('symbols', () => {
  it('fill as many steps as the class says', () => {
    for (const level of [1, 2, 3, 4, 5]) expect(symbols[`k${level}`]?.body.match(/fill="currentColor"/g)).toHaveLength(1);
    expect(symbols.k5?.body).not.toContain('unfilled');
    expect(symbols.k1?.body).toContain('unfilled');
  });
  it('exist for every state', () => {
    for (const state of ['improved', 'worsened', 'mixed', 'same', 'one_value', 'no_data', 'no_measure'] as const) expect(symbols[symbolOf(state, null, false)]).toBeDefined();
    expect(symbolOf('scored', 4, true)).toBe('h4');
    expect(symbolOf('scored', null, false)).toBe('m-box');
  });
  it('are sent only when used, the hatch with them', () => {
    expect(spriteOf([])).toBe('');
    expect(spriteOf(['k4'])).not.toContain('pattern');
    expect(spriteOf(['h4', 'nothing'])).toContain('<pattern id="hatch"');
  });
});

describe('words and links', () => {
  it('has every message in both languages, with the same slots', () => {
    expect(Object.keys(id).length).toBeGreaterThan(40);
    expect(Object.keys(en)).toEqual(Object.keys(id));
    const slots = (text: string): string[] => (text.match(/\{\w+/g) ?? []).sort();
    for (const [key, text] of Object.entries(id)) expect(slots(en[key as keyof typeof en]), key).toEqual(slots(text));
  });
  it('marks the page that is shown', () => {
    expect(navigation({ base: '/en', path: '/indikator/P0' }).filter((item) => item.current)).toMatchObject([{ key: 'nav.indicator', current: 'true' }]);
    expect(linkTo({ base: '' }, '/')).toBe('/');
    expect(linkTo({ base: '/en' }, '/')).toBe('/en');
    expect(linkTo({ base: '/en/daerah/99.01' }, '/rencana')).toBe('/en/daerah/99.01/rencana');
  });
});
