/** The page that an office paper is being set on: what stands on every page, and where the next thing goes. In points. */
import type { EmbeddedFont } from '../embedded-font.ts';
import { PageCanvas } from '../page-canvas.ts';
import { A4_LANDSCAPE, A4_PORTRAIT, PdfDocument } from '../pdf-document.ts';
import type { PdfPicture } from '../pdf-picture.ts';
import { TABLE_LABELS, type TableLabels } from '../table-labels.ts';
import { PAGE_TOTAL_FORM } from '../table-paper.ts';
import { visibleText } from '../visible-text.ts';
import { wrapText } from '../wrap-text.ts';
import type { OfficeCode, OfficePaper } from './office-paper.ts';

/** The left margin is wider: papers are bound there. */
const MARGIN = { left: 54, right: 42, top: 40, bottom: 46 } as const;
const COURT_SIZE = 14;
const TITLE_SIZE = 20;
const SMALL_SIZE = 9;
const FOOT_SIZE = 8;
const CODE_SIDE = 62;
const HEAD_HEIGHT = 84;
const RUNNING_HEAD_HEIGHT = 18;

export interface OfficeFonts {
  readonly body: EmbeddedFont;
  readonly head: EmbeddedFont;
  readonly title: EmbeddedFont;
}

export class OfficeSheet {
  readonly document: PdfDocument;
  readonly fonts: OfficeFonts;
  readonly missing = new Set<number>();
  readonly left = MARGIN.left;
  readonly width: number;
  canvas = new PageCanvas();
  /** Stands at the foot of the page on the right in place of the paper's own. */
  footMark: string | null = null;
  /** Where the next thing is set. */
  y = 0;
  private readonly size: readonly [number, number];
  readonly labels: TableLabels;
  private page = 0;

  constructor(
    private readonly paper: OfficePaper,
    /** By SHA-256; what is not here cannot be shown. */
    readonly pictures: ReadonlyMap<string, PdfPicture>,
  ) {
    this.size = paper.orientation === 'portrait' ? A4_PORTRAIT : A4_LANDSCAPE;
    this.width = this.size[0] - MARGIN.left - MARGIN.right;
    this.labels = TABLE_LABELS[paper.language];
    this.document = new PdfDocument({
      title: `${paper.title} ${paper.number}`,
      author: paper.court,
      createdAt: paper.createdAt,
      pageSize: this.size,
      language: paper.language === 'en' ? 'en' : 'zh-CN',
    });
    this.document.declareForm(PAGE_TOTAL_FORM);
    this.fonts = {
      body: this.document.font('regular'),
      head: this.document.font('medium'),
      title: this.document.font('bold'),
    };
    this.beginPage();
  }

  /** Height that is left on the page. */
  get room(): number {
    return this.size[1] - MARGIN.bottom - this.y;
  }

  /** Height of a page that nothing stands on yet, other than the first. */
  get fullRoom(): number {
    return this.size[1] - MARGIN.bottom - MARGIN.top - RUNNING_HEAD_HEIGHT;
  }

  /** Nothing is set on the page yet: another one would be no better. */
  get isFresh(): boolean {
    return this.page > 1 && this.room > this.fullRoom - 1;
  }

  visible(text: string): string {
    return visibleText(this.fonts.body.face, text, this.missing);
  }

  wrap(text: string, size: number, width: number): string[] {
    return text === '' ? [] : wrapText(this.fonts.body.face, this.visible(text), size, width);
  }

  /** Turns the page where so much does not fit. */
  need(height: number): void {
    if (height > this.room && !this.isFresh) this.turnPage();
  }

  turnPage(): void {
    this.endPage();
    this.beginPage();
  }

  endPage(): void {
    this.drawFoot();
    this.document.addPage(this.canvas.content());
  }

  /** One line at x, from its start (side 0), middle (0.5) or end (1); set smaller where it exceeds the room. */
  fitted(
    font: EmbeddedFont,
    size: number,
    text: string,
    at: { x: number; y: number; side: number; room: number },
  ): void {
    const line = this.visible(text).replaceAll('\n', ' ');
    const natural = font.face.widthOf(line, size);
    const scale = Math.min(1, at.room / Math.max(natural, 0.001));
    this.canvas.text(font, size * scale, at.x - natural * scale * at.side, at.y, line);
  }

