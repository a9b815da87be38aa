/** The longest files, the longest first. With two at a time, none of them is left to run alone at the end. */
const LONGEST = [
  ...['web/accounts', 'web/scanning', 'web/asset-pages', 'web/printing', 'web/imports', 'web/desk'],
  ...['web/asset-lists', 'labels/decoding', 'web/label-templates', 'web/session', 'web/blank-labels'],
  ...['web/places', 'architecture/denial', 'platform/start', 'platform/backup', 'architecture/bad-input'],
  ...['platform/crash', 'platform/embedded-postgres', 'platform/http-surface'],
].map((name) => `/tests/${name}.test.ts`);

/** Where the file stands among the longest; behind all of them when it is not one. */
function rankOf({ moduleId }) {
  const rank = LONGEST.findIndex((name) => moduleId.endsWith(name));
  return rank === -1 ? LONGEST.length : rank;
}

/** The order in which the files run: the same in every run, whatever the one before measured. */
export default class LongestFirst {
  sort(files) {
    return [...files].sort(
      (one, other) => rankOf(one) - rankOf(other) || one.moduleId.localeCompare(other.moduleId),
    );
  }

  shard(files) {
    return files;
  }
}
