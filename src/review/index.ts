export { chapterPage, type ReviewAnswer } from './chapter-page.ts';
export { chaptersOf, pillarOf } from './chapters.ts';
export { commitmentsPage } from './commitments-page.ts';
export { formColumns, isKind, type Kind, tableOf } from './kinds.ts';
export { differencePage, draftPage, masterplanPage, rowPage } from './pages.ts';
export { committed } from './papers/paper-data.ts';
export { makePaper } from './papers/make-papers.ts';
export { reviewWords } from './words.ts';
