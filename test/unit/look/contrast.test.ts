import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Tokens = Record<string, string>;
type Rgb = [number, number, number];

const css = readFileSync(join(__dirname, '../../../src/ui/look/tokens.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const dark = css.indexOf('@media');
const care = css.indexOf('\n.screen--care');
const careDark = css.indexOf('@media', care);
const parse = (text: string): Tokens =>
  Object.fromEntries([...text.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
const light = parse(css.slice(0, dark));
const atNight = { ...light, ...parse(css.slice(dark, care)) };
const MODES: Record<string, Tokens> = {
  light,
  dark: atNight,
  'care, light': { ...light, ...parse(css.slice(care, careDark)) },
  'care, dark': { ...atNight, ...parse(css.slice(care, careDark)), ...parse(css.slice(careDark)) },
};
/** What is written on each level of the calendar of days read. */
const ON_HEAT = ['--ink', '--ink', '--ink', '--on-heat-3', '--on-heat-4'];
const BRANDS = ['warm', 'craft', 'vital', 'books'];

function resolved(tokens: Tokens, name: string): string {
  const value = tokens[name];
  if (value === undefined) throw new Error(`no token ${name}`);
  const inner = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  return inner ? resolved(tokens, inner) : value;
}

/** The colour as it is seen on an opaque ground. */
function seen(color: string, ground: Rgb): Rgb {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color)?.[1];
  if (hex) {
    const [r = 0, g = 0, b = 0] = (hex.length === 3 ? [...hex].map((c) => c + c) : (hex.match(/../g) ?? [])).map((c) =>
      Number.parseInt(c, 16),
    );
    return [r, g, b];
  }
  const [r = 0, g = 0, b = 0, a = 1] = (/^rgba\(([^)]+)\)$/.exec(color)?.[1] ?? '').split(',').map(Number);
  return [r * a + ground[0] * (1 - a), g * a + ground[1] * (1 - a), b * a + ground[2] * (1 - a)];
}

function luminance(color: Rgb): number {
  const [r = 0, g = 0, b = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2's contrast ratio. */
function contrast(tokens: Tokens, ink: string, ground: string): number {
  const below = seen(resolved(tokens, ground), [255, 255, 255]);
  const [light = 0, dark = 0] = [luminance(seen(resolved(tokens, ink), below)), luminance(below)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(Object.entries(MODES))('in %s', (mode, tokens) => {
  const least = mode.startsWith('care') ? 7 : 4.5;
  const read: [string, string][] = [
    ...['--ground', '--card', '--raised'].flatMap((ground): [string, string][] => [
      ['--ink', ground],
      ['--ink-2', ground],
      ['--accent', ground],
      ['--good', ground],
      ...BRANDS.map((brand): [string, string] => [`--${brand}`, ground]),
    ]),
    ['--on-fill', '--accent-fill'],
    ['--on-fill', '--good-fill'],
    ['--on-fill', '--heed-fill'],
    ...BRANDS.map((brand): [string, string] => ['--on-fill', `--${brand}-deep`]),
    ...ON_HEAT.map((ink, level): [string, string] => [ink, `--heat-${level}`]),
  ];

  test.each(read)(`%s on %s is readable at ${least}:1`, (ink, ground) => {
    expect(contrast(tokens, ink, ground)).toBeGreaterThanOrEqual(least);
  });

  test.each([0, 1, 2, 3])('level %i of the days read is told from the next', (level) => {
    expect(contrast(tokens, `--heat-${level}`, `--heat-${level + 1}`)).toBeGreaterThanOrEqual(1.3);
  });

  test.each(['accent', ...BRANDS])('--%s is readable at 4.5:1 on its own tint', (name) => {
    expect(contrast(tokens, `--${name}`, `--${name}-tint`)).toBeGreaterThanOrEqual(4.5);
  });
});

test('the measure is right: black on white is 21:1', () => {
  expect(contrast({ '--a': '#000', '--b': '#fff' }, '--a', '--b')).toBeCloseTo(21, 5);
});

describe("what is named after WeUI has WeUI's value", () => {
  const weui = readFileSync(require.resolve('weui/dist/style/base/base.css'), 'utf8');
  const block = (selector: string): Tokens => {
    const bodies = weui.split(`${selector} {`).slice(1);
    return Object.assign({}, ...bodies.map((body) => parse(body.slice(0, body.indexOf('}')))));
  };
  const themes: [string, Tokens, Tokens][] = [
    ['light', light, block('body,.wx-root')],
    ['dark', atNight, block("body[data-weui-theme='dark']")],
  ];

  test.each(themes)('%s', (_theme, ours, theirs) => {
    const named = Object.keys(ours).filter((name) => name.startsWith('--weui-'));
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect([name, ours[name]]).toEqual([name, theirs[name]]);
  });
});
