// The one process: opens the database, loads what is missing, then hands every request to the built pages.
import { createServer } from 'node:http';
import { createServer as createProbe } from 'node:net';
import { existsSync } from 'node:fs';
import { constants } from 'node:zlib';
import compression from 'compression';
import { newContext } from '#app/context.ts';
import { protocolOf, refusal, sendProblem } from '#app/refuse-request.ts';
import { loadWhatIsMissing } from '#app/resume-loads.ts';
import { keepSealing } from '#app/seal-logs.ts';
import { keepUp } from '#app/keep-up.ts';
import { keepWorking } from '#app/work-stale.ts';
import { tellFault } from '#app/tell-fault.ts';
import { readConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/database.ts';
import { Fault } from '#kernel/faults.ts';
import { sweepUnfinished } from '#kernel/file-store.ts';
import { systemClock } from '#kernel/clock.ts';
import { signing } from '#people/index.ts';
import { listRegions } from '#places/index.ts';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const began = Date.now();
  const config = readConfig(process.env);
  if (!existsSync('build/handler.js')) throw new Fault('build.missing', 500, { expected: '`npm start`, which builds first' });
  await portIsFree(config.port, config.host);
  const db = await openDatabase(config, say, 'server');
  sweepUnfinished(config.dataDir); // who has the folder's lock may
  await loadWhatIsMissing(newContext(db, 'pack', say), 'regions');
  if (db.socket) process.env.SERASAN_SOCKET = db.socket;
  process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto';
  process.env.BODY_SIZE_LIMIT ??= '25M'; // for files of values; every other form is kept small by refusal()
  const { handler } = (await import(new URL('./build/handler.js', import.meta.url).href)) as { handler: Parameters<typeof createServer>[1] & ((...args: unknown[]) => void) };
  // A window of 256 KB holds any page; the usual 4 MB cost a millisecond a page to lay out.
  const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 } } });
  const server = createServer((request, response) => {
    request.headers['x-forwarded-proto'] = protocolOf(request.headers['x-forwarded-proto']);
    const refused = refusal(request.method ?? '', request.headers, request.url);
    if (refused) return sendProblem(response, refused);
    if (assetIsGone(request.url ?? '')) return sendProblem(response, new Fault('page.unknown', 404, { given: request.url?.slice(0, 200), expected: 'an asset of the pages as they are now built' }));
    compress(request as never, response as never, () => handler(request, response));
  });
  // Who does not read what is sent must not keep it from others: an archive is written for two at a time.
  server.setTimeout(60_000);
  server.on('error', (error: NodeJS.ErrnoException) => {
    say(tellFault(portFault(error, config.port)));
    void db.close().then(() => process.exit(3));
  });
  server.listen(config.port, config.host, async () => {
    const address = server.address();
    const regions = await listRegions(db);
    if (!regions.some((region) => region.code === config.region)) say(`SERASAN_REGION is ${config.region}, and no such region is loaded: / has nothing to show`);
    for (const region of regions) say(`${region.code} ${region.nameId}${region.code === config.region ? ', shown at /' : `, shown at /daerah/${region.code}`}`);
    const port = typeof address === 'object' ? address?.port : config.port;
    say(`http://${config.host}:${port} after ${((Date.now() - began) / 1000).toFixed(1)} s`);
    for (const { region, token } of await signing.firstLinks(db, systemClock, regions.map((one) => one.code))) {
      say(`${region} has no administrator; who opens this link becomes the first one (it serves once, for seven days, until the next start):`);
      say(`  ${config.origin ?? `http://${config.host}:${port}`}/daerah/${region}/masuk/tautan/${token}`);
    }
  });
  const stopWorking = keepWorking(newContext(db, 'job', say));
  const stopSealing = keepSealing(newContext(db, 'job', say));
  const stopUpkeep = keepUp(newContext(db, 'job', say));
  let closing = false;
  const close = (): void => {
    if (closing) return;
    closing = true;
    server.close();
    server.closeAllConnections();
    void Promise.race([stopWorking().then(stopUpkeep).then(stopSealing), new Promise((resolve) => setTimeout(resolve, 5_000))]).then(() => db.close()).then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close);
  if (process.send) process.on('disconnect', close); // a signal to npm may be lost in its shell; its end is not
}

/** A style sheet of another build, after the pages were built anew below a running server: its list of files is from its start. */
const assetIsGone = (url: string): boolean => {
  const [path = ''] = url.split('?');
  return /^\/_app\/immutable\/[\w./-]+$/.test(path) && !path.includes('..') && !existsSync(`build/client${path}`);
};

/** Before the database is opened and packs are loaded, which may take long, and which another server may be doing. */
async function portIsFree(port: number, host: string): Promise<void> {
  const probe = createProbe();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => reject(portFault(error, port))).listen(port, host, () => probe.close(() => resolve()));
  });
}

const portFault = (error: NodeJS.ErrnoException, port: number): Error => (error.code === 'EADDRINUSE' ? new Fault('port.in_use', 500, { given: port, expected: 'a free port (PORT)' }) : error);

main().catch((error: unknown) => {
  if (error instanceof Fault) say(tellFault(error));
  else console.error(error);
  process.exit(3);
});
