import { useEffect, useRef } from 'react';
import { BarChart as Bars } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useNavigate } from 'react-router';
import { useColourMode } from '../../theme/colour-mode.ts';
import { FONT_FAMILY, PALETTES, type Palette } from '../../theme/tokens.ts';
import type { ChartData } from './chart-types.ts';

register([Bars, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const LABEL_WIDTH_PX = 116;

function seriesColours(palette: Palette): string[] {
  return [palette.brand, palette.lineStrong, palette.brandSoftLine];
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function categoryAxis({ rows, direction }: ChartData, palette: Palette) {
  const isLying = direction === 'rows';
  return {
    type: 'category',
    data: rows.map(({ label }) => label),
    inverse: isLying,
    triggerEvent: true,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.lineStrong } },
    axisLabel: {
      color: palette.text,
      fontSize: 13,
      interval: 0,
      ...(isLying ? { width: LABEL_WIDTH_PX, overflow: 'truncate' } : { hideOverlap: true }),
    },
  };
}

function valueAxis({ direction }: ChartData, palette: Palette) {
  const isLying = direction === 'rows';
  return {
    type: 'value',
    show: !isLying,
    minInterval: 1,
    splitNumber: 3,
    axisLabel: { color: palette.textSoft, fontSize: 12 },
    splitLine: { lineStyle: { color: palette.line } },
  };
}

function optionOf(data: ChartData, palette: Palette): EChartsCoreOption {
  const isLying = data.direction === 'rows';
  const isStacked = data.series.length > 1;
  const category = categoryAxis(data, palette);
  const value = valueAxis(data, palette);
  return {
    animation: false,
    textStyle: { fontFamily: FONT_FAMILY, color: palette.text },
    color: seriesColours(palette),
    grid: isLying
      ? { left: LABEL_WIDTH_PX + 12, right: 92, top: 4, bottom: 4 }
      : { left: 4, right: 4, top: isStacked ? 36 : 24, bottom: 4, containLabel: true },
    xAxis: isLying ? value : category,
    yAxis: isLying ? category : value,
    ...(isStacked
      ? {
          legend: {
            top: 0,
            left: 0,
            itemWidth: 12,
            itemHeight: 12,
            textStyle: { color: palette.text, fontSize: 13 },
            data: data.series.map(({ label }) => label),
          },
        }
      : {}),
    tooltip: {
      trigger: 'item',
      backgroundColor: palette.raised,
      borderColor: palette.line,
      textStyle: { color: palette.text, fontSize: 13 },
      formatter: ({ dataIndex, seriesIndex }: { dataIndex: number; seriesIndex: number }) => {
        const row = data.rows[dataIndex];
        const words = isStacked ? [row?.label, data.series[seriesIndex]?.label] : [row?.label];
        return escapeHtml(`${words.join(' · ')}  ${row?.bars[seriesIndex]?.shown ?? ''}`);
      },
    },
    series: data.series.map((series, index) => ({
      type: 'bar',
      name: series.label,
      ...(isStacked ? { stack: 'all', itemStyle: { borderColor: palette.surface, borderWidth: 0.5 } } : {}),
      barMaxWidth: isLying ? 18 : 34,
      data: data.rows.map((row) => ({
        value: row.bars[index]?.value ?? 0,
        ...(row.isRest === true ? { itemStyle: { color: palette.lineStrong } } : {}),
      })),
      cursor: 'pointer',
      emphasis: { itemStyle: { opacity: 0.8 } },
      label: {
        show: !isStacked,
        position: isLying ? 'right' : 'top',
        color: palette.text,
        fontSize: 13,
        formatter: ({ dataIndex }: { dataIndex: number }) => data.rows[dataIndex]?.bars[index]?.shown ?? '',
      },
    })),
  };
}

interface ChartClick {
  readonly componentType: string;
  readonly dataIndex?: number;
  readonly seriesIndex?: number;
}

function hrefOf(data: ChartData, click: ChartClick): string | undefined {
  const row = click.dataIndex === undefined ? undefined : data.rows[click.dataIndex];
  return row?.bars[click.componentType === 'series' ? (click.seriesIndex ?? 0) : 0]?.href;
}

/** On paper, whose width no script learns of, the drawing is scaled as a whole. */
function letPaperScale(element: HTMLElement): void {
  const svg = element.querySelector('svg');
  svg?.setAttribute('viewBox', `0 0 ${element.clientWidth} ${element.clientHeight}`);
}

export interface BarChartProps {
  readonly data: ChartData;
  readonly heightPx: number;
  /** What a screen reader hears; the numbers are in the table beside it. */
  readonly description: string;
}

/** Bars that open the list behind them. Loaded only when a page shows one, because the drawing library is large. */
export default function BarChart({ data, heightPx, description }: BarChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const palette = PALETTES[useColourMode()];
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const chart: EChartsType = init(element, null, { renderer: 'svg' });
    chart.setOption(optionOf(data, palette));
    chart.on('click', (event) => {
      const href = hrefOf(data, event);
      if (href !== undefined) void navigate(href);
    });
    const observer = new ResizeObserver(() => {
      chart.resize();
      letPaperScale(element);
    });
    letPaperScale(element);
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [data, palette, navigate]);
  return <div ref={place} role="img" aria-label={description} style={{ height: heightPx }} />;
}
