import { Fault } from '#kernel/faults.ts';

/** So many fields of a form are read; no page of ours has more. What looks for a field walks over all of them. */
const mostFields = 3_000;

/** The fields of a form. Throws `form.too_many_fields` (413), before anybody has looked for one. */
export async function formOf(request: Request): Promise<FormData> {
  const form = await request.formData();
  let count = 0;
  for (const [name, value] of form) {
    count += 1;
    if (typeof value === 'string' && value.includes('\0')) throw new Fault('form.invalid', 400, { given: `${name.slice(0, 40)}: U+0000`, expected: 'letters, digits and signs' }); // no database keeps it
  }
  if (count > mostFields) throw new Fault('form.too_many_fields', 413, { given: count, expected: `at most ${mostFields} fields` });
  return form;
}
