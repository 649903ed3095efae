package io.github.homelab4j.core;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A map in the order of its additions for the few fields that objects have: one small array of keys
 * and values, where a LinkedHashMap takes three times the memory. Trees of a hundred thousand
 * objects are made of millions of them.
 */
final class FieldMap<V> extends AbstractMap<String, V> {
  // Up to here looking at each key is as quick as hashing.
  private static final int FEW = 12;

  private static final int FIRST = 2;

  private static final Object[] NONE = {};

  // A key, its value, the next key.
  private Object[] fields = NONE;
  private int size;
  private Map<String, V> many;

  @Override
  public int size() {
    return many == null ? size : many.size();
  }

  @Override
  public V get(Object key) {
    if (many != null) {
      return many.get(key);
    }
    int at = indexOf(key);
    return at < 0 ? null : value(at);
  }

  @Override
  public boolean containsKey(Object key) {
    return many == null ? indexOf(key) >= 0 : many.containsKey(key);
  }

  @Override
  public V put(String key, V value) {
    if (many != null) {
      return many.put(key, value);
    }
    int at = indexOf(key);
    if (at >= 0) {
      var before = value(at);
      fields[2 * at + 1] = value;
      return before;
    }
    if (size == FEW) {
      var all = new LinkedHashMap<>(this);
      all.put(key, value);
      many = all;
      fields = null;
      return null;
    }
    if (2 * size == fields.length) {
      fields =
          size == 0
              ? new Object[2 * FIRST]
              : Arrays.copyOf(fields, Math.min(2 * fields.length, 2 * FEW));
    }
    fields[2 * size] = key;
    fields[2 * size++ + 1] = value;
    return null;
  }

  @Override
  public V remove(Object key) {
    if (many != null) {
      return many.remove(key);
    }
    int at = indexOf(key);
    return at < 0 ? null : removeAt(at);
  }

  @Override
  public void clear() {
    many = null;
    fields = NONE;
    size = 0;
  }

  @Override
  public Set<Map.Entry<String, V>> entrySet() {
    return many == null ? new Entries() : many.entrySet();
  }

  private int indexOf(Object key) {
    for (int i = 0; i < size; i++) {
      if (fields[2 * i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  @SuppressWarnings("unchecked")
  private V value(int at) {
    return (V) fields[2 * at + 1];
  }

  private V removeAt(int at) {
    var before = value(at);
    size--;
    System.arraycopy(fields, 2 * at + 2, fields, 2 * at, 2 * (size - at));
    fields[2 * size] = null;
    fields[2 * size + 1] = null;
    return before;
  }

  private final class Entries extends AbstractSet<Map.Entry<String, V>> {
    @Override
    public int size() {
      return size;
    }

    @Override
    public Iterator<Map.Entry<String, V>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < size;
        }

        @Override
        public Map.Entry<String, V> next() {
          if (next >= size) {
            throw new NoSuchElementException();
          }
          int at = next++;
          return new SimpleEntry<>((String) fields[2 * at], value(at)) {
            private static final long serialVersionUID = 1L;

            @Override
            public V setValue(V value) {
              fields[2 * at + 1] = value;
              return super.setValue(value);
            }
          };
        }

        @Override
        public void remove() {
          removeAt(--next);
        }
      };
    }
  }
}
