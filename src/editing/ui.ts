export { default as EditFormPage } from './EditFormPage.svelte';
export { default as EditIndexPage } from './EditIndexPage.svelte';
export { default as EditListPage } from './EditListPage.svelte';
export { default as PlanDifferencePage } from './PlanDifferencePage.svelte';
export { default as PlanFundingPage } from './PlanFundingPage.svelte';
export { default as PlanHistoryPage } from './PlanHistoryPage.svelte';
export { default as PlanListPage } from './PlanListPage.svelte';
export { default as PlanOutlinePage } from './PlanOutlinePage.svelte';
