/** What the generator has to know of an output language: how names are cased, and how text becomes source. */

/** What a name stands for; a language cases each as its users expect. */
export type NameRole = 'type' | 'member' | 'field' | 'constant' | 'module';

/** Text that a language has no way to hold, and why: in words that go on from the quoted text. */
export class Refused {
  readonly text: string;
  readonly why: string;

  constructor(text: string, why: string) {
    this.text = text;
    this.why = why;
  }
}

/** Text in, source text out; or a refusal, which becomes a diagnostic at the row that the text comes from. */
export type Encode = (text: string) => string | Refused;

export interface Language {
  /** As `target.yaml` names it. */
  readonly id: string;
  /** As messages name it. */
  readonly title: string;
  /** A name in lower_snake_case, cased for its role. */
  name(role: NameRole, name: string): string;
  /** Names that cannot be used in a role, as they read after casing. */
  readonly reserved: Readonly<Partial<Record<NameRole, ReadonlySet<string>>>>;
  /** A PascalCase name of the spec as this language writes it; usually it stays as it is. */
  readonly typeName: (name: string) => string;
  /** The types of values that are not literals. */
  readonly types: Readonly<Record<'string' | 'integer' | 'boolean', string>>;
  /** The types to take where a type is a parameter of another, in a language that tells these apart. */
  readonly boxed: Language['types'];
  /** A member of an enumeration; absent where the language has none and the literal stands for it. */
  readonly memberOf?: (enumName: string, member: string) => string;
  /** Whether the values of an axis are an enumeration too, and not a union of literals. */
  readonly hasAxisEnums: boolean;
  /** A name as the key of an object; usually the literal is that. */
  readonly property: Encode;
  /** What stands for no value; nothing where templates leave out what is not there. */
  readonly absent: string;
  /** How much it holds; absent where there is no such limit. */
  readonly limits?: {
    /** The rows of a table that can be written in one place. */
    readonly rowsInOnePlace: number;
    /** The members of an enumeration. */
    readonly membersOfEnum: number;
  };
  /** A value as source text. */
  literal(value: string | number | boolean): string | Refused;
  /** Text of any length as source that no formatter breaks into lines; usually `literal` is that. */
  readonly prose: Encode;
  /** The encoders that a template may call, by name. */
  readonly encoders: Readonly<Record<string, Encode>>;
  /** The last touch on a whole file, for a language whose layout depends on neighbouring lines. */
  readonly layout: (text: string) => string;
}

/** What most languages have in common, and need not say. */
type Usual = 'typeName' | 'boxed' | 'hasAxisEnums' | 'property' | 'absent' | 'prose' | 'layout';

/** A language from what is its own. */
export function defineLanguage(own: Omit<Language, Usual> & Partial<Pick<Language, Usual>>): Language {
  return {
    typeName: (name) => name,
    boxed: own.types,
    hasAxisEnums: false,
    property: own.literal,
    absent: '',
    prose: own.literal,
    layout: (text) => text,
    ...own,
  };
}
