import { describe, expect, it } from 'vitest';
import { isPlainSvg } from './plain-svg.ts';

const head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">';
const drawing = (inside: string): string => `${head}${inside}</svg>`;

describe('a plain drawing', () => {
  it.each([
    drawing('<path d="M0 0h24v24H0z" fill="#2a0f16"/>'),
    `${drawing('\n  <g transform="translate(1,2)" stroke="none"><circle cx="12" cy="12" r="4.5" fill="currentColor" /></g>\n')}\n`,
    drawing('<polygon points="0,0 1,2 -3,.5" fill-rule="evenodd" opacity=".5"/><rect x="1" y="1" width="2" height="2" rx="1"></rect>'),
  ])('is taken: %.70s', (given) => expect(isPlainSvg(given)).toBe(true));
});

describe('an attack is refused', () => {
  it.each([
    ['a script', drawing('<script>alert(1)</script>')],
    ['a script by another case', drawing('<sCript/>')],
    ['a script with a prefix', drawing('<svg:script/>')],
    ['a handler', drawing('<path onload="alert(1)" d="M0 0"/>')],
    ['a handler on the root', `${head.replace('>', ' onload="x">')}</svg>`],
    ['a handler by a line break', drawing('<path\nonload="alert(1)"/>')],
    ['a handler without quotes', drawing('<path onload=alert(1) d="M0 0"/>')],
    ['a style attribute', drawing('<path style="fill:url(//evil)"/>')],
    ['a class', drawing('<path class="head"/>')],
    ['an id', drawing('<path id="isi"/>')],
    ['a style sheet', drawing('<style>@import "//evil"</style>')],
    ['a link', drawing('<a href="javascript:alert(1)"><path d="M0 0"/></a>')],
    ['a use', drawing('<use href="#x"/>')],
    ['an image', drawing('<image href="https://evil/"/>')],
    ['foreign content', drawing('<foreignObject><body/></foreignObject>')],
    ['an animation', drawing('<animate attributeName="d" to="x"/>')],
    ['a set', drawing('<set attributeName="fill" to="x"/>')],
    ['a paint server', drawing('<path fill="url(#g)" d="M0 0"/>')],
    ['a paint server in CSS escapes', drawing('<path fill="u\\72l(https://evil)" d="M0 0"/>')],
    ['a paint server in references', drawing('<path fill="&#117;rl(https://evil)" d="M0 0"/>')],
    ['a variable', drawing('<path fill="var(--x)" d="M0 0"/>')],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${drawing('&a;')}`],
    ['a comment', drawing('<!-- -->')],
    ['a CDATA section', drawing('<![CDATA[<script>]]>')],
    ['a style sheet instruction', `<?xml-stylesheet href="//evil"?>${drawing('')}`],
    ['another namespace', '<svg xmlns="http://www.w3.org/1999/xhtml" viewBox="0 0 1 1"></svg>'],
    ['another namespace inside', drawing('<g xmlns="http://www.w3.org/1999/xhtml"/>')],
    ['a prefix of a namespace', drawing('<g xmlns:x="http://www.w3.org/1999/xhtml"/>')],
    ['a second root', drawing('') + drawing('<script/>')],
    ['something after it', `${drawing('')}<script>alert(1)</script>`],
    ['something before it', `x${drawing('')}`],
    ['text', drawing('Kabupaten')],
    ['a root inside', drawing('<svg></svg>')],
    ['no name of a namespace: it would not be drawn', '<svg viewBox="0 0 1 1"></svg>'],
    ['no view box: it would not scale', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
    ['tags that do not nest', drawing('<g><path d="M0 0"></g></path>')],
    ['a tag that stays open', drawing('<g>')],
    ['an attribute twice', drawing('<path d="M0 0" d="M1 1"/>')],
    ['an attribute of the prototype', drawing('<path constructor="x"/>')],
    ['a tag of the prototype', drawing('<constructor/>')],
    ['a NUL', drawing('<path d="M0\u00000"/>')],
    ['a bracket in a value', drawing('<path d="M0>0"/>')],
    ['a hundred groups', drawing('<g>'.repeat(100) + '</g>'.repeat(100))],
    ['an absurd size', drawing('<rect width="1e309" height="99999999999"/>')],
    ['nothing', ''],
  ])('%s', (_, given) => expect(isPlainSvg(given)).toBe(false));
  it('is refused, however it is built: who tries every way of reading hangs here', () => {
    for (const given of [`<svg ${'>'.repeat(20_000)}`, `${head}${' '.repeat(20_000)}x`, `<svg${' a="b"'.repeat(3000)}`, `${head}${'<g>'.repeat(6000)}`, `<svg ${'a'.repeat(20_000)}`, drawing(`<path d="${'M'.repeat(19_000)}"`)]) expect(isPlainSvg(given)).toBe(false);
  });
});
