export { type Choice, errorsFrom, type FieldErrors, fieldsOf, type FieldView, rowFrom, type Typed, typedFrom, typedIn } from './edit-form.ts';
export { editList, editPage, type Found, type Kind, kinds } from './edit-page.ts';
export { excepting } from './except-words.ts';
export { linkPages } from './link-pages.ts';
export { planPages } from './plan-pages.ts';
export { toldChange } from './told-change.ts';
export { editWords, wordFor } from './words.ts';
