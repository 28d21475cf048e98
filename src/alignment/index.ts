export { type AlignmentInput, type AlignmentMatrix, alignmentMatrix, type Crossing } from './alignment-matrix.ts';
