export { default as DataPage } from './downloads/DataPage.svelte';
export { default as EmbedBlock } from './embed/EmbedBlock.svelte';
export { default as FeedLinks } from './feeds/FeedLinks.svelte';
export { default as ApiPage } from './guide/ApiPage.svelte';
