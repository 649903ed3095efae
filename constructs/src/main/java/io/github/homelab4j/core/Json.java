package io.github.homelab4j.core;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AccessorNamingStrategy;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.BasicClassIntrospector;
import com.fasterxml.jackson.databind.introspect.ClassIntrospector;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.POJOPropertiesCollector;
import com.fasterxml.jackson.databind.introspect.POJOPropertyBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.github.homelab4j.unit.Durations;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How typed objects become trees: fields in their order of declaration, absent ones left out,
 * fabric8's models in one order that survives their upgrades, maps by key.
 */
public final class Json {
  private static final String[] FIRST = {"apiVersion", "kind", "metadata", "name", "namespace"};
  private static final KnownTypes TYPES = new KnownTypes();
  private static final JsonNodeFactory NODES = new SmallNodes();
  private static final JsonMapper MAPPER = mapper();

  private Json() {}

  /** The tree of an object or of a values record. */
  public static ObjectNode tree(Object value) {
    return (ObjectNode) value(value);
  }

  /** The tree of any value: a text, a number, a list, a reference. */
  static JsonNode value(Object value) {
    var tree = new TreeGenerator(MAPPER, NODES);
    try {
      MAPPER.writeValue(tree, value);
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return tree.root();
  }

  /** The same as plain maps, which jsii takes. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> plain(Object value) {
    return MAPPER.convertValue(value, Map.class);
  }

  /** Forgets types of a user's own, which may come again as other classes. */
  static void forget() {
    TYPES.forgetOthers();
    MAPPER.getTypeFactory().clearCache();
  }

  private static JsonMapper mapper() {
    var units = new SimpleModule("homelab4j");
    units.addSerializer(
        new StdSerializer<>(Duration.class) {
          private static final long serialVersionUID = 1L;

          @Override
          public void serialize(Duration value, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            out.writeString(Durations.go(value));
          }
        });
    // Kept as it is in the tree: where it stands in a chart's values decides what becomes of it.
    units.addSerializer(
        new StdSerializer<>(SecretKeyRef.class) {
          private static final long serialVersionUID = 1L;

          @Override
          public void serialize(SecretKeyRef value, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            out.writeEmbeddedObject(value);
          }
        });
    return new JsonMapper.Builder(new WritingMapper())
        .annotationIntrospector(new Introspector())
        .visibility(PropertyAccessor.ALL, Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
        .withConfigOverride(
            List.class,
            override ->
                override.setInclude(
                    JsonInclude.Value.construct(
                        JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
        .withConfigOverride(
            Set.class,
            override ->
                override.setInclude(
                    JsonInclude.Value.construct(
                        JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
        .withConfigOverride(
            Map.class,
            override ->
                override.setInclude(
                    JsonInclude.Value.construct(
                        JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .cacheProvider(TYPES)
        .addModule(new Jdk8Module())
        .addModule(units)
        .build();
  }

  // Nothing is ever read into these types: how they could be made need not be looked up, which
  // takes
  // a fifth of the time that a type costs when it is met first.
  private static final class WritingMapper extends JsonMapper {
    private static final long serialVersionUID = 1L;

    @Override
    protected ClassIntrospector defaultClassIntrospector() {
      return new WrittenTypes();
    }
  }

  private static final class WrittenTypes extends BasicClassIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    protected POJOPropertiesCollector constructPropertyCollector(
        MapperConfig<?> config,
        AnnotatedClass owner,
        JavaType type,
        boolean forSerialization,
        AccessorNamingStrategy naming) {
      return new POJOPropertiesCollector(config, forSerialization, type, owner, naming) {
        // What makes a record also is the order of its fields.
        @Override
        protected void _addCreators(Map<String, POJOPropertyBuilder> properties) {
          _creatorProperties =
              new ArrayList<>(type.isRecordType() ? properties.values() : List.of());
        }

        @Override
        protected boolean _replaceCreatorProperty(
            List<POJOPropertyBuilder> properties, POJOPropertyBuilder renamed) {
          properties.replaceAll(
              each -> each.getInternalName().equals(renamed.getInternalName()) ? renamed : each);
          return false;
        }
      };
    }
  }

  private static final class SmallNodes extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;

    @Override
    public ObjectNode objectNode() {
      return new ObjectNode(this, new FieldMap<>());
    }
  }

  private static final class Introspector extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public String[] findSerializationPropertyOrder(AnnotatedClass type) {
      return isModel(type) ? FIRST : super.findSerializationPropertyOrder(type);
    }

    @Override
    public Boolean findSerializationSortAlphabetically(Annotated type) {
      return isModel(type) ? Boolean.TRUE : super.findSerializationSortAlphabetically(type);
    }

    // The fields of a generated class carry no annotations: the name stands on the accessor of the
    // interface that the author wrote.
    @Override
    public PropertyName findNameForSerialization(Annotated annotated) {
      var name = super.findNameForSerialization(annotated);
      if (name == null
          && annotated instanceof AnnotatedField field
          && field.getDeclaringClass().getName().contains("Immutable")) {
        for (var type : field.getDeclaringClass().getInterfaces()) {
          var property = property(type, field.getName());
          if (property != null) {
            return PropertyName.construct(property);
          }
        }
      }
      return name;
    }

    private static String property(Class<?> type, String accessor) {
      try {
        var annotation = type.getMethod(accessor).getAnnotation(JsonProperty.class);
        return annotation == null ? null : annotation.value();
      } catch (NoSuchMethodException e) {
        return null;
      }
    }

    private static boolean isModel(Annotated type) {
      return type.getRawType().getName().startsWith("io.fabric8.");
    }
  }
}
