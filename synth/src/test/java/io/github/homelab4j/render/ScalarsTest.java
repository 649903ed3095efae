package io.github.homelab4j.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

/** What loops decide about texts, for speed, is what these patterns say. */
class ScalarsTest {
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf");
  private static final Pattern PLAIN =
      Pattern.compile(
          "[A-Za-z_/](?:[A-Za-z0-9_./,=+@()-]|:(?=[^\\s:])| (?=[A-Za-z0-9_./=+@()]))*"
              + "|[1-9]\\d{0,9}(?:m|Ki|Mi|Gi|Ti|h|s|ms|d|w)|[1-9]\\d{0,4}h[1-9]\\d?m");
  private static final Pattern KEY = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]{0,119}");
  private static final Pattern EXPONENT = Pattern.compile("[eE][-+]?\\d.*", Pattern.DOTALL);
  private static final Pattern LITERAL =
      Pattern.compile("(?![ \n])(?=[^\n]*\n)[ -~\u00e9\u65e5\n]*+(?<! |\n\n)");

  private final CoreScalarResolver resolver = new CoreScalarResolver(true);

  @ParameterizedTest
  @ValueSource(
      strings = {" \n\t\r:-#'\".,/=+@()_~eEa09k\u0085é日\u2028\ufeff", "19hmsKdwiG", "tTrRueEnNlL"})
  void every_short_text_is_judged_as_the_patterns_say(String alphabet) {
    each(alphabet, 4, "", this::judge);
  }

  @Test
  void known_texts_and_long_ones_are_judged_as_the_patterns_say() {
    Corpus.texts().stream()
        .filter(text -> text.chars().allMatch(c -> c < 0x7F))
        .forEach(this::judge);
    for (int length : new int[] {119, 120, 121, 999, 1_000, 1_001}) {
      judge("a".repeat(length));
      judge("a".repeat(length - 2) + "\nb");
    }
  }

  private void judge(String text) {
    var reserved = WORDS.contains(lower(text)) || EXPONENT.matcher(text).matches();
    var plain = text.length() <= 1_000 && !reserved && PLAIN.matcher(text).matches();
    var key = !reserved && KEY.matcher(text).matches();
    var literal = LITERAL.matcher(text).matches() && !text.contains(" \n");
    var meant = resolver.resolve(text, true).equals(Tag.STR);
    if (Scalars.isPlain(text) != plain
        || Scalars.isPlainKey(text) != key
        || Scalars.isLiteral(text) != literal
        || ReadScalar.isPlainText(text) != meant) {
      assertThat(Pointers.quoted(text)).as("a text judged as its patterns say").isEmpty();
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static void each(String alphabet, int length, String text, Consumer<String> judge) {
    judge.accept(text);
    for (int i = 0; length > 0 && i < alphabet.length(); i++) {
      each(alphabet, length - 1, text + alphabet.charAt(i), judge);
    }
  }
}
