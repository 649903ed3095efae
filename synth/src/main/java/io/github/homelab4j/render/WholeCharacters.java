package io.github.homelab4j.render;

import java.io.Reader;

/**
 * A text that is never read up to the middle of a character: where its buffer is full with half of
 * one, the parser fails.
 */
final class WholeCharacters extends Reader {
  private final String text;
  private int position;

  WholeCharacters(String text) {
    this.text = text;
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    int count = Math.min(length, text.length() - position);
    if (count == 0) {
      return -1;
    }
    int end = position + count;
    if (count > 1 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    text.getChars(position, end, buffer, offset);
    count = end - position;
    position = end;
    return count;
  }

  @Override
  public void close() {}
}
