import { useRef, useState } from 'react';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { PICTURE_MAX_CHARACTERS } from '../../../../modules/labels/template.contract.ts';

const PNG_START = 'iVBORw0KGgo';
const DATA_URL_START = 'data:image/png;base64,';

function readDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(file);
  });
}

/** A PNG file as base64; anything else, or one that is too large, is refused with what to do. */
export function PictureInput({ label, onPick }: { label: string; onPick: (png: string) => void }) {
  const { t } = useTranslation('label-templates');
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<'notPng' | 'tooLarge'>();
  const take = async (file: File) => {
    const text = await readDataUrl(file).catch(() => '');
    const png = text.startsWith(DATA_URL_START) ? text.slice(DATA_URL_START.length) : '';
    if (!png.startsWith(PNG_START)) setProblem('notPng');
    else if (png.length > PICTURE_MAX_CHARACTERS) setProblem('tooLarge');
    else {
      setProblem(undefined);
      onPick(png);
    }
  };
  return (
    <span className="cc-editor-wide">
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input}
        type="file"
        accept="image/png"
        hidden
        aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void take(file);
          event.target.value = '';
        }}
      />
      {problem !== undefined && <span role="alert">{t(`picture.${problem}`)}</span>}
    </span>
  );
}
