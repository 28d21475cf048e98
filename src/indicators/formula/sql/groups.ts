import type { Aggregation, Group } from '../tree.ts';
import type { Atom, Chain } from './chain.ts';
import { divide } from './calls.ts';
import { allThere, domain, minus, overflow, plus, times, toDouble } from './guarded.ts';

/** Decimals are added without rounding and rounded once; the column of a group is an array of them, in order, null where a member is missing. */
const rounded = (query: string): string => `(select ${toDouble('x')} from (${query} offset 0) t)`;
const members = (of: Atom): string => `unnest(${of.sql}) with ordinality as m(x, at)`;
const total = (of: Atom): string => rounded(`select sum(x) as x from ${members(of)}`);
const oneOf = (of: Atom, order: string): string => rounded(`select x from ${members(of)} where x is not null order by ${order} limit 1`);
const count = (of: Atom): string => `(select count(x)::float8 from ${members(of)})`;

/** What a group gives; null where it has no member with a value. */
export function combined(chain: Chain, group: Group, of: Atom, share: Atom | null, aggregation: Aggregation | null): Atom {
  if (group.name === 'median') return median(chain, of);
  if (group.name === 'percentile') return percentile(chain, of, share as Atom);
  return aggregated(chain, of, group.name === 'avg' ? 'AVERAGE' : group.name === 'stddev' ? 'STDDEV' : group.name === 'subExpression' ? (aggregation ?? 'SUM') : 'SUM');
}

function aggregated(chain: Chain, of: Atom, type: Aggregation): Atom {
  const single = (sql: string): Atom => chain.step([of], 'number', sql);
  switch (type) {
    case 'SUM': return single(total(of));
    case 'AVERAGE': return average(chain, of);
    case 'COUNT': return single(`nullif(${count(of)}, 0)`);
    case 'FIRST': return single(oneOf(of, 'at'));
    case 'LAST': return single(oneOf(of, 'at desc'));
    case 'MIN': return single(oneOf(of, 'x'));
    case 'MAX': return single(oneOf(of, 'x desc'));
    case 'VARIANCE': return variance(chain, of);
    case 'STDDEV': return variance(chain, of, 'sqrt(x)');
    default: return single(`case when ${count(of)} > 1 then ${domain} else ${oneOf(of, 'at')} end`);
  }
}

const average = (chain: Chain, of: Atom): Atom => {
  const [sum, size] = [chain.step([of], 'number', total(of)), chain.step([of], 'number', count(of))];
  const found = divide(chain, [sum, { ...size, sql: `greatest(${size.sql}, 1)` }]);
  return chain.step([size, found], 'number', `case when ${size.sql} > 0 then ${found.sql} end`);
};

/** Distances from the mean are doubles, as the closures take them; their squares are added as decimals, which neither overflow nor vanish; `result` is of `x`, the variance as a decimal. */
function variance(chain: Chain, of: Atom, result = 'x'): Atom {
  const mean = average(chain, of);
  const distances = `select ${minus('x', mean.sql)} as d from (select ${toDouble('m.x')} as x from ${members(of)} where m.x is not null offset 0) t`;
  const squares = `select sum(case when abs(d) < ${overflow} then d::text::numeric * d::text::numeric end) / (count(*) - 1) as x, bool_or(abs(d) = ${overflow}) as far from (${distances} offset 0) t`;
  return chain.step([of, mean], 'number', `case when ${count(of)} = 1 then ${domain} else ${allThere([mean.sql], `(select case when far then ${overflow} else ${toDouble(result)} end from (${squares} offset 0) t)`)} end`);
}

function median(chain: Chain, of: Atom): Atom {
  const sorted = chain.step([of], 'number', `array(select x from ${members(of)} where x is not null order by x)`);
  const size = `cardinality(${sorted.sql})`;
  const middle = (n: string): string => `${sorted.sql}[${n}]`;
  const sum = chain.step([sorted], 'number', rounded(`select case when ${size} % 2 = 1 then ${middle(`${size} / 2 + 1`)} else ${middle(`${size} / 2`)} + ${middle(`${size} / 2 + 1`)} end as x`));
  const half = divide(chain, [sum, chain.number(2)]);
  return chain.step([sorted, sum, half], 'number', `case when ${size} % 2 = 1 then ${sum.sql} else ${half.sql} end`);
}

function percentile(chain: Chain, of: Atom, share: Atom): Atom {
  const sorted = chain.step([of], 'number', `array(select x from ${members(of)} where x is not null order by x)`);
  const part = divide(chain, [share, chain.number(100)]);
  const inside = `${share.sql} >= 0 and ${share.sql} <= 100`;
  const place = chain.step([part, sorted], 'number', `case when ${inside} then ${part.sql} * (cardinality(${sorted.sql}) - 1) end`);
  const at = (way: string): Atom => chain.step([place, sorted], 'number', rounded(`select ${sorted.sql}[${way}(${place.sql})::int + 1] as x`));
  const [below, above] = [at('floor'), at('ceil')];
  const span = chain.step([below, above], 'number', minus(above.sql, below.sql));
  const way = chain.step([span, place], 'number', times(`(${place.sql} - floor(${place.sql}))`, span.sql));
  const found = chain.step([below, way], 'number', `case when ${place.sql} = floor(${place.sql}) then ${below.sql} else ${plus(below.sql, way.sql)} end`);
  return chain.step([found, sorted], 'number', allThere([share.sql], `case when cardinality(${sorted.sql}) = 0 then null when ${inside} then ${found.sql} else ${domain} end`));
}
