package io.github.homelab4j.check.secret;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds many words in a text at once, by the automaton of Aho and Corasick. Each word has a mark,
 * and words may share one.
 */
final class Hints {
  private static final int LETTERS = 128;

  // By state and letter; while words are added, 0 stands for none.
  private final List<short[]> rows = new ArrayList<>();
  private final List<Long> marks = new ArrayList<>();
  private short[] next;
  private long[] ended;

  Hints() {
    grow();
  }

  private short grow() {
    rows.add(new short[LETTERS]);
    marks.add(0L);
    return (short) (rows.size() - 1);
  }

  /** Adds a word of ASCII. */
  Hints add(String word, long mark) {
    int state = 0;
    for (int i = 0; i < word.length(); i++) {
      var row = rows.get(state);
      if (row[word.charAt(i)] == 0) {
        row[word.charAt(i)] = grow();
      }
      state = row[word.charAt(i)];
    }
    marks.set(state, marks.get(state) | mark);
    return this;
  }

  /**
   * The automaton of all words: where none goes on, it goes on with the longest end of what was.
   */
  Hints build() {
    next = new short[rows.size() * LETTERS];
    ended = new long[rows.size()];
    var shorter = new int[rows.size()];
    var open = new ArrayDeque<>(List.of(0));
    while (!open.isEmpty()) {
      int state = open.remove();
      var row = rows.get(state);
      int from = shorter[state] * LETTERS;
      ended[state] = marks.get(state) | ended[shorter[state]];
      for (int letter = 0; letter < LETTERS; letter++) {
        var otherwise = next[from + letter];
        if (row[letter] != 0) {
          shorter[row[letter]] = state == 0 ? 0 : otherwise;
          open.add((int) row[letter]);
        }
        next[state * LETTERS + letter] = row[letter] != 0 ? row[letter] : otherwise;
      }
    }
    return this;
  }

  /** The state after one more letter of Latin-1, in a text that begins with state 0. */
  int next(int state, byte letter) {
    return letter >= 0 ? next[state * LETTERS + letter] : 0;
  }

  /** The marks of the words that end in a state. */
  long ended(int state) {
    return ended[state];
  }
}
