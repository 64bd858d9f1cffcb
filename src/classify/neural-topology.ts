/** The nets as a TensorFlow.js layers model: what its loader is handed, and the names of its weights. */
import type { Net } from './net.js';

export const NETS = ['detail', 'kind'] as const;
export type NetName = (typeof NETS)[number];

export const inputNames = (net: NetName) => ({ pieces: `${net}_pieces`, values: `${net}_values` });

type Shape = Pick<Net, 'size'> & { readonly pieces: number; readonly classes: number };

/** A weight of the file: plain numbers of 32 bits, or bytes of which weight = byte × scale + min. */
export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32';
  readonly quantization?: {
    readonly dtype: 'uint8';
    readonly scale: number;
    readonly min: number;
    readonly original_dtype: 'float32';
  };
}

/** Inputs: positions of pieces and their tf-idf, [texts, pieces] each, padded with 0 and 0; outputs: probabilities, [texts, classes]. */
export function topologyOf(shapes: Readonly<Record<NetName, Shape>>): object {
  return {
    class_name: 'Model',
    config: {
      name: 'findings',
      layers: NETS.flatMap((net) => layersOf(net, shapes[net])),
      input_layers: NETS.flatMap((net) => Object.values(inputNames(net)).map((name) => [name, 0, 0])),
      output_layers: NETS.map((net) => [net, 0, 0]),
    },
    keras_version: 'tfjs-layers 4.22.0',
    backend: 'tensor_flow.js',
  };
}

export function weightSpecsOf(nets: Readonly<Record<NetName, Net>>): WeightSpec[] {
  return NETS.flatMap((net): WeightSpec[] => {
    const { keys, size, classes, embeddings } = nets[net];
    return [
      {
        name: `${net}_embedding/embeddings`,
        shape: [keys.length, size],
        dtype: 'float32',
        quantization: {
          dtype: 'uint8',
          scale: embeddings.scale,
          min: embeddings.least,
          original_dtype: 'float32',
        },
      },
      { name: `${net}/kernel`, shape: [size, classes.length], dtype: 'float32' },
      { name: `${net}/bias`, shape: [classes.length], dtype: 'float32' },
    ];
  });
}

function layersOf(net: NetName, { pieces, size, classes }: Shape): object[] {
  const names = inputNames(net);
  const from = (...layers: string[]) => [layers.map((name) => [name, 0, 0, {}])];
  const input = (name: string, dtype: string) => ({
    name,
    class_name: 'InputLayer',
    config: { batch_input_shape: [null, null], dtype, sparse: false, name },
    inbound_nodes: [],
  });
  const layer = (name: string, className: string, config: object, inbound: unknown) => ({
    name,
    class_name: className,
    config: { ...config, name, trainable: false },
    inbound_nodes: inbound,
  });
  return [
    input(names.pieces, 'int32'),
    input(names.values, 'float32'),
    layer(
      `${net}_embedding`,
      'Embedding',
      { input_dim: pieces, output_dim: size, embeddings_initializer: { class_name: 'Zeros', config: {} } },
      from(names.pieces),
    ),
    layer(`${net}_sum`, 'Dot', { axes: [1, 1], normalize: false }, from(names.values, `${net}_embedding`)),
    layer(`${net}_relu`, 'Activation', { activation: 'relu' }, from(`${net}_sum`)),
    layer(
      net,
      'Dense',
      {
        units: classes,
        activation: 'softmax',
        use_bias: true,
        kernel_initializer: { class_name: 'Zeros', config: {} },
        bias_initializer: { class_name: 'Zeros', config: {} },
      },
      from(`${net}_relu`),
    ),
  ];
}
