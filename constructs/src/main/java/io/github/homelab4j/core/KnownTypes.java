package io.github.homelab4j.core;

import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.cfg.CacheProvider;
import com.fasterxml.jackson.databind.cfg.DefaultCacheProvider;
import com.fasterxml.jackson.databind.util.LookupCache;
import com.fasterxml.jackson.databind.util.TypeKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * How types are written, once that is known, of which those of a user can be forgotten: they are
 * other classes after each save, while those of libraries stay.
 */
final class KnownTypes implements CacheProvider {
  private static final long serialVersionUID = 1L;

  private final transient Map<TypeKey, JsonSerializer<Object>> serializers =
      new ConcurrentHashMap<>();

  /** Forgets what this library's class loader does not know. */
  void forgetOthers() {
    serializers
        .keySet()
        .removeIf(
            key -> key.getType() == null ? isOther(key.getRawType()) : isOther(key.getType()));
  }

  private static boolean isOther(JavaType type) {
    return isOther(type.getRawClass())
        || type.getBindings().getTypeParameters().stream().anyMatch(KnownTypes::isOther);
  }

  private static boolean isOther(Class<?> type) {
    var wanted = type.getClassLoader();
    for (var loader = Json.class.getClassLoader(); loader != null; loader = loader.getParent()) {
      if (loader == wanted) {
        return false;
      }
    }
    return wanted != null;
  }

  @Override
  public LookupCache<TypeKey, JsonSerializer<Object>> forSerializerCache(
      SerializationConfig config) {
    return new Serializers(serializers);
  }

  @Override
  public LookupCache<JavaType, JsonDeserializer<Object>> forDeserializerCache(
      DeserializationConfig config) {
    return DefaultCacheProvider.defaultInstance().forDeserializerCache(config);
  }

  @Override
  public LookupCache<Object, JavaType> forTypeFactory() {
    return DefaultCacheProvider.defaultInstance().forTypeFactory();
  }

  private record Serializers(Map<TypeKey, JsonSerializer<Object>> map)
      implements LookupCache<TypeKey, JsonSerializer<Object>> {
    @Override
    public void contents(BiConsumer<TypeKey, JsonSerializer<Object>> consumer) {
      map.forEach(consumer);
    }

    @Override
    public int size() {
      return map.size();
    }

    @Override
    public JsonSerializer<Object> get(Object key) {
      return map.get(key);
    }

    @Override
    public JsonSerializer<Object> put(TypeKey key, JsonSerializer<Object> value) {
      return map.put(key, value);
    }

    @Override
    public JsonSerializer<Object> putIfAbsent(TypeKey key, JsonSerializer<Object> value) {
      return map.putIfAbsent(key, value);
    }

    @Override
    public void clear() {
      map.clear();
    }
  }
}
