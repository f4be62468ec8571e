import type { Formats } from 'next-intl'

/** Named formats. A branch's times are shown in its own zone: pass `timeZone` where they are formatted. */
export const formats = {
  dateTime: {
    time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    day: { weekday: 'long', day: 'numeric', month: 'long' },
    dateTime: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  },
  number: {
    count: { maximumFractionDigits: 0 },
    percent: { style: 'percent', maximumFractionDigits: 2 },
  },
} satisfies Formats
