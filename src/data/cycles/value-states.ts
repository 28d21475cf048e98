/** How far a value has come; `none` where nobody has recorded one. The words are those of `data.value.status`. */
export type ValueState = 'none' | 'entered' | 'submitted' | 'approved' | 'verified' | 'returned' | 'published' | 'withdrawn';
export const valueStates: ValueState[] = ['none', 'entered', 'submitted', 'approved', 'verified', 'returned', 'published', 'withdrawn'];
/** What people do with a value. */
export const valueActions = ['enter', 'submit', 'approve', 'verify', 'return', 'publish'] as const;
export type ValueAction = (typeof valueActions)[number];

/**
 * Where each action leads from each state; what does not stand here is refused. Entering is always possible, also after approval or publication:
 * that value alone then goes the whole way again, and what was published stays published until it has.
 */
const table: Record<ValueState, Partial<Record<ValueAction, ValueState>>> = {
  none: { enter: 'entered' },
  entered: { enter: 'entered', submit: 'submitted' },
  submitted: { enter: 'entered', approve: 'approved', return: 'returned' },
  approved: { enter: 'entered', verify: 'verified', return: 'returned' },
  verified: { enter: 'entered', publish: 'published', return: 'returned' },
  returned: { enter: 'entered' },
  published: { enter: 'entered' },
  withdrawn: { enter: 'entered' },
};

/** The state after an action, or null where the action is not possible. */
export const nextState = (state: ValueState, action: ValueAction): ValueState | null => table[state][action] ?? null;

/** From which states an action is possible: what a list of what may be done asks for. */
export const statesBefore = (action: ValueAction): ValueState[] => valueStates.filter((state) => nextState(state, action) !== null);

/** What is not told without a reason. */
export const needsReason = (action: ValueAction): boolean => action === 'return';

/** An item whose value has not been sent on: it waits for who enters. */
export const isDue = (state: ValueState): boolean => state === 'none' || state === 'entered' || state === 'returned' || state === 'withdrawn';

/** The step that a value waits for. */
export const waitsFor = (state: ValueState): ValueAction | null =>
  isDue(state) ? 'enter' : state === 'submitted' ? 'approve' : state === 'approved' ? 'verify' : state === 'verified' ? 'publish' : null;
