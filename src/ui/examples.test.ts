import { parse } from 'node-html-parser';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { type Theme, themeSheet } from './theme.ts';
import { aSite, examples, frames } from './examples.ts';
import Stage from './testing/Stage.svelte';
import * as kit from './ui.ts';

const components = Object.entries(kit as Record<string, unknown>).filter(([name]) => /^[A-Z]/.test(name)) as [string, Component<Record<string, unknown>>][];

describe('every component', () => {
  it('has an example, and every example a component', () => expect(components.map(([name]) => name).sort()).toEqual(Object.keys(examples).sort()));
  it('names its examples apart', () => {
    for (const [name, list] of Object.entries(examples)) expect(new Set(list.map((one) => one.title)).size, name).toBe(list.length);
  });
  const all = components.flatMap(([name, of]) => (examples[name] ?? []).map((example) => [`${name}, ${example.title}`, name, of, example.props] as const));
  it.each(all)('%s is drawn in both languages without script and inline style', (_, name, of, props) => {
    for (const lang of ['id', 'en'] as const) {
      const { head, body } = render(Stage, { props: { of, props, site: aSite({ lang }) } });
      const root = parse(head + body);
      expect(root.querySelectorAll('script').filter((script) => script.getAttribute('type') !== 'application/ld+json')).toEqual([]);
      // A region's own colours, which the page's policy knows by their digest, are the one sheet in a page.
      const own = (props as { site?: { region?: { theme?: Theme | null } | null } }).site?.region?.theme;
      expect(root.querySelectorAll('style').map((one) => one.text)).toEqual(own ? [themeSheet(own)] : []);
      expect(root.querySelectorAll('[style]')).toEqual([]);
      expect(root.querySelectorAll('*').flatMap((one) => Object.keys(one.attributes).filter((key) => key.startsWith('on')))).toEqual([]);
      expect(body).not.toMatch(/undefined|NaN|\[object/);
      const drawn = root.querySelector('symbol, path, circle') !== null;
      if (!frames.has(name)) expect(root.text.trim() !== '' || drawn).toBe(true);
    }
  });
  it.each(all.filter(([, name]) => !frames.has(name)))('%s uses only symbols that the page then draws', (_, __, of, props) => {
    const { body } = render(Stage, { props: { of, props, site: aSite() } });
    const root = parse(body);
    const used = root.querySelectorAll('use').map((use) => use.getAttribute('href')?.slice(1));
    expect(used.filter((id) => root.querySelector(`symbol[id="${id}"]`) === null)).toEqual([]);
  });
});
