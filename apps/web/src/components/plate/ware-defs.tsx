/** The enamel, drawn once per page; every plate on it is a `<use>` that takes its rim from where it stands. */
export function WareDefs() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden focusable="false">
      <defs>
        <radialGradient id="ware-dome" cx=".34" cy=".28" r=".85">
          <stop offset="0" stopColor="#fff" stopOpacity=".9" />
          <stop offset=".5" stopColor="#fff" stopOpacity="0" />
          <stop offset="1" stopColor="#5b4634" stopOpacity=".2" />
        </radialGradient>
        <linearGradient id="ware-well" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#6b5540" stopOpacity=".26" />
          <stop offset=".5" stopColor="#6b5540" stopOpacity=".08" />
          <stop offset="1" stopColor="#fff" stopOpacity=".9" />
        </linearGradient>
        <radialGradient id="ware-floor" cx=".6" cy=".64" r=".7">
          <stop offset="0" stopColor="#fff" stopOpacity=".75" />
          <stop offset="1" stopColor="#7a6450" stopOpacity=".1" />
        </radialGradient>
        <linearGradient id="ware-hollow" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#4a3626" stopOpacity=".5" />
          <stop offset=".55" stopColor="#6b5540" stopOpacity=".16" />
          <stop offset="1" stopColor="#fff" stopOpacity=".55" />
        </linearGradient>
      </defs>
      <symbol id="ware-plate" viewBox="0 0 800 800">
        <circle cx="400" cy="400" r="378" fill="var(--plate)" />
        <circle cx="400" cy="400" r="378" fill="url(#ware-dome)" />
        <circle cx="400" cy="400" r="373" fill="none" className="ware-rim" />
        <path className="ware-glint" d="M92 270A335 335 0 0 1 300 78" strokeOpacity=".75" strokeWidth="9" />
        <circle cx="400" cy="400" r="292" fill="none" stroke="url(#ware-well)" strokeWidth="16" />
        <circle cx="400" cy="400" r="284" fill="url(#ware-floor)" />
      </symbol>
      <symbol id="ware-bowl" viewBox="0 0 800 800">
        <circle cx="400" cy="400" r="344" fill="var(--plate)" />
        <circle cx="400" cy="400" r="344" fill="url(#ware-dome)" />
        <circle cx="400" cy="400" r="338" fill="none" className="ware-rim" />
        <path className="ware-glint" d="M108 300A308 308 0 0 1 300 108" strokeOpacity=".8" strokeWidth="9" />
        <circle cx="400" cy="400" r="312" fill="url(#ware-hollow)" />
      </symbol>
      <symbol id="ware-glass" viewBox="0 0 800 800">
        <circle cx="400" cy="400" r="330" fill="#fff" fillOpacity=".38" />
        <circle cx="400" cy="400" r="322" fill="none" stroke="#fff" strokeOpacity=".85" strokeWidth="14" />
        <circle cx="400" cy="400" r="284" fill="none" stroke="#fff" strokeOpacity=".5" strokeWidth="20" />
      </symbol>
      <symbol id="ware-gloss" viewBox="0 0 800 800">
        <path className="ware-glint" d="M140 330A270 270 0 0 1 330 140" strokeOpacity=".9" strokeWidth="16" />
        <path
          className="ware-glint"
          d="M660 470A270 270 0 0 1 560 610"
          strokeOpacity=".55"
          strokeWidth="12"
        />
      </symbol>
      <symbol id="ware-cutlery" viewBox="0 0 800 800">
        <path
          d="M290 275v76a42 42 0 0 0 42 42h12a42 42 0 0 0 42-42v-76m-48 0v250m150 0V275c-44 8-66 62-66 132v30h66"
          fill="none"
          stroke="#6b5540"
          strokeWidth="23"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </symbol>
    </svg>
  )
}
