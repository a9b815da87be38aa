/** Where modules that know no user of theirs are told who uses them; called once by createApp. */
import {
  registerBadgeIssuer,
  registerClosingCheck,
  registerRoleEndingCheck,
  registerRoleFollower,
} from './modules/accounts/extension-points.ts';
import { CASE_COMPANIONS } from './modules/cases/deadline-companions.ts';
import { objectToClosingWithCases } from './modules/cases/object-to-closing.ts';
import { registerDeadlineCompanions } from './modules/deadlines/deadline-companions.ts';
import { handOnOfficeDeadlines } from './modules/deadlines/hand-on-office-deadlines.ts';
import { END_WITH_ITEM } from './modules/dispositions/end-with-item.ts';
import { OPEN_CLAIMS } from './modules/dispositions/list-open-claims.ts';
import { ORDERED_LINES } from './modules/dispositions/list-ordered-lines.ts';
import { ASSET_CODE_SUBJECT } from './modules/fixed-assets/asset-code-subject.ts';
import { ASSETS_AT_PLACES } from './modules/fixed-assets/assets-at-places.ts';
import { ASSET_IMPORT_TARGET } from './modules/fixed-assets/import/asset-import-target.ts';
import { objectToClosing } from './modules/fixed-assets/object-to-closing.ts';
import { registerImportTarget } from './modules/imports/import-target.ts';
import { BADGE_CODE_SUBJECT } from './modules/item-codes/badge-code-subject.ts';
import { registerCodeSubject } from './modules/item-codes/code-subjects.ts';
import { issueItemCodes } from './modules/item-codes/issue-item-codes.ts';
import { usePrintingSettings } from './modules/labels/printing-settings.ts';
import { useShippedTemplates } from './modules/labels/shipped-templates.ts';
import { loadShippedTemplates } from './modules/labels/templates/load-shipped-templates.ts';
import { ROOM_COMPANIONS } from './modules/rooms/deadline-companions.ts';
import { objectToClosingCustodian, objectToEndingCustodianRole } from './modules/rooms/object-to-leaving.ts';
import { registerRoomContents } from './modules/rooms/room-contents.ts';
import { registerItemRequestKinds } from './modules/seized-items/register-item-request-kinds.ts';
import { registerItemEnding } from './modules/seized-items/item-ends.ts';
import { registerOpenClaims } from './modules/seized-items/open-claims.ts';
import { registerOrderedLines } from './modules/seized-items/ordered-lines.ts';
import { CONTAINER_CODE_SUBJECT } from './modules/seized-items/containers/container-code-subject.ts';
import { REGISTER_IMPORT_TARGET } from './modules/seized-items/import/register-import-target.ts';
import { ITEM_CODE_SUBJECT } from './modules/seized-items/item-code-subject.ts';
import { CONTAINERS_AT_PLACES, ITEMS_AT_PLACES } from './modules/seized-items/items-at-places.ts';
import { ITEMS_IN_ROOMS } from './modules/seized-items/items-in-rooms.ts';
import { PLACE_CODE_SUBJECT } from './modules/storage/place-code-subject.ts';
import { registerPlaceUse } from './modules/storage/place-uses.ts';
import type { AppDependencies } from './platform/app-dependencies.ts';
import { useIdentityKeys } from './platform/identity-keys/held-keys.ts';

/** Throws StartRefused when a label template that ships is wrong. */
export function registerModules({
  labelTemplatesFolder,
  publicUrl,
  printers,
  printerTimeouts,
  identityKeys,
}: Pick<
  AppDependencies,
  'labelTemplatesFolder' | 'publicUrl' | 'printers' | 'printerTimeouts' | 'identityKeys'
>): void {
  registerBadgeIssuer(issueItemCodes);
  for (const subject of [
    ASSET_CODE_SUBJECT,
    ITEM_CODE_SUBJECT,
    CONTAINER_CODE_SUBJECT,
    PLACE_CODE_SUBJECT,
    BADGE_CODE_SUBJECT,
  ])
    registerCodeSubject(subject);
  registerDeadlineCompanions(CASE_COMPANIONS);
  registerDeadlineCompanions(ROOM_COMPANIONS);
  registerPlaceUse(ASSETS_AT_PLACES);
  registerPlaceUse(ITEMS_AT_PLACES);
  registerPlaceUse(CONTAINERS_AT_PLACES);
  registerRoomContents(ITEMS_IN_ROOMS);
  registerItemRequestKinds();
  registerOrderedLines(ORDERED_LINES);
  registerOpenClaims(OPEN_CLAIMS);
  registerItemEnding(END_WITH_ITEM);
  registerClosingCheck(objectToClosing);
  registerClosingCheck(objectToClosingWithCases);
  if (identityKeys !== undefined) useIdentityKeys(identityKeys);
  registerClosingCheck(objectToClosingCustodian);
  registerRoleEndingCheck(objectToEndingCustodianRole);
  registerRoleFollower(handOnOfficeDeadlines);
  registerImportTarget(ASSET_IMPORT_TARGET);
  registerImportTarget(REGISTER_IMPORT_TARGET);
  usePrintingSettings({ publicUrl, printers, timeouts: printerTimeouts });
  if (labelTemplatesFolder !== undefined) useShippedTemplates(loadShippedTemplates(labelTemplatesFolder));
}
