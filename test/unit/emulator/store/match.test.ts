import { ObjectId } from 'bson';
import { matcher } from '../../../../emulator/store/filter';

const id = new ObjectId();
/** Filter, documents that it finds, documents that it does not. */
const rules: [string, object, object[], object[]][] = [
  ['null also finds what is missing', { a: null }, [{}, { a: null }, { a: [1, null] }], [{ a: 0 }, { a: [] }]],
  [
    'a dotted null finds documents without the field',
    { 'a.b': null },
    [{}, { a: 4 }, { a: {} }, { a: [{ b: 1 }, {}] }],
    [{ a: { b: 1 } }, { a: [1, 2] }, { a: [] }],
  ],
  ['a value finds an array that holds it', { a: 1 }, [{ a: 1 }, { a: [3, 1] }], [{ a: [[1]] }, { a: '1' }]],
  [
    'an array finds itself and an array that holds it',
    { a: [1, 2] },
    [{ a: [1, 2] }, { a: [[1, 2]] }],
    [{ a: [2, 1] }, { a: [1] }],
  ],
  [
    'objects compare field by field in their order',
    { a: { x: 1, y: 2 } },
    [{ a: { x: 1, y: 2 } }],
    [{ a: { y: 2, x: 1 } }, { a: { x: 1 } }],
  ],
  [
    'paths enter arrays of documents',
    { 'a.b': { $gt: 4 } },
    [{ a: [{ b: 1 }, { b: 5 }] }, { a: [{ b: [1, 9] }, { b: [2] }] }],
    [{ a: [{ b: 1 }] }, { a: [5] }],
  ],
  ['a position in a path is a position', { 'a.1': 5 }, [{ a: [1, 5] }, { a: { 1: 5 } }], [{ a: [5, 1] }]],
  ['a comparison stays within a kind', { a: { $gt: 1 } }, [{ a: 2 }], [{ a: 'x' }, { a: null }, {}, { a: new Date() }]],
  ['two bounds may be met by two elements', { a: { $gt: 5, $lt: 3 } }, [{ a: [1, 9] }], [{ a: [4] }, { a: 4 }]],
  [
    '$elemMatch wants one element for both',
    { a: { $elemMatch: { $gt: 5, $lt: 9 } } },
    [{ a: [1, 6] }],
    [{ a: [1, 10] }, { a: 6 }],
  ],
  [
    '$elemMatch on documents',
    { a: { $elemMatch: { b: 1, c: 2 } } },
    [{ a: [{ b: 1, c: 2 }] }],
    [{ a: [{ b: 1 }, { c: 2 }] }],
  ],
  ['$not finds what is missing', { n: { $not: { $gte: 3 } } }, [{}, { n: 2 }, { n: 'x' }], [{ n: 3 }]],
  ['$ne means that no element equals', { a: { $ne: 1 } }, [{}, { a: 2 }, { a: [2, 3] }], [{ a: 1 }, { a: [1, 2] }]],
  ['$nin with null leaves out what is missing', { a: { $nin: [null, 1] } }, [{ a: 2 }], [{}, { a: null }, { a: 1 }]],
  [
    '$in takes whole arrays and patterns too',
    { a: { $in: [[1, 2], /^x/] } },
    [{ a: [1, 2] }, { a: 'xy' }],
    [{ a: 1 }, { a: 'y' }],
  ],
  ['$all on a single value', { a: { $all: [1] } }, [{ a: 1 }, { a: [1, 2] }], [{ a: [2] }, {}]],
  ['$all wants each', { a: { $all: [1, 2] } }, [{ a: [2, 3, 1] }], [{ a: [1] }, { a: 1 }]],
  ['$exists is of the field, not of its value', { a: { $exists: true } }, [{ a: null }, { a: [] }], [{}, { b: 1 }]],
  [
    '$exists false through an array',
    { 'a.b': { $exists: false } },
    [{ a: [{ c: 1 }] }, { a: [] }, {}],
    [{ a: [{ c: 1 }, { b: null }] }],
  ],
  ['$size counts the whole', { a: { $size: 2 } }, [{ a: [1, [2]] }], [{ a: [1] }, { a: 2 }]],
  ['$type looks into arrays', { a: { $type: 'string' } }, [{ a: 'x' }, { a: [1, 'x'] }], [{ a: 1 }, {}]],
  ['$mod', { a: { $mod: [4, 1] } }, [{ a: 5 }, { a: [2, 9] }], [{ a: 4 }, { a: 'x' }]],
  ['a pattern tests strings alone', { a: /^b/i }, [{ a: 'Bc' }, { a: ['x', 'b'] }], [{ a: 5 }, { a: 'ab' }, {}]],
  ['$regex with options', { a: { $regex: '^b', $options: 'i' } }, [{ a: 'B' }], [{ a: 'a' }]],
  [
    'ids compare by value',
    { a: new ObjectId(id.toHexString()) },
    [{ a: id }],
    [{ a: id.toHexString() }, { a: new ObjectId() }],
  ],
  ['dates compare by moment', { a: { $lte: new Date(5) } }, [{ a: new Date(5) }], [{ a: new Date(6) }, { a: 4 }]],
  ['$nor and $or', { $nor: [{ a: 1 }, { $or: [{ b: 1 }, { b: 2 }] }] }, [{ a: 2, b: 3 }], [{ a: 1 }, { b: 2 }]],
  [
    '$expr compares fields over kinds',
    { $expr: { $gt: ['$a', '$b'] } },
    [
      { a: 'x', b: 5 },
      { a: 2, b: 1 },
    ],
    [
      { a: 1, b: 2 },
      { a: [9], b: true },
    ],
  ],
];

describe('filters mean what MongoDB means', () => {
  test.each(rules)('%s', (_, filter, finds, leaves) => {
    const matches = matcher(filter);
    for (const document of finds) expect([document, matches({ ...document })]).toEqual([document, true]);
    for (const document of leaves) expect([document, matches({ ...document })]).toEqual([document, false]);
  });

  test('an unknown operator is refused', () => {
    expect(() => matcher({ a: { $bogus: 1 } })).toThrow(/unknown query operator \$bogus/);
  });
});
