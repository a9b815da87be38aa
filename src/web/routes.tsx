/**
 * Every page inside the shell: its address, its module (which exports `Component`), and the permission without which
 * the shell shows 「无权查看」 instead. Modules load when they are first opened.
 */
import type { ComponentType } from 'react';
import type { Permission } from '../modules/accounts/permissions.ts';

export interface PageRoute {
  readonly path: string;
  readonly permission?: Permission;
  readonly lazy: () => Promise<{ readonly Component: ComponentType }>;
}

export const PAGE_ROUTES: readonly PageRoute[] = [
  { path: '/', lazy: () => import('./pages/desk/desk.tsx') },
  { path: '/ledger', permission: 'ledger.read', lazy: () => import('./pages/ledger/ledger.tsx') },
  { path: '/as-of', permission: 'asset.read', lazy: () => import('./pages/as-of/as-of.tsx') },
  {
    path: '/idle-assets',
    permission: 'asset.read',
    lazy: () => import('./pages/idle-assets/idle-assets.tsx'),
  },
  {
    path: '/depreciation',
    permission: 'depreciation.read',
    lazy: () => import('./pages/depreciation/depreciation.tsx'),
  },
  {
    path: '/depreciation/:month',
    permission: 'depreciation.read',
    lazy: () => import('./pages/depreciation/posted-month.tsx'),
  },
  { path: '/scan', lazy: () => import('./pages/scanning/scan.tsx') },
  {
    path: '/scan/serial',
    permission: 'asset.move',
    lazy: () => import('./pages/scanning/serial-scan.tsx'),
  },
  { path: '/c/:code', lazy: () => import('./pages/scanning/code-link.tsx') },
  { path: '/search', lazy: () => import('./pages/search/search.tsx') },
  { path: '/account', lazy: () => import('./pages/accounts/own-account.tsx') },
  { path: '/people', permission: 'person.read', lazy: () => import('./pages/accounts/people.tsx') },
  { path: '/people/:personId', permission: 'person.read', lazy: () => import('./pages/accounts/person.tsx') },
  {
    path: '/departments',
    permission: 'directory.read',
    lazy: () => import('./pages/accounts/departments.tsx'),
  },
  { path: '/approvals', permission: 'approval.read', lazy: () => import('./pages/approvals/approvals.tsx') },
  {
    path: '/approvals/policies',
    permission: 'approval.read',
    lazy: () => import('./pages/approvals/policies.tsx'),
  },
  {
    path: '/approvals/delegations',
    permission: 'approval.decide',
    lazy: () => import('./pages/approvals/delegations.tsx'),
  },
  {
    path: '/approvals/:requestId',
    permission: 'approval.read',
    lazy: () => import('./pages/approvals/approval.tsx'),
  },
  { path: '/places', permission: 'place.read', lazy: () => import('./pages/storage/places.tsx') },
  { path: '/places/:placeId', permission: 'place.read', lazy: () => import('./pages/storage/place.tsx') },
  { path: '/rooms', permission: 'room.read', lazy: () => import('./pages/rooms/rooms.tsx') },
  { path: '/rooms/:roomId', permission: 'room.read', lazy: () => import('./pages/rooms/room.tsx') },
  { path: '/rooms/:roomId/map', permission: 'room.read', lazy: () => import('./pages/rooms/room-map.tsx') },
  { path: '/rooms/:roomId/door', permission: 'visit.record', lazy: () => import('./pages/rooms/door.tsx') },
  { path: '/rooms/:roomId/doors', permission: 'visit.read', lazy: () => import('./pages/rooms/doors.tsx') },
  {
    path: '/room-moves',
    permission: 'item.move',
    lazy: () => import('./pages/room-moves/room-moves.tsx'),
  },
  {
    path: '/room-moves/:roomMoveId',
    permission: 'item.move',
    lazy: () => import('./pages/room-moves/room-move.tsx'),
  },
  {
    path: '/handovers/:handoverId',
    permission: 'room.read',
    lazy: () => import('./pages/handovers/handover.tsx'),
  },
  { path: '/papers', permission: 'paper.read', lazy: () => import('./pages/papers/papers.tsx') },
  { path: '/papers/:paperId', permission: 'paper.read', lazy: () => import('./pages/papers/paper.tsx') },
  { path: '/visits', permission: 'visit.read', lazy: () => import('./pages/visits/visits.tsx') },
  {
    path: '/asset-classes',
    permission: 'asset.read',
    lazy: () => import('./pages/fixed-assets/classes/asset-classes.tsx'),
  },
  {
    path: '/asset-classes/import',
    permission: 'asset-class.manage',
    lazy: () => import('./pages/fixed-assets/classes/import-asset-classes.tsx'),
  },
  {
    path: '/print-jobs',
    permission: 'label.read',
    lazy: () => import('./pages/printing/jobs/print-jobs.tsx'),
  },
  {
    path: '/print-jobs/:jobId',
    permission: 'label.read',
    lazy: () => import('./pages/printing/jobs/print-job.tsx'),
  },
  {
    path: '/printers',
    permission: 'label.read',
    lazy: () => import('./pages/printing/printers/printers.tsx'),
  },
  {
    path: '/labelling',
    permission: 'label.read',
    lazy: () => import('./pages/printing/progress/labelling.tsx'),
  },
  {
    path: '/label-templates',
    permission: 'label.read',
    lazy: () => import('./pages/label-templates/label-templates.tsx'),
  },
  {
    path: '/label-templates/:templateKey',
    permission: 'label.read',
    lazy: () => import('./pages/label-templates/label-template.tsx'),
  },
  { path: '/audit', permission: 'audit.read', lazy: () => import('./pages/accounts/audit.tsx') },
  {
    path: '/audit/:eventId',
    permission: 'audit.read',
    lazy: () => import('./pages/accounts/audit-event.tsx'),
  },
  { path: '/tokens', permission: 'token.own', lazy: () => import('./pages/accounts/tokens.tsx') },
  { path: '/courts', permission: 'court.manage', lazy: () => import('./pages/accounts/courts.tsx') },
  {
    path: '/assets',
    permission: 'asset.read',
    lazy: () => import('./pages/fixed-assets/asset-list.tsx'),
  },
  {
    path: '/assets/new',
    permission: 'asset.write',
    lazy: () => import('./pages/fixed-assets/stock-in.tsx'),
  },
  {
    path: '/assets/bulk',
    permission: 'asset.move',
    lazy: () => import('./pages/fixed-assets/bulk-moves.tsx'),
  },
  { path: '/cases', permission: 'case.read', lazy: () => import('./pages/cases/cases.tsx') },
  {
    path: '/case-number-types',
    permission: 'case.read',
    lazy: () => import('./pages/cases/number-types.tsx'),
  },
  { path: '/cases/:caseId', permission: 'case.read', lazy: () => import('./pages/cases/case.tsx') },
  { path: '/deadlines', permission: 'deadline.read', lazy: () => import('./pages/deadlines/deadlines.tsx') },
  { path: '/money', permission: 'money.read', lazy: () => import('./pages/money/money.tsx') },
  {
    path: '/money/:month/:currency',
    permission: 'money.read',
    lazy: () => import('./pages/money/money-month.tsx'),
  },
  {
    path: '/deadline-rules',
    permission: 'deadline.read',
    lazy: () => import('./pages/deadlines/deadline-rules.tsx'),
  },
  {
    path: '/item-tolerances',
    permission: 'item.read',
    lazy: () => import('./pages/custody-rules/tolerances.tsx'),
  },
  {
    path: '/kept-wrongly',
    permission: 'item.read',
    lazy: () => import('./pages/seized-items/kept-wrongly.tsx'),
  },
  {
    path: '/photo-policy',
    permission: 'item.read',
    lazy: () => import('./pages/custody-rules/photo-policy.tsx'),
  },
  { path: '/calendar', permission: 'calendar.manage', lazy: () => import('./pages/deadlines/calendar.tsx') },
  { path: '/imports', permission: 'import.use', lazy: () => import('./pages/imports/imports.tsx') },
  {
    path: '/imports/:importId',
    permission: 'import.use',
    lazy: () => import('./pages/imports/import.tsx'),
  },
  {
    path: '/blank-labels',
    permission: 'label.read',
    lazy: () => import('./pages/blank-labels/blank-labels.tsx'),
  },
  {
    path: '/blank-labels/bind',
    permission: 'label.bind',
    lazy: () => import('./pages/blank-labels/bind/bind-labels.tsx'),
  },
  {
    path: '/blank-labels/:batchId',
    permission: 'label.read',
    lazy: () => import('./pages/blank-labels/batch.tsx'),
  },
  {
    path: '/receipts',
    permission: 'asset.receive',
    lazy: () => import('./pages/fixed-assets/receipts.tsx'),
  },
  {
    path: '/people/:personId/holdings',
    permission: 'person.holdings.read',
    lazy: () => import('./pages/fixed-assets/holdings.tsx'),
  },
  {
    path: '/assets/:assetId/correct',
    permission: 'asset.write',
    lazy: () => import('./pages/fixed-assets/correct-card.tsx'),
  },
  {
    path: '/assets/:assetId',
    permission: 'asset.read',
    lazy: () => import('./pages/fixed-assets/asset.tsx'),
  },
  {
    path: '/seized-items',
    permission: 'item.read',
    lazy: () => import('./pages/seized-items/seized-items.tsx'),
  },
  {
    path: '/seized-items/:itemId',
    permission: 'item.read',
    lazy: () => import('./pages/seized-items/item.tsx'),
  },
  {
    path: '/dispositions',
    permission: 'item.read',
    lazy: () => import('./pages/dispositions/dispositions.tsx'),
  },
  {
    path: '/cases/:caseId/disposal',
    permission: 'item.read',
    lazy: () => import('./pages/dispositions/case-disposal.tsx'),
  },
  { path: '/releases', permission: 'item.read', lazy: () => import('./pages/releases/releases.tsx') },
  {
    path: '/releases/:releaseId',
    permission: 'item.read',
    lazy: () => import('./pages/releases/release.tsx'),
  },
  {
    path: '/item-requests/new',
    permission: 'item.request',
    lazy: () => import('./pages/releases/new-request.tsx'),
  },
  {
    path: '/my-property',
    permission: 'item.request',
    lazy: () => import('./pages/releases/my-property.tsx'),
  },
  { path: '/containers', permission: 'item.read', lazy: () => import('./pages/containers/containers.tsx') },
  {
    path: '/containers/:containerId',
    permission: 'item.read',
    lazy: () => import('./pages/containers/container.tsx'),
  },
  {
    path: '/count-differences',
    permission: 'item.read',
    lazy: () => import('./pages/baseline/differences.tsx'),
  },
  {
    path: '/uncased-things',
    permission: 'uncased.read',
    lazy: () => import('./pages/uncased/uncased-things.tsx'),
  },
  { path: '/intakes', permission: 'item.read', lazy: () => import('./pages/seized-items/intakes.tsx') },
  {
    path: '/intakes/new',
    permission: 'item.receive',
    lazy: () => import('./pages/seized-items/new-intake.tsx'),
  },
  {
    path: '/intakes/:intakeId',
    permission: 'item.read',
    lazy: () => import('./pages/seized-items/intake.tsx'),
  },
];
