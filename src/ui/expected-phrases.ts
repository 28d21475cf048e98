import type { UiKey } from './words.ts';

/** What was expected, as a fault says it in English for programs, by the words that a page has for people. */
export const expectedPhrases: Record<string, UiKey> = {
  'a version, such as 2': 'error.expected.version',
  'a number from 0': 'error.expected.number',
  'a plan of this region': 'error.expected.plan',
  'an adopted plan of this region': 'error.expected.plan.adopted',
  'a plan of this region, in force or a draft': 'error.expected.plan.any',
  'versions of a plan of this region': 'error.expected.versions',
  'a node of this version': 'error.expected.node',
};
