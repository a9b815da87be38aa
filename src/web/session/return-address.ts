/** Where to go after sign-in; only addresses of this application, so that a link cannot send people elsewhere. */
export function readReturnAddress(search: URLSearchParams): string {
  const from = search.get('from') ?? '/';
  const isLocal = /^\/(?![/\\])/.test(from) && !from.startsWith('/sign-in');
  return isLocal ? from : '/';
}

export function signInAddress(from: string): string {
  return from === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(from)}`;
}
