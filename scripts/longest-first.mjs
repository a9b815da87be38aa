/** The longest files, the longest first. With two at a time, none of them is left to run alone at the end. */
const LONGEST = [
  ...['web/accounts', 'web/scanning', 'web/asset-pages', 'web/printing', 'web/imports', 'web/desk'],
  ...['web/asset-lists', 'labels/decoding', 'web/label-templates', 'web/session', 'web/blank-labels'],
  ...['web/places', 'architecture/denial', 'platform/start', 'platform/backup', 'architecture/bad-input'],
  ...['platform/crash', 'platform/embedded-postgres', 'platform/http-surface'],
].map((name) => `/tests/${name}.test.ts`);

/** Where the file stands among the longest; behind all of them when it is not one. */
function rankOf({ path }) {
  const rank = LONGEST.findIndex((name) => path.endsWith(name));
  return rank === -1 ? LONGEST.length : rank;
}

/** The order in which jest runs the files: the same in every run, whatever the one before measured. */
export default class LongestFirst {
  sort(tests) {
    return [...tests].sort((one, other) => rankOf(one) - rankOf(other) || one.path.localeCompare(other.path));
  }

  cacheResults() {
    // Nothing of one run may change the next.
  }
}
