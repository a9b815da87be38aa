import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { labelTemplate, type LabelTemplate } from '../../src/modules/labels/template.contract.ts';
import type { SavedLabelTemplate } from '../../src/modules/labels/templates.contract.ts';
import {
  editTemplate,
  startEditing,
  type EditorAction,
} from '../../src/web/pages/label-templates/editor/editor-state.ts';
import { ELEMENT_TYPES, newElement } from '../../src/web/pages/label-templates/editor/new-element.ts';
import { snapMove, snapResize } from '../../src/web/pages/label-templates/editor/snap.ts';
import { elementOfPath } from '../../src/web/pages/label-templates/editor/problem-path.ts';
import {
  expectNoSeriousFindings,
  expectNoSidewaysScrolling,
  openAt,
  PHONE,
  startWebTest,
  type WebTest,
} from '../support/browser.ts';
import { getJson } from '../support/http-json.ts';
import { buildCourt, buildPerson, type TestPerson } from '../support/people.ts';

const TEMPLATE: LabelTemplate = labelTemplate.parse({
  ...{ key: 'small', name: { zh: '小', en: 'small' }, kinds: ['A'], sizeMm: { width: 40, height: 20 } },
  elements: [
    { type: 'text', x: 1, y: 1, width: 20, height: 5, text: '{name}', fontSizePt: 8 },
    { type: 'qr', x: 22, y: 2, width: 16, height: 16 },
  ],
});
const after = (...actions: EditorAction[]) => actions.reduce(editTemplate, startEditing(TEMPLATE));

describe('editing', () => {
  it('moves by steps, never out of the upper left corner, and undoes each', () => {
    const moved = after(
      { do: 'nudge', index: 0, dx: 0.5, dy: 0 },
      { do: 'nudge', index: 0, dx: -9, dy: 0.1 },
    );
    expect(moved.present.elements[0]).toMatchObject({ x: 0, y: 1.1 });
    const back = editTemplate(moved, { do: 'undo' });
    expect(back.present.elements[0]).toMatchObject({ x: 1.5, y: 1 });
    expect(editTemplate(back, { do: 'redo' }).present).toEqual(moved.present);
  });

  it('undoes a drag in one step, and a change of another gesture apart from it', () => {
    const drag = (x: number, gesture: string): EditorAction => ({
      ...{ do: 'change', index: 0, gesture },
      patch: { x },
    });
    const dragged = after(drag(2, 'a'), drag(3, 'a'), drag(4, 'b'));
    expect(dragged.past).toHaveLength(2);
    expect(editTemplate(dragged, { do: 'undo' }).present.elements[0]).toMatchObject({ x: 3 });
  });

  it('orders, copies and removes elements, and keeps the last one', () => {
    expect(after({ do: 'forward', index: 0 }).present.elements.map(({ type }) => type)).toEqual([
      'qr',
      'text',
    ]);
    expect(after({ do: 'backward', index: 0 }).past).toHaveLength(0);
    const copied = after({ do: 'duplicate', index: 1 });
    expect(copied.selected).toBe(2);
    expect(copied.present.elements[2]).toMatchObject({ type: 'qr', x: 23, y: 3 });
    const one = after({ do: 'remove', index: 0 }, { do: 'remove', index: 0 });
    expect(one.present.elements).toHaveLength(1);
  });

  it('comes back to the start when everything is undone', () => {
    const action = fc.oneof(
      fc.record({ do: fc.constantFrom('duplicate', 'remove', 'forward', 'backward'), index: fc.nat(3) }),
      fc.record({ do: fc.constant('nudge'), index: fc.nat(3), dx: fc.nat(5), dy: fc.nat(5) }),
      fc.record({ do: fc.constantFrom('undo', 'redo') }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        // why: the records above have the shapes of actions.
        let state = after(...(actions as EditorAction[]));
        while (state.past.length > 0) state = editTemplate(state, { do: 'undo' });
        expect(state.present).toEqual(TEMPLATE);
      }),
    );
  });

  it.each(ELEMENT_TYPES)('a new %s fits the label', (type) => {
    const { x, y, width, height } = newElement(type, TEMPLATE, 'iVBORw0KGgoAAAAN');
    expect(x + width).toBeLessThanOrEqual(40);
    expect(y + height).toBeLessThanOrEqual(20);
  });

  it.each([
    ['elements.3', 3],
    ['body.template.elements.12.text', 12],
    ['body.template.sheet', null],
  ])('%s is about element %s', (path, element) => expect(elementOfPath(path)).toBe(element));
});

describe('snapping', () => {
  const ground = {
    label: { width: 40, height: 20 },
    others: [{ x: 10, y: 4, width: 10, height: 4 }],
    within: 1,
  };
  it.each([
    [
      { x: 10.7, y: 12.3, width: 5, height: 3 },
      { x: 10, y: 12.5 },
      { x: [10, 15], y: [] },
    ],
    [
      { x: 17.2, y: -3, width: 5, height: 3 },
      { x: 17.5, y: 0 },
      { x: [20], y: [0] },
    ],
    [
      { x: 60, y: 30, width: 5, height: 3 },
      { x: 35, y: 17 },
      { x: [40], y: [20] },
    ],
  ])('%j comes to rest at %j', (area, place, guides) => {
    const snapped = snapMove(area, ground);
    expect(snapped.area).toMatchObject(place);
    expect(snapped.guides).toMatchObject(guides);
  });

  it('resizes onto lines, never below the least, never out of the label', () => {
    const from = { x: 2, y: 2, width: 17.6, height: 30 };
    expect(snapResize(from, ground, 0.5).area).toEqual({ x: 2, y: 2, width: 18, height: 18 });
    expect(snapResize({ ...from, width: -5 }, ground, 0.5).area.width).toBe(0.5);
  });
});

