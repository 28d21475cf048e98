// What the formulas of the engine's benchmark are when somebody writes each out by hand over typed arrays: the same values, the same reasons.
import { roundHalfAway } from '../src/indicators/formula/arithmetic.ts';

export interface Columns {
  a: Float64Array;
  b: Float64Array;
  c: Float64Array;
}
interface Out {
  values: Float64Array;
  why: Uint8Array;
}
type Hand = (columns: Columns, count: number) => Out;
const [missing, zeroDenominator, overflow, domain] = [1, 2, 3, 4];
const out = (count: number): Out => ({ values: new Float64Array(count), why: new Uint8Array(count) });

const ratio: Hand = ({ a, b }, count) => {
  const { values, why } = out(count);
  for (let i = 0; i < count; i += 1) {
    const [x, y] = [a[i] as number, b[i] as number];
    let r = Number.NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) why[i] = missing;
    else if (y === 0) why[i] = zeroDenominator;
    else {
      r = (100 * x) / y;
      if (r - r !== 0) {
        r = Number.NaN;
        why[i] = overflow;
      }
    }
    values[i] = r + 0;
  }
  return { values, why };
};

const arithmetic: Hand = ({ a, b, c }, count) => {
  const { values, why } = out(count);
  for (let i = 0; i < count; i += 1) {
    const [x, y, z] = [a[i] as number, b[i] as number, c[i] as number];
    let r = (x + y) * z - x;
    if (r - r !== 0) {
      why[i] = Number.isNaN(x) || Number.isNaN(y) || Number.isNaN(z) ? missing : overflow;
      r = Number.NaN;
    }
    values[i] = r + 0;
  }
  return { values, why };
};

const rest: Hand = ({ a, b }, count) => {
  const { values, why } = out(count);
  for (let i = 0; i < count; i += 1) {
    const [x, y] = [a[i] as number, b[i] as number];
    let r = Number.NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) why[i] = missing;
    else if (y === 0) why[i] = zeroDenominator;
    else {
      const quotient = x / y;
      r = quotient - quotient === 0 ? x - y * Math.trunc(quotient) : Number.NaN;
      if (r - r !== 0) {
        r = Number.NaN;
        why[i] = overflow;
      }
    }
    values[i] = r + 0;
  }
  return { values, why };
};

const raised: Hand = ({ a }, count) => {
  const { values, why } = out(count);
  for (let i = 0; i < count; i += 1) {
    const x = a[i] as number;
    let r = Number.NaN;
    if (Number.isNaN(x)) why[i] = missing;
    else if (x < 0) why[i] = domain;
    else {
      r = (x / 100) ** 1.5;
      if (r - r !== 0) {
        r = Number.NaN;
        why[i] = overflow;
      }
    }
    values[i] = r;
  }
  return { values, why };
};

const condition: Hand = ({ a, b }, count) => {
  const { values, why } = out(count);
  for (let i = 0; i < count; i += 1) {
    const [x, y] = [a[i] as number, b[i] as number];
    let r = Number.NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) why[i] = missing;
    else if (x > y) {
      r = x - y;
      if (r - r !== 0) {
        r = Number.NaN;
        why[i] = overflow;
      }
    } else r = 0;
    values[i] = r;
  }
  return { values, why };
};

const logic: Hand = ({ a, b, c }, count) => {
  const { values, why } = out(count);
  for (let i = 0; i < count; i += 1) {
    const [x, y, z] = [a[i] as number, b[i] as number, c[i] as number];
    if (Number.isNaN(x) || Number.isNaN(y) || Number.isNaN(z)) {
      why[i] = missing;
      values[i] = Number.NaN;
    } else values[i] = (x > 500 && y < 500) || z === 3 ? 1 : 0;
  }
  return { values, why };
};

const firstNonNull: Hand = ({ a, b }, count) => {
  const { values, why } = out(count);
  for (let i = 0; i < count; i += 1) {
    const [x, y] = [a[i] as number, b[i] as number];
    values[i] = !Number.isNaN(x) ? x + 0 : !Number.isNaN(y) ? y + 0 : 0;
  }
  return { values, why };
};

const greatest: Hand = ({ a, b, c }, count) => {
  const { values, why } = out(count);
  for (let i = 0; i < count; i += 1) {
    const [x, y, z] = [a[i] as number, b[i] as number, c[i] as number];
    let r = x;
    if (Number.isNaN(r) || y > r) r = !Number.isNaN(y) ? y : r;
    if (Number.isNaN(r) || z > r) r = !Number.isNaN(z) ? z : r;
    if (Number.isNaN(r)) why[i] = missing;
    values[i] = r + 0;
  }
  return { values, why };
};

const rounded: Hand = ({ a, b }, count) => {
  const { values, why } = out(count);
  for (let i = 0; i < count; i += 1) {
    const [x, y] = [a[i] as number, b[i] as number];
    let r = Number.NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) why[i] = missing;
    else if (y === 0) why[i] = zeroDenominator;
    else {
      const found = roundHalfAway(x / y, 2);
      if (typeof found === 'number') r = found;
      else why[i] = overflow;
    }
    values[i] = r + 0;
  }
  return { values, why };
};

