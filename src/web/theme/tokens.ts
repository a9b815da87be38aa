/**
 * Every colour and measure of the interface, light and dark. Text pairs meet WCAG AA (4.5 : 1) in both; a status
 * colour is used for nothing else: red overdue, missing, destructive; amber due soon; green reconciled; grey closed.
 */
export type ColourMode = 'light' | 'dark';

export type Palette = {
  readonly page: string;
  readonly surface: string;
  readonly raised: string;
  readonly sunken: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly textSoft: string;
  readonly brand: string;
  readonly brandHover: string;
  readonly brandActive: string;
  readonly onBrand: string;
  readonly brandSoft: string;
  readonly brandSoftLine: string;
  readonly red: string;
  readonly redSoft: string;
  readonly redLine: string;
  readonly amber: string;
  readonly amberSoft: string;
  readonly amberLine: string;
  readonly green: string;
  readonly greenSoft: string;
  readonly greenLine: string;
  readonly grey: string;
  readonly greySoft: string;
  readonly greyLine: string;
};

export const PALETTES: Record<ColourMode, Palette> = {
  light: {
    page: '#f4f6f8',
    surface: '#ffffff',
    raised: '#ffffff',
    sunken: '#f7f9fb',
    line: '#dfe4ea',
    lineStrong: '#8a95a3',
    text: '#1b232d',
    textSoft: '#56606d',
    brand: '#1d4f91',
    brandHover: '#2a62ab',
    brandActive: '#153c70',
    onBrand: '#ffffff',
    brandSoft: '#eaf1fa',
    brandSoftLine: '#b9cfea',
    red: '#b42318',
    redSoft: '#fdecea',
    redLine: '#f2b8b2',
    amber: '#8a5a00',
    amberSoft: '#fff6e0',
    amberLine: '#efd28d',
    green: '#1b6e3c',
    greenSoft: '#e8f5ec',
    greenLine: '#a9d8b9',
    grey: '#4d5763',
    greySoft: '#eef0f3',
    greyLine: '#ccd2d9',
  },
  dark: {
    page: '#10141a',
    surface: '#171c23',
    raised: '#1f2630',
    sunken: '#131820',
    line: '#2e3742',
    lineStrong: '#6b7684',
    text: '#e4e9ef',
    textSoft: '#a3adba',
    brand: '#8cb8f5',
    brandHover: '#a9caf8',
    brandActive: '#6fa3ea',
    onBrand: '#0c1a2c',
    brandSoft: '#1d2a3d',
    brandSoftLine: '#35507a',
    red: '#ff9d92',
    redSoft: '#3a1f1f',
    redLine: '#6e3733',
    amber: '#f0bf5c',
    amberSoft: '#352a14',
    amberLine: '#65502a',
    green: '#7fd19b',
    greenSoft: '#173022',
    greenLine: '#2f5c42',
    grey: '#b3bcc8',
    greySoft: '#2a313b',
    greyLine: '#434c58',
  },
};

export const FONT_FAMILY =
  "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";
export const CODE_FONT_FAMILY =
  "ui-monospace, 'SF Mono', Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace";
export const FONT_SIZE_PX = 14;
export const LINE_HEIGHT_PX = 22;
export const ROW_HEIGHT_PX = 36;
export const CONTROL_HEIGHT_PX = 32;
export const RADIUS_PX = 4;
/** Below this width lists are cards, menus are at the bottom and command forms are pages. */
export const PHONE_MAX_WIDTH_PX = 767;
