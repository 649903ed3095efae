package io.github.homelab4j.hosts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * iscsid takes its defaults for what it does not understand, so these are its settings, as far as
 * we write them: those of Debian's own file.
 *
 * @see <a
 *     href="https://github.com/open-iscsi/open-iscsi/blob/master/etc/iscsid.conf">iscsid.conf</a>
 */
final class IscsiInitiatorChecker implements FileChecker {
  private static final String NAME = "initiatorname.iscsi";
  private static final Pattern INITIATOR =
      Pattern.compile("InitiatorName=iqn\\.[0-9]{4}-[0-9]{2}\\.[a-z0-9.-]+:[a-z0-9.-]+");
  private static final Pattern SETTING =
      Pattern.compile(
          "iscsid\\.startup = /\\S+( \\S+)*"
              + "|node\\.startup = (automatic|manual)"
              + "|node\\.leading_login = (Yes|No)"
              + "|node\\.session\\.timeo\\.replacement_timeout = [0-9]+"
              + "|node\\.session\\.scan = (auto|manual)");

  @Override
  public String how() {
    return "the settings of [iscsid.conf](https://github.com/open-iscsi/open-iscsi/blob/master/etc/iscsid.conf), and one name of the form of RFC 3720";
  }

  @Override
  public List<String> findings(WrittenFile file) throws IOException {
    var lines = file.text().lines().filter(line -> !line.startsWith("#")).toList();
    var grammar = file.path().endsWith(NAME) ? INITIATOR : SETTING;
    var findings = new ArrayList<String>();
    lines.stream()
        .filter(line -> !grammar.matcher(line).matches())
        .forEach(line -> findings.add("'%s' is no setting".formatted(line)));
    if (file.path().endsWith(NAME) && lines.size() != 1) {
      findings.add("%s names: a machine has one".formatted(lines.size()));
    }
    return findings;
  }

  @Override
  public Sample sample() {
    var sound = new Hosts().text("hosts/pi-1/etc/iscsi/initiatorname.iscsi");
    return new Sample(
        "etc/iscsi/" + NAME,
        sound,
        sound.replace("InitiatorName=", "InitiatorName = "),
        "'InitiatorName = iqn.2025-01.org.example:pi-1' is no setting");
  }
}