const whole: Hand = ({ a, b }, count) => {
  const { values, why } = out(count);
  for (let i = 0; i < count; i += 1) {
    const [x, y] = [a[i] as number, b[i] as number];
    let r = Math.floor(Math.abs(x - y));
    if (r - r !== 0) {
      why[i] = Number.isNaN(x) || Number.isNaN(y) ? missing : overflow;
      r = Number.NaN;
    }
    values[i] = r;
  }
  return { values, why };
};

const logarithm: Hand = ({ a }, count) => {
  const { values, why } = out(count);
  for (let i = 0; i < count; i += 1) {
    const x = a[i] as number;
    let r = Number.NaN;
    if (Number.isNaN(x)) why[i] = missing;
    else if (x + 1 <= 0) why[i] = domain;
    else {
      r = Math.log(x + 1);
      if (r - r !== 0) {
        r = Number.NaN;
        why[i] = overflow;
      }
    }
    values[i] = r;
  }
  return { values, why };
};

const normalise: Hand = ({ a, b, c }, count) => {
  const { values, why } = out(count);
  for (let i = 0; i < count; i += 1) {
    const [x, y, z] = [a[i] as number, b[i] as number, c[i] as number];
    const [above, span] = [x - y, z - y];
    let r = above / span;
    if (r - r !== 0) {
      why[i] = Number.isNaN(x) || Number.isNaN(y) || Number.isNaN(z) ? missing : above - above !== 0 || span - span !== 0 ? overflow : span === 0 ? zeroDenominator : overflow;
      r = Number.NaN;
    }
    values[i] = r + 0;
  }
  return { values, why };
};

const weighted: Hand = ({ a, b }, count) => {
  const { values, why } = out(count);
  for (let i = 0; i < count; i += 1) {
    const [x, y] = [a[i] as number, b[i] as number];
    let r = (x * 2 + y * 3) / 5;
    if (r - r !== 0) {
      why[i] = Number.isNaN(x) || Number.isNaN(y) ? missing : overflow;
      r = Number.NaN;
    }
    values[i] = r + 0;
  }
  return { values, why };
};

export interface Measured {
  name: string;
  /** As the engine reads it. */
  formula: string;
  hand: Hand;
  /** As mathjs and DuckDB read the same; what is missing never reaches mathjs but where it looks at it. */
  mathjs: string;
  duckdb: string;
}
export const measured: Measured[] = [
  { name: 'ratio', formula: '100 * #{a} / #{b}', hand: ratio, mathjs: '100 * a / b', duckdb: 'case when b <> 0 then 100 * a / b end' },
  { name: '+ - *', formula: '(#{a} + #{b}) * #{c} - #{a}', hand: arithmetic, mathjs: '(a + b) * c - a', duckdb: '(a + b) * c - a' },
  { name: '%', formula: '#{a} % #{b}', hand: rest, mathjs: 'a - b * fix(a / b)', duckdb: 'case when b <> 0 then a - b * trunc(a / b) end' },
  { name: '^', formula: '(#{a} / 100) ^ 1.5', hand: raised, mathjs: '(a / 100) ^ 1.5', duckdb: 'case when a >= 0 then pow(a / 100, 1.5) end' },
  { name: 'if, comparison', formula: 'if(#{a} > #{b}, #{a} - #{b}, 0)', hand: condition, mathjs: 'a > b ? a - b : 0', duckdb: 'case when a > b then a - b when a <= b then 0 end' },
  { name: '&& ||', formula: 'if(#{a} > 500 && #{b} < 500 || #{c} == 3, 1, 0)', hand: logic, mathjs: 'a > 500 and b < 500 or c == 3 ? 1 : 0', duckdb: 'case when a + b + c is not null then case when a > 500 and b < 500 or c = 3 then 1 else 0 end end' },
  { name: 'firstNonNull', formula: 'firstNonNull(#{a}, #{b}, 0)', hand: firstNonNull, mathjs: 'a == null ? (b == null ? 0 : b) : a', duckdb: 'coalesce(a, b, 0)' },
  { name: 'greatest', formula: 'greatest(#{a}, #{b}, #{c})', hand: greatest, mathjs: 'max(a, b, c)', duckdb: 'greatest(a, b, c)' },
  { name: 'round', formula: 'round(#{a} / #{b}, 2)', hand: rounded, mathjs: 'round(a / b, 2)', duckdb: 'case when b <> 0 then round(a / b, 2) end' },
  { name: 'floor, abs', formula: 'floor(abs(#{a} - #{b}))', hand: whole, mathjs: 'floor(abs(a - b))', duckdb: 'floor(abs(a - b))' },
  { name: 'log', formula: 'log(#{a} + 1)', hand: logarithm, mathjs: 'log(a + 1)', duckdb: 'case when a > -1 then ln(a + 1) end' },
  { name: 'normalise', formula: 'normalise(#{a}, #{b}, #{c})', hand: normalise, mathjs: '(a - b) / (c - b)', duckdb: 'case when c <> b then (a - b) / (c - b) end' },
  { name: 'weighted', formula: 'weighted(#{a}, 2, #{b}, 3)', hand: weighted, mathjs: '(a * 2 + b * 3) / 5', duckdb: '(a * 2 + b * 3) / 5' },
];
