import type { ComponentType } from 'react';
import BarcodeOutlined from '@ant-design/icons/es/icons/BarcodeOutlined';
import BankOutlined from '@ant-design/icons/es/icons/BankOutlined';
import BorderOutlined from '@ant-design/icons/es/icons/BorderOutlined';
import FontSizeOutlined from '@ant-design/icons/es/icons/FontSizeOutlined';
import LineOutlined from '@ant-design/icons/es/icons/LineOutlined';
import PictureOutlined from '@ant-design/icons/es/icons/PictureOutlined';
import QrcodeOutlined from '@ant-design/icons/es/icons/QrcodeOutlined';
import TableOutlined from '@ant-design/icons/es/icons/TableOutlined';
import { useTranslation } from 'react-i18next';
import type { ItemCodeKind } from '../../../../modules/item-codes/item-code.ts';
import { fieldsOfKinds } from '../../../../modules/labels/label-fields.ts';
import type { LabelElement } from '../../../../modules/labels/template.contract.ts';
import { fillText } from '../../../../modules/labels/template.rules.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import type { ElementType } from './new-element.ts';

export const ELEMENT_ICONS: Record<ElementType, ComponentType<{ 'aria-hidden'?: boolean }>> = {
  text: FontSizeOutlined,
  qr: QrcodeOutlined,
  datamatrix: TableOutlined,
  code128: BarcodeOutlined,
  line: LineOutlined,
  box: BorderOutlined,
  picture: PictureOutlined,
  logo: BankOutlined,
};

/** 「文字 使用部门：[部门]」; of other elements only what they are. */
export function useElementWords(kinds: readonly ItemCodeKind[]): (element: LabelElement) => string {
  const { t } = useTranslation('label-templates');
  const pick = usePickSentence();
  const names = Object.fromEntries(fieldsOfKinds(kinds).map((field) => [field.id, `[${pick(field)}]`]));
  return (element) => {
    const type = t(`element.${element.type}`);
    return element.type === 'text' ? `${type} ${fillText(element.text, names)}` : type;
  };
}
