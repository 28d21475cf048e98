export { default as AreaListPage } from './area/AreaListPage.svelte';
export { default as AreaPage } from './area/AreaPage.svelte';
export { default as HomePage } from './home/HomePage.svelte';
export { default as IndicatorList } from './indicator/IndicatorList.svelte';
export { default as IndicatorPage } from './indicator/IndicatorPage.svelte';
export { default as PlanPage } from './plan/PlanPage.svelte';
export { default as SelarasPage } from './selaras/SelarasPage.svelte';
export { default as WhyPage } from './why/WhyPage.svelte';
