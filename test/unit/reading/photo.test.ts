import { isPhotoOf, photoFolder } from '../../../domain/reading/photo';

const ENV = 'park-env';
const own = (name: string): string => `cloud://${ENV}.7061-park/${photoFolder('me')}/${name}`;

test('a file in one’s own folder is one’s own photo', () => {
  expect(isPhotoOf(own('01j0c5.jpg'), 'me', ENV)).toBe(true);
});

test('folders are told apart by who they belong to, and say nothing of them', () => {
  expect(photoFolder('me')).not.toBe(photoFolder('you'));
  expect(photoFolder('member-1')).not.toContain('member-1');
  expect(photoFolder('me')).toBe(photoFolder('me'));
});

test.each([
  ['somebody else’s', `cloud://${ENV}.7061-park/${photoFolder('you')}/a.jpg`],
  ['of another environment', own('a.jpg').replace(ENV, 'other-env')],
  ['of an environment that begins alike', own('a.jpg').replace(ENV, `${ENV}-2`)],
  ['in a folder below', own('more/a.jpg')],
  ['in the folder above', own('../a.jpg')],
  ['in a folder before it', own('a.jpg').replace('reading/', 'x/reading/')],
  ['no picture', own('a.html')],
  ['without a name', own('.jpg')],
  ['with something behind its name', own('a.jpg?x=1')],
  ['an address of the web', `https://example.com/${photoFolder('me')}/a.jpg`],
  ['nothing', ''],
])('a file that is %s is not', (_what, file) => {
  expect(isPhotoOf(file, 'me', ENV)).toBe(false);
});
