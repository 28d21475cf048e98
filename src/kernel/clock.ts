/** The time is an argument, never looked up by a rule. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
