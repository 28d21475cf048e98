import { agencyList, agencyPage } from './agency/agency-page.ts';
import { homePage } from './home/home-page.ts';
import { indicatorList } from './indicator/indicator-list.ts';
import { indicatorPage } from './indicator/indicator-page.ts';
import { initiativeList } from './initiative/initiative-list.ts';
import { initiativePage } from './initiative/initiative-page.ts';
import { pillarList } from './pillar/pillar-list.ts';
import { pillarPage } from './pillar/pillar-page.ts';
import { nodePage } from './plan/node-page.ts';
import { planPage } from './plan/plan-page.ts';
import { selarasPage } from './selaras/selaras-page.ts';
import { whyPage } from './why/why-page.ts';

/** The read model of every public page: a function from what is known to what the page shows. */
export const pages = { agency: agencyPage, agencies: agencyList, home: homePage, indicator: indicatorPage, indicators: indicatorList, initiative: initiativePage, initiatives: initiativeList, node: nodePage, pillar: pillarPage, pillars: pillarList, plans: planPage, selaras: selarasPage, why: whyPage };
