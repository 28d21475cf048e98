export { default as HomePage } from './HomePage.svelte';
export { default as IndicatorList } from './IndicatorList.svelte';
export { default as IndicatorPage } from './IndicatorPage.svelte';
export { default as PlanPage } from './PlanPage.svelte';
export { default as SelarasPage } from './SelarasPage.svelte';
export { default as WhyPage } from './WhyPage.svelte';
