import { describe, expect, it } from 'vitest';
import { isDue, nextState, statesBefore, valueActions, valueStates, waitsFor } from './value-states.ts';

/** Rows: states; columns: enter, submit, approve, verify, return, publish. A dash is refused. */
const table = `
none      entered -         -        -        -        -
entered   entered submitted -        -        -        -
submitted entered -         approved -        returned -
approved  entered -         -        verified returned -
verified  entered -         -        -        returned published
returned  entered -         -        -        -        -
published entered -         -        -        -        -
withdrawn entered -         -        -        -        -`;
const cases = table.trim().split('\n').flatMap((line) => {
  const [state = '', ...next] = line.split(/\s+/);
  return valueActions.map((action, n) => [state, action, next[n] === '-' ? null : next[n]] as const);
});

describe('states of a value', () => {
  it('has a row for each', () => expect(cases.length).toBe(valueStates.length * valueActions.length));
  it.each(cases)('%s, %s → %s', (state, action, expected) => expect(nextState(state as (typeof valueStates)[number], action)).toBe(expected));
  it('nothing is published that was not verified, and nothing verified that was not approved', () => {
    expect(statesBefore('publish')).toEqual(['verified']);
    expect(statesBefore('verify')).toEqual(['approved']);
    expect(statesBefore('approve')).toEqual(['submitted']);
  });
  it('a change after approval goes the whole way again', () => expect(waitsFor(nextState('approved', 'enter') ?? 'none')).toBe('enter'));
  it('each state but the last waits for one step', () => expect(valueStates.filter((state) => waitsFor(state) === null)).toEqual(['published']));
  it('what is not there or came back is due', () => expect(valueStates.filter(isDue)).toEqual(['none', 'entered', 'returned', 'withdrawn']));
});
