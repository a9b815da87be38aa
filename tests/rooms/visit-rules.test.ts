/** Who may be inside a room with whom: tables, and random visits of random people against an oracle of its own. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { maskDocument } from '../../src/modules/rooms/mask-document.ts';
import { decidePresence, type PresenceFacts } from '../../src/modules/rooms/presence.rules.ts';
import {
  decideCorrection,
  decideEntry,
  decideLeaving,
  isRecordedLate,
  listLeavingTogether,
  staysOverlap,
  type RoomOfStays,
  type Stay,
  type VisitVerdict,
} from '../../src/modules/rooms/visit.rules.ts';

const NOW = 1000;
const ROOM: RoomOfStays = { roomId: 'room', twoPersonsSinceMs: null };
const TWO: RoomOfStays = { roomId: 'room', twoPersonsSinceMs: 0 };

/** A stay of the person of that letter; a visitor's name begins with `v`, and the escort is the letter that follows. */
function stay(name: string, from: number, to: number | null = null, over: Partial<Stay> = {}): Stay {
  const isVisitor = name.startsWith('v');
  return {
    rootId: name,
    roomId: 'room',
    personId: isVisitor ? null : name,
    name,
    enteredAtMs: from,
    leftAtMs: to,
    escortRootId: isVisitor ? name.slice(1, 2) : null,
    usedFromMs: null,
    usedUntilMs: null,
    ...over,
  };
}
const said = (verdict: VisitVerdict) => (verdict.allowed ? 'allowed' : `${verdict.reason} ${verdict.name}`);

describe('entering', () => {
  const enter = (room: RoomOfStays, entering: Stay[], inRoom: Stay[] = [], elsewhere: Stay[] = []) =>
    said(decideEntry({ room, entering, inRoom, elsewhere, nowMs: NOW }));
  const other = (from: number, to: number | null) => stay('a', from, to, { rootId: 'x', roomId: 'other' });

  it.each([
    ['alone where one may be', enter(ROOM, [stay('a', 900)]), 'allowed'],
    ['and having left before', enter(ROOM, [stay('a', 900, 800)]), 'LEFT_BEFORE_ENTERING a'],
    ['tomorrow', enter(ROOM, [stay('a', 1001)]), 'VISIT_IN_FUTURE a'],
    ['until tomorrow', enter(ROOM, [stay('a', 900, 1001)]), 'VISIT_IN_FUTURE a'],
    [
      'twice in one command',
      enter(ROOM, [stay('a', 900), stay('a', 900, null, { rootId: 'y' })]),
      'PERSON_INSIDE_ALREADY a',
    ],
    [
      'while inside',
      enter(ROOM, [stay('a', 900)], [stay('a', 800, null, { rootId: 'y' })]),
      'PERSON_INSIDE_ALREADY a',
    ],
    [
      'while in another room',
      enter(ROOM, [stay('a', 900)], [], [other(800, null)]),
      'PERSON_IN_OTHER_ROOM a',
    ],
    ['on leaving another room', enter(ROOM, [stay('a', 900)], [], [other(800, 900)]), 'allowed'],
    ['as a visitor alone', enter(ROOM, [stay('va', 900)]), 'VISITOR_WITHOUT_ESCORT va'],
    ['as a visitor with the escort', enter(ROOM, [stay('a', 900), stay('va', 900)]), 'allowed'],
    ['as a visitor, the escort inside', enter(ROOM, [stay('va', 900)], [stay('a', 800)]), 'allowed'],
    [
      'as a visitor of one who left',
      enter(ROOM, [stay('va', 900, 990)], [stay('a', 800, 950)]),
      'VISITOR_WITHOUT_ESCORT va',
    ],
    [
      'as a visitor of a visitor',
      enter(ROOM, [stay('vx', 900)], [stay('va', 800, null, { rootId: 'x' }), stay('a', 800)]),
      'VISITOR_WITHOUT_ESCORT vx',
    ],
    ['alone where two are asked for', enter(TWO, [stay('a', 900)]), 'ALONE_IN_TWO_PERSON_ROOM a'],
    ['as two', enter(TWO, [stay('a', 900), stay('b', 900)]), 'allowed'],
    ['as one with a visitor', enter(TWO, [stay('a', 900), stay('va', 900)]), 'ALONE_IN_TWO_PERSON_ROOM a'],
    ['to one who is inside', enter(TWO, [stay('b', 900)], [stay('a', 100), stay('c', 100, 950)]), 'allowed'],
    [
      'and staying longer than the others',
      enter(TWO, [stay('c', 900, 990)], [stay('a', 800, 950), stay('b', 800, 950)]),
      'ALONE_IN_TWO_PERSON_ROOM c',
    ],
    ['before the rule held', enter({ ...TWO, twoPersonsSinceMs: 950 }, [stay('a', 900, 940)]), 'allowed'],
    [
      'until after the rule held',
      enter({ ...TWO, twoPersonsSinceMs: 950 }, [stay('a', 900, 960)]),
      'ALONE_IN_TWO_PERSON_ROOM a',
    ],
    ['not at all, for a moment', enter(TWO, [stay('a', 900, 900)]), 'allowed'],
  ])('%s', (_, verdict, expected) => expect(verdict).toBe(expected));
});

