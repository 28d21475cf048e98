export { type Choice, errorsFrom, type FieldErrors, type FormOf, rowFrom, type Typed, typedFrom, typedIn } from './edit-form.ts';
export { type EditList, editList, type EditPage, editPage, type Found, type Kind, kinds, type Version } from './edit-page.ts';
export { planPages } from './plan-pages.ts';
