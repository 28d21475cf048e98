/** Frictionless' own reader of data packages, which brings no types; only what the test asks of it. */
declare module 'datapackage' {
  interface Resource {
    name: string;
    read(options: { keyed: boolean }): Promise<object[]>;
  }
  export class Package {
    static load(descriptor: object, options: { basePath: string }): Promise<Package>;
    valid: boolean;
    errors: Error[];
    resources: Resource[];
  }
}
