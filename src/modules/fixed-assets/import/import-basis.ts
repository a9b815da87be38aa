/** What entries of an import rest on: the file, and under which import it is kept. Pure; runs in the browser too. */

const FILE_NAME_SHOWN = 120;
const BASIS = /^导入 (.+)（([\da-f-]{36})）$/u;

/** As entries keep it: `导入 台账.xlsx（0198…）`. */
export function keptImportBasis(fileName: string, runId: string): string {
  return `导入 ${[...fileName].slice(0, FILE_NAME_SHOWN).join('')}（${runId}）`;
}

/** undefined: not the basis of an import. */
export function importBasisInEnglish(basis: string): string | undefined {
  const [, fileName, runId] = BASIS.exec(basis) ?? [];
  return fileName === undefined ? undefined : `Import of ${fileName} (${runId})`;
}
