// Writes ONNX files: the few messages of onnx.proto that the toy model needs, encoded by protobufjs.
// Field numbers are those of the public onnx.proto (github.com/onnx/onnx).
import protobuf from 'protobufjs';

/** TensorProto.DataType. */
export const dataTypes = { float: 1, int64: 7 } as const;
export type DataType = keyof typeof dataTypes;

/** AttributeProto.AttributeType. */
const attributeTypes = { int: 2 } as const;

export interface OnnxTensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly data: Float32Array | BigInt64Array;
}

export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, number>>;
}

/** A graph's input or output; a named axis is symbolic. */
export interface OnnxValue {
  readonly name: string;
  readonly type: DataType;
  readonly shape: readonly (number | string)[];
}

export interface OnnxGraph {
  readonly name: string;
  readonly constants: readonly OnnxTensor[];
  readonly nodes: readonly OnnxNode[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}

const { root } = protobuf.parse(
  `syntax = "proto3";
  message Attribute { string name = 1; int64 i = 3; int32 type = 20; }
  message Node {
    repeated string input = 1; repeated string output = 2; string name = 3; string op_type = 4;
    repeated Attribute attribute = 5;
  }
  message Tensor { repeated int64 dims = 1; int32 data_type = 2; string name = 8; bytes raw_data = 9; }
  message Dimension { oneof value { int64 dim_value = 1; string dim_param = 2; } }
  message Shape { repeated Dimension dim = 1; }
  message TensorType { int32 elem_type = 1; Shape shape = 2; }
  message Type { TensorType tensor_type = 1; }
  message ValueInfo { string name = 1; Type type = 2; }
  message Graph {
    repeated Node node = 1; string name = 2; repeated Tensor initializer = 5;
    repeated ValueInfo input = 11; repeated ValueInfo output = 12;
  }
  message OperatorSet { string domain = 1; int64 version = 2; }
  message Model {
    int64 ir_version = 1; string producer_name = 2; Graph graph = 7; repeated OperatorSet opset_import = 8;
  }`,
  { keepCase: true },
);
const modelType = root.lookupType('Model');

function encodeTensor(tensor: OnnxTensor) {
  return {
    name: tensor.name,
    dims: tensor.dims,
    data_type: tensor.data instanceof Float32Array ? dataTypes.float : dataTypes.int64,
    raw_data: new Uint8Array(tensor.data.buffer, tensor.data.byteOffset, tensor.data.byteLength),
  };
}

function encodeValue(value: OnnxValue) {
  const dim = value.shape.map((axis) =>
    typeof axis === 'number' ? { dim_value: axis } : { dim_param: axis },
  );
  return {
    name: value.name,
    type: { tensor_type: { elem_type: dataTypes[value.type], shape: { dim } } },
  };
}

/** The bytes of an ONNX file (IR version 8, operator set 17). */
export function encodeOnnx(graph: OnnxGraph): Uint8Array {
  const model = modelType.create({
    ir_version: 8,
    producer_name: 'song-hanh-toy',
    opset_import: [{ domain: '', version: 17 }],
    graph: {
      name: graph.name,
      initializer: graph.constants.map(encodeTensor),
      node: graph.nodes.map((node, index) => ({
        name: `${node.operator}_${index}`,
        op_type: node.operator,
        input: node.inputs,
        output: node.outputs,
        attribute: Object.entries(node.attributes ?? {}).map(([name, i]) => ({
          name,
          i,
          type: attributeTypes.int,
        })),
      })),
      input: graph.inputs.map(encodeValue),
      output: graph.outputs.map(encodeValue),
    },
  });
  return modelType.encode(model).finish();
}
