package io.github.homelab4j.coverage;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The numbers, addresses and names in a sentence: what evidence must repeat. */
final class Tokens {
  // Which line of the document says so, and how the document counts the phases of a bootstrap, are
  // not facts of a cluster.
  private static final Pattern NOTES = Pattern.compile("\\((?:lines? [\\d, -]+)\\)|phase -?\\d");
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![\\w.])\\d+\\.\\d+\\.\\d+\\.\\d+(?:/\\d+)?(?![\\w.]\\w)");
  private static final Pattern DOMAIN =
      Pattern.compile("(?<![\\w.*-])(?:\\*\\.)?(?:[a-z0-9-]+\\.)+[a-z]{2,}(?![\\w])");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.:/-])(\\d+(?:\\.\\d+)*)(?:x(?!\\w)|(ms|[smhd]|[KMGT]i)?(?!\\w))");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w.-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\\w-])");
  private static final Set<String> ENGLISH =
      Set.of(
          "auto-renewal",
          "built-in",
          "cross-cluster",
          "drop-in",
          "human-managed",
          "in-memory",
          "load-balanced",
          "low-latency",
          "multi-tenancy",
          "non-functional",
          "off-cluster",
          "off-site",
          "on-demand",
          "peer-to-peer",
          "performance-critical",
          "pull-based",
          "purpose-built",
          "push-based",
          "read-only",
          "self-healing",
          "self-hosted",
          "time-series");

  private Tokens() {}

  static List<String> of(String fact) {
    var text = NOTES.matcher(fact).replaceAll(" ");
    var addresses = find(ADDRESS, text);
    var rest = ADDRESS.matcher(text).replaceAll(" ");
    var numbers =
        NUMBER
            .matcher(rest)
            .results()
            .map(result -> result.group(1) + (result.group(2) == null ? "" : result.group(2)))
            .toList();
    var names =
        find(NAME, DOMAIN.matcher(rest).replaceAll(" ")).stream()
            .filter(name -> !ENGLISH.contains(name))
            .toList();
    return Stream.of(addresses, find(DOMAIN, rest), numbers, names)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** The tokens of a fact that do not occur in its evidence as whole words. */
  static List<String> missing(String fact, String evidence) {
    return of(fact).stream()
        .filter(
            token ->
                !Pattern.compile("(?<![\\w.])" + Pattern.quote(token) + "(?![\\w])(?!\\.\\d)")
                    .matcher(evidence)
                    .find())
        .toList();
  }

  private static List<String> find(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }
}
