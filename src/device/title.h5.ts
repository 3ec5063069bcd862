export function showTitle(title: string): void {
  document.title = title === '' ? '药谷职工之家' : `${title} · 药谷职工之家`;
}
