/** WeChat draws the bar. */
export function NavBar(_props: { title: string; back: boolean }) {
  return null;
}
