/** What the generator has to know of an output language: how names are cased, and how text becomes source. */

/** What a name stands for; a language cases each as its users expect. */
export type NameRole = 'type' | 'member' | 'field' | 'constant' | 'module';

export interface Language {
  /** As `target.yaml` names it. */
  readonly id: string;
  /** As messages name it. */
  readonly title: string;
  /** A name in lower_snake_case, cased for its role. */
  name(role: NameRole, name: string): string;
  /** Names that cannot be used in a role, as they read after casing. */
  readonly reserved: Readonly<Partial<Record<NameRole, ReadonlySet<string>>>>;
  /** The types of values that are not literals. */
  readonly types: Readonly<Record<'string' | 'integer' | 'boolean', string>>;
  /** A member of an enumeration; absent where the language has none and the literal stands for it. */
  readonly memberOf?: (enumName: string, member: string) => string;
  /** A value as source text. */
  literal(value: string | number | boolean): string;
  /** Text of any length as source that no formatter breaks into lines; absent where `literal` is that. */
  readonly prose?: (text: string) => string;
  /** The encoders that a template may call, by name: text in, source text out. */
  readonly encoders: Readonly<Record<string, (text: string) => string>>;
}
