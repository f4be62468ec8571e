/** Two rising tones. Browsers allow sound only after a first tap or key on the page. */
export function playNewTicket(context: AudioContext): void {
  for (const [index, frequencyHz] of [660, 990].entries()) {
    const startsAt = context.currentTime + index * 0.18
    const tone = context.createOscillator()
    const volume = context.createGain()
    tone.frequency.value = frequencyHz
    volume.gain.setValueAtTime(0.0001, startsAt)
    volume.gain.exponentialRampToValueAtTime(0.5, startsAt + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, startsAt + 0.35)
    tone.connect(volume).connect(context.destination)
    tone.start(startsAt)
    tone.stop(startsAt + 0.4)
  }
}
