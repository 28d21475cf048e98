export { default as GridPage } from './GridPage.svelte';
export { default as ImportList } from './ImportList.svelte';
export { default as ImportPage } from './ImportPage.svelte';
export { default as KeptForm } from './KeptForm.svelte';
export { default as StepsPage } from './StepsPage.svelte';
export { default as WorkPage } from './WorkPage.svelte';
