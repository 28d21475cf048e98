export { checkEntry, readTyped, textOf } from './check-entry.ts';
export type { GridAnswer } from './grid-page.ts';
export { titleOf } from './names.ts';
export { pages } from './pages.ts';
export { reads } from './reads.ts';
export { saveEntries, saveSteps } from './save-work.ts';
export type { StepAction, StepsAnswer } from './steps-page.ts';
export { type Answer, speak, stateText, valueText } from './work-page.ts';
