/**
 * 法院代字 of a court by its division number (GB/T 2260): the character of the province, then two digits a level. Courts
 * with numbers of their own (71 railway, 72 maritime, 87–95 across districts) are told apart by what they write. Pure.
 */

const PROVINCES: Readonly<Record<string, string>> = {
  ...{ 11: '京', 12: '津', 13: '冀', 14: '晋', 15: '内', 21: '辽', 22: '吉', 23: '黑', 31: '沪', 32: '苏' },
  ...{ 33: '浙', 34: '皖', 35: '闽', 36: '赣', 37: '鲁', 41: '豫', 42: '鄂', 43: '湘', 44: '粤', 45: '桂' },
  ...{ 46: '琼', 50: '渝', 51: '川', 52: '黔', 53: '云', 54: '藏', 61: '陕', 62: '甘', 63: '青', 64: '宁' },
  65: '新',
};

/** 150800 → 内08, 150802 → 内0802, 150000 → 内; null where the number names no province. */
export function courtCodeOfDivision(divisionNumber: string): string | null {
  const province = PROVINCES[divisionNumber.slice(0, 2)];
  return province === undefined ? null : province + divisionNumber.slice(2).replace(/(?:00)+$/, '');
}

/** Whether a number is of the court itself, of one above or below it. One of elsewhere is allowed and shown as such. */
export function isOfCourtFamily(courtCode: string, ownCode: string): boolean {
  return courtCode === '最高法' || ownCode.startsWith(courtCode) || courtCode.startsWith(ownCode);
}
