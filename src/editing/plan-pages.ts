import { differencePage } from './plan-difference.ts';
import { goneNode } from './gone-node.ts';
import { amountsFrom, operationFrom } from './plan-forms.ts';
import { fundingPage } from './plan-funding.ts';
import { planHistory } from './plan-history.ts';
import { newPlanFields, planList } from './plan-list.ts';
import { outlinePage, rowsOfPage } from './plan-outline.ts';
import { refusalOf } from './plan-refusals.ts';

/** The pages on which plans are written, and what their forms ask for. */
export const planPages = { list: planList, outline: outlinePage, funding: fundingPage, history: planHistory, difference: differencePage, gone: goneNode, operationFrom, amountsFrom, refusalOf, newPlanFields, rowsOfPage };
