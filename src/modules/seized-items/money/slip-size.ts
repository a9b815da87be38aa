/** How large the picture or scan of a bank's slip may be. Runs in the browser too. */
export const SLIP_BYTES_MAX = 15 * 1024 * 1024;
