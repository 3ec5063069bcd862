import { isPhotoOf, photoFolder } from '../../../domain/member/photo';

const ENV = 'park-env';
const mine = photoFolder('reading', 'me');
const own = (name: string): string => `cloud://${ENV}.7061-park/${mine}/${name}`;

test('a file in one’s own folder is one’s own photo', () => {
  expect(isPhotoOf(own('01j0c5.jpg'), mine, ENV)).toBe(true);
});

test('folders are told apart by who they belong to, and say nothing of them', () => {
  expect(mine).not.toBe(photoFolder('reading', 'you'));
  expect(mine).not.toBe(photoFolder('league', 'me'));
  expect(photoFolder('reading', 'member-1')).not.toContain('member-1');
  expect(photoFolder('reading', 'me')).toBe(mine);
});

test.each([
  ['somebody else’s', `cloud://${ENV}.7061-park/${photoFolder('reading', 'you')}/a.jpg`],
  ['of another environment', own('a.jpg').replace(ENV, 'other-env')],
  ['of an environment that begins alike', own('a.jpg').replace(ENV, `${ENV}-2`)],
  ['in a folder below', own('more/a.jpg')],
  ['in the folder above', own('../a.jpg')],
  ['in a folder before it', own('a.jpg').replace('reading/', 'x/reading/')],
  ['no picture', own('a.html')],
  ['without a name', own('.jpg')],
  ['with something behind its name', own('a.jpg?x=1')],
  ['an address of the web', `https://example.com/${mine}/a.jpg`],
  ['nothing', ''],
])('a file that is %s is not', (_what, file) => {
  expect(isPhotoOf(file, mine, ENV)).toBe(false);
});
