import { useTranslation } from 'react-i18next';

const LABEL = { x: 44, y: 30, width: 132, height: 76 } as const;
/** Pixels of the drawing a millimetre of offset, no further than the label's edge lets see. */
const PX_PER_MM = 6;
const MOST_PX = 24;

function shown(millimetres: number): number {
  return Math.max(-MOST_PX, Math.min(MOST_PX, millimetres * PX_PER_MM));
}

/** Which way +x and +y move what is printed: to the right and downwards, seen with the label's text upright. */
export function OffsetDrawing({ x, y }: { x: number; y: number }) {
  const { t } = useTranslation('printing');
  const [dx, dy] = [shown(x), shown(y)];
  return (
    <svg
      className="cc-offset-drawing"
      viewBox="0 0 220 130"
      role="img"
      aria-label={t('printer.offsetDrawing')}
    >
      <defs>
        <marker
          id="cc-offset-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 L8 4 L0 8 z" />
        </marker>
      </defs>
      <rect {...LABEL} className="cc-offset-label" />
      <g transform={`translate(${dx} ${dy})`} className="cc-offset-print">
        <rect x={LABEL.x + 10} y={LABEL.y + 10} width={36} height={36} />
        <path
          d={`M${LABEL.x + 56} ${LABEL.y + 16} h64 M${LABEL.x + 56} ${LABEL.y + 28} h52 M${LABEL.x + 56} ${LABEL.y + 40} h60`}
        />
        <path d={`M${LABEL.x + 10} ${LABEL.y + 60} h110`} />
      </g>
      <path className="cc-offset-axis" d={`M${LABEL.x} 16 h64`} markerEnd="url(#cc-offset-arrow)" />
      <text x={LABEL.x + 72} y={20}>
        +x
      </text>
      <path className="cc-offset-axis" d={`M24 ${LABEL.y} v48`} markerEnd="url(#cc-offset-arrow)" />
      <text x={14} y={LABEL.y + 66}>
        +y
      </text>
    </svg>
  );
}
