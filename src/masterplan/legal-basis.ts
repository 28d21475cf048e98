/** A legal basis as it is adopted here, `number, 2027-01-15`, in its parts; any other is all number. */
export function splitLegalBasis(legalBasis: string): { number: string; day: string | null } {
  const [, number, day] = /^(.*), (\d{4}-\d\d-\d\d)$/.exec(legalBasis) ?? [];
  return number !== undefined && day !== undefined ? { number, day } : { number: legalBasis, day: null };
}
