import './imports.css';

export interface ProgressBarProps {
  /** Names what goes on: 「正在检查」. */
  readonly label: string;
  /** 0 to 1; undefined while nothing is known. */
  readonly fraction: number | undefined;
  /** Beside the bar: 「3,000 / 13,365 行」. */
  readonly detail?: string;
}

/** How far one piece of work is, in words and as a bar. */
export function ProgressBar({ label, fraction, detail }: ProgressBarProps) {
  const percent = fraction === undefined ? undefined : Math.round(Math.min(1, fraction) * 100);
  return (
    <div className="cc-progress">
      <div className="cc-progress-text">
        <strong>{label}</strong>
        {percent !== undefined && <span>{percent}%</span>}
        {detail !== undefined && <span className="cc-soft">{detail}</span>}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        className="cc-progress-track"
        {...(percent === undefined
          ? {}
          : { 'aria-valuenow': percent, 'aria-valuemin': 0, 'aria-valuemax': 100 })}
      >
        <div className="cc-progress-done" style={{ width: `${percent ?? 0}%` }} />
      </div>
    </div>
  );
}
