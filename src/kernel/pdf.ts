import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

let compiler: NodeCompiler | undefined;

/** `/Suspects false` is what absence means, and one reader takes the word for a fault: spaces of the same length, so that every offset holds. */
function withoutSuspects(pdf: Buffer): Buffer {
  const at = pdf.indexOf(/* in the catalog */ '/Marked true\n    /Suspects false');
  if (at >= 0) pdf.fill(' ', at + '/Marked true\n    '.length, at + '/Marked true\n    /Suspects false'.length);
  return pdf;
}

/**
 * A tagged PDF (PDF/UA-1) by a template of ours. What it tells is handed over as data, never as text of the template, so that nothing in it
 * is read as a command; the template reads it as `data`. It must set the document's title and language, or this throws.
 */
export function makePdf(template: string, data: unknown, at: Date): Buffer {
  compiler ??= NodeCompiler.create();
  const made = compiler.pdf({ mainFileContent: `#let data = json(bytes(sys.inputs.data))\n${template}`, inputs: { data: JSON.stringify(data) } }, { pdfStandard: 'ua-1', pdfTags: true, creationTimestamp: Math.floor(at.getTime() / 1000) });
  compiler.evictCache(10);
  return withoutSuspects(made);
}
