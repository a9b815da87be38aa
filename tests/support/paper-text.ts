/** What a printed paper says, read back from its bytes. */
import { extractText, getDocumentProxy } from 'unpdf';

/** The text of every page, in one line. */
export async function textOfPaper(bytes: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  return (await extractText(document, { mergePages: true })).text;
}
