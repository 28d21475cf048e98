<<<<<<< HEAD
import { briefPage } from './brief/brief-page.ts';
=======
import { agencyList, agencyPage } from './agency/agency-page.ts';
>>>>>>> main
import { homePage } from './home/home-page.ts';
import { indicatorList } from './indicator/indicator-list.ts';
import { indicatorPage } from './indicator/indicator-page.ts';
import { nodePage } from './plan/node-page.ts';
import { planPage } from './plan/plan-page.ts';
import { selarasPage } from './selaras/selaras-page.ts';
import { whyPage } from './why/why-page.ts';

/** The read model of every public page: a function from what is known to what the page shows. */
<<<<<<< HEAD
export const pages = { brief: briefPage, home: homePage, indicator: indicatorPage, indicators: indicatorList, plans: planPage, selaras: selarasPage, why: whyPage };
=======
export const pages = { agency: agencyPage, agencies: agencyList, home: homePage, indicator: indicatorPage, indicators: indicatorList, node: nodePage, plans: planPage, selaras: selarasPage, why: whyPage };
>>>>>>> main