describe('leaving', () => {
  const leave = (room: RoomOfStays, leavingIds: string[], inRoom: Stay[], leftAtMs = NOW) =>
    said(decideLeaving({ room, leavingIds, leftAtMs, inRoom, nowMs: NOW }));
  const two = [stay('a', 100), stay('b', 100)];

  it.each([
    ['at last', leave(ROOM, ['a'], [stay('a', 100)]), 'allowed'],
    ['before entering', leave(ROOM, ['a'], [stay('a', 100)], 99), 'LEFT_BEFORE_ENTERING a'],
    ['tomorrow', leave(ROOM, ['a'], [stay('a', 100)], 1001), 'VISIT_IN_FUTURE a'],
    ['twice', leave(ROOM, ['a'], [stay('a', 100, 200)]), 'VISIT_OVER a'],
    ['before one’s visitor', leave(ROOM, ['a'], [stay('a', 100), stay('va', 200)]), 'ESCORT_LEAVES_FIRST va'],
    ['with one’s visitor', leave(ROOM, ['a', 'va'], [stay('a', 100), stay('va', 200)]), 'allowed'],
    ['after one’s visitor', leave(ROOM, ['a'], [stay('a', 100), stay('va', 200, 300)]), 'allowed'],
    [
      'earlier than one’s visitor did',
      leave(ROOM, ['a'], [stay('a', 100), stay('va', 200, 300)], 250),
      'ESCORT_LEAVES_FIRST va',
    ],
    ['and leaving one alone', leave(TWO, ['a'], two), 'ALONE_IN_TWO_PERSON_ROOM b'],
    ['together', leave(TWO, ['a', 'b'], two), 'allowed'],
    ['and leaving two', leave(TWO, ['a'], [...two, stay('c', 100)]), 'allowed'],
    [
      'and leaving two visitors',
      leave(TWO, ['a', 'b'], [...two, stay('vc', 100)]),
      'ALONE_IN_TWO_PERSON_ROOM vc',
    ],
    [
      'before what one moved',
      leave(ROOM, ['a'], [stay('a', 100, null, { usedFromMs: 150, usedUntilMs: 400 })], 399),
      'VISIT_CARRIES_MOVEMENTS a',
    ],
    [
      'after what one moved',
      leave(ROOM, ['a'], [stay('a', 100, null, { usedFromMs: 150, usedUntilMs: 400 })], 400),
      'allowed',
    ],
  ])('%s', (_, verdict, expected) => expect(verdict).toBe(expected));

  it.each([
    ['a', [stay('a', 1), stay('b', 1)], ROOM, ['a']],
    ['a', [stay('va', 2), stay('a', 1), stay('b', 1), stay('c', 1)], TWO, ['a', 'va']],
    ['b', [stay('a', 1), stay('b', 1), stay('va', 1)], TWO, ['b', 'a', 'va']],
    ['va', [stay('a', 1), stay('b', 1), stay('va', 1)], TWO, ['va']],
  ] as const)('together with %s', (rootId, inside, room, expected) => {
    expect(listLeavingTogether(rootId, inside, room).map(({ name }) => name)).toEqual(expected);
  });
});

