/**
 * What is mutated together, and the tests that it is shown: those that run in this process, and are quick. The reach of a
 * mutant that is made as a module loads is every test of its area, so that an area has few.
 */

/** A language has its facts, its rows of the matrix and the laws of its names. */
function language(id, ...more) {
  return {
    mutate: [`generator/languages/${id}.ts`],
    tests: ['test/encoding/*.test.ts', 'test/properties/names.test.ts', ...more],
    names: new RegExp(`^(${id} |every )|^${id}:`, 'i'),
  };
}

/** Without the matrix, where a compiler reads it, or a megabyte is rendered again and again. */
const WITHOUT_MATRIX = { tests: ['test/encoding/languages.test.ts'] };

export const areas = {
  csv: language('csv'),
  go: language('go'),
  html: language('html'),
  java: { ...language('java'), ...WITHOUT_MATRIX },
  json: language('json'),
  markdown: { ...language('markdown'), ...WITHOUT_MATRIX },
  python: language('python'),
  sql: language('sql'),
  typescript: language('typescript', 'test/properties/literals.test.ts'),
  // What all of them share is seen through some.
  'every-language': {
    ...language('every'),
    mutate: ['generator/languages/{index,invisible,language}.ts'],
    names: /^(csv|html|python|typescript) |^every/,
  },
  // Wrong specs with what is said of them, and the real ones, of which nothing is.
  rules: {
    mutate: ['generator/rules/*.ts'],
    tests: ['test/fixtures.test.ts', 'test/tidy/rules.test.ts'],
    names: /reports exactly|real specs|the list has each rule/,
  },
  spec: { mutate: ['generator/spec/*.ts'], tests: ['test/fixtures.test.ts', 'test/yaml.test.ts'] },
  output: { mutate: ['generator/output/*.ts'], tests: ['test/output/drift.test.ts'] },
  write: {
    mutate: ['generator/{disk,leftover}.ts', 'generator/cli/{lock,write}.ts'],
    tests: ['test/output/disk.test.ts', 'test/output/write.test.ts'],
  },
};
