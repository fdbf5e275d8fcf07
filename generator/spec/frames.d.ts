/** The frames of the two formats, compiled from their JSON Schemas to functions by the build (`generator/build.mjs`). */

declare module '#spec-frame' {
  export interface FrameError {
    readonly instancePath: string;
    readonly keyword: string;
    readonly params: {
      readonly additionalProperty?: string;
      readonly missingProperty?: string;
      readonly propertyName?: string;
      readonly allowedValues?: readonly unknown[];
      readonly type?: string | readonly string[];
      readonly pattern?: string;
    };
    readonly message?: string;
    /** Set where the error is about a key itself. */
    readonly propertyName?: string;
    readonly parentSchema?: { readonly title?: string; readonly properties?: object };
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
