import { loadSteps, sendSteps } from '../steps-route.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadSteps(event, 'approve');
export const actions: Actions = { default: (event) => sendSteps(event, 'approve') };
