/*
 * Each operation of docs/arithmetic.md as SQL that never raises. A number travels as one double; what stands for no number is written in the
 * values that no cell may hold, so that one column carries both: null is missing, and the three below say why. Operands are names of columns or
 * plain literals, because they are repeated. PostgreSQL raises on overflow and also on underflow: of amounts in the middle of the range neither can
 * happen, and the others are looked at in another scale first. Scaling by a power of two is exact.
 */
export const overflow = "float8 'Infinity'";
export const zeroDenominator = "float8 '-Infinity'";
export const domain = "float8 'NaN'";

export const literal = (value: number): string => `float8 '${value}'`;
const two = (power: number): string => literal(2 ** power);

export const isThere = (a: string): string => `abs(${a}) < ${overflow}`;
export const isNone = (a: string): string => `(abs(${a}) < ${overflow}) is not true`;
/** The first operand that is not there, in reading order; else the work. */
export const allThere = (operands: string[], work: string): string => `case ${operands.map((a) => `when ${isNone(a)} then ${a}`).join(' ')} else ${work} end`;
/** Null where there is no number, whatever the reason. */
export const orNull = (a: string): string => `case when ${isThere(a)} then ${a} end`;

const quick = (when: string, work: string, a: string, b: string, slow: string): string => `case when ${when} then ${work} when ${isNone(a)} then ${a} when ${isNone(b)} then ${b} else ${slow} end`;
const within = (a: string): string => `abs(${a}) < 1e150 and (abs(${a}) > 1e-150 or ${a} = 0)`;

const sum = (op: '+' | '-') => (a: string, b: string): string =>
  quick(`abs(${a}) < 4e307 and abs(${b}) < 4e307`, `${a} ${op} ${b}`, a, b,
    `case when abs(${a}) < 1 or abs(${b}) < 1 then ${a} ${op} ${b} when abs(${a} * 0.5 ${op} ${b} * 0.5) >= ${two(1023)} then ${overflow} else ${a} ${op} ${b} end`);
export const plus = sum('+');
export const minus = sum('-');

export const times = (a: string, b: string): string =>
  quick(`${within(a)} and ${within(b)}`, `${a} * ${b}`, a, b, `case when ${a} = 0 or ${b} = 0 then 0
    when abs(${a}) > 1 and abs(${b}) > 1 then case when abs((${a} * ${two(-512)}) * (${b} * ${two(-512)})) >= 1 then ${overflow} else ${a} * ${b} end
    when abs(${a}) < 1 and abs(${b}) < 1 and (abs(${a}) < ${two(-500)} or abs(${b}) < ${two(-500)}) then ${tinyProduct(a, b)} else ${a} * ${b} end`);

/** Whether half the least double is reached: where the scaled product lies on it to the last bit, what was rounded away decides (Dekker's product). */
function tinyProduct(a: string, b: string): string {
  const half = two(125);
  return `(select case when abs(p) > ${half} then a * b when abs(p) < ${half} then 0
    when (ah * bh - p) + ah * (y - bh) + (x - ah) * bh + (x - ah) * (y - bh) > 0 then sign(a) * sign(b) * float8 '5e-324' else 0 end
    from (select a, b, x, y, x * y as p, x * 134217729 - (x * 134217729 - x) as ah, y * 134217729 - (y * 134217729 - y) as bh
      from (select a, b, abs(a) * ${two(600)} as x, abs(b) * ${two(600)} as y from (select ${a} as a, ${b} as b) t) t) t)`;
}

export const over = (a: string, b: string): string =>
  quick(`${within(a)} and abs(${b}) < 1e150 and abs(${b}) > 1e-150`, `${a} / ${b}`, a, b, `case when ${b} = 0 then ${zeroDenominator} when ${a} = 0 then 0
    when abs(${b}) < 1 and abs(${a}) > ${two(-60)} and abs(${a}) > abs(${b}) then case when abs(${b}) < ${two(-100)} and abs(${a}) > ${two(930)} then ${overflow}
      when abs((${a} * ${two(-512)}) / (${b} * ${two(512)})) >= 1 then ${overflow} else ${a} / ${b} end
    when abs(${a}) < ${two(-40)} and abs(${b}) >= 1 then case when abs(${a}) < ${two(-500)} and abs(${b}) > ${two(600)} then 0
      when abs((${a} * ${two(600)}) / (${b} * ${two(-400)})) <= ${two(-75)} then 0 else ${a} / ${b} end
    else ${a} / ${b} end`);

