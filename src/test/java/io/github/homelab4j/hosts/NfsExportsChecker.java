package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Debian's {@code exportfs} exports in order to judge, so this is the grammar of exports(5): a
 * folder, then each client with its options in brackets, without a space before them.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/exports.5.html">exports(5)</a>
 */
final class NfsExportsChecker implements FileChecker {
  private static final Pattern FOLDER = Pattern.compile("/[^\\s\"#(]+");
  private static final Pattern CLIENT =
      Pattern.compile(
          "(?<address>[0-9.]+|[0-9a-f:]+)/(?<prefix>[0-9]{1,3})\\((?<options>[^()]*)\\)");
  private static final Set<String> OPTIONS =
      Set.of(
          "rw",
          "ro",
          "sync",
          "async",
          "no_subtree_check",
          "subtree_check",
          "root_squash",
          "no_root_squash",
          "all_squash",
          "secure",
          "insecure",
          "wdelay",
          "no_wdelay",
          "hide",
          "nohide",
          "crossmnt");
  private static final Pattern NUMBERED = Pattern.compile("(anonuid|anongid|fsid)=[0-9]+");

  @Override
  public String how() {
    return "the grammar of [exports(5)](https://man7.org/linux/man-pages/man5/exports.5.html)";
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var findings = new ArrayList<String>();
    var folders = new HashSet<String>();
    for (var line : file.text().lines().filter(each -> !each.startsWith("#")).toList()) {
      var words = List.of(line.split(" +"));
      if (!FOLDER.matcher(words.get(0)).matches() || words.size() < 2) {
        findings.add("'%s' is not a folder and its clients".formatted(line));
        continue;
      }
      if (!folders.add(words.get(0))) {
        findings.add(words.get(0) + " is exported twice");
      }
      words.stream().skip(1).forEach(client -> client(client, findings));
    }
    return findings;
  }

  private static void client(String client, List<String> findings) {
    var match = CLIENT.matcher(client);
    if (!match.matches()) {
      findings.add("'%s' is not a network with its options".formatted(client));
      return;
    }
    for (var option : match.group("options").split(",")) {
      if (!OPTIONS.contains(option) && !NUMBERED.matcher(option).matches()) {
        findings.add("'%s' of %s is no option".formatted(option, client));
      }
    }
  }

  @Override
  public Sample sample() {
    return new Sample(
        "etc/exports.d/homelab.exports",
        "/tank/media 10.9.0.0/24(ro,sync,no_subtree_check,root_squash)\n",
        "/tank/media 10.9.0.0/24 (ro,sync,no_subtree_check,root_squash)\n",
        "'10.9.0.0/24' is not a network with its options");
  }
}
