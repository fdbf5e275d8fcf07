/** Minified bytes of a few uses of the built library, by what they use. */
export function bundleSizes(folder: string): Promise<Record<string, { bytes: number; gzipped: number }>>;
