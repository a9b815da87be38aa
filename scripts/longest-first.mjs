/** Files, or whole folders of them, that take long, the longest first: with few at a time, none runs alone at the end. */
const LONGEST = [
  ...['architecture/denial.', 'architecture/bad-input.', 'platform/start.', 'platform/embedded-postgres.'],
  ...[
    'web/',
    'platform/crash.',
    'platform/http-surface.',
    'labels/sending-crash.',
    'platform/backup.',
    'papers/',
  ],
  ...['imports/import-layouts.', 'dispositions/dispositions.', 'fixed-assets/list.', 'accounts/sign-in.'],
].map((beginning) => `/tests/${beginning}`);

/** Where the file stands among the longest; behind all of them when it is not one. */
function rankOf({ moduleId }) {
  const rank = LONGEST.findIndex((beginning) => moduleId.includes(beginning));
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
