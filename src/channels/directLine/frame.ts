/** An activity as it goes over the wire: plain JSON, times as ISO 8601. */
export interface WireActivity {
  id: string;
  type: string;
  timestamp: string;
  [field: string]: unknown;
}

/** A piece of a transcript, as a poll or the stream hands it out. */
export interface Frame {
  activities: WireActivity[];
  watermark: string;
}
