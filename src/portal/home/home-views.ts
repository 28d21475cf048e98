import type { TagKind } from '#ui/index.ts';
import type { MarkView } from '../marks.ts';
import type { Part } from '../sentence.ts';

export interface PromiseView {
  code: string;
  letter: string | null;
  short: string;
  text: string;
  href: string;
  mark: MarkView;
  sentences: Part[][];
  pillars: { code: string; name: string; href: string }[];
  tags: TagKind[];
  /** True when its figure lies after the plan's last year. */
  after: boolean;
}
export interface PillarView {
  code: string;
  name: string;
  href: string;
  mark: MarkView;
  sentences: Part[][];
}
