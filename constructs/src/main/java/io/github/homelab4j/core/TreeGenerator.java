package io.github.homelab4j.core;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.base.GeneratorBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Makes a tree of what is serialized. Jackson's own way there keeps all of it as tokens first,
 * which it then reads.
 */
final class TreeGenerator extends GeneratorBase {
  private final JsonNodeFactory nodes;
  private final Deque<ContainerNode<?>> outer = new ArrayDeque<>();
  private ContainerNode<?> container;
  private String name;
  private JsonNode root;

  TreeGenerator(ObjectCodec codec, JsonNodeFactory nodes) {
    super(0, codec);
    this.nodes = nodes;
  }

  /** The tree, when all is written. */
  JsonNode root() {
    return root;
  }

  private void add(JsonNode node) {
    if (container instanceof ObjectNode object) {
      object.set(name, node);
    } else if (container instanceof ArrayNode array) {
      array.add(node);
    } else {
      root = node;
    }
  }

  private void open(ContainerNode<?> node) {
    add(node);
    if (container != null) {
      outer.push(container);
    }
    container = node;
  }

  @Override
  public void writeStartObject() {
    open(nodes.objectNode());
  }

  @Override
  public void writeEndObject() {
    container = outer.poll();
  }

  @Override
  public void writeStartArray() {
    open(nodes.arrayNode());
  }

  @Override
  public void writeEndArray() {
    container = outer.poll();
  }

  @Override
  public void writeFieldName(String field) {
    name = field;
  }

  @Override
  public void writeString(String text) {
    add(text == null ? nodes.nullNode() : nodes.textNode(text));
  }

  @Override
  public void writeString(char[] text, int offset, int length) {
    add(nodes.textNode(new String(text, offset, length)));
  }

  @Override
  public void writeNumber(int number) {
    add(nodes.numberNode(number));
  }

  @Override
  public void writeNumber(long number) {
    add(nodes.numberNode(number));
  }

  @Override
  public void writeNumber(BigInteger number) {
    add(nodes.numberNode(number));
  }

  @Override
  public void writeNumber(double number) {
    add(nodes.numberNode(number));
  }

  @Override
  public void writeNumber(float number) {
    add(nodes.numberNode(number));
  }

  @Override
  public void writeNumber(BigDecimal number) {
    add(nodes.numberNode(number));
  }

  @Override
  public void writeNumber(String number) {
    add(nodes.numberNode(new BigDecimal(number)));
  }

  @Override
  public void writeBoolean(boolean value) {
    add(nodes.booleanNode(value));
  }

  @Override
  public void writeNull() {
    add(nodes.nullNode());
  }

  @Override
  public void writeBinary(Base64Variant variant, byte[] data, int offset, int length) {
    add(nodes.binaryNode(Arrays.copyOfRange(data, offset, offset + length)));
  }

  // Kept as it is, for who looks for it in the tree.
  @Override
  public void writeEmbeddedObject(Object value) {
    add(nodes.pojoNode(value));
  }

  @Override
  public void writeRaw(String text) throws IOException {
    throw raw();
  }

  @Override
  public void writeRaw(String text, int offset, int length) throws IOException {
    throw raw();
  }

  @Override
  public void writeRaw(char[] text, int offset, int length) throws IOException {
    throw raw();
  }

  @Override
  public void writeRaw(char character) throws IOException {
    throw raw();
  }

  @Override
  public void writeRawUTF8String(byte[] text, int offset, int length) throws IOException {
    throw raw();
  }

  @Override
  public void writeUTF8String(byte[] text, int offset, int length) throws IOException {
    throw raw();
  }

  private IOException raw() {
    return new JsonGenerationException("a tree has no raw text", this);
  }

  @Override
  public void flush() {
    // There is nothing behind it.
  }

  @Override
  protected void _releaseBuffers() {
    // It has none.
  }

  @Override
  protected void _verifyValueWrite(String what) {
    // Serializers write a name before each value.
  }
}
