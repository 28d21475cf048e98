<<<<<<< HEAD
export { default as BriefPage } from './brief/BriefPage.svelte';
=======
export { default as AgencyList } from './agency/AgencyList.svelte';
export { default as AgencyPage } from './agency/AgencyPage.svelte';
>>>>>>> main
export { default as HomePage } from './home/HomePage.svelte';
export { default as IndicatorList } from './indicator/IndicatorList.svelte';
export { default as IndicatorPage } from './indicator/IndicatorPage.svelte';
export { default as NodePage } from './plan/NodePage.svelte';
export { default as PlanPage } from './plan/PlanPage.svelte';
export { default as SelarasPage } from './selaras/SelarasPage.svelte';
export { default as WhyPage } from './why/WhyPage.svelte';
