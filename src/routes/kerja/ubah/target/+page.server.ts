import { editorOf } from '../editor.ts';
import type { Actions, PageServerLoad } from './$types';

const editor = editorOf('target');
export const load: PageServerLoad = editor.load;
export const actions: Actions = editor.actions;
