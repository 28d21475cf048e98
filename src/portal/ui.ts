export { default as HomePage } from './HomePage.svelte';
export { default as PlanPage } from './PlanPage.svelte';
export { default as SelarasPage } from './SelarasPage.svelte';
