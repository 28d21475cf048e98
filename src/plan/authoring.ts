import { adoptPlan, legalSourceOf } from './adopt-plan.ts';
import { amendPlan } from './amend-plan.ts';
import { editPlan, getVersion, tryEdit, undoEdit } from './edit-plan.ts';
import { applyChanges, belowOf, inverse, nodesOf, treeOf } from './edit-tree.ts';
import { findLastOperation, listMerged, listOperations, listVersionsOfPlans } from './plan-drafts.store.ts';
import { listAdoptedPlans } from './past-plans.store.ts';
import { findGone } from './gone-node.ts';
import { linksSince, withLinks } from './links-since.ts';
import { inForceOf, linkVersions, putLink } from './put-link.ts';
import { hasMoreNodes, listLinksAt, listLinksOf, readForSuggestions } from './links.store.ts';
import { byCodes, listFundingOf, listNodesBelow, readPath, readTree } from './plan-nodes.store.ts';
import { listBarePlans } from './plans.store.ts';
import { listResults } from './results.store.ts';
import { partsBelow, steps } from './plan-operations.ts';
import { beginPlan, proposePlan, takeBack } from './plan-versions.ts';
import { decideRemark, remarkPlan, remarksOf } from './remark-plan.ts';
import { throwAwayPlan } from './throw-away.ts';
import { unbalancedAfter } from './unbalanced.ts';
import { differenceOf } from './version-difference.ts';

/** How a version of a plan is written here: begun, changed node by node, proposed, adopted. */
export const authoring = { begin: beginPlan, amend: amendPlan, try: tryEdit, edit: editPlan, undo: undoEdit, propose: proposePlan, takeBack, adopt: adoptPlan, link: putLink, throwAway: throwAwayPlan, remark: remarkPlan, decide: decideRemark };
/** What is read to show it; `version` throws where there is none. */
export const versionReads = { all: listVersionsOfPlans, bare: listBarePlans, adopted: listAdoptedPlans, version: getVersion, operations: listOperations, last: findLastOperation, unbalanced: unbalancedAfter, remarks: remarksOf, below: listNodesBelow, path: readPath, tree: readTree, funding: listFundingOf, inForce: inForceOf, linkVersions, legalSource: legalSourceOf, links: listLinksOf, linksAt: listLinksAt, named: byCodes, exceeds: hasMoreNodes, forSuggestions: readForSuggestions, merged: listMerged, gone: findGone, linksSince, results: listResults };
/** Pure rules over the tree of a version. */
export const treeRules = { apply: applyChanges, inverse, below: belowOf, nodes: nodesOf, of: treeOf, parts: partsBelow, difference: differenceOf, withLinks, steps };
