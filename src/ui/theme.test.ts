import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, themeProblems, themeSheet } from './theme.ts';

const tokens = readFileSync('src/ui/tokens.css', 'utf8');
const sheet = readFileSync('src/ui/serasan.css', 'utf8');
const own = { cloth: /--cloth: (#\w+)/.exec(tokens)?.[1] ?? '', thread: /--thread: (#\w+)/.exec(tokens)?.[1] ?? '' };

describe('contrast', () => {
  it.each([['#000000', '#ffffff', 21], ['#ffffff', '#ffffff', 1], ['#777777', '#ffffff', 4.48], ['#ffffff', '#2a0f16', 17.8]])('%s on %s is %d', (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 1);
    expect(contrast(b, a)).toBe(contrast(a, b));
  });
});

describe('a theme', () => {
  it('of the project itself can be seen', () => expect(themeProblems(own)).toEqual([]));
  it('is measured against the colours that the style sheets use', () => {
    expect(sheet).toContain('.brand span { color: #e6d8d0;');
    expect(tokens).toContain('--focus: #1b1512');
  });
  it.each([
    ['a bright cloth', { cloth: '#d9a520', thread: '#1b1512' }, ['white words on cloth', 'quiet words (#e6d8d0) on cloth', 'the outline of focus (#1b1512) on thread']],
    ['cloth and thread alike', { cloth: '#102a1c', thread: '#14301f' }, ['thread on cloth', 'the outline of focus (#1b1512) on thread']],
    ['a thread that is too dark', { cloth: '#2a0f16', thread: '#7a4a00' }, ['thread on cloth', 'the outline of focus (#1b1512) on thread']],
    ['a cloth of middle darkness', { cloth: '#7a5a4a', thread: '#ffe9a0' }, ['white words on cloth', 'quiet words (#e6d8d0) on cloth']],
  ])('with %s is refused', (_, theme, words) => {
    expect(themeProblems(theme).map((one) => one.words)).toEqual(words);
    for (const { ratio, least } of themeProblems(theme)) expect(Number(ratio)).toBeLessThan(least);
  });
  it('becomes two tokens and no more', () => expect(themeSheet({ cloth: '#0d3b2e', thread: '#f2c14e' })).toBe('html:root{--cloth:#0d3b2e;--thread:#f2c14e}'));
});
