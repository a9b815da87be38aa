import { useScreenScale } from './screen-scale.ts';
import './label-preview.css';

export interface LabelPictureProps {
  /** Where the drawing is; undefined leaves white paper. */
  readonly source: string | undefined;
  readonly sizeMm: { readonly width: number; readonly height: number };
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  /** 1: as large as the label. */
  readonly zoom?: number;
  /** Never wider than this; for small pictures in lists. */
  readonly maxWidthPx?: number;
  readonly maxHeightPx?: number;
}

/** The pixels of a label at a zoom, made smaller where it would not fit. */
export function labelPixels(
  { width, height }: LabelPictureProps['sizeMm'],
  scale: number,
  { maxWidthPx = Infinity, maxHeightPx = Infinity }: { maxWidthPx?: number; maxHeightPx?: number },
): { width: number; height: number } {
  const shrink = Math.min(1, maxWidthPx / (width * scale), maxHeightPx / (height * scale));
  return { width: Math.round(width * scale * shrink), height: Math.round(height * scale * shrink) };
}

/** A drawing as the server gave it, as the address of a picture. */
export function addressOfSvg(svg: string | null | undefined): string | undefined {
  return svg == null ? undefined : `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/** A label on white paper at true size. The drawing is a picture, so that nothing in it can act on the page. */
export function LabelPicture(props: LabelPictureProps) {
  const { source, sizeMm, alt, zoom = 1, maxWidthPx, maxHeightPx } = props;
  const pxPerMm = useScreenScale();
  const size = labelPixels(sizeMm, pxPerMm * zoom, {
    ...(maxWidthPx === undefined ? {} : { maxWidthPx }),
    ...(maxHeightPx === undefined ? {} : { maxHeightPx }),
  });
  return (
    <span className="cc-label-paper" style={size}>
      {source !== undefined && (
        <img src={source} alt={alt} loading="lazy" width={size.width} height={size.height} />
      )}
    </span>
  );
}
