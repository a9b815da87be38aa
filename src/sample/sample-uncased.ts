/** Things of no case in the sample court: found on a shelf, or belongings that came with a suspect by mistake. */
import { createHash } from 'node:crypto';
import { setDeadlines } from '../modules/deadlines/set-deadline.ts';
import { settleDeadline } from '../modules/deadlines/settle-deadline.ts';
import { UNCASED_SUBJECT } from '../modules/seized-items/uncased/uncased-photo.sql.ts';
import { insertUncased, updateUncasedSettled } from '../modules/seized-items/uncased/uncased.sql.ts';
import { shanghaiDay, startOfShanghaiDay } from '../platform/clock.ts';
import { keepBytes } from '../platform/files/content-store.ts';
import { insertStoredFile } from '../platform/files/stored-file.sql.ts';
import { newId } from '../platform/ids.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { drawPhoto } from './draw-photo.ts';
import type { Random } from './random.ts';
import type { SampleStructure } from './sample-court-structure.ts';

const DAY_MS = 86_400_000;
const OFFICE_HOUR_MS = 10 * 3_600_000;

interface Thing {
  readonly kind: 'found' | 'belongings';
  readonly name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly features: string;
  readonly fromWhom: string;
  readonly owner: string | null;
  readonly daysAgo: number;
  /** Who got it back, where somebody did. */
  readonly givenTo?: string;
}

function found(name: string, unit: string, features: string, daysAgo: number): Thing {
  return { kind: 'found', name, unit, features, daysAgo, quantity: '1', fromWhom: '', owner: null };
}

function belongings(name: string, owner: string, daysAgo: number, givenTo?: string): Thing {
  const thing = { kind: 'belongings' as const, name, owner, daysAgo, quantity: '1', unit: '件' };
  const more = { features: '随身物品，见登记照片', fromWhom: '临河区看守所民警' };
  return { ...thing, ...more, ...(givenTo === undefined ? {} : { givenTo }) };
}

const THINGS: readonly Thing[] = [
  { ...found('现金', 'CNY', '百元 3 张、二十元 2 张，信封内，无署名', 5), quantity: '340' },
  found('钥匙', '串', '三把，铁环，无标签', 2),
  found('U 盘', '个', '黑色 32GB，外壳有划痕', 9),
  found('手机充电器', '个', '白色，标签脱落', 21),
  found('戒指', '枚', '银色，内圈刻字', 34),
  belongings('老花镜', '李贵', 1),
  belongings('常用药品', '王志刚', 8),
  belongings('身份证与银行卡', '张霞', 40, '张霞本人'),
  belongings('手表', '陈建', 66, '陈建之妻，凭委托书'),
];

async function keepPhoto(
  { trx, actor, filesFolder }: CommandContext,
  random: Random,
  { id, at, byId }: { readonly id: string; readonly at: Date; readonly byId: string },
): Promise<void> {
  const { courtId } = actor;
  const bytes = drawPhoto(random, 'other', 0);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await keepBytes(filesFolder, { courtId, sha256 }, bytes);
  await insertStoredFile(trx, {
    ...{ courtId, id: newId(at.getTime()), subjectKind: UNCASED_SUBJECT, subjectId: id },
    ...{
      purpose: 'photo',
      fileName: '1.jpg',
      contentType: 'image/jpeg',
      sizeBytes: bytes.byteLength,
      sha256,
    },
    ...{ uploadedAt: at, uploadedBy: byId },
  });
}

/** Answers how many. */
export async function addSampleUncased(
  command: CommandContext,
  random: Random,
  { world, custodians, propertyRooms }: SampleStructure,
): Promise<number> {
  const { trx, now } = command;
  const { courtId } = world;
  const [custodian, second] = custodians;
  const [room] = propertyRooms;
  if (!custodian || !second || !room) return 0;
  const actor = { ...command.actor, courtId, personId: custodian.id, personName: custodian.name };
  const acting = { ...command, actor, audit: () => {} };
  const by = { at: now, byName: custodian.name, withName: second.name };
  for (const { daysAgo, givenTo, ...thing } of THINGS) {
    const id = newId();
    const day = shanghaiDay(new Date(now.getTime() - daysAgo * DAY_MS));
    const cameAt = new Date(startOfShanghaiDay(day).getTime() + OFFICE_HOUR_MS);
    const subject = { kind: 'uncased_thing', id, label: thing.name, caseId: null };
    const clock = {
      rule: 'D01' as const,
      subject,
      ownerId: custodian.id,
      departmentId: custodian.departmentId,
    };
    const [term] =
      thing.kind === 'belongings' ? await setDeadlines(acting, [{ ...clock, startOn: day }]) : [];
    await insertUncased(trx, courtId, {
      ...{
        ...thing,
        id,
        cameAt,
        placeId: room.id,
        caseId: null,
        dueOn: term?.dueOn ?? null,
        note: null,
        isHidden: false,
      },
      ...{ recordedBy: custodian, secondPersonName: second.name },
      fromWhom: thing.fromWhom === '' ? second.name : thing.fromWhom,
    });
    await keepPhoto(acting, random, { id, at: cameAt, byId: custodian.id });
    if (givenTo === undefined) continue;
    const at = new Date(cameAt.getTime() + DAY_MS);
    const end = { ...by, at, state: 'given_back' as const, itemId: null, to: givenTo, note: '当面点清' };
    await updateUncasedSettled(trx, courtId, id, end);
    await settleDeadline(
      acting,
      { ruleId: 'D01', subjectKind: 'uncased_thing', subjectId: id },
      { note: givenTo },
    );
  }
  return THINGS.length;
}
