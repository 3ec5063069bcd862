import { ObjectId } from 'bson';
import { readChange } from '../../../../emulator/store/change';
import { freeze } from '../../../../emulator/store/text';

const NOW = 1_760_000_000_000;
type Fields = Record<string, unknown>;

function changed(document: Fields, change: Fields, filter: Fields = {}): unknown {
  const before = structuredClone(document);
  const after = readChange(change, true, filter, NOW).apply(freeze({ _id: 'x', ...document }), false);
  expect(document).toEqual(before);
  const { _id, ...rest } = after;
  expect(_id).toBe('x');
  return rest;
}

const rules: [string, Fields, Fields, Fields][] = [
  ['$set on a dotted path makes what leads there', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  ['$set by position in an array', { a: [1, { b: 2 }] }, { $set: { 'a.1.b': 3, 'a.0': 9 } }, { a: [9, { b: 3 }] }],
  ['$set behind the end of an array fills with null', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
  ['$set replaces an object whole', { a: { x: 1 } }, { $set: { a: { y: 2 } } }, { a: { y: 2 } }],
  [
    '$unset takes a field away',
    { a: { b: 1, c: 2 }, d: 3 },
    { $unset: { 'a.b': '', d: '', e: '', 'f.x': '' } },
    { a: { c: 2 } },
  ],
  ['$unset of an element leaves null', { a: [1, 2, 3] }, { $unset: { 'a.1': '' } }, { a: [1, null, 3] }],
  ['$inc', { n: 1 }, { $inc: { n: -3, 'm.k': 5 } }, { n: -2, m: { k: 5 } }],
  ['$mul of what is missing is 0', { n: 4 }, { $mul: { n: 2.5, m: 7 } }, { n: 10, m: 0 }],
  [
    '$min and $max compare as BSON does',
    { a: 5, b: 5, c: 'x' },
    { $min: { a: 3 }, $max: { b: 3, c: 9, d: 1 } },
    { a: 3, b: 5, c: 'x', d: 1 },
  ],
  ['$rename moves a field', { a: { b: 1 }, c: 0 }, { $rename: { 'a.b': 'c', z: 'y' } }, { a: {}, c: 1 }],
  ['$push makes an array', {}, { $push: { a: 1 } }, { a: [1] }],
  ['$push of an array is one element', { a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
  ['$push each at a position', { a: [1, 2] }, { $push: { a: { $each: [8, 9], $position: 1 } } }, { a: [1, 8, 9, 2] }],
  [
    '$push at a position from the end',
    { a: [1, 2, 3] },
    { $push: { a: { $each: [9], $position: -1 } } },
    { a: [1, 2, 9, 3] },
  ],
  [
    '$push sorts, then cuts',
    { a: [3, 1] },
    { $push: { a: { $each: [2, 5], $sort: -1, $slice: 3 } } },
    { a: [5, 3, 2] },
  ],
  ['$push cuts from the end', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
  ['$push cuts to nothing', { a: [1, 2] }, { $push: { a: { $each: [], $slice: 0 } } }, { a: [] }],
  [
    '$push sorts documents by a field',
    { a: [{ n: 2 }, { n: 3 }] },
    { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
    { a: [{ n: 1 }, { n: 2 }, { n: 3 }] },
  ],
  [
    '$addToSet takes only what is new',
    { a: [1, { b: 1 }] },
    { $addToSet: { a: { $each: [{ b: 1 }, 2, 2] } } },
    { a: [1, { b: 1 }, 2] },
  ],
  ['$pop from either end', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: 1, b: -1, c: 1 } }, { a: [1, 2], b: [2] }],
  ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  ['$pull of documents by fields', { a: [{ n: 1, m: 2 }, { n: 2 }] }, { $pull: { a: { n: 1 } } }, { a: [{ n: 2 }] }],
  ['$pull by $in', { a: ['x', 'y', 'z'] }, { $pull: { a: { $in: ['x', 'z'] } } }, { a: ['y'] }],
  ['$pullAll', { a: [1, 2, 3, 2] }, { $pullAll: { a: [2, 3] } }, { a: [1] }],
  ['$bit', { n: 13 }, { $bit: { n: { and: 10 } } }, { n: 8 }],
  ['$currentDate', {}, { $currentDate: { at: true } }, { at: new Date(NOW) }],
  ['$setOnInsert leaves a document that was there', { a: 1 }, { $setOnInsert: { b: 1 }, $set: { a: 2 } }, { a: 2 }],
  ['$[] changes every element', { a: [{ n: 1 }, { n: 2 }] }, { $inc: { 'a.$[].n': 1 } }, { a: [{ n: 2 }, { n: 3 }] }],
  ['plain fields are set', { a: 1 }, { b: { c: 2 } }, { a: 1, b: { c: 2 } }],
];

const refusals: [string, Fields, Fields, string][] = [
  ['$inc of a string', { a: 'x' }, { $inc: { a: 1 } }, 'Cannot apply $inc to a value of non-numeric type'],
  ['$inc by a string', { a: 1 }, { $inc: { a: '1' } }, 'Cannot increment with non-numeric argument'],
  ['$push to a number', { a: 1 }, { $push: { a: 1 } }, "The field 'a' must be an array but is of type number"],
  ['$pop by another number', { a: [1] }, { $pop: { a: 2 } }, '$pop expects 1 or -1'],
  ['a path through a number', { a: 1 }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: 1}"],
  ['a path through null', { a: null }, { $inc: { 'a.b': 1 } }, "Cannot create field 'b' in element {a: null}"],
  ['a name in an array', { a: [1] }, { $set: { 'a.b': 1 } }, "Cannot create field 'b' in element"],
  ['one path twice', {}, { $set: { a: 1 }, $inc: { a: 1 } }, "Updating the path 'a' would create a conflict at 'a'"],
  ['a path and one within', {}, { $set: { 'a.b': 1 }, $unset: { a: '' } }, "would create a conflict at 'a'"],
  [
    'a path within one before',
    {},
    { $set: { a: {} }, $inc: { 'a.b': 1 } },
    "Updating the path 'a.b' would create a conflict at 'a'",
  ],
  ['another id', {}, { $set: { _id: 'y' } }, "would modify the immutable field '_id'"],
  ['an unknown operator', {}, { $bogus: { a: 1 } }, 'Unknown modifier: $bogus'],
  ['an empty name in a path', {}, { $set: { 'a..b': 1 } }, 'empty field name'],
  ['$rename through an array', { a: [{ b: 1 }] }, { $rename: { 'a.0.b': 'c' } }, 'must not be an array element'],
  ['$ where the filter names no element', { a: [1] }, { $set: { 'a.$': 2 } }, 'did not find the match needed'],
  ['$each that is no array', { a: [] }, { $push: { a: { $each: 1 } } }, 'must be an array'],
];

describe('updates mean what MongoDB means', () => {
  test.each(rules)('%s', (_, before, change, after) => {
    expect(changed(before, change)).toEqual(after);
  });

  test.each(refusals)('refused: %s', (_, before, change, message) => {
    expect(() => changed(before, change)).toThrow(message);
  });

  test('$ is the element by which the filter found the document', () => {
    const document = {
      grades: [
        { n: 80, k: 'a' },
        { n: 90, k: 'b' },
      ],
    };
    expect(changed(document, { $set: { 'grades.$.n': 1 } }, { 'grades.k': 'b' })).toEqual({
      grades: [
        { n: 80, k: 'a' },
        { n: 1, k: 'b' },
      ],
    });
    expect(changed({ a: [1, 5, 9] }, { $set: { 'a.$': 0 } }, { a: { $gt: 3 } })).toEqual({ a: [1, 0, 9] });
    expect(
      changed(document, { $inc: { 'grades.$.n': 1 } }, { grades: { $elemMatch: { n: { $gte: 80 }, k: 'b' } } }),
    ).toEqual({
      grades: [
        { n: 80, k: 'a' },
        { n: 91, k: 'b' },
      ],
    });
  });

  test('what a change does not touch is shared with the document before', () => {
    const before = freeze({ _id: 'x', a: { b: 1 }, c: { d: { e: 1 }, f: {} } });
    const after = readChange({ $set: { 'c.d.e': 2 } }, true, {}, NOW).apply(before, false);
    expect(after.a).toBe(before.a);
    expect((after.c as Fields).f).toBe(before.c.f);
    expect(before.c.d.e).toBe(1);
  });

  test('a change that changes nothing gives the very document', () => {
    const before = freeze({ _id: 'x', a: 1, b: [1], d: new Date(3), id: new ObjectId('0123456789abcdef01234567') });
    const same = {
      $set: { a: 1, d: new Date(3), id: new ObjectId('0123456789abcdef01234567') },
      $unset: { z: '' },
      $pull: { b: 9 },
    };
    expect(readChange(same, true, {}, NOW).apply(before, false)).toBe(before);
  });

  test('a replacement keeps the id and nothing else', () => {
    const before = freeze({ _id: 'x', a: 1 });
    expect(readChange({ b: 2 }, false, {}, NOW).apply(before, false)).toEqual({ _id: 'x', b: 2 });
    expect(() => readChange({ _id: 'y' }, false, {}, NOW).apply(before, false)).toThrow('immutable');
    expect(() => readChange({ $set: { a: 1 } }, false, {}, NOW)).toThrow('must not contain update operators');
  });
});
