export { default as DataPage } from './downloads/DataPage.svelte';
