/** WeChat knows who somebody is. */
export function IdentitySwitcher() {
  return null;
}
