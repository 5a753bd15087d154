export interface PeerOpdracht {
  poort: number;
  /** Jobs, and rows. */
  aantal: number;
}
/** From the first job that starts to the last that is written off, so without the wait for a poll. */
export interface PeerUitslag {
  ms: number;
}
