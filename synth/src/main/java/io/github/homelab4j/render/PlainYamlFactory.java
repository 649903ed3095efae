package io.github.homelab4j.render;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactoryBuilder;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Arrays;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/** Jackson's YAML with the forms of {@link Scalars}. */
final class PlainYamlFactory extends YAMLFactory {
  private static final long serialVersionUID = 1L;

  private PlainYamlFactory(YAMLFactoryBuilder builder) {
    super(builder);
  }

  static YAMLFactory create() {
    return new PlainYamlFactory(
        YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .stringQuotingChecker(new Checker()));
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

  // Jackson asks it for keys; values are decided below.
  private static final class Checker extends StringQuotingChecker {
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
              ? ScalarStyle.PLAIN
              : Scalars.isLiteral(text) ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED;
      _writeScalar(text, "string", style);
    }

    // Base64 as in JSON: Kubernetes' readers know no !!binary.
    @Override
    public void writeBinary(Base64Variant variant, byte[] data, int offset, int length)
        throws IOException {
      writeString(variant.encode(Arrays.copyOfRange(data, offset, offset + length)));
    }

    // Jackson's own digits: those of Double.toString differ between JDK 17 and 19.
    @Override
    public void writeNumber(double number) throws IOException {
      writeDecimal(NumberOutput.toString(number, true));
    }

    @Override
    public void writeNumber(float number) throws IOException {
      writeDecimal(NumberOutput.toString(number, true));
    }

    @Override
    public void writeNumber(BigDecimal number) throws IOException {
      writeDecimal(number.toString());
    }

    private void writeDecimal(String digits) throws IOException {
      _verifyValueWrite("write number");
      _writeScalar(Scalars.decimal(digits), "number", ScalarStyle.PLAIN);
    }
  }
}
