import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreenScale } from '../../../components/label-preview/screen-scale.ts';
import { addressOfSvg, LabelPicture } from '../../../components/label-preview/label-picture.tsx';
import { roundMm } from './editor-state.ts';
import { useElementWords } from './element-words.tsx';
import { GRID_MM, snapMove, snapResize, type Area, type Snapped } from './snap.ts';
import type { Editor } from './use-editor.ts';

const FINE_STEP_MM = 0.1;
/** Pixels within which a line attracts what is dragged. */
const SNAP_PX = 6;
/** A line is as thin as it is; its frame is still to be hit. */
const FRAME_LEAST_PX = 10;
const SIZE_LEAST_MM = 0.5;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Drag {
  readonly index: number;
  readonly kind: 'move' | 'resize';
  readonly from: { readonly x: number; readonly y: number };
  readonly start: Area;
  readonly gesture: string;
}

export interface CanvasProps {
  readonly editor: Editor;
  readonly svg: string | undefined;
  readonly zoom: number;
}

/** Moving and resizing with the pointer; a drag is undone in one step. */
function useDrag({ editor, zoom }: CanvasProps) {
  const pxPerMm = useScreenScale() * zoom;
  const drag = useRef<Drag>(undefined);
  const count = useRef(0);
  const [guides, setGuides] = useState<Snapped['guides']>();
  const { template, act } = editor;
  const begin = (event: PointerEvent<HTMLElement>, index: number, kind: Drag['kind']) => {
    const element = template.elements[index];
    if (element === undefined || event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const { x, y, width, height } = element;
    count.current += 1;
    drag.current = {
      ...{ index, kind },
      from: { x: event.clientX, y: event.clientY },
      start: { x, y, width, height },
      gesture: `drag-${count.current}`,
    };
    act({ do: 'select', index });
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const now = drag.current;
    if (now === undefined) return;
    const { index, kind, from, start, gesture } = now;
    const [dx, dy] = [(event.clientX - from.x) / pxPerMm, (event.clientY - from.y) / pxPerMm];
    const others = template.elements.filter((_, at) => at !== index);
    const ground = { label: template.sizeMm, others, within: event.altKey ? 0 : SNAP_PX / pxPerMm };
    const isLine = template.elements[index]?.type === 'line';
    const snapped =
      kind === 'move'
        ? snapMove({ ...start, x: start.x + dx, y: start.y + dy }, ground)
        : snapResize(
            { ...start, width: start.width + dx, height: start.height + dy },
            ground,
            isLine ? 0 : SIZE_LEAST_MM,
          );
    const { x, y, width, height } = snapped.area;
    const patch =
      kind === 'move' ? { x: roundMm(x), y: roundMm(y) } : { width: roundMm(width), height: roundMm(height) };
    setGuides(snapped.guides);
    act({ do: 'change', index, patch, gesture });
  };
  const end = () => {
    drag.current = undefined;
    setGuides(undefined);
  };
  return { begin, move, end, guides };
}

/** Arrows move the chosen element, Delete removes it. */
function canvasKeys({ act, state }: Editor) {
  return (event: KeyboardEvent) => {
    const index = state.selected;
    if (index === null) return;
    const way = ARROWS[event.key];
    if (way !== undefined) {
      const step = event.shiftKey ? FINE_STEP_MM : GRID_MM;
      event.preventDefault();
      act({ do: 'nudge', index, dx: way[0] * step, dy: way[1] * step });
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      act({ do: 'remove', index });
    } else if (event.key === 'Escape') {
      act({ do: 'select', index: null });
    }
  };
}

/** Lines that the dragged element has come to rest at. */
function Guides({ guides, pxPerMm }: { guides: Snapped['guides'] | undefined; pxPerMm: number }) {
  return (
    <>
      {guides?.x.map((x) => (
        <span key={`x${x}`} className="cc-guide cc-guide-x" style={{ left: x * pxPerMm }} />
      ))}
      {guides?.y.map((y) => (
        <span key={`y${y}`} className="cc-guide cc-guide-y" style={{ top: y * pxPerMm }} />
      ))}
    </>
  );
}

/**
 * The label as the server draws it, with a frame over each element for the pointer. By keyboard the element is chosen
 * in the list, and the canvas moves it.
 */
export function EditorCanvas(props: CanvasProps) {
  const { editor, svg, zoom } = props;
  const { t } = useTranslation('label-templates');
  const pxPerMm = useScreenScale() * zoom;
  const { begin, move, end, guides } = useDrag(props);
  const { template, state, act } = editor;
  const words = useElementWords(template.kinds);
  const chosen = state.selected === null ? undefined : template.elements[state.selected];
  return (
    <div
      className="cc-canvas"
      role="application"
      tabIndex={0}
      aria-label={
        chosen === undefined ? t('editor.canvas') : t('editor.canvasWith', { element: words(chosen) })
      }
      onKeyDown={canvasKeys(editor)}
    >
      <div
        className="cc-canvas-label"
        onPointerDown={() => act({ do: 'select', index: null })}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <LabelPicture
          source={addressOfSvg(svg)}
          sizeMm={template.sizeMm}
          zoom={zoom}
          alt={t('editor.picture')}
        />
        {template.elements.map((element, index) => (
          <span
            key={index}
            className="cc-frame"
            title={words(element)}
            data-selected={state.selected === index}
            style={{
              left: element.x * pxPerMm,
              top: element.y * pxPerMm,
              width: Math.max(FRAME_LEAST_PX, element.width * pxPerMm),
              height: Math.max(FRAME_LEAST_PX, element.height * pxPerMm),
            }}
            onPointerDown={(event) => begin(event, index, 'move')}
          />
        ))}
        {chosen !== undefined && state.selected !== null && (
          <span
            className="cc-frame-handle"
            style={{ left: (chosen.x + chosen.width) * pxPerMm, top: (chosen.y + chosen.height) * pxPerMm }}
            onPointerDown={(event) => begin(event, state.selected ?? 0, 'resize')}
          />
        )}
        <Guides guides={guides} pxPerMm={pxPerMm} />
      </div>
    </div>
  );
}
