export { type CrossingBudget, crossingBudgets, sumRupiah } from './crossing-budget.ts';
