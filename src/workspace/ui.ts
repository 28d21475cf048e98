export { default as GridPage } from './GridPage.svelte';
export { default as KeptForm } from './KeptForm.svelte';
export { default as StepsPage } from './StepsPage.svelte';
export { default as WorkPage } from './WorkPage.svelte';
