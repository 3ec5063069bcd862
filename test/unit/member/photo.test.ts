import { isImage, isPhotoOf, photoFolder } from '../../../domain/member/photo';

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

const image = `cloud://${ENV}.7061-park/activity/01j0c5.jpg`;

test('a picture of activities is one whoever put it there', () => {
  expect(isImage(image, ENV)).toBe(true);
});

test.each([
  ['no picture', image.replace('.jpg', '.html')],
  ['of another environment', image.replace(ENV, 'other-env')],
  ['of an environment that begins alike', image.replace(ENV, `${ENV}-2`)],
  ['a photo of a reader', own('a.jpg')],
  ['in a folder below', image.replace('activity/', 'activity/more/')],
  ['in a folder before it', image.replace('activity/', 'x/activity/')],
  ['in the folder above', image.replace('01j0c5', '../exports/a')],
  ['without a name', image.replace('01j0c5', '')],
  ['with something behind its name', `${image}?x=1`],
  ['an address of the web', 'https://example.com/activity/a.jpg'],
  ['nothing', ''],
])('a file that is %s is none', (_what, file) => {
  expect(isImage(file, ENV)).toBe(false);
});
