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
 * A map in the order of its additions for the few fields that objects have: two small arrays, where
 * a LinkedHashMap takes three times the memory. Trees of a hundred thousand objects are made of
 * millions of them.
 */
final class FieldMap<V> extends AbstractMap<String, V> {
  // Up to here looking at each key is as quick as hashing.
  private static final int FEW = 12;

  private String[] keys = new String[4];
  private Object[] values = new Object[4];
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
      values[at] = value;
      return before;
    }
    if (size == FEW) {
      var all = new LinkedHashMap<>(this);
      all.put(key, value);
      many = all;
      keys = null;
      values = null;
      return null;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, FEW);
      values = Arrays.copyOf(values, FEW);
    }
    keys[size] = key;
    values[size++] = value;
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
    keys = new String[4];
    values = new Object[4];
    size = 0;
  }

  @Override
  public Set<Map.Entry<String, V>> entrySet() {
    return many == null ? new Entries() : many.entrySet();
  }

  private int indexOf(Object key) {
    for (int i = 0; i < size; i++) {
      if (keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  @SuppressWarnings("unchecked")
  private V value(int at) {
    return (V) values[at];
  }

  private V removeAt(int at) {
    var before = value(at);
    size--;
    System.arraycopy(keys, at + 1, keys, at, size - at);
    System.arraycopy(values, at + 1, values, at, size - at);
    keys[size] = null;
    values[size] = null;
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
          return new SimpleEntry<>(keys[at], value(at)) {
            private static final long serialVersionUID = 1L;

            @Override
            public V setValue(V value) {
              values[at] = value;
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