describe('correcting', () => {
  const correct = (
    room: RoomOfStays,
    before: Stay[],
    after: Stay[],
    others: Stay[] = [],
    elsewhere: Stay[] = [],
  ) => said(decideCorrection({ room, before, after, inRoom: [...before, ...others], elsewhere, nowMs: NOW }));
  const used = { usedFromMs: 150, usedUntilMs: 180 };

  it.each([
    ['the times', correct(ROOM, [stay('a', 100, 200)], [stay('a', 90, 210)]), 'allowed'],
    ['to nothing', correct(ROOM, [stay('a', 100, 200)], []), 'allowed'],
    [
      'into the stay of an other room',
      correct(ROOM, [stay('a', 100, 200)], [stay('a', 100, 300)], [], [stay('a', 250, 400, { rootId: 'x' })]),
      'PERSON_IN_OTHER_ROOM a',
    ],
    [
      'away from a visitor',
      correct(ROOM, [stay('a', 100, 200)], [stay('a', 150, 200)], [stay('va', 120, 180)]),
      'ESCORT_LEAVES_FIRST va',
    ],
    [
      'to nothing with a visitor',
      correct(ROOM, [stay('a', 100, 200)], [], [stay('va', 120, 180)]),
      'ESCORT_LEAVES_FIRST va',
    ],
    [
      'one of two',
      correct(TWO, [stay('a', 100, 200)], [stay('a', 100, 300)], [stay('b', 100, 200)]),
      'ALONE_IN_TWO_PERSON_ROOM a',
    ],
    [
      'away from the other',
      correct(TWO, [stay('a', 100, 200)], [], [stay('b', 100, 200)]),
      'ALONE_IN_TWO_PERSON_ROOM b',
    ],
    [
      'both',
      correct(TWO, [stay('a', 100, 200), stay('b', 100, 200)], [stay('a', 100, 300), stay('b', 100, 300)]),
      'allowed',
    ],
    [
      'past what was moved',
      correct(ROOM, [stay('a', 100, 200, used)], [stay('a', 160, 200, used)]),
      'VISIT_CARRIES_MOVEMENTS a',
    ],
    [
      'around what was moved',
      correct(ROOM, [stay('a', 100, 200, used)], [stay('a', 150, 180, used)]),
      'allowed',
    ],
    [
      'to nothing what was moved in',
      correct(ROOM, [stay('a', 100, 200, used)], []),
      'VISIT_CARRIES_MOVEMENTS a',
    ],
  ])('%s', (_, verdict, expected) => expect(verdict).toBe(expected));
});

describe('a movement of items', () => {
  const facts = (over: Partial<PresenceFacts>): PresenceFacts => ({
    personIds: ['a'],
    presentIds: ['a'],
    requiresTwoPersons: false,
    isLateEntry: false,
    ...over,
  });
  it.each<[string, PresenceFacts, string]>([
    ['inside a visit', facts({}), 'allowed'],
    ['outside one', facts({ presentIds: [] }), 'MOVEMENT_OUTSIDE_VISIT'],
    ['in the visit of somebody else', facts({ presentIds: ['b'] }), 'MOVEMENT_OUTSIDE_VISIT'],
    ['by two of whom one is outside', facts({ personIds: ['a', 'b'] }), 'MOVEMENT_OUTSIDE_VISIT'],
    ['by nobody', facts({ personIds: [] }), 'MOVEMENT_OUTSIDE_VISIT'],
    ['by one where two are asked for', facts({ requiresTwoPersons: true }), 'MOVEMENT_NEEDS_TWO_PERSONS'],
    [
      'by one named twice',
      facts({ requiresTwoPersons: true, personIds: ['a', 'a'] }),
      'MOVEMENT_NEEDS_TWO_PERSONS',
    ],
    ['by two', facts({ requiresTwoPersons: true, personIds: ['a', 'b'], presentIds: ['b', 'a'] }), 'allowed'],
    ['outside one, recorded later', facts({ presentIds: [], isLateEntry: true }), 'flagged'],
    ['inside one, recorded later', facts({ isLateEntry: true }), 'allowed'],
    ['by one of two, recorded later', facts({ requiresTwoPersons: true, isLateEntry: true }), 'flagged'],
  ])('%s', (_, asked, expected) => {
    const verdict = decidePresence(asked);
    expect(verdict.allowed ? (verdict.isFlagged ? 'flagged' : 'allowed') : verdict.reason).toBe(expected);
  });
});

