export { type Choice, errorsFrom, type FieldErrors, type FormOf, fieldsOf, type FieldView, rowFrom, type Typed, typedFrom, typedIn } from './edit-form.ts';
export { type EditList, editList, type EditPage, editPage, type Found, type Kind, kinds, type Version } from './edit-page.ts';
export { editWords, wordFor } from './words.ts';
