/** A believable asset card from the catalogue. Pure. */
import type { AssetCard } from '../modules/fixed-assets/asset-card.ts';
import { SAMPLE_SUPPLIERS, type SampleKind } from './catalogue.ts';
import type { Random } from './random.ts';

const DAY_MS = 86_400_000;
const SERIAL_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';

function dayAt(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

function drawSerial(random: Random): string {
  return Array.from({ length: 10 }, () => SERIAL_LETTERS[random.integer(0, SERIAL_LETTERS.length - 1)]).join(
    '',
  );
}

/** Two thirds of a court's things are older than two years, some older than their life. */
function drawAcquiredOn(random: Random, now: Date): string {
  const ageDays = random.chance(0.3) ? random.integer(3, 700) : random.integer(740, 5200);
  return dayAt(now.getTime() - ageDays * DAY_MS);
}

/**
 * `opening` gives the depreciation until the register began, in fen, for a card taken over with this life in years;
 * `number` makes old numbers unique.
 */
export function drawCard(
  random: Random,
  kind: SampleKind,
  input: {
    now: Date;
    registerSince: Date;
    number: number;
    managingDepartmentId: string;
    lifeYears: number | null;
  },
): AssetCard {
  const { now, registerSince, number } = input;
  const acquiredOn = drawAcquiredOn(random, now);
  const takenOver = new Date(`${acquiredOn}T00:00:00+08:00`) < registerSince;
  const [brand, model, specification] = random.pick(kind.models);
  const yuan = random.integer(kind.priceYuan[0], kind.priceYuan[1]);
  const originalValueFen = (random.chance(0.7) ? Math.round(yuan / 10) * 10 : yuan) * 100;
  const year = acquiredOn.slice(0, 4);
  const openingMonth = dayAt(registerSince.getTime() - 20 * DAY_MS).slice(0, 7);
  const isGift = random.chance(0.02);
  return {
    name: kind.name,
    classCode: kind.classCode,
    specification,
    brand,
    model,
    manufacturer: null,
    serialNumber: kind.hasSerial ? drawSerial(random) : null,
    oldNumber1: takenOver ? `GZ${year}${String(number).padStart(6, '0')}` : null,
    oldNumber2: null,
    unit: kind.unit,
    quantity: '1',
    acquisitionMethod: isGift ? 'transfer_in' : 'purchase',
    acquiredOn,
    inUseOn: acquiredOn,
    bookedOn: acquiredOn,
    valueKind: 'original',
    originalValueFen,
    fiscalFundsFen: originalValueFen,
    nonFiscalFundsFen: 0,
    openingDepreciationFen: takenOver
      ? openingDepreciation(originalValueFen, acquiredOn, openingMonth, input.lifeYears)
      : 0,
    openingDepreciationMonth: takenOver && input.lifeYears !== null ? `${openingMonth}-01` : null,
    usefulLifeMonths: null,
    voucherNumber: `记-${year}${acquiredOn.slice(5, 7)}-${random.integer(1, 380)}`,
    procurementForm: isGift ? null : random.pick(['政府集中采购', '分散采购', '电子商城直购']),
    supplier: isGift ? null : random.pick(SAMPLE_SUPPLIERS),
    contractNumber: isGift ? null : `HT${year}-${String(random.integer(1, 160)).padStart(3, '0')}`,
    invoiceNumber: isGift ? null : String(random.integer(10_000_000, 99_999_999)),
    warrantyUntil: kind.hasSerial ? addMonths(acquiredOn, random.pick([12, 36, 36, 60])) : null,
    managingDepartmentId: input.managingDepartmentId,
    parentAssetId: null,
    notes: random.chance(0.03) ? '随办公用房调整一并移交' : null,
  };
}

function openingDepreciation(
  valueFen: number,
  acquiredOn: string,
  upTo: string,
  lifeYears: number | null,
): number {
  if (lifeYears === null) return 0;
  const months =
    (Number(upTo.slice(0, 4)) - Number(acquiredOn.slice(0, 4))) * 12 +
    Number(upTo.slice(5, 7)) -
    Number(acquiredOn.slice(5, 7)) +
    1;
  const lifeMonths = lifeYears * 12;
  return months >= lifeMonths ? valueFen : Math.floor((valueFen * Math.max(0, months)) / lifeMonths);
}
