/** Masking of names, numbers of documents, sealing, and reassignment, as rules. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  foldDocumentNumber,
  isValidDocumentNumber,
  maskDocumentNumber,
} from '../../src/modules/cases/document-number.ts';
import {
  isSensitive,
  maskCause,
  maskName,
  maskNames,
  nameShapeOf,
  NO_CLEARANCE,
} from '../../src/modules/cases/mask-names.ts';
import {
  decideReassignment,
  keysOf,
  relationOfType,
  SECRECY_LEVELS,
  stageOfType,
} from '../../src/modules/cases/rules.ts';
import { openIdentityKeys, openKeyFile } from '../../src/platform/identity-keys/identity-keys.ts';
import { addIdentityKey, readKeyFile } from '../../src/platform/identity-keys/key-file.ts';
import { openText, sealText, searchHash } from '../../src/platform/identity-keys/sealed-text.ts';
import { StartRefused } from '../../src/platform/migrations.ts';

const FULL_CLEARANCE = { minors: true, secret: true, internal: true };

describe('situations 35 and 37: names', () => {
  const minors = (secrecy: 'open' | 'internal' | 'confidential' | 'secret', involvesMinors = false) => ({
    secrecy,
    involvesMinors,
  });

  it.each([
    [minors('open'), NO_CLEARANCE, 'plain'],
    [minors('open', true), NO_CLEARANCE, 'surname'],
    [minors('open', true), { ...NO_CLEARANCE, minors: true }, 'plain'],
    [minors('internal'), NO_CLEARANCE, 'surname'],
    [minors('internal'), { ...NO_CLEARANCE, internal: true }, 'plain'],
    [minors('internal', true), { ...NO_CLEARANCE, internal: true }, 'surname'],
    [minors('confidential'), { ...FULL_CLEARANCE, secret: false }, 'hidden'],
    [minors('secret', true), { ...FULL_CLEARANCE, secret: false }, 'hidden'],
    [minors('secret', true), { ...FULL_CLEARANCE, minors: false }, 'surname'],
    [minors('secret', true), FULL_CLEARANCE, 'plain'],
  ] as const)('of %j with %j are %s', (sensitivity, clearance, shape) => {
    expect(nameShapeOf(sensitivity, clearance)).toBe(shape);
  });

  it('more clearance never shows less', () => {
    const order = ['hidden', 'surname', 'plain'];
    fc.assert(
      fc.property(
        fc.record({ secrecy: fc.constantFrom(...keysOf(SECRECY_LEVELS)), involvesMinors: fc.boolean() }),
        fc.record({ minors: fc.boolean(), secret: fc.boolean(), internal: fc.boolean() }),
        (sensitivity, clearance) => {
          const less = order.indexOf(nameShapeOf(sensitivity, NO_CLEARANCE));
          const some = order.indexOf(nameShapeOf(sensitivity, clearance));
          const all = order.indexOf(nameShapeOf(sensitivity, FULL_CLEARANCE));
          return less <= some && some <= all && isSensitive(sensitivity) === less < 2;
        },
      ),
    );
  });

  it.each([
    ['张伟', 'person', 'surname', '张某'],
    ['王建国', 'person', 'surname', '王某某'],
    ['欧阳明月', 'person', 'surname', '欧阳某某'],
    ['欧阳', 'person', 'surname', '欧某'],
    ['阿拉坦·其其格', 'person', 'surname', '阿某某'],
    ['𠮷野', 'person', 'surname', '𠮷某'],
    ['巴彦淖尔某公司', 'organisation', 'surname', '巴彦淖尔某公司'],
    ['巴彦淖尔某公司', 'organisation', 'hidden', '＊＊＊'],
    ['王建国', 'person', 'hidden', '＊＊＊'],
    ['王建国', 'person', 'plain', '王建国'],
  ] as const)('%s (%s) as %s: %s', (name, kind, shape, shown) => {
    expect(maskName(name, kind, shape)).toBe(shown);
  });

  it('those that look alike are numbered', () => {
    const people = ['张伟', '张强', '李娜'].map((name) => ({ name, kind: 'person' as const }));
    expect(maskNames(people, 'surname')).toEqual(['张某1', '张某2', '李某']);
    expect(maskNames([...people, ...people], 'plain')).toHaveLength(6);
  });

  it('a hidden cause is told to nobody', () => {
    expect(maskCause('间谍罪', 'hidden')).not.toContain('间谍');
    expect(maskCause('盗窃罪', 'surname')).toBe('盗窃罪');
  });
});

describe('numbers of documents', () => {
  it.each([
    ['resident_id', '11010519491231002X', true],
    ['resident_id', '11010519491231002x', true],
    ['resident_id', '110105 19491231 002X', true],
    ['resident_id', '１１０１０５１９４９１２３１００２Ｘ', true],
    ['resident_id', '110105194912310021', false],
    ['resident_id', '11010519491331002X', false],
    ['resident_id', '110105491231002', true],
    ['resident_id', '1101054912310', false],
    ['credit_code', '91350100M000100Y43', true],
    ['credit_code', '91350100M000100Y44', false],
    ['credit_code', '91350100I000100Y43', false],
    ['passport', 'E12345678', true],
    ['passport', 'E1', false],
    ['other', '内公枪 0012', true],
  ] as const)('%s %s: %s', (kind, number, isValid) => {
    expect(isValidDocumentNumber(kind, foldDocumentNumber(number))).toBe(isValid);
  });

  it.each([
    ['11010519491231002X', '1***************2X'],
    ['E12345678', 'E******78'],
    ['ABCD', 'A*CD'],
  ])('%s is shown as %s', (number, masked) => {
    expect(maskDocumentNumber(number)).toBe(masked);
  });
});

describe('types', () => {
  it.each([
    ['刑初', 'first_instance', 'first_instance'],
    ['刑终', 'appeal', 'second_instance'],
    ['行赔终', 'appeal', 'second_instance'],
    ['刑再', 'retrial', 'retrial'],
    ['执恢', 'execution', 'execution'],
    ['执保', 'preservation', 'preservation'],
    ['财保', 'preservation', 'preservation'],
    ['刑没', 'other', 'confiscation'],
  ])('%s is %s, %s', (type, relation, stage) => {
    expect([relationOfType(type), stageOfType(type)]).toEqual([relation, stage]);
  });
});

describe('another handler', () => {
  const present = { handlerId: 'a', fromOn: '2026-03-01' };
  it.each([
    [{ handlerId: 'b', fromOn: '2026-11-23' }, 'allowed'],
    [{ handlerId: 'b', fromOn: '2026-03-01' }, 'allowed'],
    [{ handlerId: 'a', fromOn: '2027-01-01' }, 'HANDLER_UNCHANGED'],
    [{ handlerId: 'b', fromOn: '2026-11-24' }, 'REASSIGNED_IN_FUTURE'],
    [{ handlerId: 'b', fromOn: '2026-02-28' }, 'REASSIGNED_BEFORE_LAST'],
  ])('%j: %s', (wanted, expected) => {
    const verdict = decideReassignment(present, wanted, '2026-11-23');
    expect(verdict.allowed ? 'allowed' : verdict.reason).toBe(expected);
  });
});

describe('the keys of identity numbers', () => {
  const now = new Date('2026-11-23T09:30:00.000+08:00');
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'court-custody-keys-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are made at the first start, readable by us alone, and stay', async () => {
    const file = path.join(folder, 'first', 'keys.json');
    const keys = await openIdentityKeys(file, [], now);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await openIdentityKeys(file, [keys.newest().id], now)).newest()).toEqual(keys.newest());
  });

  it('a start without a key that rows need is refused, and no key is made', async () => {
    const file = path.join(folder, 'lost', 'keys.json');
    const refused = await openIdentityKeys(file, ['k20250101-aaaaaa'], now).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StartRefused);
    expect((refused as StartRefused).sentence.zh).toMatch(/k20250101-aaaaaa.*放回/);
    await expect(stat(file)).rejects.toThrow();
  });

  it.each(['{', '{"keys": []}', '{"keys": [{"id": "a", "createdAt": "2026-01-01", "key": "c2hvcnQ="}]}'])(
    'a file that says %s is refused without telling what is in it',
    async (content) => {
      const file = path.join(folder, 'broken.json');
      await writeFile(file, content);
      expect(() => readKeyFile(file)).toThrow(StartRefused);
      expect(() => readKeyFile(file)).not.toThrow(/c2hvcnQ/);
    },
  );

  it('another key seals from the moment it is in the file, and the old ones still open', async () => {
    const file = path.join(folder, 'rotated.json');
    const keys = await openIdentityKeys(file, [], now);
    const first = keys.newest();
    const added = await addIdentityKey(file, now);
    expect(keys.newest().id).toBe(added.id);
    expect(keys.get(first.id)).toEqual(first);
    expect(() => keys.get('k0')).toThrow(expect.objectContaining({ code: 'IDENTITY_KEY_MISSING' }));
    expect(openKeyFile(file).all()).toHaveLength(2);
    expect(await readFile(file, 'utf8')).toContain(first.key.toString('base64'));
  });

  it('a sealed text opens with its key and in its row, and nowhere else', async () => {
    const keys = await openIdentityKeys(path.join(folder, 'seal.json'), [], now);
    const other = await openIdentityKeys(path.join(folder, 'other.json'), [], now);
    const place = { courtId: 7, table: 'case_parties', id: 'p1' };
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const sealed = sealText(keys.newest(), place, text);
        expect(openText(keys.newest(), place, sealed)).toBe(text);
        expect(sealed.equals(sealText(keys.newest(), place, text))).toBe(false);
        for (const elsewhere of [
          { ...place, courtId: 8 },
          { ...place, id: 'p2' },
          { ...place, table: 'x' },
        ])
          expect(() => openText(keys.newest(), elsewhere, sealed)).toThrow();
        expect(() => openText(other.newest(), place, sealed)).toThrow();
        const changed = Buffer.from(sealed);
        changed[0] = (changed[0] ?? 0) ^ 1;
        expect(() => openText(keys.newest(), place, changed)).toThrow();
      }),
      { numRuns: 50 },
    );
  });

  it('a search finds equal numbers of one court under one key', async () => {
    const keys = await openIdentityKeys(path.join(folder, 'search.json'), [], now);
    const hash = searchHash(keys.newest(), 7, '11010519491231002X');
    expect(hash).toEqual(searchHash(keys.newest(), 7, '11010519491231002X'));
    expect(hash).not.toEqual(searchHash(keys.newest(), 8, '11010519491231002X'));
    expect(hash).not.toEqual(searchHash(keys.newest(), 7, '110105194912310020'));
  });
});
