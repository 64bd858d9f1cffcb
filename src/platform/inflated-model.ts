/** Packed bytes of models unpacked by Node itself, several times faster than what runs everywhere. */
import { inflateRawSync } from 'node:zlib';

interface Packed {
  packed?: unknown;
  pieces?: number;
  size?: number;
  classes?: string[];
}

interface SavedModel extends Packed {
  model?: unknown;
  tables?: Record<string, Packed>;
  nets?: Record<string, Packed>;
  members?: Record<string, unknown>;
}

/** What is wrong is left to the model's own check. */
export function inflatedByNode(saved: unknown): SavedModel {
  const model = (saved ?? {}) as SavedModel;
  for (const table of Object.values(model.tables ?? {}))
    inflate(table, (table.pieces ?? 0) * (5 + (table.classes?.length ?? 0)));
  const nets = Object.values(model.nets ?? {});
  for (const net of nets) inflate(net, (net.pieces ?? 0) * 5);
  if (nets.length > 0)
    inflate(
      model,
      nets.reduce((sum, net) => sum + weightsOf(net), 0),
    );
  return model;
}

function weightsOf({ pieces = 0, size = 0, classes = [] }: Packed): number {
  return pieces * size + 4 * (size + 1) * classes.length;
}

function inflate(holder: Packed, expected: number): void {
  if (typeof holder.packed !== 'string') return;
  // One byte more than is expected: what is longer is told from what fits.
  const bytes = inflateRawSync(Buffer.from(holder.packed, 'base64'), { maxOutputLength: expected + 1 });
  holder.packed = new Uint8Array(bytes);
}
