import { type Cell, type DataValue, type RegionModel, valueSlot } from './region-model.ts';

/** Another series' value for the same element, area and period, with a different number. */
export interface Rival {
  element: string;
  /** The value that counts. */
  used: string;
  other: DataValue;
}

/** The values that stand beside a cell's inputs and say something else; they count nowhere, and are shown. The model knows the region's own values alone. */
export function rivalsOf(model: RegionModel, cell: Cell): Rival[] {
  if (cell.otherSeries.length === 0 || cell.areaCode !== model.region.code) return [];
  return cell.inputs.flatMap((input) =>
    cell.otherSeries.flatMap((series): Rival[] => {
      // The model holds values of the region's own area alone.
      if (series === input.series || input.value === null || input.area !== model.region.code) return [];
      const other = model.values.get(valueSlot(input.element, series, input.period));
      if (!other || other.value === null || Number(other.value) === Number(input.value)) return [];
      return [{ element: input.element, used: input.value, other }];
    }),
  );
}
