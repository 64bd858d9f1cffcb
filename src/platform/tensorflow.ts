/**
 * Runs the nets of a neural model on TensorFlow.js: on its native library where that is installed and loads, on WebAssembly
 * otherwise. Nothing of it is loaded before a neural model is asked for.
 */
import { createRequire } from 'node:module';
import { ConfigError } from '../errors.js';
import type { NetInput } from '../classify/net.js';
import type { NetRunner } from '../classify/neural.js';
import type { LayersModel } from '../classify/neural-model.js';
import { inputNames, type NetName, NETS } from '../classify/neural-topology.js';

type Core = typeof import('@tensorflow/tfjs-core');
type Layers = typeof import('@tensorflow/tfjs-layers');

/** `node` is the native library. */
export type TensorBackend = 'node' | 'wasm';

export interface TensorRunner {
  readonly backend: TensorBackend;
  readonly run: NetRunner;
}

const require = createRequire(import.meta.url);

/**
 * A runner of the layers model; `backend` asks for one, else the first that loads.
 * @throws ConfigError `tensorflow-not-installed` where none can be loaded
 */
export async function loadTensorRunner(model: LayersModel, backend?: TensorBackend): Promise<TensorRunner> {
  const { core, layers, used } = await loadTensorFlow(backend);
  const net = await layers.loadLayersModel(core.io.fromMemory(model));
  const order = net.inputNames;
  return {
    backend: used,
    run: (inputs) =>
      core.tidy(() => {
        const given = new Map(NETS.flatMap((name) => tensorsOf(core, name, inputs[name])));
        const told = net.predict(order.map((name) => given.get(name)!)) as ReturnType<Core['tensor2d']>[];
        const [detail, kind] = told.map((tensor) => tensor.dataSync() as Float32Array);
        return { detail: detail!, kind: kind! };
      }),
  };
}

/** A text without a known piece is one piece that counts nothing. */
function tensorsOf(core: Core, name: NetName, { pieces, values }: NetInput) {
  const length = Math.max(1, pieces.length);
  const names = inputNames(name);
  return [
    [names.pieces, core.tensor2d(pieces.length === 0 ? [0] : pieces, [1, length], 'int32')],
    [names.values, core.tensor2d(values.length === 0 ? [0] : values, [1, length], 'float32')],
  ] as const;
}

async function loadTensorFlow(backend: TensorBackend | undefined) {
  const causes: unknown[] = [];
  for (const used of backend === undefined ? (['node', 'wasm'] as const) : [backend]) {
    try {
      // The native library brings the core along and registers itself with it.
      const core = require('@tensorflow/tfjs-core') as Core;
      require(used === 'node' ? '@tensorflow/tfjs-node' : '@tensorflow/tfjs-backend-wasm');
      const layers = require('@tensorflow/tfjs-layers') as Layers;
      if (!(await core.setBackend(used === 'node' ? 'tensorflow' : 'wasm'))) throw new Error(`no backend ${used}`);
      await core.ready();
      return { core, layers, used };
    } catch (cause) {
      causes.push(cause);
    }
  }
  throw new ConfigError('tensorflow-not-installed', { cause: causes.at(-1) });
}
