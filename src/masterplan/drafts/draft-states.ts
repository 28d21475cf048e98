/** How a draft goes: written, proposed to the leaders, adopted; or given up. A proposed draft stays as it was proposed until it is taken back. */
export type DraftState = 'draft' | 'proposed' | 'adopted' | 'withdrawn';
export type DraftStep = 'propose' | 'take_back' | 'adopt' | 'withdraw';
/** What was decided of one thing of a draft. */
export const decisions = ['keep', 'change', 'drop'] as const;
export type Decision = (typeof decisions)[number];

const steps: Record<DraftStep, Partial<Record<DraftState, DraftState>>> = {
  propose: { draft: 'proposed' },
  take_back: { proposed: 'draft' },
  adopt: { proposed: 'adopted' },
  withdraw: { draft: 'withdrawn', proposed: 'withdrawn' },
};

/** The state after a step; null where the step cannot be taken. */
export const stateAfter = (state: DraftState, step: DraftStep): DraftState | null => steps[step][state] ?? null;
/** From which states a step can be taken. */
export const statesFor = (step: DraftStep): DraftState[] => Object.keys(steps[step]) as DraftState[];
/** Leaders read and decide until the draft has ended. */
export const mayDecide = (state: DraftState): boolean => state === 'draft' || state === 'proposed';

/** What wants an answer before the draft can be adopted: a decision that asks for a change, and has none. */
export const isOpen = ({ decision, closedAt }: { decision: string; closedAt: Date | null }): boolean => decision !== 'keep' && closedAt === null;

/** What a post asked for, it may take back; the leader may take back anybody's. */
export const mayWithdraw = (remark: { postId: string | null }, { postId, role }: { postId: string | null; role: string }): boolean => role === 'leader' || (postId !== null && remark.postId === postId);

export interface Wish {
  decision: Decision;
  text: string | null;
  ownerAgency: string | null;
  dueOn: string | null;
}
/** What a decision lacks: a change says what, by whom and until when; what is dropped says why. */
export function lacking({ decision, text, ownerAgency, dueOn }: Wish): ('text' | 'ownerAgency' | 'dueOn')[] {
  if (decision === 'keep') return [];
  return [...(text === null ? (['text'] as const) : []), ...(decision === 'change' && ownerAgency === null ? (['ownerAgency'] as const) : []), ...(decision === 'change' && dueOn === null ? (['dueOn'] as const) : [])];
}
