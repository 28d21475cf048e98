import { expect, it } from 'vitest';
import { perModel } from './per-model.ts';
import { aRegionModel } from './samples.ts';

it('computes once for a model and key, anew for another', () => {
  const [one, other] = [aRegionModel(), aRegionModel()];
  const of = perModel<number>();
  let times = 0;
  const ask = (model: typeof one, key: string): number => of(model, key, () => (times += 1));
  expect([ask(one, 'a'), ask(one, 'a'), ask(one, 'b'), ask(other, 'a'), ask(one, 'a')]).toEqual([1, 1, 2, 3, 1]);
});
