import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { ScanAnswer } from '../../src/modules/item-codes/scan.contract.ts';
import { formatItemCode } from '../../src/modules/item-codes/item-code.ts';
import { chooseReading, createRepeatGate } from '../../src/web/scan/camera/choose-reading.ts';
import { problemOfError } from '../../src/web/scan/camera/camera-problem.ts';
import { addressOfAnswer } from '../../src/web/scan/answer-address.ts';
import * as serial from '../../src/web/pages/scanning/serial/serial-list.ts';
import { valuesFor } from '../../src/web/pages/scanning/serial/serial-target.ts';

const CODE = formatItemCode({ kind: 'A', divisionNumber: '150800', serial: 1234 });

type ThingAnswer = Extract<ScanAnswer, { outcome: 'thing' }>;

function thing(overrides: Partial<ThingAnswer>): ThingAnswer {
  const label = { scannedVersion: null, state: 'not_in_scan', currentVersion: null } as const;
  return {
    ...{ outcome: 'thing', zh: '请核对实物。', en: 'Compare.', kind: 'A', id: 'a', courtId: 1, code: CODE },
    ...{ title: '台式计算机', subtitle: null, department: null, holder: null, place: null, since: null },
    status: { id: 'in_stock', zh: '在库', en: 'In stock' },
    label: { ...label, replacedAt: null, reason: null },
    doubt: null,
    ...{ photoFileId: null, actions: [], matchedBy: 'code', gaveWay: null },
    ...overrides,
  };
}

function place(id: string): ThingAnswer {
  const actions = [{ key: 'move_things_here', zh: '移物入位', en: 'Move things here' }];
  return thing({ kind: 'L', id, title: id, status: null, actions });
}

function person(id: string): ThingAnswer {
  const actions = [{ key: 'issue_to_person', zh: '向此人发放', en: 'Issue to this person' }];
  return thing({ kind: 'P', id, title: id, status: null, actions, department: { id: 'd', name: '民一庭' } });
}

function scanAll(answers: readonly ScanAnswer[]): serial.SerialList {
  return answers.reduce((before, answer) => {
    const list = serial.addScan(before, 'text');
    return serial.takeAnswer(list, list.lastKey, answer).list;
  }, serial.EMPTY_SERIAL);
}

const ids = (list: serial.SerialList) => serial.countedThings(list).map(({ id }) => id);

describe('the list of scans in series', () => {
  it('counts every thing once, whatever is scanned, and never a thing of another kind', () => {
    const anyAnswer = fc.oneof(
      fc.constantFrom('a', 'b', 'c').map((id) => thing({ id })),
      fc.constantFrom('s', 't').map((id) => thing({ id, kind: 'S' })),
      fc.constantFrom('x', 'y').map(place),
      fc.constantFrom('p', 'q').map(person),
    );
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 20 }), (answers) => {
        const list = scanAll(answers);
        expect(new Set(ids(list)).size).toBe(ids(list).length);
        expect(ids(list).every((id) => 'abc'.includes(id))).toBe(true);
        const targets = answers.filter(({ kind }) => 'LP'.includes(kind));
        expect(list.target === null).toBe(targets.length === 0);
        expect(serial.serialList.parse(JSON.parse(JSON.stringify(list)))).toEqual(list);
      }),
    );
  });

  it('changes the destination at once while nothing is scanned, and asks afterwards', () => {
    expect(scanAll([place('x'), place('y')])).toMatchObject({ target: { id: 'y' }, asked: null });
    const asked = scanAll([place('x'), thing({}), person('p')]);
    expect(asked).toMatchObject({ target: { id: 'x' }, asked: { id: 'p' } });
    expect(serial.nextWaiting(serial.addScan(asked, 'next'))).toBeUndefined();
    expect(serial.settleTarget(asked, 'keep')).toMatchObject({ target: { id: 'x' }, asked: null });
    expect(serial.settleTarget(asked, 'move')).toMatchObject({ target: { id: 'p' }, asked: null });
    const written = serial.afterWriting(serial.addScan(asked, 'next'));
    expect(written).toMatchObject({ target: { id: 'p' }, lines: [{ text: 'next', state: 'waiting' }] });
  });

  it('leaves out what does not fit, what is closed and what the server does not know', () => {
    const inUse = { id: 'in_use', zh: '在用', en: 'In use' };
    const none: ScanAnswer = { outcome: 'nothing', zh: '没有', en: 'None', text: 'T' };
    const list = scanAll([person('p'), thing({ status: inUse }), { ...place('x'), actions: [] }, none]);
    expect(list.lines.map(({ state, note }) => [state, note?.reason])).toEqual([
      ['unknown', 'said'],
      ['wrong', 'no_target'],
      ['wrong', 'unfit'],
    ]);
  });

  it('fills the form of the move: a person with their department, signing later', () => {
    const { target } = scanAll([person('p')]);
    expect(valuesFor(target, ['a'])).toEqual({
      ...{ assetIds: ['a'], holderId: 'p', departmentId: 'd', receiptMethod: 'later' },
    });
    expect(valuesFor(scanAll([place('x')]).target, ['a'])).toEqual({ assetIds: ['a'], placeId: 'x' });
  });
});

describe('what the camera sees', () => {
  const at = (text: string, centreX: number) => ({ text, format: 'qr_code', centreX, centreY: 50 });
  const picture = { width: 200, height: 100 };

  it.each([
    ['a label with its version before the bare code', [at(CODE, 100), at(`${CODE}-2`, 10)], `${CODE}-2`],
    ['our code before a maker’s', [at('6901234567892', 100), at(CODE, 10)], CODE],
    ['what is nearest to the middle', [at('far', 10), at('near', 90)], 'near'],
    ['nothing', [], undefined],
  ])('takes %s', (_what, readings, chosen) => {
    expect(chooseReading(readings, picture)).toBe(chosen);
  });

  it('reports a code once while it stays in view, by whichever symbol, and anew after a pause', () => {
    const gate = createRepeatGate(2);
    const seen = [CODE, `${CODE}-2`, undefined, CODE, 'other', CODE, undefined, undefined, CODE];
    expect(seen.map((text) => gate.pass(text))).toEqual([
      ...[CODE, undefined, undefined, undefined, 'other', CODE, undefined, undefined, CODE],
    ]);
  });

  it.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'none'],
    ['NotReadableError', 'busy'],
    ['SomethingNew', 'failed'],
  ])('%s means %s', (name, problem) => {
    expect(problemOfError(new DOMException('', name))).toBe(problem);
  });
});

describe('where a scan leads', () => {
  const replaced = { ...thing({}).label, state: 'replaced' as const };
  it.each([
    ['a thing', thing({}), '/assets/a'],
    ['a place', place('x'), '/places/x'],
    ['a replaced label', thing({ label: replaced }), `/scan?text=${CODE}`],
    ['a kind without a page', thing({ kind: 'V' }), `/scan?text=${CODE}`],
  ])('%s', (_what, answer, address) => {
    expect(addressOfAnswer(answer, CODE, false)).toBe(address);
  });
});