describe('label templates', () => {
  let test: WebTest;
  let keeper: TestPerson;
  let custodian: TestPerson;

  beforeAll(async () => {
    test = await startWebTest();
    const court = await buildCourt(test);
    keeper = await buildPerson(test, { court, role: 'equipment_admin' });
    custodian = await buildPerson(test, { court, role: 'property_custodian' });
  });
  afterEach(() => test.closePages());
  afterAll(() => test.close());

  const EDITOR = '/label-templates/asset-70x40';
  const read = () => getJson<SavedLabelTemplate>(keeper, EDITOR);
  const canvas = (page: Page) => page.getByRole('application', { name: /^标签画布/ });

  async function openEditor(address = EDITOR): Promise<Page> {
    const page = await test.openPage({ as: keeper });
    await openAt(page, address);
    await page.getByRole('img', { name: '标签样张' }).waitFor();
    return page;
  }

  async function save(page: Page, note: string): Promise<void> {
    await page.getByRole('button', { name: '保存', exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('说明').fill(note);
    await drawer.getByRole('button', { name: /^保存为第/ }).click();
    await page.getByText('未保存').waitFor({ state: 'detached' });
  }

  it('moves an element by keyboard, undoes, saves as a version with a note, and restores the one before', async () => {
    const before = await read();
    const index = before.template.elements.findIndex(({ type }) => type === 'qr');
    const y = before.template.elements[index]?.y ?? 0;
    const page = await openEditor();
    await page.getByRole('list', { name: '元素' }).getByRole('button', { name: '二维码' }).click();
    await canvas(page).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
    expect(Number(await page.getByLabel('上 y').inputValue())).toBeCloseTo(y + 1.1);
    await page.keyboard.press('Control+z');
    expect(Number(await page.getByLabel('上 y').inputValue())).toBeCloseTo(y + 1);
    await save(page, '二维码下移');
    const saved = await read();
    expect(saved).toMatchObject({ version: 1, note: '二维码下移' });
    expect(saved.template.elements[index]?.y).toBeCloseTo(y + 1);
    await page.getByRole('button', { name: '历史版本' }).click();
    await page.getByRole('dialog').getByText('二维码下移').waitFor();
    await page.getByRole('button', { name: '恢复第 0 版' }).click();
    await page.getByText('第 2 版').first().waitFor();
    expect((await read()).template).toEqual(before.template);
  });

  it('says what is wrong beside the element, and keeps what is not saved', async () => {
    const page = await openEditor('/label-templates/asset-50x30');
    await page.getByRole('button', { name: '添加' }).click();
    await page.getByRole('menuitem', { name: '文字' }).click();
    const form = page.getByRole('group', { name: '文字' });
    await form.getByLabel('文字', { exact: true }).fill('{nonsense}');
    await page
      .getByRole('list', { name: '元素' })
      .getByText(/没有字段 \{nonsense\}/)
      .waitFor();
    await expectNoSeriousFindings(page);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText('已恢复上次未保存的修改').waitFor();
    await page
      .getByRole('list', { name: '元素' })
      .getByText(/没有字段 \{nonsense\}/)
      .waitFor();
    await page.getByRole('button', { name: '放弃修改' }).click();
    await page.getByText('未保存').waitFor({ state: 'detached' });
  });

  it('drags with the pointer, and saves as a new template under another key', async () => {
    const page = await openEditor('/label-templates/asset-60x40');
    const frame = canvas(page).getByTitle('二维码');
    const box = await frame.boundingBox();
    if (box === null) throw new Error('the frame is on the page');
    const x = Number(await frame.evaluate((element) => element.style.left.replace('px', '')));
    await page.mouse.move(box.x + 10, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x - 50, box.y + 10, { steps: 4 });
    await page.mouse.up();
    expect(Number(await frame.evaluate((element) => element.style.left.replace('px', '')))).toBeLessThan(
      x - 40,
    );
    await page.getByRole('button', { name: '另存为' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('标识').fill('Not A Key');
    await drawer.getByRole('button', { name: '另存为新模板' }).click();
    await drawer.getByText('只能用小写字母、数字和连字符').first().waitFor();
    await drawer.getByLabel('标识').fill('own-60x40');
    await drawer.getByLabel('名称（中文）').fill('本院 60×40');
    await drawer.getByRole('button', { name: '另存为新模板' }).click();
    await page.getByRole('heading', { name: '本院 60×40' }).waitFor();
    await openAt(page, '/label-templates');
    await page.getByRole('button', { name: '本院 60×40的操作' }).click();
    await page.getByRole('menuitem', { name: '停用模板' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '停用模板' }).click();
    await page.getByRole('link', { name: '本院 60×40' }).waitFor({ state: 'detached' });
    await page.getByLabel('包括已停用的').click();
    await page.getByRole('link', { name: '本院 60×40' }).waitFor();
  });

  it('shows label and elements on a phone, with a word on where to edit', async () => {
    const page = await test.openPage({ as: keeper, viewport: PHONE });
    for (const address of ['/label-templates', EDITOR]) {
      await openAt(page, address);
      await expectNoSeriousFindings(page);
      await expectNoSidewaysScrolling(page);
    }
    await page.getByText('编辑模板需要宽屏，请在电脑上打开。').waitFor();
    expect(await page.getByRole('button', { name: '保存', exact: true }).count()).toBe(0);
  });

  it('lets those who only print look', async () => {
    const page = await test.openPage({ as: custodian });
    await openAt(page, EDITOR);
    await page.getByRole('img', { name: '标签样张' }).waitFor();
    expect(await page.getByRole('button', { name: /保存|另存为/ }).count()).toBe(0);
  });
});
