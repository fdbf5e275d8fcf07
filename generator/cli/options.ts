/** The options that commands share, as they stand after parsing. */
import { type Folders, USUAL_TEMPLATES } from '../folders.ts';

export const FORMATS = ['text', 'json', 'github', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];

export const DEFAULTS = { spec: 'spec', templates: USUAL_TEMPLATES, out: 'generated' } as const;

export interface Options extends Folders {
  /** Whether the folder of the specs was named, and is not merely the usual one. */
  readonly isSpecGiven: boolean;
  /** Empty: all of them. */
  readonly targets: readonly string[];
  readonly format: Format;
  /** Whether they are wanted; whether there is a terminal to show them, the host knows. */
  readonly color: boolean;
  readonly quiet: boolean;
}

/** What a command takes besides the shared options. */
export interface Given {
  readonly words: readonly string[];
  /** By name in camelCase; those that stand alone are `true`. */
  readonly flags: Readonly<Record<string, string | true | undefined>>;
}

/** A command on these folders, as it is typed. */
export function callOf(command: string, folders: Folders): string {
  const given = (['spec', 'templates', 'out'] as const).flatMap((option) => {
    const folder = folders[option];
    if (folder === DEFAULTS[option]) return [];
    return `--${option} ${/^[\w./-]+$/.test(folder) ? folder : JSON.stringify(folder)}`;
  });
  return [`sms-error-codes ${command}`, ...given].join(' ');
}
