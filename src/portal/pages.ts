import { aboutPage } from './about/about-page.ts';
import { helpPage } from './about/help-page.ts';
import { formulaHelp } from './about/formula-help.ts';
import { briefPage } from './brief/brief-page.ts';
import { areaListPage } from './area/area-list.ts';
import { areaPage, otherAddress } from './area/area-page.ts';
import { agencyList, agencyPage } from './agency/agency-page.ts';
import { changesPage } from './frozen/changes-page.ts';
import { frozenListPage } from './frozen/frozen-list.ts';
import { frozenPage } from './frozen/frozen-page.ts';
import { comparePage } from './compare/compare-page.ts';
import { homePage } from './home/home-page.ts';
import { indicatorList } from './indicator/indicator-list.ts';
import { indicatorElsewhere, indicatorPage } from './indicator/indicator-page.ts';
import { initiativeList } from './initiative/initiative-list.ts';
import { initiativePage } from './initiative/initiative-page.ts';
import { pillarList } from './pillar/pillar-list.ts';
import { pillarPage } from './pillar/pillar-page.ts';
import { nodePage } from './plan/node-page.ts';
import { addressOfPlan, ownPlanPage, planPage } from './plan/plan-page.ts';
import { searchPage } from './search/search-page.ts';
import { findingsAbout } from './selaras/finding-views.ts';
import { findingsPage } from './selaras/findings-page.ts';
import { flowPage } from './selaras/flow-page.ts';
import { fromPlan } from './selaras/from-plan.ts';
import { achievedPage } from './selaras/achieved-page.ts';
import { budgetPage } from './selaras/budget-page.ts';
import { indexPage } from './selaras/index-page.ts';
import { reasonsPage } from './selaras/reasons-page.ts';
import { treePage } from './selaras/tree-page.ts';
import { selarasPage } from './selaras/selaras-page.ts';
import { whyPage } from './why/why-page.ts';

/** The read model of every public page: a function from what is known to what the page shows. */
export const pages = {
  about: aboutPage, help: helpPage, formulaHelp,
  agency: agencyPage, agencies: agencyList,
  area: areaPage, areaElsewhere: otherAddress, areas: areaListPage,
  brief: briefPage,
  changes: changesPage, frozen: frozenPage, frozenList: frozenListPage,
  compare: comparePage, fromPlan,
  home: homePage,
  indicator: indicatorPage, indicatorElsewhere, indicators: indicatorList,
  initiative: initiativePage, initiatives: initiativeList,
  pillar: pillarPage, pillars: pillarList,
  node: nodePage, planAt: addressOfPlan, plans: planPage, plan: ownPlanPage,
  search: searchPage,
  selaras: selarasPage, inSyncIndex: indexPage, flow: flowPage, budget: budgetPage, achieved: achievedPage, tree: treePage, reasons: reasonsPage, findings: findingsPage, findingsAbout,
  why: whyPage,
};
