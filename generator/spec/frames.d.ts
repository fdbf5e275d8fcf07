/** The frames of the two formats, compiled from their JSON Schemas to functions by the build (`generator/build.mjs`). */

declare module '#spec-frame' {
  export interface FrameError {
    readonly instancePath: string;
    readonly schemaPath: string;
    readonly keyword: string;
    readonly params: {
      readonly additionalProperty?: string;
      readonly missingProperty?: string;
      readonly propertyName?: string;
      readonly allowedValue?: unknown;
      readonly allowedValues?: readonly unknown[];
      /** Of items that are the same: the later one, and the earlier one. */
      readonly i?: number;
      readonly j?: number;
      readonly limit?: number;
      readonly type?: string | readonly string[];
      readonly pattern?: string;
    };
    readonly message?: string;
    /** Set where the error is about a key itself. */
    readonly propertyName?: string;
    readonly parentSchema: {
      readonly title?: string;
      /** What a value looks like. As `examples`, editors would offer it. */
      readonly 'x-example'?: string;
      /** What to do where the form alone does not say it. */
      readonly 'x-hint'?: string;
      readonly properties?: object;
      readonly contains?: { readonly const?: unknown };
    };
  }

  export interface ValidateFrame {
    (value: unknown): boolean;
    readonly errors?: readonly FrameError[] | null;
  }

  const validate: ValidateFrame;
  export default validate;
}

declare module '#target-frame' {
  export { default } from '#spec-frame';
}