  private beginPage(): void {
    this.page += 1;
    this.canvas = new PageCanvas();
    this.footMark = null;
    this.y = MARGIN.top;
    if (this.page === 1) this.drawHead();
    else this.drawRunningHead();
  }

  private drawHead(): void {
    const { paper, fonts, width } = this;
    const right = this.left + width;
    const middle = (this.left + right) / 2;
    const room = width - 2 * (CODE_SIDE + 10);
    const court = { x: middle, y: this.y + COURT_SIZE, side: 0.5, room };
    this.fitted(fonts.head, COURT_SIZE, paper.court, court);
    const title = { x: middle, y: this.y + COURT_SIZE + TITLE_SIZE + 14, side: 0.5, room };
    this.fitted(fonts.title, TITLE_SIZE, paper.title, title);
    if (paper.code)
      drawCode(this.canvas, paper.code, { x: right - CODE_SIDE, y: this.y - 8, side: CODE_SIDE });
    const last = this.y + HEAD_HEIGHT - 8;
    this.fitted(fonts.body, 10, paper.number, { x: right, y: last, side: 1, room: width * 0.6 });
    this.drawMarks();
    this.y += HEAD_HEIGHT;
  }

  private drawMarks(): void {
    let y = this.y - 4;
    for (const mark of this.paper.marks) {
      const text = this.visible(mark);
      const wide = Math.min(this.fonts.head.face.widthOf(text, SMALL_SIZE) + 12, this.width * 0.3);
      const at = { x: this.left + wide / 2, y: y + 11, side: 0.5, room: wide - 8 };
      this.fitted(this.fonts.head, SMALL_SIZE, text, at);
      drawFrame(this.canvas, { x: this.left, y, width: wide, height: 16 }, 0.8);
      y += 20;
    }
  }

  private drawRunningHead(): void {
    const { paper, fonts } = this;
    const y = this.y + 8;
    const right = this.left + this.width;
    const room = this.width * 0.48;
    const title = [paper.title, ...paper.marks].join('　');
    this.fitted(fonts.body, SMALL_SIZE, title, { x: this.left, y, side: 0, room });
    this.fitted(fonts.body, SMALL_SIZE, paper.number, { x: right, y, side: 1, room });
    this.y += RUNNING_HEAD_HEIGHT;
  }

  private drawFoot(): void {
    const { paper, fonts, labels } = this;
    const y = this.size[1] - MARGIN.bottom + 22;
    const right = this.left + this.width;
    const room = this.width * 0.4;
    this.fitted(fonts.body, FOOT_SIZE, paper.footLeft, { x: this.left, y, side: 0, room });
    this.fitted(fonts.body, FOOT_SIZE, this.footMark ?? paper.footRight, { x: right, y, side: 1, room });
    const number = labels.page(this.page);
    const split = (this.left + right) / 2;
    this.canvas.text(fonts.body, FOOT_SIZE, split - fonts.body.face.widthOf(number, FOOT_SIZE), y, number);
    this.canvas.form(PAGE_TOTAL_FORM, split, y);
  }
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function drawFrame(canvas: PageCanvas, { x, y, width, height }: Box, line: number): void {
  canvas.line(x, y, x + width, y, line);
  canvas.line(x, y + height, x + width, y + height, line);
  canvas.line(x, y, x, y + height, line);
  canvas.line(x + width, y, x + width, y + height, line);
}

/** Dark modules of a row that stand beside each other are one rectangle, so that no hairline divides them. */
export function drawCode(
  canvas: PageCanvas,
  { side, modules }: OfficeCode,
  at: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const { x, y } = at;
  const module = at.side / side;
  for (let row = 0; row < side; row += 1) {
    for (let from = 0; from < side; from += 1) {
      if (modules[row * side + from] !== 1) continue;
      let to = from;
      while (to < side && modules[row * side + to] === 1) to += 1;
      canvas.fill(x + from * module, y + row * module, (to - from) * module, module, 0);
      from = to;
    }
  }
}
