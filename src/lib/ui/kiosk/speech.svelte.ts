/** Reading aloud with the voices of the platform; where it has none, there is no button for it. */
export class Speech {
  #voices = $state.raw<readonly SpeechSynthesisVoice[]>([]);
  isSpeaking = $state(false);
  readonly #onsign: () => void;

  /** @param onsign told of each word that is read: who listens is there */
  constructor(onsign: () => void) {
    this.#onsign = onsign;
  }

  /** Looks for voices now and whenever they change. Returns what ends it. */
  listen(): () => void {
    const { speechSynthesis } = window;
    if (!speechSynthesis) return () => {};
    const look = () => (this.#voices = speechSynthesis.getVoices());
    look();
    speechSynthesis.addEventListener?.('voiceschanged', look);
    return () => {
      speechSynthesis.removeEventListener?.('voiceschanged', look);
      this.stop();
    };
  }

  /** A voice of the machine itself for a language: one from a server would say nothing without a network. */
  voiceFor(language: string): SpeechSynthesisVoice | null {
    return this.#voices.find(({ lang, localService }) => localService && lang.startsWith(language)) ?? null;
  }

  speak(text: string, language: string): void {
    const voice = this.voiceFor(language);
    if (!voice || text === '') return;
    this.stop();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onstart = utterance.onboundary = this.#onsign;
    utterance.onend = utterance.onerror = () => {
      this.isSpeaking = false;
      this.#onsign();
    };
    this.isSpeaking = true;
    window.speechSynthesis.speak(utterance);
  }

  stop(): void {
    this.isSpeaking = false;
    window.speechSynthesis?.cancel();
  }
}
