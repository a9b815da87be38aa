import {
  answerCommand,
  answerDownload,
  answerOpen,
  answerQuery,
  type ServedEndpoint,
} from '../../platform/served-endpoint.ts';
import { appointAdministrator } from './appoint-administrator.ts';
import { changeLanguage } from './change-language.ts';
import { changePassword } from './change-password.ts';
import { changePin } from './change-pin.ts';
import { closeDepartment } from './close-department.ts';
import { closePerson } from './close-person.ts';
import { completeSetUp } from './complete-set-up.ts';
import * as contract from './contract.ts';
import { createApiToken } from './create-api-token.ts';
import { createDepartment } from './create-department.ts';
import { endMembership } from './end-membership.ts';
import { endOwnSession } from './end-own-session.ts';
import { endSessionsOfPerson } from './end-sessions-of-person.ts';
import { exportAuditEvents } from './export-audit-events.ts';
import { findAuditEvent } from './find-audit-event.ts';
import { findDirectoryBadge } from './find-directory-badge.ts';
import { findPerson } from './find-person.ts';
import { grantMembership } from './grant-membership.ts';
import { listApiTokens } from './list-api-tokens.ts';
import { listAuditEvents } from './list-audit-events.ts';
import { listCourts } from './list-courts.ts';
import { listDepartments } from './list-departments.ts';
import { listDirectoryDepartments } from './list-directory-departments.ts';
import { listDirectoryPeople } from './list-directory-people.ts';
import { listOwnSessions } from './list-own-sessions.ts';
import { listPeople } from './list-people.ts';
import { listSessionsOfPerson } from './list-sessions-of-person.ts';
import { openCourt } from './open-court.ts';
import { readSession } from './read-session.ts';
import { readSetUp } from './read-set-up.ts';
import { registerPerson } from './register-person.ts';
import { releaseSignInLock } from './release-sign-in-lock.ts';
import { renameCourt } from './rename-court.ts';
import { reopenPerson } from './reopen-person.ts';
import { resetPassword } from './reset-password.ts';
import { revokeApiToken } from './revoke-api-token.ts';
import { signIn } from './sign-in.ts';
import { signOutEverywhere } from './sign-out-everywhere.ts';
import { signOut } from './sign-out.ts';
import { switchCourt } from './switch-court.ts';
import { updateDepartment } from './update-department.ts';
import { updatePerson } from './update-person.ts';

export const accountEndpoints: readonly ServedEndpoint[] = [
  answerOpen(contract.readSession, readSession),
  answerOpen(contract.signIn, signIn),
  answerOpen(contract.signOut, signOut),
  answerOpen(contract.signOutEverywhere, signOutEverywhere),
  answerOpen(contract.listOwnSessions, listOwnSessions),
  answerOpen(contract.endOwnSession, endOwnSession),
  answerOpen(contract.changePassword, changePassword),
  answerOpen(contract.switchCourt, switchCourt),
  answerOpen(contract.changeLanguage, changeLanguage),
  answerOpen(contract.changePin, changePin),
  answerOpen(contract.readSetUp, readSetUp),
  answerOpen(contract.completeSetUp, completeSetUp),
  answerQuery(contract.listApiTokens, listApiTokens),
  answerCommand(contract.createApiToken, createApiToken),
  answerCommand(contract.revokeApiToken, revokeApiToken),
  answerQuery(contract.listCourts, listCourts),
  answerCommand(contract.openCourt, openCourt),
  answerCommand(contract.renameCourt, renameCourt),
  answerQuery(contract.listDepartments, listDepartments),
  answerCommand(contract.createDepartment, createDepartment),
  answerCommand(contract.updateDepartment, updateDepartment),
  answerCommand(contract.closeDepartment, closeDepartment),
  answerQuery(contract.listPeople, listPeople),
  answerQuery(contract.findPerson, findPerson),
  answerCommand(contract.registerPerson, registerPerson),
  answerCommand(contract.updatePerson, updatePerson),
  answerCommand(contract.closePerson, closePerson),
  answerCommand(contract.reopenPerson, reopenPerson),
  answerCommand(contract.resetPassword, resetPassword),
  answerCommand(contract.releaseSignInLock, releaseSignInLock),
  answerQuery(contract.listSessionsOfPerson, listSessionsOfPerson),
  answerCommand(contract.endSessionsOfPerson, endSessionsOfPerson),
  answerCommand(contract.grantMembership, grantMembership),
  answerCommand(contract.endMembership, endMembership),
  answerCommand(contract.appointAdministrator, appointAdministrator),
  answerQuery(contract.listDirectoryPeople, listDirectoryPeople),
  answerQuery(contract.listDirectoryDepartments, listDirectoryDepartments),
  answerQuery(contract.findDirectoryBadge, findDirectoryBadge),
  answerQuery(contract.listAuditEvents, listAuditEvents),
  answerDownload(contract.exportAuditEvents, exportAuditEvents),
  answerQuery(contract.findAuditEvent, findAuditEvent),
];
