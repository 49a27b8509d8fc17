import { useEffect, useState } from 'react'

function untilMidnight(now: number): number {
  return new Date(now).setHours(24, 0, 1, 0) - now
}

/** A moment of the present day, in milliseconds since 1970; a new one after midnight. */
export function useToday(): number {
  const [today, setToday] = useState(() => Date.now())
  useEffect(() => {
    const timer = setTimeout(() => setToday(Date.now()), untilMidnight(Date.now()))
    return () => clearTimeout(timer)
  }, [today])
  return today
}
