/** Areas of elements that are turned by quarters: what is laid out upright is placed onto the label. */
import type { Rectangle, TextItem, Turn } from './display-list.ts';

/** An area on the label and its measures as seen by what stands inside it, upright. In dots. */
export interface Frame {
  readonly area: Rectangle;
  readonly turn: Turn;
  readonly width: number;
  readonly height: number;
}

export function frameOf(area: Rectangle, turn: Turn): Frame {
  const isSideways = turn === 90 || turn === 270;
  return {
    area,
    turn,
    width: isSideways ? area.height : area.width,
    height: isSideways ? area.width : area.height,
  };
}

/** The point of the label at `right`, `down` inside the frame. */
export function placeOn({ area, turn }: Frame, right: number, down: number): { x: number; y: number } {
  switch (turn) {
    case 0:
      return { x: area.x + right, y: area.y + down };
    case 90:
      return { x: area.x + area.width - down, y: area.y + right };
    case 180:
      return { x: area.x + area.width - right, y: area.y + area.height - down };
    case 270:
      return { x: area.x + down, y: area.y + area.height - right };
  }
}

/** A rectangle inside the frame as it lies on the label. */
export function rectangleOn(frame: Frame, inside: Rectangle): Rectangle {
  const one = placeOn(frame, inside.x, inside.y);
  const other = placeOn(frame, inside.x + inside.width, inside.y + inside.height);
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(other.x - one.x),
    height: Math.abs(other.y - one.y),
  };
}

/** What a line of text covers, from `above` its baseline to `below` it, in dots. */
export function extentOfText(item: TextItem, above: number, below: number): Rectangle {
  const frame = frameOf({ x: item.x, y: item.y, width: 0, height: 0 }, item.turn);
  return rectangleOn(frame, { x: 0, y: -above, width: item.width, height: above + below });
}

export function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
