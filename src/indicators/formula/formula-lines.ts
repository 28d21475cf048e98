import { computeLine, type LineResult, refused } from './compute-line.ts';

/** A line may be this long; what is longer is refused, not kept. */
const longestLine = 4_000_000;

/** Answers each line that comes in with one line, as they come; an empty line is passed over. Broken lines are answered, and the next is read. */
export async function* formulaLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of linesOf(chunks)) {
    if (line === null) yield written(refused(null, 'line', longestLine, { id: `baris paling panjang ${longestLine} huruf`, en: `expected a line of at most ${longestLine} characters` }));
    else if (line.trim() !== '') yield written(computeLine(line));
  }
}

const written = (result: LineResult): string => `${JSON.stringify(result)}\n`;

/** Lines of a stream; null for one that is too long, of which no more than the limit is ever held. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string | null> {
  let parts: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      length += end - from;
      yield length > longestLine ? null : parts.join('') + chunk.slice(from, end);
      parts = [];
      length = 0;
      from = end + 1;
    }
    length += chunk.length - from;
    if (length > longestLine) parts = [];
    else parts.push(chunk.slice(from));
  }
  if (length > 0) yield length > longestLine ? null : parts.join('');
}
