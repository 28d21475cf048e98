import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSite } from './site.ts';

/** One data folder with both regions loaded, of which every test file that wants no empty one gets a copy: each would load the same again. */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'serasan-filled-'));
  const first = await startSite({ folder });
  await first.stop();
  if (!first.output().includes('values changed')) throw new Error(`the first start loaded nothing:\n${first.output()}`);
  process.env.SERASAN_TEST_FILLED = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
