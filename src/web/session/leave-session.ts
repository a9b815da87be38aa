/** Forgets everything that was read and starts anew at sign-in, so that the next person finds nothing. */
export function leaveSession(): void {
  sessionStorage.clear();
  window.location.assign('/sign-in');
}
