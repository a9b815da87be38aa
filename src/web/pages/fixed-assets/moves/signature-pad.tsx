import { useEffect, useRef, useState, type PointerEvent } from 'react';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import './signature-pad.css';

/** The drawing's own size in pixels, whatever size it is shown in: small enough to send, sharp enough to print. */
const WIDTH = 600;
const HEIGHT = 200;
const STROKE = 3;

export interface SignaturePadProps {
  /** A PNG as data URL; null while nothing is drawn. */
  readonly value?: string | null;
  readonly onChange?: (dataUrl: string | null) => void;
  /** Whose signature it is. */
  readonly label: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function pointOf(event: PointerEvent<HTMLCanvasElement>): Point {
  const box = event.currentTarget.getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) / box.width) * WIDTH,
    y: ((event.clientY - box.top) / box.height) * HEIGHT,
  };
}

/** White paper with dark ink in both colour modes, because it is printed. */
function clear(canvas: HTMLCanvasElement): void {
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
}

function draw(canvas: HTMLCanvasElement, from: Point, to: Point): void {
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.strokeStyle = '#14181f';
  pen.lineWidth = STROKE;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
}

/** Signs with finger, pen or mouse. Who cannot draw signs by PIN instead, which the form offers beside it. */
export function SignaturePad({ value, onChange, label }: SignaturePadProps) {
  const { t } = useTranslation('fixed-assets');
  const paper = useRef<HTMLCanvasElement>(null);
  const last = useRef<Point>(null);
  const [hasInk, setHasInk] = useState(false);
  const isCleared = value == null;
  useEffect(() => {
    if (isCleared && paper.current !== null) clear(paper.current);
  }, [isCleared]);
  const start = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = pointOf(event);
    draw(event.currentTarget, last.current, last.current);
    setHasInk(true);
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (last.current === null) return;
    const next = pointOf(event);
    draw(event.currentTarget, last.current, next);
    last.current = next;
  };
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    if (last.current === null) return;
    last.current = null;
    onChange?.(event.currentTarget.toDataURL('image/png'));
  };
  const startAnew = () => {
    if (paper.current !== null) clear(paper.current);
    setHasInk(false);
    onChange?.(null);
  };
  return (
    <div className="cc-signature">
      <canvas
        ref={paper}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={label}
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <div className="cc-signature-foot">
        <span className="cc-soft">{t('receipt.drawHint')}</span>
        <Button size="small" onClick={startAnew} disabled={!hasInk}>
          {t('receipt.drawAgain')}
        </Button>
      </div>
    </div>
  );
}