describe('random visits by random people', () => {
  const PEOPLE = ['a', 'b', 'c', 'd'];
  const ROOMS: RoomOfStays[] = [
    { roomId: 'one', twoPersonsSinceMs: null },
    { roomId: 'two', twoPersonsSinceMs: 0 },
  ];
  const step = fc.record({
    kind: fc.constantFrom('enter' as const, 'enter' as const, 'leave' as const, 'correct' as const),
    room: fc.constantFrom(...ROOMS),
    who: fc.subarray(PEOPLE, { minLength: 1, maxLength: 3 }),
    visitor: fc.boolean(),
    wait: fc.integer({ min: 0, max: 20 }),
    back: fc.integer({ min: 0, max: 30 }),
    length: fc.option(fc.integer({ min: 0, max: 25 })),
    pick: fc.nat(),
  });

  /** What must hold at every moment, said without the rules. */
  function breachesOf(stays: readonly Stay[]): string[] {
    const ends = (each: Stay) => each.leftAtMs ?? Number.POSITIVE_INFINITY;
    const at = (moment: number, each: Stay) => each.enteredAtMs <= moment && moment < ends(each);
    const moments = [...new Set(stays.flatMap((each) => [each.enteredAtMs, ends(each) - 1]))];
    return moments.flatMap((moment) => {
      const inside = stays.filter((each) => at(moment, each));
      const people = inside.flatMap(({ personId }) => personId ?? []);
      const alone = ROOMS.filter(({ roomId, twoPersonsSinceMs }) => {
        const here = inside.filter((each) => each.roomId === roomId);
        const own = new Set(here.flatMap(({ personId }) => personId ?? []));
        return twoPersonsSinceMs !== null && here.length > 0 && own.size < 2;
      });
      const unescorted = inside.filter(
        ({ personId, escortRootId, roomId }) =>
          personId === null &&
          !inside.some(
            (each) => each.rootId === escortRootId && each.roomId === roomId && each.personId !== null,
          ),
      );
      return [
        ...(new Set(people).size < people.length ? [`twice at ${moment}`] : []),
        ...alone.map(({ roomId }) => `alone in ${roomId} at ${moment}`),
        ...unescorted.map(({ name }) => `${name} without escort at ${moment}`),
      ];
    });
  }

  type Step = (typeof step extends fc.Arbitrary<infer S> ? S : never) & { readonly index: number };

  /** The stays after the step, or null when the rules refuse it. */
  function entered(stays: readonly Stay[], { room, who, visitor, back, length, index }: Step, now: number) {
    const enteredAtMs = now - back;
    const leftAtMs = length === null ? null : Math.min(now, enteredAtMs + length);
    const named = (name: string, escortRootId: string | null) =>
      stay(name, enteredAtMs, leftAtMs, { rootId: `${index}${name}`, roomId: room.roomId, escortRootId });
    const own = who.map((name) => named(name, null));
    const entering = visitor ? [...own, named('v', own[0]?.rootId ?? null)] : own;
    const verdict = decideEntry({ room, entering, ...around(stays, room), nowMs: now });
    return verdict.allowed ? [...stays, ...entering] : null;
  }

  function left(stays: readonly Stay[], { room, visitor, back, pick }: Step, now: number) {
    const { inRoom } = around(stays, room);
    const open = inRoom.filter((each) => each.leftAtMs === null);
    const first = open[pick % Math.max(1, open.length)];
    if (!first) return null;
    const together = listLeavingTogether(first.rootId, open, room).map(({ rootId }) => rootId);
    const leavingIds = visitor ? together : [first.rootId];
    const leftAtMs = now - Math.floor(back / 4);
    const verdict = decideLeaving({ room, leavingIds, leftAtMs, inRoom, nowMs: now });
    const after = stays.map((each) => (leavingIds.includes(each.rootId) ? { ...each, leftAtMs } : each));
    return verdict.allowed ? after : null;
  }

  function corrected(stays: readonly Stay[], { room, visitor, back, length, pick }: Step, now: number) {
    const { inRoom, elsewhere } = around(stays, room);
    const before = inRoom[pick % Math.max(1, inRoom.length)];
    if (!before) return null;
    const enteredAtMs = now - back;
    const leftAtMs = length === null ? null : Math.min(now, enteredAtMs + length);
    const after = visitor ? [] : [{ ...before, enteredAtMs, leftAtMs }];
    const verdict = decideCorrection({ room, before: [before], after, inRoom, elsewhere, nowMs: now });
    return verdict.allowed ? [...stays.filter(({ rootId }) => rootId !== before.rootId), ...after] : null;
  }

  function around(stays: readonly Stay[], room: RoomOfStays) {
    return {
      inRoom: stays.filter(({ roomId }) => roomId === room.roomId),
      elsewhere: stays.filter(({ roomId }) => roomId !== room.roomId),
    };
  }

  it('keep every rule at every moment', () => {
    const taken = { enter: 0, leave: 0, correct: 0 };
    const doing = { enter: entered, leave: left, correct: corrected };
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
        let stays: Stay[] = [];
        let now = 100;
        for (const [index, each] of steps.entries()) {
          now += each.wait;
          const after = doing[each.kind](stays, { ...each, index }, now);
          if (after === null) continue;
          stays = after;
          taken[each.kind] += 1;
          expect(breachesOf(stays)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
    expect(Object.values(taken).every((count) => count > 50)).toBe(true);
  });
});

describe('small rules', () => {
  it.each([
    ['152801199001011234', '15************1234'],
    ['1528 0119 9001 0112 34', '15************1234'],
    ['蒙字第12号', '蒙***2号'],
    ['12', '**'],
    ['', ''],
  ])('%j is kept as %j', (number, kept) => expect(maskDocument(number)).toBe(kept));

  it('masking what is masked changes nothing, and never shows more than six characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('1', '2', 'X', '号', ' ') }), (number) => {
        const kept = maskDocument(number);
        expect(maskDocument(kept)).toBe(kept);
        expect(kept.replaceAll('*', '').length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it('a quarter of an hour is no late entry, a moment more is', () => {
    expect([isRecordedLate(0, 900_000), isRecordedLate(0, 900_001)]).toEqual([false, true]);
    expect(staysOverlap(stay('a', 1, 2), stay('a', 2, 3))).toBe(false);
  });
});
