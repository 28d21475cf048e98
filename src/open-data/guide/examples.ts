/** What an example asks of: where the site stands, a region, one of its indicators and the element below it. */
export interface Asked {
  origin: string;
  region: string;
  indicator: string;
  element: string;
}
export interface Example {
  /** Names its words in the messages. */
  key: 'series' | 'sources' | 'list' | 'unchanged' | 'why';
  /** Lines of a shell; each works as printed. */
  lines: string[];
}

/** The five worked examples, on the page and in `docs/open-data.md`; a test runs them and compares what they print. */
export function examplesOf({ origin, region, indicator, element }: Asked): Example[] {
  const at = `${origin}/api/v1/regions/${region}`;
  return [
    { key: 'series', lines: [`curl -s -H 'Accept: text/csv' '${at}/cells?indicator=${indicator}&area=${region}&from=2021' | cut -d, -f1-4`] },
    { key: 'sources', lines: [`curl -s -H 'Accept: text/csv' '${at}/values?element=${element}&area=${region}&from=2024' | cut -d, -f3-5,12`] },
    { key: 'list', lines: [`curl -s '${at}/areas?level=district&limit=1000' | grep -o '"level":"district"' | wc -l`] },
    { key: 'unchanged', lines: [`tag=$(curl -sI '${at}/areas' | tr -d '\\r' | sed -n 's/^[Ee][Tt]ag: //p')`, `curl -s -o /dev/null -w '%{http_code}\\n' -H "If-None-Match: $tag" '${at}/areas'`] },
    { key: 'why', lines: [`curl -s '${at}/explanations/cells/${indicator}/${region}/2025' | grep -o '"publisher":"[^"]*"'`] },
  ];
}
