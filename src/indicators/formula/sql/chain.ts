import { literal } from './guarded.ts';

export type Kind = 'number' | 'boolean' | 'text';
/** A column or a literal: cheap to repeat. `level` is the subselect in which it first stands. True and false are 1 and 0, so that they too may carry a reason. */
export interface Atom {
  sql: string;
  kind: Kind;
  level: number;
}

/** Each intermediate result as one column, computed once, in nested subselects: what stands on nothing later shares one of them. */
export interface Chain {
  step(on: Atom[], kind: Kind, sql: string): Atom;
  number(value: number): Atom;
  /** All steps over a query: its columns, and one for each step. */
  over(from: string): string;
}

export function newChain(): Chain {
  const levels: Map<string, string>[] = [];
  let count = 0;
  const put = (level: number, kind: Kind, sql: string): Atom => {
    const here = (levels[level] ??= new Map());
    const name = here.get(sql) ?? `n${(count += 1)}`;
    here.set(sql, name);
    return { sql: name, kind, level };
  };
  return {
    step: (on, kind, sql) => put(1 + Math.max(0, ...on.map((one) => one.level)), kind, sql),
    // An absurd number is no literal: the planner would compute with it where nothing guards.
    number: (value) => (value !== 0 && (Math.abs(value) > 1e100 || Math.abs(value) < 1e-100) ? put(0, 'number', literal(value)) : { sql: literal(value), kind: 'number', level: 0 }),
    // `offset 0` keeps the planner from putting the text of a step wherever it is named, which would double it at each step.
    over: (from) => levels.filter((level) => level !== undefined).reduce((inner, level) => `select *, ${[...level].map(([sql, name]) => `${sql} as ${name}`).join(', ')} from (${inner} offset 0) q`, from),
  };
}
