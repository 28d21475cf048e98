export { default as AccountNav } from './AccountNav.svelte';
export { default as AccountPage } from './AccountPage.svelte';
export { default as ErrorSummary } from './ErrorSummary.svelte';
export { default as Field } from './Field.svelte';
export { default as LinkPage } from './LinkPage.svelte';
export { default as SignInPage } from './SignInPage.svelte';
export { default as SignOutPage } from './SignOutPage.svelte';
export { peopleWords } from './words.ts';
