const browsers: [RegExp, string][] = [[/Edg(e|A|iOS)?\//, 'Edge'], [/OPR\/|Opera/, 'Opera'], [/SamsungBrowser/, 'Samsung Internet'], [/Firefox|FxiOS/, 'Firefox'], [/Chrome|CriOS/, 'Chrome'], [/Safari/, 'Safari']];
const systems: [RegExp, string][] = [[/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux|X11/, 'Linux']];

/** A browser as its owner would call it; empty where it does not say. Nothing rests on it. */
export function browserName(userAgent: string): string {
  const first = (of: [RegExp, string][]): string[] => of.filter(([pattern]) => pattern.test(userAgent)).slice(0, 1).map(([, name]) => name);
  return [...first(browsers), ...first(systems)].join(', ');
}