export const negative = (a: string): string => allThere([a], `-${a}`);
export const absolute = (a: string): string => allThere([a], `abs(${a})`);
export const squareRoot = (a: string): string => allThere([a], `case when ${a} < 0 then ${domain} else sqrt(${a}) end`);

/** Near the ends of the range the root of the power is taken and squared, by `square`, which is guarded itself. */
export function power(a: string, b: string): string {
  const odd = `${b} / 2 <> trunc(${b} / 2)`;
  const size = `${b} * ln(abs(${a}))`;
  const root = `power(abs(${a}), ${b} / 2)`;
  return allThere([a, b], `case when ${a} = 0 then case when ${b} < 0 then ${domain} when ${b} = 0 then 1 else 0 end
    when ${a} < 0 and ${b} <> trunc(${b}) then ${domain} when ${b} = 1 then ${a} when ${a} = 1 or abs(${b}) < 1e-290 then 1 when ${a} = -1 then case when ${odd} then -1 else 1 end
    when abs(${b}) > 1e300 then case when (abs(${a}) > 1) = (${b} > 0) then ${overflow} else 0 end
    when abs(${size}) < 690 then power(${a}, ${b}) when ${size} > 720 then ${overflow} when ${size} < -760 then 0
    else (select case when r = ${overflow} then r when ${a} < 0 and ${odd} then -r else r end from (select ${times('r', 'r')} as r from (select ${root} as r offset 0) t offset 0) t) end`);
}

export const exponential = (a: string): string =>
  allThere([a], `case when ${a} > ${literal(709.782712893384)} then ${overflow} when ${a} < ${literal(-745.1332191019411)} then 0 when ${a} < -745.13 then float8 '5e-324' else exp(${a}) end`);

const log10 = (a: string): string => `case when ${a} >= 2.2250738585072014e-308 and ('1e' || round(log(${a})))::float8 = ${a} then round(log(${a})) else log(${a}) end`;
const log2 = (a: string): string => `case when power(float8 '2', least(round(ln(${a}) / ln(float8 '2')), 1023)) = ${a} then round(ln(${a}) / ln(float8 '2')) else ln(${a}) / ln(float8 '2') end`;
export const logarithm = (a: string): string => allThere([a], `case when ${a} <= 0 then ${domain} else ln(${a}) end`);
export const logarithm10 = (a: string): string => allThere([a], `case when ${a} <= 0 then ${domain} else ${log10(a)} end`);
export const logarithmTo = (a: string, base: string): string =>
  allThere([a, base], `case when ${a} <= 0 or ${base} <= 0 or ${base} = 1 then ${domain} when ${base} = 2 then ${log2(a)} when ${base} = 10 then ${log10(a)} else ln(${a}) / ln(${base}) end`);

/** At or above it a decimal rounds to no double; at or below the other to zero: 2^1024 - 2^970 and 2^-1075, to sixty digits. */
const most = `numeric '${String(2n ** 1024n - 2n ** 970n).slice(0, 60)}e249'`;
const least = `numeric '${String(5n ** 1075n).slice(0, 60)}e-${1075 - String(5n ** 1075n).length + 60}'`;

/** A decimal as the nearest double. */
export const toDouble = (x: string): string =>
  `case when ${x} = 0 or abs(${x}) < 1e300 and abs(${x}) > 1e-300 then ${x}::float8 when abs(${x}) >= ${most} then ${overflow} when abs(${x}) <= ${least} then 0 else ${x}::float8 end`;

/** A double as the decimal of its shortest text; above 1e15 PostgreSQL may write one digit more than the shortest, so the shortest is looked for. */
const shortest = (a: string): string => `case when abs(${a}) < 1e15 then ${a}::text::numeric else (select c from (
    select k, round(d, k - e) as c from (select ${a}::text::numeric as d, floor(log(abs(${a})))::int + 1 as e) t, generate_series(0, 18) k) t
  where case when abs(c) >= ${most} then false else c::float8 = ${a} end order by k limit 1) end`;

export const roundHalfAway = (a: string, places = '0'): string => {
  const at = places === '0' ? '0' : `least(greatest(trunc(${places}), -400), 400)::int`;
  return allThere(places === '0' ? [a] : [a, places], `case when ${a} = trunc(${a}) and ${at} >= 0 then ${a} else (select ${toDouble('x')} from (select round(${shortest(a)}, ${at}) as x offset 0) t) end`);
};
