import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from './application.tsx';
import { startLanguage } from './i18n/language.ts';
import { applyColourMode } from './theme/colour-mode.ts';
import './theme/base.css';
import './theme/antd-fixes.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
applyColourMode();
await startLanguage();
createRoot(root).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
