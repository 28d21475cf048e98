export interface AgencyRow {
  regionCode: string;
  code: string;
  name: string;
  shortName: string;
  sourceCode: string | null;
  noteId: string | null;
  noteEn: string | null;
}

/** The tables of `people`; a store takes a handle typed with these alone. */
export type PeopleTables = {
  'people.agency': AgencyRow;
};
