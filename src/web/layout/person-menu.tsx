import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import UserOutlined from '@ant-design/icons/es/icons/UserOutlined';
import Dropdown from 'antd/es/dropdown';
import type { MenuProps } from 'antd/es/menu';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../api/use-command.ts';
import { switchLanguage, type Language } from '../i18n/language.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { leaveSession } from '../session/leave-session.ts';
import {
  changeLanguage,
  signOut,
  signOutEverywhere,
  switchCourt,
} from '../../modules/accounts/session.contract.ts';
import { useSession } from '../session/use-session.ts';
import { chooseColour, useColourPreference, type ColourPreference } from '../theme/colour-mode.ts';
import { announce } from './announcer.tsx';

const COLOURS: readonly ColourPreference[] = ['system', 'light', 'dark'];

/** Who is signed in, and what belongs to the person: language, colours, password, PIN and badge, sign-out. */
export function PersonMenu() {
  const { t } = useTranslation();
  const { person, court, courts } = useSession();
  const language = useLanguage();
  const colour = useColourPreference();
  const navigate = useNavigate();
  const out = useCommand(signOut);
  const outEverywhere = useCommand(signOutEverywhere);
  const client = useQueryClient();
  const rememberLanguage = useCommand(changeLanguage);
  const toCourt = useCommand(switchCourt);
  const chooseLanguage = (next: Language) => {
    void switchLanguage(next).then(() => client.invalidateQueries());
    void rememberLanguage.send({ body: { language: next } });
  };
  const enterCourt = async (courtId: number) => {
    if ((await toCourt.send({ body: { courtId } })) === undefined) announce(t('problem.unexpected'));
    else window.location.assign('/');
  };
  const leave = async (command: { send: (request: object) => Promise<unknown> }) => {
    if ((await command.send({})) === undefined) announce(t('problem.connectionLost'));
    else leaveSession();
  };
  const items: MenuProps['items'] = [
    { type: 'group', label: `${person.name} · ${court.name}`, key: 'who' },
    { type: 'divider' },
    ...(courts.length < 2
      ? []
      : [
          {
            key: 'court',
            label: t('person.court'),
            children: courts.map((each) => ({
              key: `court-${each.id}`,
              label: `${each.id === court.id ? '✓ ' : ''}${each.name}`,
              onClick: () => void enterCourt(each.id),
            })),
          },
        ]),
    {
      key: 'language',
      label: t('otherLanguage'),
      onClick: () => chooseLanguage(language === 'zh' ? 'en' : 'zh'),
    },
    {
      key: 'colour',
      label: t('colour.title'),
      children: COLOURS.map((each) => ({
        key: `colour-${each}`,
        label: `${each === colour ? '✓ ' : ''}${t(`colour.${each}`)}`,
        onClick: () => chooseColour(each),
      })),
    },
    { type: 'divider' },
    { key: 'password', label: t('person.changePassword'), onClick: () => void navigate('/account#password') },
    { key: 'pin', label: t('person.pinAndBadge'), onClick: () => void navigate('/account#pin') },
    { type: 'divider' },
    { key: 'out', label: t('person.signOut'), onClick: () => void leave(out) },
    { key: 'everywhere', label: t('person.signOutEverywhere'), onClick: () => void leave(outEverywhere) },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className="cc-plain-button cc-person" aria-haspopup="menu">
        <UserOutlined aria-hidden />
        <span className="cc-person-name">{person.name}</span>
        <DownOutlined aria-hidden className="cc-person-arrow" />
        <span className="cc-hidden">{t('person.menu')}</span>
      </button>
    </Dropdown>
  );
}
