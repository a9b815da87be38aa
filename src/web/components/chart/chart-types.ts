/** What a bar chart shows, without any drawing library: the same rows are a picture or a table. */

export interface ChartSeries {
  readonly key: string;
  readonly label: string;
}

export interface ChartRow {
  readonly key: string;
  readonly label: string;
  /** What is left over when only the longest stand for themselves; drawn paler. */
  readonly isRest?: boolean;
  /** One bar a series: its length, its words, and the list behind it. */
  readonly bars: readonly ChartBar[];
}

export interface ChartBar {
  readonly value: number;
  readonly shown: string;
  readonly href: string;
}

export interface ChartData {
  readonly series: readonly ChartSeries[];
  readonly rows: readonly ChartRow[];
  /** `rows`: bars lie, names at the left, longest first. `columns`: bars stand, along time or age. */
  readonly direction: 'rows' | 'columns';
}
