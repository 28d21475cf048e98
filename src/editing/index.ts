export { type Choice, errorsFrom, type FieldErrors, fieldsOf, type FieldView, rowFrom, type Typed, typedFrom, typedIn } from './edit-form.ts';
export { editPages, type Found, type Kind, kinds } from './edit-page.ts';
export { excepting } from './except-words.ts';
export { mendPath } from './mend-path.ts';
export { linkPages } from './link-pages.ts';
export { phasePages } from './phases-page.ts';
export { planPages } from './plan-pages.ts';
export { editWords, wordFor } from './words.ts';
