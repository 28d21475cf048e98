export { default as EditFields } from './EditFields.svelte';
export { default as EditFormPage } from './EditFormPage.svelte';
export { default as EditIndexPage } from './EditIndexPage.svelte';
export { default as EditListPage } from './EditListPage.svelte';
