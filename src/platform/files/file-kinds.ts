/** The kinds of files that are taken, told by their first bytes and never by their name or what the sender claims. */

export interface FileKind {
  readonly key: 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf' | 'docx' | 'xlsx' | 'pptx' | 'doc' | 'ofd' | 'text';
  /** What the file is served as; of our own making, never the sender's. */
  readonly contentType: string;
  /** The first is put at the end of a name that ends in none of them. */
  readonly extensions: readonly [string, ...string[]];
  readonly isPicture: boolean;
  /** Shown by the browser; everything else is only saved. */
  readonly isShownInline: boolean;
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument.';

function picture(key: FileKind['key'], contentType: string, ...extensions: [string, ...string[]]): FileKind {
  return { key, contentType, extensions, isPicture: true, isShownInline: true };
}

function paper(key: FileKind['key'], contentType: string, ...extensions: [string, ...string[]]): FileKind {
  return { key, contentType, extensions, isPicture: false, isShownInline: false };
}

export const FILE_KINDS = {
  jpeg: picture('jpeg', 'image/jpeg', '.jpg', '.jpeg'),
  png: picture('png', 'image/png', '.png'),
  webp: picture('webp', 'image/webp', '.webp'),
  heic: picture('heic', 'image/heic', '.heic', '.heif'),
  pdf: { ...paper('pdf', 'application/pdf', '.pdf'), isShownInline: true },
  docx: paper('docx', `${OPEN_XML}wordprocessingml.document`, '.docx'),
  xlsx: paper('xlsx', `${OPEN_XML}spreadsheetml.sheet`, '.xlsx'),
  pptx: paper('pptx', `${OPEN_XML}presentationml.presentation`, '.pptx'),
  doc: paper('doc', 'application/x-ole-storage', '.doc', '.xls', '.ppt', '.wps', '.et'),
  ofd: paper('ofd', 'application/ofd', '.ofd'),
  text: paper('text', 'text/plain; charset=utf-8', '.txt', '.csv', '.md', '.log'),
} as const satisfies Record<FileKind['key'], FileKind>;

const KIND_BY_CONTENT_TYPE: ReadonlyMap<string, FileKind> = new Map(
  Object.values<FileKind>(FILE_KINDS).map((kind) => [kind.contentType, kind]),
);

/** The kind that a content type of ours stands for; undefined for every other content type. */
export function kindOfContentType(contentType: string): FileKind | undefined {
  return KIND_BY_CONTENT_TYPE.get(contentType);
}
