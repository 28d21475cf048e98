import { describe, expect, it } from 'vitest';
import { findUnexplained } from './unexplained.ts';

const main = (inner: string): string[] => findUnexplained(`<html><body><nav>7</nav><main>${inner}</main></body></html>`).problems;

describe('a planted number is found', () => {
  it.each([
    ['<p>12 desa</p>', 'bare number: 12 desa'],
    ['<data class="figure" value="1">1</data>', 'a figure without a link: 1'],
    ['<a href="/x"><data class="figure">1</data></a>', 'a figure without a value: 1'],
    ['<span data-plain="count">2</span>', 'a count without its rows: 2'],
    ['<span data-plain="count" data-rows="#l li">3</span><ul id="l"><li></li><li></li></ul>', 'counted 2 of #l li, but the page says 3'],
    ['<span data-plain="guess">3</span>', 'plain of an unknown kind guess: 3'],
    ['<svg><text>4,5</text></svg>', 'drawn but not a figure on the page: 4,5'],
  ])('%s', (html, problem) => expect(main(html)).toEqual([problem]));
});

it('an explained number is not', () => {
  expect(main('<a href="/x"><data class="figure" value="4.5">4,5</data></a><svg><title>4,5</title><text>4,5</text></svg><time datetime="2019">2019</time><p data-text>Pasal 3</p><code data-plain="code">#{A1}</code><span data-plain="count" data-rows="li">1</span><ul><li>x</li></ul>')).toEqual([]);
});
