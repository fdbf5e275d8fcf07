/** Writes a spec folder with one provider, whose catalog has so many rows, and a copy of a taxonomy. */
export function writeLargeSpec(folder: string, rows: number, taxonomy: string, codeType?: 'integer' | 'string'): void;
