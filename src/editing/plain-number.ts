/**
 * A number as people of either language write it: `1.500.000,50`, `1,500,000.50`, `Rp 2.500.000` and `1500000.50`. What is none stays as it was
 * typed, to be refused in its own words. One comma alone divides: `1,500` is one and a half, as in Indonesian.
 */
export function plainNumber(given: string): string {
  const bare = given.trim().replace(/^Rp\.?\s*/i, '').replace(/\s/g, '');
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return bare.replaceAll('.', '').replace(',', '.');
  if (/^\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(bare) || /^\d{1,3},\d{3}\.\d+$/.test(bare)) return bare.replaceAll(',', '');
  if (/^\d+,\d+$/.test(bare)) return bare.replace(',', '.');
  return /^\d+(\.\d+)?$/.test(bare) ? bare : given.trim();
}
