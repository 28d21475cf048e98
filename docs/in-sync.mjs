// The index of being in sync, computed again from an exported pack: node docs/in-sync.mjs DIR DAY. What it counts: docs/decisions/0019. Beside it: npm install csv-parse yaml.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { parse as yaml } from 'yaml';

const [folder, day] = process.argv.slice(2);
if (!existsSync(`${folder}/region.yaml`) || !/^\d{4}-\d\d-\d\d$/.test(day ?? '')) { console.error('node docs/in-sync.mjs DIR DAY: the folder of an exported pack, and a day such as 2026-11-28'); process.exit(2); }
const groupBy = (rows, key) => rows.reduce((all, row) => { (all[key(row)] ??= []).push(row); return all; }, {});
const text = (file) => (existsSync(`${folder}/${file}`) ? readFileSync(`${folder}/${file}`, 'utf8') : '');
const csv = (file) => parse(text(file), { columns: true });
const year = Number(day.slice(0, 4));
const read = existsSync(`${folder}/plans`) ? readdirSync(`${folder}/plans`).map((file) => yaml(text(`plans/${file}`))) : [];
const rank = (plan) => plan.version + (plan.status === 'adopted' ? 1e6 : 0);
const plans = read.filter((plan) => read.every((other) => other.code !== plan.code || rank(other) <= rank(plan)));
const nodesOf = (plan) => { const walk = (some, above) => (some ?? []).flatMap((node) => [{ ...node, line: [...above, node.code] }, ...walk(node.children, [...above, node.code])]); return walk(plan.nodes, []); };
const links = csv('plan-links.csv');
const linked = (plan) => links.filter((link) => link.kind === 'initiative' && link.plan_code === plan.code && Number(link.plan_version) === plan.version);
const above = (plan, codes) => new Set(nodesOf(plan).filter((node) => codes.includes(node.code)).flatMap((node) => node.line));
const lastYear = (plan) => Number(plan.period_to.slice(0, 4));
const promised = plans.filter((plan) => plan.kind === 'rpjmd');
const leaders = promised.filter((plan) => lastYear(plan) >= Math.min(year, Math.max(...promised.map(lastYear))));
const running = (yaml(text('initiatives.yaml')) ?? []).filter((one) => one.state !== 'stopped');
const plain = (number) => (number.includes('.') ? number.replace(/\.?0+$/, '') : number).replace(/^(-?)0+(?=\d)/, '$1'); // as text: a double would round it
const share = (all, holds) => (all.length === 0 ? null : (100 * all.filter(holds).length) / all.length);

const objectives = leaders.flatMap((plan) => { const served = above(plan, linked(plan).map((link) => link.node_code)); return nodesOf(plan).filter((node) => node.level === 'objective').map((node) => served.has(node.code)); });
const serving = new Set(leaders.flatMap((plan) => linked(plan).map((link) => link.code)));
const money = csv('funding.csv');
const funded = plans.flatMap((plan) => { const own = money.filter((row) => row.plan_code === plan.code && Number(row.plan_version) === plan.version); const there = above(plan, own.map((row) => row.node_code)); return own.length === 0 ? [] : nodesOf(plan).filter((node) => node.level === 'programme').map((node) => there.has(node.code)); });
const targets = Object.values(groupBy(csv('targets.csv').filter((row) => row.status === 'published'), (row) => [row.indicator_code, row.area_code, row.period].join('|'))).filter((some) => some.length > 1);
const renja = plans.filter((plan) => plan.kind === 'renja' && Number(plan.period_from.slice(0, 4)) <= year && year <= Number(plan.period_to.slice(0, 4)));
const planned = new Set(renja.flatMap((plan) => linked(plan).map((link) => link.code)));
const indicators = yaml(text('indicators.yaml')) ?? [];
const month = (by) => { const at = new Date(Date.UTC(year, Number(day.slice(5, 7)) - 1 - by, 1)); return at.toISOString().slice(0, 7); };
const quarter = (by) => { const n = year * 4 + Math.ceil(Number(day.slice(5, 7)) / 3) - 1 - by; return { code: `${Math.floor(n / 4)}Q${(n % 4) + 1}`, months: [1, 2, 3].map((m) => `${Math.floor(n / 4)}-${String((n % 4) * 3 + m).padStart(2, '0')}`) }; };
const last = { year: [year - 1, year - 2].map(String), month: [month(1), month(2)], quarter: [quarter(1), quarter(2)].flatMap(({ code, months }) => [code, ...months]) };
const values = readdirSync(folder).filter((file) => /^values(-\d+)?\.csv$/.test(file)).flatMap((file) => csv(file));
const standing = Object.values(groupBy(values, (row) => [row.element_code, row.area_code, row.period, row.series_code].join('|'))).map((rows) => rows.sort((a, b) => Number(a.revision) - Number(b.revision))).filter((rows) => rows.slice(rows.findLastIndex((row) => row.status === 'withdrawn') + 1).some((row) => (row.status || 'published') === 'published')).map(([row]) => row);
const told = (kind) => groupBy(standing.filter((row) => last[kind].includes(row.period.slice(0, kind === 'year' ? 4 : 7))), (row) => row.element_code.split('.')[0]);
const toldBy = { year: told('year'), quarter: told('quarter'), month: told('month') };
const declared = csv('series.csv').map((row) => `${row.element_code} ${row.code}`);
const takes = (one, element) => (one.series ?? []).some((code) => declared.includes(`${element} ${code}`)) ? (row) => one.series.includes(row.series_code) : () => true;
const elements = (code, seen = new Set()) => { const one = indicators.find((other) => other.code === code); if (!one || seen.has(code)) return []; seen.add(code); return [...one.formula.matchAll(/([#NT])\{([^}.]+)[^}]*\}/g)].flatMap(([, sigil, at]) => (sigil === '#' ? [[at, takes(one, at)]] : elements(at, seen))); };

const parts = [share(objectives, Boolean), share(running, (one) => serving.has(one.code)), share(funded, Boolean), share(targets, (some) => new Set(some.map((row) => [row.comparison, ...[row.value, row.value_to].map(plain)].join(' '))).size === 1),
  share(values.length === 0 ? [] : indicators, (one) => elements(one.code).some(([element, taken]) => toldBy[one.period_kind][element]?.some(taken))), renja.length === 0 ? null : share(running, (one) => planned.has(one.code))];
const known = parts.filter((part) => part !== null);
const sum = known.reduce((total, part) => total + part, 0);
console.log(JSON.stringify({ value: known.length === 0 ? null : sum / known.length, low: sum / parts.length, high: (sum + 100 * (parts.length - known.length)) / parts.length, parts }));
