package io.github.homelab4j.render;

import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.github.homelab4j.core.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.yaml.snakeyaml.DumperOptions;

/**
 * YAML that every reader takes for what was meant: a text stays plain only when no reader of YAML
 * 1.1 or 1.2 can take it for anything but a text, line breaks become literal blocks where that is
 * safe, and everything else is double-quoted.
 */
public final class Yaml {
  private static final ObjectMapper MAPPER = new ObjectMapper(factory());

  private Yaml() {}

  /** An object or a tree as one YAML document. */
  public static String write(Object value) {
    JsonNode tree = value instanceof JsonNode node ? node : Json.tree(value);
    try {
      return MAPPER.writeValueAsString(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static YAMLFactory factory() {
    return new Factory(
        YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .stringQuotingChecker(new Keys()));
  }

  private static final class Keys extends StringQuotingChecker {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean needToQuoteName(String name) {
      return !Scalars.isPlainKey(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
      return !Scalars.isPlain(value);
    }
  }

  private static final class Factory extends YAMLFactory {
    private static final long serialVersionUID = 1L;

    Factory(com.fasterxml.jackson.dataformat.yaml.YAMLFactoryBuilder builder) {
      super(builder);
    }

    @Override
    protected YAMLGenerator _createGenerator(Writer out, IOContext context) throws IOException {
      return new Generator(
          context,
          _generatorFeatures,
          _yamlGeneratorFeatures,
          _quotingChecker,
          _objectCodec,
          out,
          _version);
    }
  }

  private static final class Generator extends YAMLGenerator {
    Generator(
        IOContext context,
        int features,
        int yamlFeatures,
        StringQuotingChecker checker,
        ObjectCodec codec,
        Writer out,
        DumperOptions.Version version)
        throws IOException {
      super(context, features, yamlFeatures, checker, codec, out, version);
    }

    @Override
    public void writeString(String text) throws IOException {
      if (text == null) {
        writeNull();
        return;
      }
      _verifyValueWrite("write String value");
      var style =
          Scalars.isPlain(text)
              ? DumperOptions.ScalarStyle.PLAIN
              : Scalars.isLiteral(text)
                  ? DumperOptions.ScalarStyle.LITERAL
                  : DumperOptions.ScalarStyle.DOUBLE_QUOTED;
      _writeScalar(text, "string", style);
    }

    // A sign in the exponent: YAML 1.1 readers take 1.0E21 for a text.
    @Override
    public void writeNumber(double number) throws IOException {
      var text = Double.toString(number);
      _verifyValueWrite("write number");
      _writeScalar(
          text.contains("E") && !text.contains("E-") ? text.replace("E", "E+") : text,
          "double",
          DumperOptions.ScalarStyle.PLAIN);
    }
  }
}
