import { areaListPage } from './area/area-list.ts';
import { areaPage, otherAddress } from './area/area-page.ts';
import { homePage } from './home/home-page.ts';
import { indicatorList } from './indicator/indicator-list.ts';
import { indicatorPage } from './indicator/indicator-page.ts';
import { planPage } from './plan/plan-page.ts';
import { selarasPage } from './selaras/selaras-page.ts';
import { whyPage } from './why/why-page.ts';

/** The read model of every public page: a function from what is known to what the page shows. */
export const pages = { area: areaPage, areaElsewhere: otherAddress, areas: areaListPage, home: homePage, indicator: indicatorPage, indicators: indicatorList, plans: planPage, selaras: selarasPage, why: whyPage };
