import InputNumber from 'antd/es/input-number';
import { useTranslation } from 'react-i18next';

export interface SheetCellsProps {
  readonly sheet: { readonly columns: number; readonly rows: number };
  readonly id?: string;
  readonly value?: number;
  readonly onChange?: (cells: number) => void;
}

/** Past this the drawing says nothing that the number does not. */
const DRAWN_CELLS_MAX = 200;

/** 从第几格开始: a number, or a click on the drawn sheet where the first free label sits. */
export function SheetCells({ sheet, id, value = 0, onChange }: SheetCellsProps) {
  const { t } = useTranslation('printing');
  const count = sheet.columns * sheet.rows;
  return (
    <div className="cc-sheet-choice">
      <span>
        {t('dialog.skipBefore')}{' '}
        <InputNumber
          {...(id === undefined ? {} : { id })}
          min={0}
          max={count - 1}
          precision={0}
          value={value}
          onChange={(cells) => onChange?.(cells ?? 0)}
        />{' '}
        {t('dialog.skipAfter')}
      </span>
      {count <= DRAWN_CELLS_MAX && (
        <div
          className="cc-sheet-cells"
          aria-hidden
          style={{ gridTemplateColumns: `repeat(${sheet.columns}, 1fr)` }}
        >
          {Array.from({ length: count }, (_, cell) => (
            <span
              key={cell}
              data-used={cell < value}
              title={t('dialog.startHere', { cell: cell + 1 })}
              onClick={() => onChange?.(cell)}
            >
              {cell + 1}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
