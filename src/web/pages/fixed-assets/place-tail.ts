import { PATH_SEPARATOR } from '../../../modules/storage/rules.ts';

const SHOWN_PARTS = 2;

/** The innermost names of a path, `3层 / 301`: in a narrow column they tell more than the site does. */
export function placeTail(path: string): string {
  return path.split(PATH_SEPARATOR).slice(-SHOWN_PARTS).join(PATH_SEPARATOR);
}
