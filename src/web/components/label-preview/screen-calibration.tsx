import { useState } from 'react';
import Button from 'antd/es/button';
import Drawer from 'antd/es/drawer';
import Slider from 'antd/es/slider';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../../layout/use-is-phone.ts';
import { ASSUMED_PX_PER_MM, keepScreenScale, PX_PER_MM_RANGE, useScreenScale } from './screen-scale.ts';
import './label-preview.css';

/** ISO/IEC 7810 ID-1: identity cards, bank cards, badges. */
const CARD_MM = { width: 85.6, height: 53.98 } as const;
const STEP = 0.01;

function CalibrationBody({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('printing');
  const kept = useScreenScale();
  const [pxPerMm, setPxPerMm] = useState(kept);
  const keep = (value: number) => {
    keepScreenScale(value);
    onClose();
  };
  return (
    <div className="cc-screen-scale">
      <p>{t('screen.how')}</p>
      <div className="cc-screen-scale-box">
        <div
          className="cc-screen-card"
          style={{ width: CARD_MM.width * pxPerMm, height: CARD_MM.height * pxPerMm }}
        >
          {t('screen.card')}
        </div>
      </div>
      <Slider
        min={PX_PER_MM_RANGE.min}
        max={PX_PER_MM_RANGE.max}
        step={STEP}
        value={pxPerMm}
        onChange={setPxPerMm}
        ariaLabelForHandle={t('screen.cardWidth')}
        tooltip={{ open: false }}
      />
      <span className="cc-choices-line">
        <Button type="primary" onClick={() => keep(pxPerMm)}>
          {t('screen.keep')}
        </Button>
        <Button onClick={() => keep(ASSUMED_PX_PER_MM)}>{t('screen.reset')}</Button>
      </span>
    </div>
  );
}

/** 「按实际大小显示」 with the way to measure this screen, because no browser knows how large its pixels are. */
export function ScreenCalibration() {
  const { t } = useTranslation('printing');
  const [isOpen, setOpen] = useState(false);
  const isPhone = useIsPhone();
  const isMeasured = useScreenScale() !== ASSUMED_PX_PER_MM;
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {t(isMeasured ? 'screen.measured' : 'screen.measure')}
      </Button>
      <Drawer
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t('screen.title')}
        size={isPhone ? '100%' : 640}
        destroyOnHidden
      >
        <CalibrationBody onClose={() => setOpen(false)} />
      </Drawer>
    </>
  );
}
