/**
 * The menu as data. An item is shown when the person holds any of its permissions (none listed: everybody); labels
 * are `nav.<key>` in the `common` texts. `phonePlaces` decides which four stand at the bottom of a phone.
 */
import type { ComponentType } from 'react';
import ApartmentOutlined from '@ant-design/icons/es/icons/ApartmentOutlined';
import AuditOutlined from '@ant-design/icons/es/icons/AuditOutlined';
import BankOutlined from '@ant-design/icons/es/icons/BankOutlined';
import BookOutlined from '@ant-design/icons/es/icons/BookOutlined';
import BorderOuterOutlined from '@ant-design/icons/es/icons/BorderOuterOutlined';
import CalculatorOutlined from '@ant-design/icons/es/icons/CalculatorOutlined';
import CalendarOutlined from '@ant-design/icons/es/icons/CalendarOutlined';
import CameraOutlined from '@ant-design/icons/es/icons/CameraOutlined';
import CarryOutOutlined from '@ant-design/icons/es/icons/CarryOutOutlined';
import ClockCircleOutlined from '@ant-design/icons/es/icons/ClockCircleOutlined';
import ContainerOutlined from '@ant-design/icons/es/icons/ContainerOutlined';
import DesktopOutlined from '@ant-design/icons/es/icons/DesktopOutlined';
import EnvironmentOutlined from '@ant-design/icons/es/icons/EnvironmentOutlined';
import ExportOutlined from '@ant-design/icons/es/icons/ExportOutlined';
import FileDoneOutlined from '@ant-design/icons/es/icons/FileDoneOutlined';
import FileTextOutlined from '@ant-design/icons/es/icons/FileTextOutlined';
import FolderOpenOutlined from '@ant-design/icons/es/icons/FolderOpenOutlined';
import GoldOutlined from '@ant-design/icons/es/icons/GoldOutlined';
import HistoryOutlined from '@ant-design/icons/es/icons/HistoryOutlined';
import HddOutlined from '@ant-design/icons/es/icons/HddOutlined';
import HomeOutlined from '@ant-design/icons/es/icons/HomeOutlined';
import ImportOutlined from '@ant-design/icons/es/icons/ImportOutlined';
import InboxOutlined from '@ant-design/icons/es/icons/InboxOutlined';
import KeyOutlined from '@ant-design/icons/es/icons/KeyOutlined';
import LayoutOutlined from '@ant-design/icons/es/icons/LayoutOutlined';
import PrinterOutlined from '@ant-design/icons/es/icons/PrinterOutlined';
import MoneyCollectOutlined from '@ant-design/icons/es/icons/MoneyCollectOutlined';
import LinkOutlined from '@ant-design/icons/es/icons/LinkOutlined';
import ProfileOutlined from '@ant-design/icons/es/icons/ProfileOutlined';
import QuestionCircleOutlined from '@ant-design/icons/es/icons/QuestionCircleOutlined';
import RetweetOutlined from '@ant-design/icons/es/icons/RetweetOutlined';
import SafetyOutlined from '@ant-design/icons/es/icons/SafetyOutlined';
import ScanOutlined from '@ant-design/icons/es/icons/ScanOutlined';
import ScheduleOutlined from '@ant-design/icons/es/icons/ScheduleOutlined';
import SignatureOutlined from '@ant-design/icons/es/icons/SignatureOutlined';
import SolutionOutlined from '@ant-design/icons/es/icons/SolutionOutlined';
import TagsOutlined from '@ant-design/icons/es/icons/TagsOutlined';
import TeamOutlined from '@ant-design/icons/es/icons/TeamOutlined';

import type { Permission } from '../modules/accounts/permissions.ts';
import { isRole, type Role } from '../modules/accounts/roles.ts';

export interface NavigationItem {
  readonly key: string;
  readonly path: string;
  readonly icon: ComponentType<{ 'aria-hidden'?: boolean }>;
  readonly anyPermission: readonly Permission[];
}

export interface NavigationGroup {
  readonly key: string;
  readonly items: readonly NavigationItem[];
}

