/** What the installed package does at run time, given as modules by whoever loaded them: ESM or CommonJS. */
const assert = require('node:assert/strict');
const { describe, test } = require('node:test');

/** Values that are no code, in every way that a payload or a mistake can bring. */
const odd = [
  ...[
    JSON.parse('1e400'),
    undefined,
    null,
    '',
    ' ',
    '4493',
    ' 4493',
    '4493.0',
    4493n,
    Number.NaN,
    -0,
    0,
    -4493,
    4493.5,
    Number.POSITIVE_INFINITY,
    409,
  ],
  ...[
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'length',
    'Unauthorized',
    'ok',
    'isv.SYSTEM_ERROR',
  ],
  ...[
    {},
    [],
    [4493],
    { valueOf: () => 4493 },
    { toString: () => 'OK' },
    Object.create(null),
    Symbol('OK'),
    true,
    () => 4493,
  ],
  ...[Object(4493), Object('OK'), new Date(4493), /OK/],
];

exports.check = (root, subpaths, registry) => {
  for (const { id, catalogs } of registry.providers) {
    for (const catalog of catalogs) {
      const { typeName, entries: rows } = catalog;
      const valueName = typeName[0].toLowerCase() + typeName.slice(1);
      const table = root[`${valueName}Entries`];
      const codes = root[`${typeName}Code`];
      const isCode = root[`is${typeName}Code`];
      const isComposite = catalog.key.length > 1;
      const find = root[isComposite ? `find${typeName}s` : `find${typeName}`];
      const found = (code) => (isComposite ? find(code) : [find(code)].filter((entry) => entry !== undefined));

      describe(`${id}/${catalog.id}`, () => {
        test('the table is registry.json, row for row', () => {
          const expected = rows.map(({ classification, note: _, basis: __, ...row }) => ({
            ...row,
            ...classification,
          }));
          assert.deepEqual(
            table.map((entry) => ({ ...entry })),
            expected,
          );
        });

        test('everything in it is frozen', () => {
          const isDeeplyFrozen = (value) =>
            !(value instanceof Object) || (Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen));
          assert.ok(isDeeplyFrozen(table));
          assert.throws(() => table.push(table[0]), TypeError);
          assert.throws(() => Object.assign(table[0], { retry: 'now' }), TypeError);
          assert.throws(() => Object.assign(table[0].stated, { retry: { line: 1 } }), TypeError);
        });

        test('the enum has the codes, and a member is a wire value', () => {
          const names = Object.keys(codes).filter((name) => !/^\d/.test(name));
          assert.deepEqual(
            names.map((name) => codes[name]),
            [...new Set(rows.map(({ code }) => code))],
          );
        });

        test('every code is recognized and found, and is the very row of the table', () => {
          for (const { code } of rows) {
            assert.equal(isCode(code), true);
            const expected = table.filter((entry) => entry.code === code);
            assert.equal(found(code).length, expected.length);
            for (const [index, entry] of found(code).entries()) assert.equal(entry, expected[index]);
          }
        });

        test('nothing else is, and nothing throws', () => {
          const mine = new Set(rows.map(({ code }) => code));
          for (const value of odd.filter((candidate) => !mine.has(candidate))) {
            assert.equal(isCode(value), false);
            assert.deepEqual(found(value), []);
          }
        });

        test('the subpaths have the same', () => {
          assert.equal(subpaths[id][`${valueName}Entries`], table);
          assert.equal(subpaths[`${id}/codes`][`${typeName}Code`], codes);
          assert.deepEqual(
            Object.keys(subpaths[`${id}/codes`]).filter((name) => name.endsWith('Entries') || name.startsWith('find')),
            [],
          );
        });
      });
    }
  }

  test('a code or a number with several rows gives them in the order of the document', () => {
    const { findAlibabaApiErrors: byCode, findAlibabaApiErrorsBySmppCode: bySmppCode } = root;
    assert.deepEqual(
      byCode('isp.SYSTEM_ERROR').map((entry) => entry.smppCode),
      [21, 46],
    );
    assert.deepEqual(
      bySmppCode(25).map((entry) => entry.code),
      ['isv.FORBIDDEN_ACTION', 'isv.SENDERID_ERROR'],
    );
    assert.deepEqual(
      bySmppCode(46).map((entry) => entry.code),
      ['isv.DATA_NOT_EXIST', 'isp.SYSTEM_ERROR'],
    );
    assert.ok(Object.isFrozen(byCode('OK')));
    assert.equal(byCode('OK'), byCode('OK'));
  });

  test('a miss is one shared, empty, frozen array', () => {
    const { findAlibabaApiErrors: byCode, findAlibabaApiErrorsBySmppCode: bySmppCode } = root;
    const none = byCode('isv.SYSTEM_ERROR');
    assert.deepEqual(none, []);
    assert.ok(Object.isFrozen(none));
    assert.equal(byCode('constructor'), none);
    assert.equal(byCode(null), none);
    assert.equal(bySmppCode(23), none);
    assert.equal(bySmppCode('25'), none);
  });

  test('look-ups are functions without a receiver, so that they go into map and filter', () => {
    assert.deepEqual(
      [4493, 1].map(root.findBandwidthMessageError).map((entry) => entry?.name),
      ['unauthorized', undefined],
    );
    assert.deepEqual([4493, '4493', 4].filter(root.isBandwidthMessageErrorCode), [4493]);
  });

  test('what the documents leave out is unknown', () => {
    for (const code of [0, 409, 200]) assert.equal(root.findSinchDeliveryError(code), undefined);
    assert.deepEqual(Object.values(root.SinchDeliveryStatus), [
      'Queued',
      'Dispatched',
      'Aborted',
      'Cancelled',
      'Failed',
    ]);
  });
};
