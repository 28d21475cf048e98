/** What a page shows and no browser is sent: the pages carry no script, so their data need not be written out a second time. */
export class DrawnHere {}

/** Marks a view as drawn on the server alone; it keeps its properties. */
export const drawnHere = <T extends object>(view: T): T => Object.assign(new DrawnHere(), view);
