import type { Fault } from '#kernel/faults.ts';
import type { Lang } from '#kernel/i18n.ts';
import type { Db } from '#kernel/connection.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { WhoAsks } from '#app/who-asks.ts';
import type { ApiContext } from '#open-data/index.ts';
import type { RegionModel } from '#portal/index.ts';
import type { PublicHome, Site } from '#ui/index.ts';

declare global {
  namespace App {
    /** Who asks: in routes of the workspace alone (app/workspace-routes.ts); elsewhere these throw, since public pages know nobody. */
    interface Locals extends WhoAsks {
      lang: Lang;
      /** The prefix of every link: language, then region. */
      base: string;
      /** The region's code; null when the address names none that is here. */
      region: string | null;
      site: Site;
      /** Other regions of this installation, for a page that has none: code, name, address. */
      regions: { code: string; name: string; href: string }[];
      /** The region's model of the newest published snapshot. Throws a Fault (404) without a region. */
      model(): Promise<RegionModel>;
      /** Work in the region's read-only transaction. Throws a Fault (404) without a region. */
      read<T>(work: (tx: RegionTx) => Promise<T>): Promise<T>;
      /** The regions that this host shows, each with the place where its pages stand for the world. */
      homes: PublicHome[];
      /** Set by a page that is shown in full though the question cannot be answered: the form stays as it was filled. */
      status?: number;
      /** The page has a script of its own, in a file: the table of many values. */
      scripted?: boolean;
      /** What was refused, for programs that ask for no page. */
      fault?: Fault;
      /** Where machines take data: what an answer may reach. */
      open?: ApiContext;
      /** On `/healthz` alone, which belongs to no region. */
      health?: { db: Db };
    }
    interface Error {
      message: string;
      /** What was asked, and what would have been understood; only what came with the address. */
      code?: string;
      given?: string;
      expected?: string;
      /** How many more are understood than are named, and the address of the list of all. */
      more?: string;
      list?: string;
    }
    interface PageData {
      site: Site;
    }
  }
}
