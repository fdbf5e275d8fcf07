/** The schema of JSON Schemas, draft 2020-12, as a function that the build has made of it (`generator/build.mjs`). */
declare module '#meta-schema' {
  export interface Objection {
    readonly instancePath: string;
    readonly message?: string;
  }

  const isSchema: {
    (schema: unknown): boolean;
    readonly errors?: readonly Objection[] | null;
  };
  export default isSchema;
}