export const NAVIGATION: readonly NavigationGroup[] = [
  { key: 'desk', items: [{ key: 'desk', path: '/', icon: HomeOutlined, anyPermission: [] }] },
  {
    key: 'scan',
    items: [{ key: 'scan', path: '/scan', icon: ScanOutlined, anyPermission: ['asset.read', 'place.read'] }],
  },
  {
    key: 'approvals',
    items: [
      { key: 'approvals', path: '/approvals', icon: FileDoneOutlined, anyPermission: ['approval.decide'] },
    ],
  },
  {
    key: 'fixedAssets',
    items: [
      { key: 'assets', path: '/assets', icon: DesktopOutlined, anyPermission: ['asset.read'] },
      { key: 'ledger', path: '/ledger', icon: BookOutlined, anyPermission: ['ledger.read'] },
      { key: 'asOf', path: '/as-of', icon: HistoryOutlined, anyPermission: ['ledger.read'] },
      { key: 'receipts', path: '/receipts', icon: SignatureOutlined, anyPermission: ['asset.receive'] },
      { key: 'idle', path: '/idle-assets', icon: RetweetOutlined, anyPermission: ['asset.read'] },
      {
        key: 'depreciation',
        path: '/depreciation',
        icon: CalculatorOutlined,
        anyPermission: ['depreciation.read'],
      },
      { key: 'imports', path: '/imports', icon: ImportOutlined, anyPermission: ['import.use'] },
    ],
  },
  {
    key: 'seizedProperty',
    items: [
      { key: 'cases', path: '/cases', icon: FolderOpenOutlined, anyPermission: ['case.read'] },
      { key: 'deadlines', path: '/deadlines', icon: ClockCircleOutlined, anyPermission: ['deadline.read'] },
      { key: 'rooms', path: '/rooms', icon: SafetyOutlined, anyPermission: ['room.read'] },
      { key: 'visits', path: '/visits', icon: SolutionOutlined, anyPermission: ['visit.read'] },
      { key: 'seizedItems', path: '/seized-items', icon: ContainerOutlined, anyPermission: ['item.read'] },
      { key: 'papers', path: '/papers', icon: FileTextOutlined, anyPermission: ['paper.read'] },
      { key: 'myProperty', path: '/my-property', icon: ScheduleOutlined, anyPermission: ['item.request'] },
      { key: 'releases', path: '/releases', icon: ExportOutlined, anyPermission: ['item.release'] },
      { key: 'containers', path: '/containers', icon: GoldOutlined, anyPermission: ['item.move'] },
      {
        key: 'uncased',
        path: '/uncased-things',
        icon: QuestionCircleOutlined,
        anyPermission: ['item.receive'],
      },
      { key: 'intakes', path: '/intakes', icon: InboxOutlined, anyPermission: ['item.receive'] },
      {
        key: 'dispositions',
        path: '/dispositions',
        icon: CarryOutOutlined,
        anyPermission: ['judgment.confirm', 'disposition.prepare', 'disposition.execute', 'disposition.pay'],
      },
      { key: 'money', path: '/money', icon: MoneyCollectOutlined, anyPermission: ['money.read'] },
    ],
  },
  {
    key: 'labels',
    items: [
      { key: 'labelling', path: '/labelling', icon: ProfileOutlined, anyPermission: ['label.read'] },
      { key: 'printJobs', path: '/print-jobs', icon: PrinterOutlined, anyPermission: ['label.read'] },
      {
        key: 'labelTemplates',
        path: '/label-templates',
        icon: LayoutOutlined,
        anyPermission: ['label.read'],
      },
      { key: 'blankLabels', path: '/blank-labels', icon: BorderOuterOutlined, anyPermission: ['label.read'] },
      { key: 'bindLabels', path: '/blank-labels/bind', icon: LinkOutlined, anyPermission: ['label.bind'] },
      { key: 'printers', path: '/printers', icon: HddOutlined, anyPermission: ['label.read'] },
    ],
  },
  {
    key: 'masterData',
    items: [
      { key: 'places', path: '/places', icon: EnvironmentOutlined, anyPermission: ['place.read'] },
      { key: 'classes', path: '/asset-classes', icon: TagsOutlined, anyPermission: ['asset-class.manage'] },
      {
        key: 'departments',
        path: '/departments',
        icon: ApartmentOutlined,
        anyPermission: ['department.manage', 'asset.write'],
      },
      {
        key: 'custodyRules',
        path: '/photo-policy',
        icon: CameraOutlined,
        anyPermission: ['custody-policy.manage'],
      },
      { key: 'calendar', path: '/calendar', icon: CalendarOutlined, anyPermission: ['calendar.manage'] },
      { key: 'courts', path: '/courts', icon: BankOutlined, anyPermission: ['court.manage'] },
    ],
  },
  {
    key: 'system',
    items: [
      { key: 'people', path: '/people', icon: TeamOutlined, anyPermission: ['person.read', 'role.grant'] },
      { key: 'audit', path: '/audit', icon: AuditOutlined, anyPermission: ['audit.read'] },
      { key: 'tokens', path: '/tokens', icon: KeyOutlined, anyPermission: ['token.own'] },
    ],
  },
];

/** What a role comes for on a phone, where permissions alone do not tell: everybody may be asked to decide something. */
const FIRST_OF_ROLE: Readonly<Partial<Record<Role, readonly string[]>>> = {
  department_head: ['approvals', 'deadlines'],
  vice_president: ['approvals', 'deadlines'],
  president: ['approvals', 'deadlines'],
  equipment_admin: ['assets', 'receipts'],
  enforcement_officer: ['dispositions', 'deadlines'],
  finance_officer: ['dispositions', 'money'],
};

const EVERYBODYS_PLACES: readonly string[] = ['desk', 'scan'];

/** Menu keys in order of use on a phone; the first four that the person may open stand at the bottom. */
const PHONE_PLACES: readonly string[] = [
  'intakes',
  'releases',
  'myProperty',
  'dispositions',
  'assets',
  'cases',
  'receipts',
  'ledger',
  'seizedItems',
  'people',
  'audit',
  'places',
];

/** Whether a page below this item's has an item of its own, which is the one to be marked. */
export function hasNearerItem({ path }: NavigationItem, pathname: string): boolean {
  return NAVIGATION.some(({ items }) =>
    items.some((other) => other.path.startsWith(`${path}/`) && pathname.startsWith(other.path)),
  );
}

/** The groups that have something for this person, with only those items. */
export function permittedNavigation(can: (permission: Permission) => boolean): readonly NavigationGroup[] {
  return NAVIGATION.map((group) => ({
    ...group,
    items: group.items.filter((item) => item.anyPermission.length === 0 || item.anyPermission.some(can)),
  })).filter((group) => group.items.length > 0);
}

/** The four at the bottom of a phone: 工作台, 扫码, and the two that the person’s roles use most. */
export function phonePlaces(
  groups: readonly NavigationGroup[],
  roles: readonly string[],
): readonly NavigationItem[] {
  const items = groups.flatMap((group) => group.items);
  const firsts = roles.flatMap((role) => (isRole(role) ? (FIRST_OF_ROLE[role] ?? []) : []));
  const keys = new Set([...EVERYBODYS_PLACES, ...firsts, ...PHONE_PLACES]);
  return [...keys].flatMap((key) => items.filter((item) => item.key === key)).slice(0, 4);
}
