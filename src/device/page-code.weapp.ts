/** WeChat loads its packages itself, and says so where it cannot. */
export function fetchPageCode(): void {}

export function withPageCode(_url: string, then: () => void): void {
  then();
}
