package io.github.homelab4j.core;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Finds the references inside props, records and collections of them, by reading fields. */
public final class References {
  // With the class: what knows it here would keep it, and all of its class loader, for ever.
  private static final ClassValue<List<Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
          return fields(type);
        }
      };

  private References() {}

  /**
   * Calls back for each reference in a value, with the path of attributes that leads to it; parts
   * of a reference follow it.
   */
  public static void visit(Object value, BiConsumer<String, Ref> found) {
    walk("", value, found);
  }

  private static void walk(String path, Object value, BiConsumer<String, Ref> found) {
    if (value instanceof Ref ref) {
      found.accept(path, ref);
      ref.parts().forEach(part -> walk(path, part, found));
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(inner -> walk(path, inner, found));
    } else if (value instanceof Collection<?> items) {
      var index = 0;
      for (var item : items) {
        walk("%s[%s]".formatted(path, index++), item, found);
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, inner) -> {
            walk(path + "." + key, key, found);
            walk(path + "." + key, inner, found);
          });
    } else if (value instanceof ValuesPatch patch) {
      patch.entries().forEach(entry -> walk(path + "." + entry.path(), entry.value(), found));
    } else if (value != null && isWalked(value.getClass())) {
      for (var field : FIELDS.get(value.getClass())) {
        walk(
            path.isEmpty() ? field.getName() : path + "." + field.getName(),
            get(field, value),
            found);
      }
    }
  }

  // Records, and what Immutables generated: data only. A component or a model of Kubernetes is
  // never entered.
  private static boolean isWalked(Class<?> type) {
    return type.isRecord()
        || type.getSimpleName().startsWith("Immutable")
        || (type.getEnclosingClass() != null
            && type.getEnclosingClass().getSimpleName().startsWith("Immutable"));
  }

  private static List<Field> fields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(
            field ->
                (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT | Modifier.VOLATILE))
                    == 0)
        .filter(
            field ->
                !field.isSynthetic()
                    && !field.getType().isPrimitive()
                    && !field.getType().isEnum()
                    && field.getType() != String.class)
        .peek(field -> field.setAccessible(true))
        .toList();
  }

  private static Object get(Field field, Object target) {
    try {
      return field.get(target);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot read " + field, e);
    }
  }
}
