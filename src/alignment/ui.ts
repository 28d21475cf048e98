export { type AlignmentInput, type AlignmentMatrix, alignmentMatrix, type Crossing, type MissionRow, missionLevel, type PillarColumn } from './alignment-matrix.ts';
