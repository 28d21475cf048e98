export { default as ChapterPage } from './ChapterPage.svelte';
export { default as CommitmentsPage } from './CommitmentsPage.svelte';
export { default as ContentsPage } from './ContentsPage.svelte';
export { default as DifferencePage } from './DifferencePage.svelte';
export { default as DraftPage } from './DraftPage.svelte';
export { default as MasterplanPage } from './MasterplanPage.svelte';
export { default as ReviewPage } from './ReviewPage.svelte';
export { default as RowPage } from './RowPage.svelte';
